"""Writes calendars as programs read them (RFC 5545, RFC 5546)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Timezone, vCalAddress, vText
from icalendar import Event as Entry

from samsyn.access.api import STOCKHOLM
from samsyn.calendars.domain import Event, Method, Moment, Party
from samsyn.post.api import Enclosed

_PRODUCT = "-//Samsyn//Samsyn//SV"
_REFRESH = timedelta(hours=1)
# Whatever else than a line break is no text, and the last three would end a parameter.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_MARKS = re.compile(r"[\"\n\t]")
# By hand: the library lists every change of clock one by one.
_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def invitation(event: Event, method: Method = Method.REQUEST) -> bytes:
    """The file that lets a mail program ask its owner to come, or say that it is cancelled."""
    calendar = _calendar()
    calendar.add("method", method.value)
    calendar.add_component(_entry(event, is_cancelled=method is Method.CANCEL))
    return bytes(calendar.to_ical())


def enclosed(event: Event, method: Method = Method.REQUEST) -> Enclosed:
    """The invitation as something that goes with a letter."""
    name = "avbokning.ics" if method is Method.CANCEL else "inbjudan.ics"
    return Enclosed(name, f"text/calendar; method={method}", invitation(event, method))


def feed(events: Iterable[Event], name: str) -> bytes:
    """A calendar to subscribe to; the same events give the same bytes.

    Who is invited is left out: nobody answers a feed, and it is kept by whoever hosts the calendar.
    """
    calendar = _calendar()
    calendar.add("x-wr-calname", vText(_line(name)))
    calendar.add("x-wr-timezone", vText(STOCKHOLM.key))
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _REFRESH)
    for event in events:
        alone = replace(event, organizer=None, attendees=())
        calendar.add_component(_entry(alone, is_cancelled=False))
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(Timezone.from_ical(_ZONE))
    return calendar


def _entry(event: Event, *, is_cancelled: bool) -> Entry:
    entry = Entry()
    entry.add("uid", _line(event.uid))
    entry.add("sequence", event.sequence)
    # Of the event and not of the moment: a feed that has not changed is the same.
    entry.add("dtstamp", event.last_modified.astimezone(UTC))
    entry.add("last-modified", event.last_modified.astimezone(UTC))
    entry.add("dtstart", _local(event.starts))
    entry.add("dtend", _local(event.ends))
    entry.add("summary", _line(event.summary))
    is_off = is_cancelled or event.is_cancelled
    entry.add("status", "CANCELLED" if is_off else "CONFIRMED")
    texts = {"description": _text(event.description), "location": _line(event.place)}
    for name, text in texts.items():
        if text:
            entry.add(name, text)
    if event.url:
        entry.add("url", _line(event.url))
    _add_parties(entry, event)
    return entry


def _add_parties(entry: Entry, event: Event) -> None:
    if event.organizer:
        entry.add("organizer", _address(event.organizer))
    for attendee in event.attendees:
        address = _address(attendee)
        address.params |= {
            "CUTYPE": vText("INDIVIDUAL"),
            "ROLE": vText("REQ-PARTICIPANT"),
            "PARTSTAT": vText(attendee.answer.value),
            "RSVP": vText("TRUE"),
        }
        entry.add("attendee", address)


def _address(party: Party) -> vCalAddress:
    address = vCalAddress(f"mailto:{_line(party.email)}")
    address.params["CN"] = vText(_MARKS.sub(" ", _line(party.name)))
    return address


def _local(moment: Moment) -> Moment:
    return moment.astimezone(STOCKHOLM) if isinstance(moment, datetime) else moment


def _text(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(text: str) -> str:
    return " ".join(_text(text).split())
