"""Whether anybody looks after a thing: a function that somebody holds, or a group that exists."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Ownership(StrEnum):
    HELD = "held"
    GROUP = "group"
    VACANT = "vacant"
    ENDED = "ended"
    GROUP_ENDED = "group_ended"
    NONE = "none"


OWNED = frozenset({Ownership.HELD, Ownership.GROUP})


@dataclass(frozen=True, slots=True)
class Function:
    """A function that owns: until when it exists, and since when nobody holds it."""

    ends_on: date | None = None
    is_vacant: bool = False
    vacant_since: date | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group that owns."""

    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Owned:
    """How it is, and since when."""

    ownership: Ownership
    since: date | None = None


def owned(function: Function | None, group: Group | None, day: date) -> Owned:
    """Tell who looks after it on the day; one living owner of two is enough.

    >>> today = date(2026, 11, 17)
    >>> owned(None, Group(date(2020, 7, 1)), today)
    Owned(ownership=<Ownership.GROUP_ENDED: 'group_ended'>, since=datetime.date(2020, 7, 1))
    >>> owned(Function(is_vacant=True), Group(), today).ownership.value
    'group'
    >>> owned(None, None, today).ownership.value
    'none'
    """
    if function is not None and not function.is_vacant and not _ended(function.ends_on, day):
        return Owned(Ownership.HELD)
    if group is not None and not _ended(group.ends_on, day):
        return Owned(Ownership.GROUP)
    if function is not None and not _ended(function.ends_on, day):
        return Owned(Ownership.VACANT, function.vacant_since)
    if function is not None:
        return Owned(Ownership.ENDED, function.ends_on)
    if group is not None:
        return Owned(Ownership.GROUP_ENDED, group.ends_on)
    return Owned(Ownership.NONE)


def _ended(ends_on: date | None, day: date) -> bool:
    return ends_on is not None and ends_on <= day
