"""Reads the answer that somebody's calendar sends back, however strange it is.

What recurs is never counted out: that can be written so as to take for ever. A file's own
definitions of time zones are not used: they can say anything.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _
from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from samsyn.access.api import STOCKHOLM
from samsyn.calendars.domain import Answer, Moment, Reply
from samsyn.kernel.errors import RuleBrokenError

_LARGEST = 256 * 1024
_MOST_LINES = 5_000
_FOLD = re.compile(r"\r?\n[ \t]")
_LONGEST_SEQUENCE = 2**31 - 1


class UnreadableReplyError(RuleBrokenError):
    pass


def read_reply(content: bytes) -> Reply:
    """Understand an answer to an invitation; raises UnreadableReplyError with a sentence."""
    if len(content) > _LARGEST:
        raise UnreadableReplyError(_("Filen är för stor för att vara ett svar på en inbjudan."))
    calendar = _calendar(_without_zones(content))
    if str(calendar.get("METHOD", "")).upper() != "REPLY":
        raise UnreadableReplyError(_("Filen är inte ett svar på en inbjudan."))
    entries = calendar.walk("VEVENT")
    if len(entries) != 1:
        raise UnreadableReplyError(_("Ett svar ska gälla en enda händelse."))
    return _reply(entries[0])


def _without_zones(content: bytes) -> str:
    """Leave out every definition of a zone, also one that never ends."""
    text = _FOLD.sub("", content.decode("utf-8-sig", errors="replace"))
    lines, depth = [], 0
    for line in text.splitlines():
        mark = line.strip().upper()
        depth += mark == "BEGIN:VTIMEZONE"
        if not depth:
            lines.append(line)
        depth -= mark == "END:VTIMEZONE" and depth > 0
    if len(lines) > _MOST_LINES:
        raise UnreadableReplyError(_("Filen är för stor för att vara ett svar på en inbjudan."))
    return "\r\n".join([*lines, ""])


def _calendar(text: str) -> Calendar:
    try:
        found = Calendar.from_ical(text)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise UnreadableReplyError(_("Filen går inte att läsa som en kalender.")) from error
    if not isinstance(found, Calendar):
        raise UnreadableReplyError(_("Filen går inte att läsa som en kalender."))
    return found


def _reply(entry: Component) -> Reply:
    uid, attendee = str(entry.get("UID", "")), entry.get("ATTENDEE")
    if not uid or attendee is None or isinstance(attendee, list):
        raise UnreadableReplyError(_("Det går inte att se vem som har svarat, eller på vad."))
    starts, is_guessed = _starts(entry)
    return Reply(
        uid=uid,
        sequence=_sequence(entry),
        email=str(attendee).removeprefix("mailto:").removeprefix("MAILTO:").strip().lower(),
        answer=_answer(str(attendee.params.get("PARTSTAT", ""))),
        starts=starts,
        is_zone_guessed=is_guessed,
    )


def _answer(said: str) -> Answer:
    try:
        return Answer(said.upper())
    except ValueError as error:
        told = _("Svaret går inte att förstå. Svara ja, nej eller kanske.")
        raise UnreadableReplyError(told) from error


def _sequence(entry: Component) -> int:
    try:
        return min(max(int(entry.get("SEQUENCE", 0)), 0), _LONGEST_SEQUENCE)
    except (TypeError, ValueError):
        return 0


def _starts(entry: Component) -> tuple[Moment | None, bool]:
    """When the meeting starts as the other calendar has it, and whether we guessed the zone."""
    said = entry.get("DTSTART")
    try:
        moment = said.dt if said is not None and not isinstance(said, list) else None
    except BrokenCalendarProperty:
        moment = None
    if not isinstance(moment, datetime):
        return (moment if isinstance(moment, date) else None), False
    if moment.tzinfo is not None:
        return moment, False
    zone = _zone(str(said.params.get("TZID", "")))
    return moment.replace(tzinfo=zone or STOCKHOLM), zone is None


def _zone(name: str) -> ZoneInfo | None:
    """A zone by its own name or by the one that Windows has for it."""
    plain = name.strip().strip('"')
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(plain, plain)) if plain else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
