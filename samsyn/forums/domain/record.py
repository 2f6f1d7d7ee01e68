"""What a meeting is prepared with and remembered by, as plain values for page and print.

What the codes of states and presence are called, whoever prints them says in the reader's language.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time
from typing import Any


@dataclass(frozen=True, slots=True)
class Occasion:
    """Which meeting it is; the forum has the name that it had that day."""

    forum: str
    meets_on: date
    starts: time | None = None
    ends: time | None = None
    title: str = ""
    audience: str = ""
    place: str = ""
    mode: str = "room"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone who was asked: by name, function and body as they were that day."""

    person: str
    function: str
    body: str
    presence: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision under its number, 2026:7."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody has to do; `overruns` and `days_late` tell of debt."""

    what: str
    owner: str
    body: str
    due_on: date
    why: str = ""
    holder: str = ""
    overruns: int = 0
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the agenda with what came of it."""

    ordinal: int
    title: str
    background: str = ""
    notes: str = ""
    state: str = "open"
    moved_to: str = ""
    proposed_by: str = ""
    rulings: tuple[Ruling, ...] = ()
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a party told before the meeting."""

    person: str
    function: str
    body: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """What stood there when the minutes were made."""

    occasion: Occasion
    attendees: tuple[Attendee, ...] = ()
    points: tuple[Point, ...] = ()
    # What came of the meeting outside any point of the agenda.
    rulings: tuple[Ruling, ...] = ()
    tasks: tuple[Task, ...] = ()
    debt: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """What those who meet need beforehand; the debt comes first."""

    occasion: Occasion
    debt: tuple[Task, ...] = ()
    points: tuple[Point, ...] = ()
    contributions: tuple[Told, ...] = ()
    awaited: tuple[Attendee, ...] = ()


def to_json(record: Record) -> dict[str, Any]:
    written: dict[str, Any] = as_json(asdict(record))
    return written


def from_json(content: dict[str, Any]) -> Record:
    return Record(
        occasion=_occasion(content["occasion"]),
        attendees=_each(Attendee, content["attendees"]),
        points=tuple(_point(each) for each in content["points"]),
        rulings=_each(Ruling, content["rulings"]),
        tasks=_tasks(content["tasks"]),
        debt=_tasks(content["debt"]),
    )


def as_json(value: Any) -> Any:
    """Say days and hours as text, through and through."""
    match value:
        case dict():
            return {key: as_json(each) for key, each in value.items()}
        case list() | tuple():
            return [as_json(each) for each in value]
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            return value


def _occasion(content: dict[str, Any]) -> Occasion:
    starts, ends = (_clock(content[name]) for name in ("starts", "ends"))
    day = date.fromisoformat(content["meets_on"])
    return Occasion(**content | {"meets_on": day, "starts": starts, "ends": ends})


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _point(content: dict[str, Any]) -> Point:
    came = {"rulings": _each(Ruling, content["rulings"]), "tasks": _tasks(content["tasks"])}
    return Point(**content | came)


def _tasks(content: list[dict[str, Any]]) -> tuple[Task, ...]:
    return tuple(Task(**each | {"due_on": date.fromisoformat(each["due_on"])}) for each in content)


def _each(kind: Any, content: list[dict[str, Any]]) -> tuple[Any, ...]:
    """Leave out what a later version of the program no longer knows."""
    known = {field.name for field in fields(kind)}
    return tuple(kind(**{k: v for k, v in each.items() if k in known}) for each in content)
