"""The kinds of values that a field can have: how each is read, written, stored and described.

A value is compared and kept in one form: text, truth, number, day, period, key, or a tuple.
"""

import re
from collections.abc import Iterable
from collections.abc import Sequence as Many
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from samsyn.exchange import days, text
from samsyn.exchange.nodes import Mapping, Node, Scalar, Sequence
from samsyn.exchange.problems import Report
from samsyn.exchange.suggestions import meant
from samsyn.kernel.identity import holds_personal_number, organisation_number
from samsyn.kernel.period import Period

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Schema = dict[str, Any]


class _Absent:
    """Stands for what a file does not say."""

    def __repr__(self) -> str:
        return "absent"


ABSENT: Final = _Absent()

_LONGEST_LINE = 200
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_YES = frozenset({"ja", "true", "yes"})
_NO = frozenset({"nej", "false", "no"})


@dataclass(frozen=True)
class Field:
    """One field of a record; `column` is what the model calls it."""

    name: str
    label: "_StrPromise"
    column: str = ""
    is_required: bool = False
    empty: Any = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """What is fetched for the field from the model's table."""
        return (self.column or self.name,)

    @property
    def stored_in(self) -> tuple[str, ...]:
        """The columns that the field is written to."""
        return self.columns

    def take(self, row: Many[Any], at: int) -> Any:
        """Make the value of what was fetched."""
        return row[at]

    def give(self, value: Any) -> tuple[Any, ...]:
        """Make what is written to the columns."""
        return (value,)

    def read(self, node: Node, report: Report) -> Any:
        """Make the value of what the file says, or ABSENT with what is wrong told."""
        if not isinstance(node, Scalar):
            report.wrong(
                node.line, _("Här ska ett värde stå, inte en lista eller post."), "", self.name
            )
            return ABSENT
        if node.is_empty:
            return self._emptied(node, report)
        return self.understand(node, report)

    def _emptied(self, node: Scalar, report: Report) -> Any:
        if self.is_required:
            report.wrong(node.line, _("Fältet får inte vara tomt."), self.expected(), self.name)
            return ABSENT
        return self.empty

    def understand(self, node: Scalar, report: Report) -> Any:
        raise NotImplementedError

    def expected(self) -> str:
        """What would be right, in words."""
        return ""

    def write(self, value: Any) -> str:
        """Write the value as it stands in a file."""
        return text.quoted(value)

    def write_if(self, value: Any) -> str:
        """Write the value, or nothing for the one that is understood."""
        return "" if value == self.empty else self.write(value)

    def schema(self) -> Schema:
        raise NotImplementedError

    def describe(self) -> Schema:
        """The field in JSON Schema; what may be emptied may be null."""
        told = self.schema()
        if not self.is_required:
            told = {"anyOf": [told, {"type": "null"}]}
        return {"description": str(self.label), **told}


@dataclass(frozen=True)
class Text(Field):
    """One line of text; with `lines`, several."""

    longest: int = _LONGEST_LINE
    lines: bool = False

    def understand(self, node: Scalar, report: Report) -> Any:
        wrong, right = self._fault(node.text)
        if wrong:
            report.wrong(node.line, wrong, right, self.name)
            return ABSENT
        return node.text

    def _fault(self, said: str) -> tuple[str, str]:
        if not said.strip() and self.is_required:
            return _("Fältet får inte vara tomt."), ""
        if len(said) > self.longest:
            return (
                _("Texten har %(count)d tecken.") % {"count": len(said)},
                _("högst %(most)d tecken") % {"most": self.longest},
            )
        if _UNSTORABLE.search(said):
            return _("Texten innehåller ett tecken som inte kan sparas."), _("ta bort det")
        if holds_personal_number(said):
            return _("Här står något som liknar ett personnummer."), _(
                "ta bort det, det behövs inte"
            )
        return ("", "") if self.lines else _fault_of_line(said)

    def schema(self) -> Schema:
        told: Schema = {"type": ["string", "number", "boolean"] if not self.lines else "string"}
        told |= {"maxLength": self.longest}
        if self.is_required:
            told["minLength"] = 1
        return told


def _fault_of_line(said: str) -> tuple[str, str]:
    if "\n" in said or "\r" in said:
        return _("Texten har flera rader."), _("skriv den på en rad")
    if said != said.strip():
        return _("Texten börjar eller slutar med mellanslag."), text.quoted(said.strip())
    return "", ""


