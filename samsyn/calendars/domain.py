"""What a calendar holds: no database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

Moment = datetime | date


class Answer(StrEnum):
    """What one who is invited has said, as calendars write it."""

    WAITING = "NEEDS-ACTION"
    YES = "ACCEPTED"
    NO = "DECLINED"
    MAYBE = "TENTATIVE"


class Method(StrEnum):
    """What an invitation asks a calendar to do."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Party:
    """One who invites or is invited."""

    name: str
    email: str
    answer: Answer = Answer.WAITING


@dataclass(frozen=True, slots=True)
class Event:
    """Something at a time: two moments with time zone, or two days of which the last is not in.

    `uid` stays the same for ever, and `sequence` grows when time or place is changed: calendars
    know by them that it is the same meeting, and which invitation is the newest.
    """

    uid: str
    summary: str
    starts: Moment
    ends: Moment
    last_modified: datetime
    sequence: int = 0
    description: str = ""
    place: str = ""
    url: str = ""
    organizer: Party | None = None
    attendees: Sequence[Party] = ()
    is_cancelled: bool = False

    def __post_init__(self) -> None:
        moments = [each for each in (self.starts, self.ends) if isinstance(each, datetime)]
        if len(moments) == 1 or any(each.tzinfo is None for each in moments):
            raise ValueError("an event has two moments with time zone, or two days")
        if not self.starts < self.ends:
            raise ValueError("an event ends after it starts")


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody's calendar answered; the zone is a guess when it named none that is known."""

    uid: str
    sequence: int
    email: str
    answer: Answer
    starts: Moment | None = None
    is_zone_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is of: one object, or without one whatever is the owner's own."""

    object_type: str = ""
    object_id: UUID | None = None

    @property
    def is_own(self) -> bool:
        return self.object_id is None
