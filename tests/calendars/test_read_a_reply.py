import time
from datetime import UTC, datetime

import pytest

from samsyn.access.api import STOCKHOLM
from samsyn.calendars.api import Answer, Reply, UnreadableReplyError, read_reply

REPLY = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
METHOD:REPLY
BEGIN:VEVENT
UID:mote-1@samsyn.kommunen.se
DTSTAMP:20261120T080000Z
SEQUENCE:2
DTSTART;TZID=Europe/Stockholm:20261202T130000
ATTENDEE;CN="Öst, Kim";PARTSTAT=ACCEPTED:mailto:Kim@Example.org
SUMMARY:Accepterad: Samverkansforum
END:VEVENT
END:VCALENDAR
"""
START = "DTSTART;TZID=Europe/Stockholm:20261202T130000"


def said(old: str = "", new: str = "") -> Reply:
    assert old in REPLY
    return read_reply(REPLY.replace(old, new, 1).replace("\n", "\r\n").encode())


def test_it_says_who_answered_what() -> None:
    assert said() == Reply(
        uid="mote-1@samsyn.kommunen.se",
        sequence=2,
        email="kim@example.org",
        answer=Answer.YES,
        starts=datetime(2026, 12, 2, 13, 0, tzinfo=STOCKHOLM),
    )


@pytest.mark.parametrize(
    ("word", "answer"),
    [("DECLINED", Answer.NO), ("TENTATIVE", Answer.MAYBE), ("accepted", Answer.YES)],
)
def test_every_answer_is_understood(word: str, answer: Answer) -> None:
    assert said("ACCEPTED", word).answer is answer


@pytest.mark.parametrize(
    ("line", "is_guessed"),
    [
        ("DTSTART;TZID=W. Europe Standard Time:20261202T130000", False),
        ('DTSTART;TZID="W. Europe Standard Time":20261202T130000', False),
        ("DTSTART:20261202T120000Z", False),
        ("DTSTART:20261202T130000", True),
        ("DTSTART;TZID=Fantasien/Huvudstaden:20261202T130000", True),
        ("DTSTART;TZID=../../etc/passwd:20261202T130000", True),
        ("DTSTART;TZID=:20261202T130000", True),
    ],
)
def test_a_strange_or_missing_zone_is_understood_or_guessed(line: str, is_guessed: bool) -> None:
    reply = said(START, line)

    assert isinstance(reply.starts, datetime)
    assert reply.starts.astimezone(UTC) == datetime(2026, 12, 2, 12, 0, tzinfo=UTC)
    assert reply.is_zone_guessed is is_guessed


@pytest.mark.parametrize(
    "line", ["DTSTART:okej", "X-NOTHING:1", "DTSTART:99999999T999999", f"{START}\n{START}"]
)
def test_a_time_that_is_none_is_no_hindrance(line: str) -> None:
    assert (said(START, line).starts, said(START, line).answer) == (None, Answer.YES)


ZONE_BOMB = """\
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:00010101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=SECONDLY
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SEQUENCE:2\n", "SEQUENCE:2\nRRULE:FREQ=SECONDLY;COUNT=999999999\n"),
        ("SEQUENCE:2\n", "SEQUENCE:2\n" + "RDATE:20261202T130000Z\n" * 4_000),
        ("BEGIN:VEVENT\n", f"{ZONE_BOMB}BEGIN:VEVENT\n"),
        ("BEGIN:VEVENT\n", ZONE_BOMB * 200 + "BEGIN:VEVENT\n"),
    ],
)
def test_what_recurs_for_ever_is_not_counted_out(old: str, new: str) -> None:
    before = time.process_time()

    assert said(old, new).answer is Answer.YES
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "inte att läsa som en kalender"),
        (b"\xff\xfe\x00", "inte att läsa som en kalender"),
        (b"hej", "inte att läsa som en kalender"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "inte"),
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "inte att läsa som en kalender"),
        (b"BEGIN:X\r\n" * 4_000, "inte"),
        (b"BEGIN:VTIMEZONE\r\n" * 4_000, "inte att läsa som en kalender"),
        (b"x" * (256 * 1024 + 1), "för stor"),
        (b"a\n" * 6_000, "för stor"),
        (REPLY.replace("REPLY", "REQUEST").encode(), "inte ett svar"),
        (REPLY.replace("METHOD:REPLY\n", "").encode(), "inte ett svar"),
        (REPLY.replace("UID", "X-UID").encode(), "vem som har svarat"),
        (REPLY.replace("ATTENDEE", "X-ATT").encode(), "vem som har svarat"),
        (REPLY.replace("ACCEPTED", "DELEGATED").encode(), "Svara ja, nej eller kanske"),
        (
            REPLY.replace("BEGIN:VEVENT", "BEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT").encode(),
            "en enda",
        ),
    ],
)
def test_what_is_no_reply_is_told_in_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableReplyError, match=told):
        read_reply(content)


def test_two_who_answer_at_once_are_none() -> None:
    line = 'ATTENDEE;CN="Öst, Kim";PARTSTAT=ACCEPTED:mailto:Kim@Example.org\n'

    with pytest.raises(UnreadableReplyError, match="vem som har svarat"):
        said(line, line * 2)


def test_what_a_file_says_of_a_zone_itself_is_not_believed() -> None:
    zone = ZONE_BOMB.replace("Europe/Stockholm", "Fantasien/Huvudstaden")
    text = REPLY.replace("BEGIN:VEVENT", f"{zone}BEGIN:VEVENT")

    reply = read_reply(text.replace("Europe/Stockholm", "Fantasien/Huvudstaden").encode())

    assert isinstance(reply.starts, datetime)
    assert reply.starts.astimezone(UTC) == datetime(2026, 12, 2, 12, 0, tzinfo=UTC)
    assert reply.is_zone_guessed