@dataclass(frozen=True)
class SecureAddress(Text):
    """An address on the web."""

    def _fault(self, said: str) -> tuple[str, str]:
        if said and not re.fullmatch(r"https://[^\s/]\S*", said):
            return _("Adressen går inte att använda."), _(
                "skriv den med https:// och utan mellanslag"
            )
        return super()._fault(said)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^https://[^\s/]\S*$", "maxLength": self.longest}


@dataclass(frozen=True)
class OrganisationNumber(Field):
    def understand(self, node: Scalar, report: Report) -> Any:
        number = organisation_number(node.text)
        if number is None:
            wrong = _("Organisationsnumret %(number)s stämmer inte.") % {"number": node.text[:20]}
            report.wrong(
                node.line, wrong, _("skriv NNNNNN-NNNN med rätt kontrollsiffra"), self.name
            )
            return ABSENT
        return number

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^\d{6}-?\d{4}$"}


@dataclass(frozen=True)
class Choice(Field):
    choices: type[TextChoices] = TextChoices

    def understand(self, node: Scalar, report: Report) -> Any:
        if node.text in self.choices.values:
            return node.text
        report.wrong(
            node.line,
            _("”%(word)s” finns inte att välja.") % {"word": node.text[:40]},
            self._nearest(node.text),
            self.name,
        )
        return ABSENT

    def _nearest(self, word: str) -> str:
        """People write the Swedish word: the value that it is the label of is what they meant."""
        labels = {str(label).lower(): value for value, label in self.choices.choices}
        if word.lower() in labels:
            return _("skriv %(word)s") % {"word": labels[word.lower()]}
        return meant(word, self.choices.values)

    def expected(self) -> str:
        return _("välj bland %(words)s") % {"words": ", ".join(self.choices.values)}

    def schema(self) -> Schema:
        return {"enum": list(self.choices.values)}


@dataclass(frozen=True)
class Flag(Field):
    """A yes or a no; `is_inverted` when the model says the opposite."""

    is_inverted: bool = False
    empty: Any = False

    def take(self, row: Many[Any], at: int) -> bool:
        return bool(row[at]) is not self.is_inverted

    def give(self, value: Any) -> tuple[Any, ...]:
        return (value is not self.is_inverted,)

    def understand(self, node: Scalar, report: Report) -> Any:
        word = node.text.lower()
        if word in _YES or word in _NO:
            return word in _YES
        report.wrong(
            node.line,
            _("”%(word)s” är varken ja eller nej.") % {"word": node.text[:40]},
            _("skriv ja eller nej"),
            self.name,
        )
        return ABSENT

    def write(self, value: Any) -> str:
        return "true" if value else "false"

    def schema(self) -> Schema:
        return {"enum": [True, False, *sorted(_YES | _NO)]}


@dataclass(frozen=True)
class Number(Field):
    least: int = 0
    most: int = 100
    empty: Any = 100

    def understand(self, node: Scalar, report: Report) -> Any:
        said = node.text.removesuffix("%").strip()
        if re.fullmatch(r"\d{1,9}", said, re.ASCII) and self.least <= int(said) <= self.most:
            return int(said)
        report.wrong(
            node.line,
            _("”%(word)s” är inte ett tal som går här.") % {"word": node.text[:40]},
            _("skriv ett heltal från %(least)d till %(most)d")
            % {"least": self.least, "most": self.most},
            self.name,
        )
        return ABSENT

    def write(self, value: Any) -> str:
        return str(value)

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Day(Field):
    empty: Any = None

    def understand(self, node: Scalar, report: Report) -> Any:
        try:
            return days.read_day(node.text)
        except days.NotADayError as fault:
            report.wrong(node.line, fault.wrong, fault.right, self.name)
            return ABSENT

    def write(self, value: date) -> str:
        return str(value)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class Shared(Flag):
    """Kept by the row having no municipality."""

    column: str = "municipality_id"

    @property
    def stored_in(self) -> tuple[str, ...]:
        return ()

    def take(self, row: Many[Any], at: int) -> bool:
        return row[at] is None


_EDGE = r"(\d{4}(-\d{2}(-\d{2})?)?|\.\.)"


