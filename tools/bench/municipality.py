"""A made-up municipality: its bodies, functions, persons and appointments, the same every time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from uuid import UUID

from samsyn.exchange.made_up import names
from samsyn.organisation.models import (
    Appointment,
    Area,
    AreaKind,
    Body,
    BodyKind,
    BodyName,
    Office,
    Person,
    Placement,
    Position,
)

_BEGINNING = date(2014, 1, 1)
_OUTSIDE = (BodyKind.POLICE, BodyKind.ASSOCIATION, BodyKind.COMPANY, BodyKind.PARISH)
_OFFICES = ("Ordförande", Office.CHAIR), ("Förste vice ordförande", Office.FIRST_VICE_CHAIR)

# Shares of the whole, in one of so many.
_RENAMED, _ENDED, _VACANT, _SEVERAL_HOLDERS, _WITHOUT_AREA = 8, 20, 12, 10, 3


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are of each; the persons hold what functions there are."""

    bodies: int = 300
    positions: int = 1_500
    appointments: int = 4_000
    persons: int = 2_600
    areas: int = 60


@dataclass(slots=True)
class MadeUp:
    """The rows of one municipality, in the order in which they may be written."""

    municipality_id: UUID
    areas: list[Area] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    body_names: list[BodyName] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)

    @property
    def tables(self) -> Iterator[list[Any]]:
        yield from (self.areas, self.bodies, self.body_names, self.placements)
        yield from (self.positions, self.persons, self.appointments)


def make(number: int, size: Size, today: date) -> MadeUp:
    """Make the municipality with the number; none of its names is anyone's."""
    random = _chance(number)
    return _Maker(_uuid(random), random, size, today).made


def identity(number: int) -> UUID:
    """Tell the id of a municipality without making all of it."""
    return _uuid(_chance(number))


def _chance(number: int) -> Random:
    return Random(number)  # noqa: S311 - the same figures every time are the point


