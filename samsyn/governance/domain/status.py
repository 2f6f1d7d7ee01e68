"""How a governing document stands on a day: it follows from its decision and its period."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    MISSING = "missing"
    DRAFT = "draft"
    UNDECIDED = "undecided"
    COMING = "coming"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    ENDED = "ended"


# By these someone works, or should: what is over or only thought of raises no alarm.
LIVING = frozenset({Status.UNDECIDED, Status.COMING, Status.IN_FORCE})


@dataclass(frozen=True, slots=True)
class Course:
    """What the status follows from; `is_here` tells that there is a text of it somewhere."""

    decided_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_replaced: bool = False
    is_required: bool = False
    is_here: bool = False


def status(course: Course, day: date) -> Status:
    """Tell how the document stands. That its period has begun is not to say that it is decided.

    >>> today = date(2026, 11, 17)
    >>> status(Course(), today).value
    'draft'
    >>> status(Course(is_required=True), today).value
    'missing'
    >>> status(Course(decided_on=date(2026, 11, 1), starts_on=date(2027, 1, 1)), today).value
    'coming'
    >>> status(Course(starts_on=date(2020, 1, 1)), today).value
    'undecided'
    >>> status(Course(decided_on=date(2020, 1, 1), ends_on=today), today).value
    'ended'
    """
    if course.is_replaced:
        return Status.REPLACED
    if course.ends_on is not None and course.ends_on <= day:
        return Status.ENDED
    begun = course.starts_on is None or course.starts_on <= day
    if course.decided_on is not None and course.decided_on <= day:
        return Status.IN_FORCE if begun else Status.COMING
    if course.starts_on is not None and begun:
        return Status.UNDECIDED
    return Status.MISSING if course.is_required and not course.is_here else Status.DRAFT