@dataclass(frozen=True)
class Days(Field):
    """A period."""

    empty: Any = Period()  # noqa: RUF009 - frozen
    is_closed: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return ("starts_on", "ends_on")

    def take(self, row: Many[Any], at: int) -> Period:
        return Period(row[at], row[at + 1])

    def give(self, value: Any) -> tuple[Any, ...]:
        return value.starts_on, value.ends_on

    def understand(self, node: Scalar, report: Report) -> Any:
        try:
            period = days.read_period(node.text)
        except days.NotADayError as fault:
            report.wrong(node.line, fault.wrong, fault.right, self.name)
            return ABSENT
        if self.is_closed and (period.starts_on is None or period.ends_on is None):
            wrong = _("Perioden måste ha både en första och en sista dag.")
            report.wrong(node.line, wrong, self.expected(), self.name)
            return ABSENT
        return period

    def expected(self) -> str:
        return _("skriv den som 2023-01-01/2026-12-31")

    def write(self, value: Period) -> str:
        return days.write_period(value)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_EDGE}/{_EDGE}$"}


@dataclass(frozen=True)
class Reference(Field):
    """The key of a record in another section."""

    section: str = ""
    by: str = "key"
    # Columns that repeat what the record referred to says: the column, and the field there.
    repeats: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (f"{self.column or self.name}__{self.by}",)

    @property
    def stored_in(self) -> tuple[str, ...]:
        return (f"{self.column or self.name}_id", *(column for column, _field in self.repeats))

    def take(self, row: Many[Any], at: int) -> str:
        return row[at] or ""

    def understand(self, node: Scalar, report: Report) -> Any:  # noqa: ARG002 - checked together
        return node.text

    def expected(self) -> str:
        return _("skriv en nyckel som finns under %(section)s") % {"section": self.section}

    def schema(self) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True)
class ShortText(Text):
    """A short way to write a list of one; it is never kept itself."""

    empty: Any = ABSENT

    @property
    def columns(self) -> tuple[str, ...]:
        return ()

    def _emptied(self, _node: Scalar, _report: Report) -> str:
        return ""


@dataclass(frozen=True)
class ShortReference(Reference):
    """A short way to write a list of one; it is never kept itself."""

    empty: Any = ABSENT

    @property
    def columns(self) -> tuple[str, ...]:
        return ()

    def _emptied(self, _node: Scalar, _report: Report) -> str:
        return ""


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
        return ABSENT if ABSENT in read else in_order(read)

    def _one(self, node: Node, report: Report, step: str) -> Any:
        report.path.append(step)
        try:
            return read_fields(self.fields, node, report)
        finally:
            report.path.pop()

    def _refuse(self, node: Node, report: Report) -> None:
        names = ", ".join(f"{field.name}: …" for field in self.fields[:2])
        report.wrong(node.line, _("Här ska en lista stå."), f"[{{{names}}}]", self.name)

    def write(self, value: Any) -> str:
        return f"[{', '.join(self.write_one(one) for one in value)}]"

    def write_one(self, one: Any) -> str:
        said = (
            f"{field.name}: {field.write(value)}"
            for field, value in zip(self.fields, one, strict=True)
            if value != field.empty
        )
        return f"{{{', '.join(said)}}}"

    def schema(self) -> Schema:
        return {"type": "array", "items": record_schema(self.fields)}


def in_order(parts: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
    """The order of a list says nothing, so it is kept in one: by period, then as it reads."""
    return tuple(sorted(parts, key=_order))


def _order(part: tuple[Any, ...]) -> tuple[Any, ...]:
    periods = [value for value in part if isinstance(value, Period)]
    rest = [value for value in part if not isinstance(value, Period)]
    return *((each.starts_on or date.min, each.ends_on or date.max) for each in periods), *rest


def read_fields(fields: tuple[Field, ...], node: Node, report: Report) -> Any:
    """Read a small record whole: what is absent has its empty value."""
    if not isinstance(node, Mapping):
        wrong, right = _("Här ska fält med värden stå."), f"{{{fields[0].name}: …}}"
        report.wrong(node.line, wrong, right)
        return ABSENT
    before, known = report.count, {field.name: field for field in fields}
    values = {field.name: field.empty for field in fields}
    for key, value in node.entries:
        if key.text in known:
            values[key.text] = known[key.text].read(value, report)
        else:
            refuse_field(key, known, report)
    said = {key.text for key, _value in node.entries}
    refuse_missing([f for f in fields if f.name not in said], node.line, report)
    return tuple(values.values()) if report.count == before else ABSENT


def refuse_field(key: Scalar, known: Many[str] | dict[str, Any], report: Report) -> None:
    wrong = _("Fältet %(name)s finns inte.") % {"name": key.text[:40]}
    report.wrong(key.line, wrong, meant(key.text, list(known)))


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
