"""Fields that hold small records, which are values of the one they stand in."""

from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Many
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from samsyn.exchange.fields.field import ABSENT, Field, Referred, Schema
from samsyn.exchange.fields.texts import Choice, Text
from samsyn.exchange.nodes import Mapping, Node, Scalar, Sequence
from samsyn.exchange.problems import Report
from samsyn.exchange.suggestions import meant
from samsyn.exchange.text import quoted
from samsyn.kernel.period import Period


class Form:
    """How a small record is read, made ready once for the thousands that have the same form."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self._first = fields[0].name
        self._known = {field.name: (place, field) for place, field in enumerate(fields)}
        self._empties = [field.empty for field in fields]
        self._required = [field for field in fields if field.is_required]

    def read(self, node: Node, report: Report) -> Any:
        """Read the record whole: what is absent has its empty value."""
        if not isinstance(node, Mapping):
            wrong, right = _("Här ska fält med värden stå."), f"{{{self._first}: …}}"
            report.wrong(node.line, wrong, right)
            return ABSENT
        before, values = report.count, self._empties.copy()
        for key, value in node.entries:
            if (known := self._known.get(key.text)) is None:
                refuse_field(key, list(self._known), report)
            else:
                place, field = known
                values[place] = field.read(value, report)
        if self._required:
            said = {key.text for key, _value in node.entries}
            refuse_missing([f for f in self._required if f.name not in said], node.line, report)
        return tuple(values) if report.count == before else ABSENT


@dataclass(frozen=True)
class Parts(Field):
    """A list of small records that are values of the one they stand in."""

    fields: tuple[Field, ...] = ()
    empty: Any = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return ()

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Scalar) and node.is_empty:
            return self._emptied(node, report)
        if not isinstance(node, Sequence):
            self._refuse(node, report)
            return ABSENT
        read = [
            self._one(item, report, f"{self.name}[{n}]") for n, item in enumerate(node.items, 1)
        ]
        return ABSENT if ABSENT in read else self.arranged(read)

    @property
    def said(self) -> tuple[Field, ...]:
        """The fields that stand in a file."""
        return self.fields

    @cached_property
    def _form(self) -> Form:
        return Form(self.said)

    @cached_property
    def _referring(self) -> tuple[tuple[int, Field], ...]:
        return tuple((place, field) for place, field in enumerate(self.fields) if field.refers)

    @property
    def refers(self) -> bool:
        return bool(self._referring)

    def referred(self, value: Any) -> Iterator[Referred]:
        for number, part in enumerate(value, 1):
            for place, field in self._referring:
                for step, section, key in field.referred(part[place]):
                    yield f"{self.name}[{number}].{step}", section, key

    def arranged(self, read: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
        return in_order(read)

    def _one(self, node: Node, report: Report, step: str) -> Any:
        report.path.append(step)
        try:
            return self._form.read(node, report)
        finally:
            report.path.pop()

    def _refuse(self, node: Node, report: Report) -> None:
        names = ", ".join(f"{field.name}: …" for field in self.said[:2])
        report.wrong(node.line, _("Här ska en lista stå."), f"[{{{names}}}]", self.name)

    def write(self, value: Any) -> str:
        return f"[{', '.join(self.write_one(one) for one in value)}]"

    def write_one(self, one: Any) -> str:
        return write_fields(self.said, one[-len(self.said) :])

    def schema(self) -> Schema:
        return {"type": "array", "items": record_schema(self.said)}


def in_order(parts: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
    """The order of a list says nothing, so it is kept in one: by period, then as it reads."""
    return tuple(sorted(parts, key=_order))


def _order(part: tuple[Any, ...]) -> tuple[Any, ...]:
    periods = [value for value in part if isinstance(value, Period)]
    rest = ((value is None, value) for value in part if not isinstance(value, Period))
    return *((each.starts_on or date.min, each.ends_on or date.max) for each in periods), *rest


def write_fields(fields: tuple[Field, ...], values: Many[Any]) -> str:
    """Write a small record on one line; what is empty is understood."""
    said = (
        f"{field.name}: {field.write(value)}"
        for field, value in zip(fields, values, strict=True)
        if value != field.empty
    )
    return f"{{{', '.join(said)}}}"


def refuse_field(key: Scalar, known: list[str], report: Report) -> None:
    wrong = _("Fältet %(name)s finns inte.") % {"name": key.text[:40]}
    report.wrong(key.line, wrong, meant(key.text, known))


def refuse_missing(fields: list[Field], line: int, report: Report) -> None:
    for field in fields:
        if field.is_required:
            wrong = _("Fältet %(name)s saknas.") % {"name": field.name}
            report.wrong(line, wrong, field.expected())


def record_schema(fields: tuple[Field, ...]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.is_required],
        "properties": {field.name: field.describe() for field in fields},
    }


@dataclass(frozen=True)
class Ordinal(Field):
    """The place of a part in a list whose order says something; a file says it by the order."""

    name: str = "ordinal"
    label: Any = ""
    empty: Any = 0


@dataclass(frozen=True)
class Ordered(Parts):
    """A list whose order says something; the first field of its parts is their Ordinal."""

    @property
    def said(self) -> tuple[Field, ...]:
        return self.fields[1:]

    def arranged(self, read: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
        return tuple((n, *one) for n, one in enumerate(read, 1))


@dataclass(frozen=True)
class Listed(Parts):
    """A list that stands as it was written down; it has no table of its own."""

    def arranged(self, read: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
        return tuple(read)


@dataclass(frozen=True)
class Whole(Field):
    """One small record that is a value of the one it stands in."""

    fields: tuple[Field, ...] = ()
    empty: Any = ()

    @cached_property
    def _form(self) -> Form:
        return Form(self.fields)

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Scalar) and node.is_empty:
            return self._emptied(node, report)
        report.path.append(self.name)
        try:
            return self._form.read(node, report)
        finally:
            report.path.pop()

    def write(self, value: Any) -> str:
        return write_fields(self.fields, value)

    def schema(self) -> Schema:
        return record_schema(self.fields)


@dataclass(frozen=True)
class Words(Field):
    """A list of words, each on one line; with `choices`, one of those."""

    empty: Any = ()
    choices: type[TextChoices] | None = None

    def take(self, row: Many[Any], at: int) -> Any:
        return tuple(row[at])

    def give(self, value: Any) -> tuple[Any, ...]:
        return (list(value),)

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Scalar) and node.is_empty:
            return self._emptied(node, report)
        if not isinstance(node, Sequence):
            report.wrong(node.line, _("Här ska en lista stå."), f"[{self._example()}]", self.name)
            return ABSENT
        one = self._one()
        read = [one.read(item, report) for item in node.items]
        return ABSENT if ABSENT in read else tuple(dict.fromkeys(read))

    def _one(self) -> Field:
        if self.choices is None:
            return Text(self.name, self.label, is_required=True)
        return Choice(self.name, self.label, is_required=True, choices=self.choices)

    def _example(self) -> str:
        return ", ".join(self.choices.values[:2]) if self.choices else "…, …"

    def write(self, value: Any) -> str:
        return f"[{', '.join(map(quoted, value))}]"

    def schema(self) -> Schema:
        return {"type": "array", "items": self._one().schema()}


@dataclass(frozen=True)
class Sources(Parts):
    """What is cited for a record: one mapping, or a list of them."""

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Mapping):
            one = self._one(node, report, self.name)
            return ABSENT if one is ABSENT else (one,)
        if not isinstance(node, Sequence):
            return super().read(node, report)
        read = [
            self._one(item, report, f"{self.name}[{n}]") for n, item in enumerate(node.items, 1)
        ]
        return ABSENT if ABSENT in read else tuple(read)

    def write(self, value: Any) -> str:
        return self.write_one(value[0]) if len(value) == 1 else super().write(value)

    def schema(self) -> Schema:
        one = record_schema(self.fields)
        return {"anyOf": [one, {"type": "array", "items": one}]}