def _uuid(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


class _Maker:
    def __init__(self, municipality_id: UUID, random: Random, size: Size, today: date) -> None:
        self._random = random
        self._today = today
        self.made = MadeUp(municipality_id)
        self._make_areas(size.areas)
        self._make_bodies(size.bodies)
        self._make_positions(size.positions)
        self._make_persons(size.persons)
        self._make_appointments(size.appointments)

    def _owned(self) -> dict[str, Any]:
        return {"id": _uuid(self._random), "municipality_id": self.made.municipality_id}

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def _make_areas(self, count: int) -> None:
        for n, name in enumerate(names.places(self._random, count)):
            above = self.made.areas[n // 8] if n else None
            kind = AreaKind.DISTRICT if n else AreaKind.MUNICIPALITY
            area = Area(**self._owned(), key=f"omrade-{n}", kind=kind, name=name, parent=above)
            self.made.areas.append(area)

    def _make_bodies(self, count: int) -> None:
        """A council, a tenth boards below it, administrations below them, and units at last."""
        fields = names.fields(self._random, max(1, count // 10))
        places = names.places(self._random, count)
        for n in range(count):
            field_of_work = fields[n % len(fields)]
            parent, kind = self._place(n, count)
            body = self._body(n, kind, may_end=n > count // 2)
            self._name(body, _called(kind, field_of_work, places[n]), places[-n])
            if parent is not None:
                self._put_under(body, parent)

    def _place(self, n: int, count: int) -> tuple[Body | None, BodyKind]:
        boards, administrations = count // 10, count // 5
        if n == 0:
            return None, BodyKind.COUNCIL
        if n <= boards:
            return self.made.bodies[0], BodyKind.BOARD
        if n <= administrations:
            return self.made.bodies[n - boards], BodyKind.ADMINISTRATION
        if n % 12 == 0:
            return None, _OUTSIDE[n // 12 % len(_OUTSIDE)]
        return self.made.bodies[boards + 1 + n % (administrations - boards or 1)], BodyKind.UNIT

    def _body(self, n: int, kind: BodyKind, *, may_end: bool) -> Body:
        areas = self.made.areas
        is_somewhere = areas and not self._is_one_in(_WITHOUT_AREA)
        body = Body(
            **self._owned(),
            key=f"organ-{n}",
            kind=kind,
            is_own_authority=kind == BodyKind.BOARD,
            area=self._random.choice(areas) if is_somewhere else None,
            starts_on=_BEGINNING,
            ends_on=self._day(2023, 2025) if may_end and self._is_one_in(_ENDED) else None,
        )
        self.made.bodies.append(body)
        return body

    def _day(self, first_year: int, last_year: int) -> date:
        days = (date(last_year, 12, 31) - date(first_year, 1, 1)).days
        return date(first_year, 1, 1) + timedelta(days=self._random.randrange(days))

    def _name(self, body: Body, name: str, other: str) -> None:
        turns = [body.starts_on, body.ends_on]
        if self._is_one_in(_RENAMED):
            turns.insert(1, self._day(2018, 2022))
        for n, (starts_on, ends_on) in enumerate(pairwise(turns)):
            called = f"{name} {other}" if n else name
            self.made.body_names.append(
                BodyName(
                    **self._owned(), body=body, name=called, starts_on=starts_on, ends_on=ends_on
                )
            )

    def _put_under(self, body: Body, parent: Body) -> None:
        period = {"starts_on": body.starts_on, "ends_on": body.ends_on}
        self.made.placements.append(Placement(**self._owned(), body=body, parent=parent, **period))

    def _make_positions(self, count: int) -> None:
        bodies = self.made.bodies
        for n in range(count):
            body = bodies[n % len(bodies)]
            title, office = names.title(self._random), ""
            if body.kind == BodyKind.BOARD and n // len(bodies) < len(_OFFICES):
                title, office = _OFFICES[n // len(bodies)]
            position = Position(
                **self._owned(),
                body=body,
                key=f"funktion-{n}",
                title=title,
                office=office,
                is_single=bool(office) or not self._is_one_in(_SEVERAL_HOLDERS),
                starts_on=body.starts_on,
                ends_on=body.ends_on,
            )
            self.made.positions.append(position)

    def _make_persons(self, count: int) -> None:
        for n, (given, family) in enumerate(names.persons(self._random, count)):
            person = Person(
                **self._owned(),
                key=f"person-{n}",
                given_name=given,
                family_name=family,
                is_invented=True,
            )
            self.made.persons.append(person)

    def _make_appointments(self, count: int) -> None:
        """Give each function a row of holders since the beginning, and leave some vacant."""
        positions = self.made.positions
        for n, position in enumerate(positions):
            holders = count // len(positions) + (n < count % len(positions))
            persons = self._random.sample(self.made.persons, holders)
            turns = self._turns(position, holders)
            for person, (starts_on, ends_on) in zip(persons, pairwise(turns), strict=True):
                self._appoint(position, person, starts_on, ends_on)

    def _turns(self, position: Position, holders: int) -> list[date | None]:
        """The days when one takes over from another; the last still holds, or has left, or soon."""
        last_day = position.ends_on or self._today
        length = (last_day - _BEGINNING).days
        between = self._random.sample(range(30, length), max(0, holders - 1))
        turns: list[date | None] = [_BEGINNING]
        turns += [_BEGINNING + timedelta(days=days) for days in sorted(between)]
        leaves = position.ends_on
        if leaves is None and self._is_one_in(_VACANT):
            leaves = self._today + timedelta(days=self._random.choice((0, 0, 45)))
        return [*turns, leaves] if holders else turns

    def _appoint(
        self, position: Position, person: Person, starts_on: date | None, ends_on: date | None
    ) -> None:
        # Where there is room for several, they stay on after the next has come.
        if not position.is_single and ends_on and ends_on < self._today:
            ends_on = position.ends_on
        self.made.appointments.append(
            Appointment(
                **self._owned(),
                position=position,
                is_single=position.is_single,
                person=person,
                starts_on=starts_on,
                ends_on=ends_on,
            )
        )


def _called(kind: BodyKind, field_of_work: str, place: str) -> str:
    match kind:
        case BodyKind.COUNCIL:
            return f"Kommunfullmäktige i {place}"
        case BodyKind.BOARD:
            return f"{field_of_work.capitalize()}nämnden"
        case BodyKind.ADMINISTRATION:
            return f"{field_of_work.capitalize()}förvaltningen"
        case BodyKind.UNIT:
            return f"{place}s {field_of_work}enhet"
        case _:
            return f"{place}s {BodyKind(kind).label}"
