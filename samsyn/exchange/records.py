"""What the files say, and what the municipality has, in one form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from samsyn.exchange.fields import ABSENT
from samsyn.exchange.kinds import Kind, Values
from samsyn.exchange.problems import Problem, Report


@dataclass(slots=True)
class Record:
    """One record of a file; what it does not say is ABSENT."""

    kind: Kind
    key: str
    values: Values
    file: str
    line: int
    lines: Sequence[int]
    number: int = 0
    is_broken: bool = False

    def says(self, name: str) -> bool:
        return self.values[self.kind.places[name]] is not ABSENT

    def said(self, name: str) -> Any:
        return self.values[self.kind.places[name]]

    def where(self, name: str) -> tuple[int, str]:
        """The line and the path of a field, or of the record when it does not say that field."""
        of, step = name.partition("[")[0], name
        if of not in self.kind.places or not self.says(of):
            step = ""
        line = self.lines[self.kind.places[of]] if step else 0
        return line or self.line, ".".join(part for part in (self.path, step) if part)

    @property
    def path(self) -> str:
        name = self.key or f"[{self.number}]"
        return f"{self.kind.section}.{name}" if self.key else f"{self.kind.section}{name}"


@dataclass(frozen=True, slots=True)
class Place:
    """Who the municipality is, and the line that says so."""

    key: str
    file: str
    line: int
    name: str = ""
    code: str = ""


@dataclass(slots=True)
class Part:
    """What the files say of one municipality."""

    place: Place
    records: dict[str, list[Record]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(len(records) for records in self.records.values())

    def meet(self, stored: "dict[str, list[Entry]]", report: Report, today: date) -> None:
        """Find out who is meant, where that is not said by keys."""


@dataclass(slots=True)
class Outcome:
    """What was read, by the municipality's key, and every problem on the way."""

    parts: dict[str, Part]
    problems: list[Problem]
    count: int
    names: list[str]
    passed_over: list[str]


class Entry:
    """One record as it will be: what the municipality has, changed by what the files say."""

    __slots__ = ("before", "key", "pk", "record", "values")

    def __init__(
        self, key: str, pk: UUID, before: Values | None, record: Record | None = None
    ) -> None:
        self.key, self.pk, self.before, self.record = key, pk, before, record
        self.values: Values = before or ()

    def put(self, place: int, value: Any) -> None:
        self.values = (*self.values[:place], value, *self.values[place + 1 :])

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def is_changed(self) -> bool:
        return self.values != self.before
