"""The file of an invitation, read by another library than the one that wrote it."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import vobject

from samsyn.access.api import STOCKHOLM
from samsyn.calendars.api import Answer, Event, Method, Party, enclosed, feed, invitation
from tests.calendars.events import EVENT, an_event

HOUR = timedelta(hours=1)


def read(content: bytes) -> Any:
    return vobject.readOne(content.decode())


def test_it_says_what_when_and_where() -> None:
    meeting = read(invitation(EVENT)).vevent

    assert meeting.summary.value == "Samverkansforum, våren"
    assert meeting.dtstart.value == EVENT.starts
    assert meeting.dtend.value == EVENT.ends
    assert meeting.location.value == "Rådhuset, sal B"
    assert meeting.description.value == "Dagordning:\n1. Närvaro; frånvaro, övrigt"
    assert meeting.url.value == EVENT.url
    assert (meeting.uid.value, meeting.sequence.value) == (EVENT.uid, "2")
    assert meeting.status.value == "CONFIRMED"


def test_it_asks_everyone_for_an_answer() -> None:
    calendar = read(invitation(EVENT))

    assert calendar.method.value == "REQUEST"
    assert calendar.vevent.organizer.value == "mailto:eva.ek@kommunen.se"
    assert calendar.vevent.organizer.params["CN"] == ["Eva Ek"]
    asked = calendar.vevent.attendee_list
    assert [each.value for each in asked] == ["mailto:kim@example.org", "mailto:bo@example.org"]
    assert [each.params["CN"] for each in asked] == [["Kim Öst"], ["Bo Al"]]
    assert {each.params["RSVP"][0] for each in asked} == {"TRUE"}
    assert {each.params["PARTSTAT"][0] for each in asked} == {"NEEDS-ACTION"}


def test_it_is_cancelled_by_the_same_identity() -> None:
    calendar = read(invitation(EVENT, Method.CANCEL))

    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"
    assert calendar.vevent.uid.value == EVENT.uid


def test_it_carries_the_clock_of_stockholm() -> None:
    text = invitation(EVENT).decode()

    assert "DTSTART;TZID=Europe/Stockholm:20270329T130000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("month", range(1, 13))
def test_the_clock_that_it_carries_is_right_in_every_month(month: int) -> None:
    """By the definition in the file alone, as a program would that has no zones of its own."""
    starts = datetime(2031, month, 28, 23, 30, tzinfo=STOCKHOLM)
    text = invitation(an_event(starts=starts, ends=starts + HOUR)).decode()
    own = text.replace("Europe/Stockholm", "Fantasien/Huvudstaden")

    assert vobject.readOne(own).vevent.dtstart.value.utcoffset() == starts.utcoffset()


def test_lines_are_folded_and_ended_as_they_shall() -> None:
    content = invitation(an_event(description="åäö " * 500))

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert read(content).vevent.description.value.strip() == ("åäö " * 500).strip()


def test_a_whole_day_has_no_clock() -> None:
    content = invitation(an_event(starts=date(2027, 6, 21), ends=date(2027, 6, 22)))

    assert b"DTSTART;VALUE=DATE:20270621\r\n" in content
    assert read(content).vevent.dtend.value == date(2027, 6, 22)


@pytest.mark.parametrize(
    "more",
    [
        {"summary": "Möte\r\nATTENDEE:mailto:x@example.se"},
        {"place": "Sal B\nATTENDEE:mailto:x@example.se"},
        {"uid": "1\nATTENDEE:mailto:x@example.se"},
        {"url": "https://x/\nATTENDEE:mailto:x@example.se"},
        {"description": "a\rATTENDEE:mailto:x@example.se\u2028ATTENDEE:mailto:y@example.se"},
        {"attendees": (Party('Kim"\n;RSVP=FALSE:mailto:z@x\r\nATTENDEE', "kim@example.org"),)},
        {"organizer": Party("Eva", "eva@x.se\r\nATTENDEE:mailto:x@example.se")},
    ],
)
def test_what_people_write_cannot_become_another_line(more: dict[str, Any]) -> None:
    event = an_event(**more)
    content = invitation(event)

    names = re.findall(rb"^[A-Z-]+", content, re.MULTILINE)
    assert names.count(b"ATTENDEE") == len(event.attendees)
    read(content)


def test_signs_that_are_no_text_are_left_out() -> None:
    assert read(invitation(an_event(summary="Mö\x00te\x0b \x1bA"))).vevent.summary.value == "Möte A"


def test_the_enclosure_says_what_it_asks() -> None:
    file = enclosed(EVENT, Method.CANCEL)

    assert (file.name, file.media_type) == ("avbokning.ics", "text/calendar; method=CANCEL")


@pytest.mark.parametrize(
    "more",
    [
        {"ends": EVENT.starts},
        {"starts": datetime(2027, 3, 29, 13, 0)},  # noqa: DTZ001 - that is what is refused
        {"starts": date(2027, 3, 29)},
    ],
)
def test_an_event_without_a_time_is_none(more: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="an event"):
        an_event(**more)


def test_a_feed_is_named_and_says_when_to_come_again() -> None:
    calendar = read(feed([EVENT], "Samsyn: Mina möten"))

    assert calendar.contents["x-wr-calname"][0].value == "Samsyn: Mina möten"
    assert calendar.contents["refresh-interval"][0].value == "PT1H"
    assert "method" not in calendar.contents


def test_a_feed_tells_nobody_who_is_invited() -> None:
    assert b"mailto:" not in feed([EVENT], "x")


def test_a_feed_says_what_is_cancelled() -> None:
    calendar = read(feed([an_event(is_cancelled=True)], "x"))

    assert calendar.vevent.status.value == "CANCELLED"


def test_the_same_events_give_the_same_bytes() -> None:
    events: list[Event] = [EVENT, an_event(uid="2")]

    assert feed(events, "x") == feed(events, "x")


def test_an_empty_feed_is_a_calendar_too() -> None:
    assert not hasattr(read(feed([], "x")), "vevent")


def test_an_answer_is_written_beside_the_name() -> None:
    party = Party("Kim", "kim@example.org", Answer.NO)

    [asked] = read(invitation(an_event(attendees=(party,)))).vevent.attendee_list
    assert asked.params["PARTSTAT"] == ["DECLINED"]
