"""The kinds of columns: how the cells of each are read, written and explained."""

from collections.abc import Sequence as Many
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.exchange import days
from samsyn.exchange.fields import ABSENT, Field, Flag, Number
from samsyn.exchange.fields import Choice as ChoiceField
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.sheets.cells import Cell, CellReport, alike
from samsyn.exchange.suggestions import meant
from samsyn.kernel.period import Period

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_LANGUAGES = ("sv", "en")
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_EIGHT_DIGITS = 8
_CROSSES = frozenset({"x", "✓", "1"})
_NONE = frozenset({"..", "-", "–", "tills vidare", "until further notice"})


def spellings(words: "_StrPromise | str") -> tuple[str, ...]:
    """The words as they are written in each language."""
    told = []
    for language in _LANGUAGES:
        with translation.override(language):
            told.append(str(words))
    return tuple(dict.fromkeys(told))


@dataclass(frozen=True, eq=False)
class Column:
    """A column of a register; `like` is what others call it."""

    name: str
    heading: "_StrPromise"
    about: "_StrPromise"
    example: str | date | int = ""
    width: int = 22
    like: tuple[str, ...] = ()
    is_required: bool = False
    # One that is only read: what other spreadsheets have where ours have something else.
    is_foreign: bool = False
    # How a spreadsheet keeps the cells: as text, noughts and all, or as what is typed.
    shape: str = "@"

    @cached_property
    def known_as(self) -> frozenset[str]:
        return frozenset({self.name, *map(alike, spellings(self.heading))})

    @property
    def empty(self) -> Any:
        return ""

    @property
    def choices(self) -> Many[str]:
        """What there is to choose among, as the reader's language says it."""
        return ()

    def read(self, cell: Cell, report: CellReport) -> Any:
        """Make the value of what the cell holds, or ABSENT with what is wrong told."""
        if cell.text:
            return self.understand(cell, report)
        if self.is_required:
            report.wrong(0, _("Cellen får inte vara tom."), self.expected())
            return ABSENT
        return self.empty

    def understand(self, cell: Cell, _report: CellReport) -> Any:
        return cell.text

    def expected(self) -> str:
        return (
            _("välj bland %(words)s") % {"words": ", ".join(self.choices)} if self.choices else ""
        )

    def plain(self, value: Any) -> str | int | date | None:
        """What is written in the cell."""
        return value or None


@dataclass(frozen=True, eq=False, kw_only=True)
class Told(Column):
    """What a field of the file understands as text."""

    field: Field

    @property
    def empty(self) -> Any:
        return self.field.empty if self.field.columns else ""

    def understand(self, cell: Cell, report: CellReport) -> Any:
        return self.field.understand(Scalar(cell.text, 0, is_quoted=True), report)


@dataclass(frozen=True, eq=False, kw_only=True)
class Chosen(Column):
    """One of a few, by what it is called or by what stands in a file."""

    field: ChoiceField

    @property
    def empty(self) -> Any:
        return self.field.empty

    @property
    def choices(self) -> Many[str]:
        return [str(label) for label in self.field.choices.labels]

    @cached_property
    def _values(self) -> dict[str, str]:
        values = {value: value for value in self.field.choices.values}
        for value, label in self.field.choices.choices:
            values |= {alike(said): value for said in spellings(label)}
        return values

    def understand(self, cell: Cell, report: CellReport) -> Any:
        value = self._values.get(alike(cell.text))
        if value is None:
            wrong = _("”%(word)s” finns inte att välja.") % {"word": cell.text[:40]}
            report.wrong(0, wrong, meant(cell.text, self.choices))
            return ABSENT
        return value

    def plain(self, value: Any) -> str | None:
        return str(self.field.choices(value).label) if value else None


@dataclass(frozen=True, eq=False, kw_only=True)
class Ticked(Column):
    field: Flag

    @property
    def empty(self) -> Any:
        return False

    @property
    def choices(self) -> Many[str]:
        return [_("ja"), _("nej")]

    def understand(self, cell: Cell, report: CellReport) -> Any:
        word = "ja" if cell.text.lower() in _CROSSES else cell.text
        return self.field.understand(Scalar(word, 0, is_quoted=True), report)

    def plain(self, value: Any) -> str:
        return _("ja") if value else _("nej")


@dataclass(frozen=True, eq=False, kw_only=True)
class Percent(Column):
    field: Number

    @property
    def empty(self) -> Any:
        return self.field.empty

    def understand(self, cell: Cell, report: CellReport) -> Any:
        if isinstance(cell.value, int | float) and cell.value <= 1:
            wrong = _("Det går inte att se om %(number)s är procent eller andel.")
            right = _("skriv 50 för halvtid, i en cell med formatet Allmänt")
            report.wrong(0, wrong % {"number": cell.text}, right)
            return ABSENT
        return self.field.understand(Scalar(cell.text, 0, is_quoted=True), report)

    def plain(self, value: Any) -> str | int:
        return int(value) if value > 1 else str(value)


@dataclass(frozen=True, eq=False, kw_only=True)
class Edge(Column):
    """The first or the last day of a period, where a year or a month may stand for it."""

    is_last: bool = False

    @property
    def empty(self) -> Any:
        return None

    def understand(self, cell: Cell, report: CellReport) -> Any:
        if cell.text.lower() in _NONE:
            return None
        try:
            text = _day_of_number(cell) if cell.is_number else cell.text
            return _edge(text, is_last=self.is_last)
        except days.NotADayError as fault:
            report.wrong(0, fault.wrong, fault.right)
            return ABSENT

    def plain(self, value: Any) -> date | None:
        return value if isinstance(value, date) else None


def _day_of_number(cell: Cell) -> str:
    """Numbers are days only where a person would read them as such: 2023 and 20230131."""
    text = cell.text
    if len(text) == _EIGHT_DIGITS:
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return text
    raise _not_a_day(text)


def _not_a_day(text: str) -> days.NotADayError:
    wrong = _("”%(text)s” är inte en dag.") % {"text": text[:40]}
    return days.NotADayError(wrong, _("skriv år, månad och dag som 2023-01-31"))


def _edge(text: str, *, is_last: bool) -> date | None:
    if "/" in text:
        raise _not_a_day(text)
    period: Period = days.read_period(f"../{text}" if is_last else f"{text}/..")
    return period.last_day if is_last else period.starts_on


@dataclass(frozen=True, eq=False, kw_only=True)
class Reached(Column):
    """How to reach someone in one way: several are parted by semicolons, labels in brackets."""

    way: str = ""
    loses_noughts: bool = False

    @property
    def empty(self) -> Any:
        return ""

    def understand(self, cell: Cell, report: CellReport) -> Any:
        if self.loses_noughts and cell.is_number:
            wrong = _("Här står ett tal, så en inledande nolla har gått förlorad.")
            report.wrong(0, wrong, _("formatera cellen som text och skriv om det"))
            return ABSENT
        return cell.text


@dataclass(frozen=True, eq=False, kw_only=True)
class Named(Column):
    """A record of another register, by its key or by its name."""

    section: str = ""
