"""What a body is now, in its own row, laid over what it has been, in rows of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.fields import ABSENT, in_order
from samsyn.exchange.sheets.naming import at
from samsyn.exchange.sheets.registers import registers
from samsyn.exchange.sheets.rows import Row
from samsyn.kernel.period import Period

Parts = tuple[tuple[Any, ...], ...]
_SHEETS = {each.name: each for each in registers()}


class SaysTwoThingsError(ValueError):
    """The row of a body and its history differ, and both differ from what there is."""

    def __init__(self, sheet: str) -> None:
        super().__init__(sheet)
        self.wrong = _("Här står något annat än på bladet %(sheet)s.") % {"sheet": sheet}
        self.right = _("skriv samma på båda")


@dataclass(frozen=True, slots=True)
class Line:
    """The names, or the places, of one body through time; `life` is how long it has existed."""

    stored: Parts
    life: Period
    day: date


@dataclass(frozen=True, slots=True)
class History:
    """A field that is a list over time, and the columns that say what it is now."""

    field: str
    columns: tuple[str, ...]

    def laid_over(self, row: Row | None, parts: Parts | None, line: Line) -> dict[str, Any]:
        """What the sheets say, as fields of the record; nothing when that is what there is."""
        stored_now = self._on(line.stored, line.day)
        wanted = self._wanted(row, stored_now)
        if parts is not None:
            return self._with_history(parts, wanted, stored_now, line)
        if wanted == stored_now:
            return {}
        if row is not None and self._lasts(line):
            return {name: row.said(name) for name in self.columns}
        return {self.field: self._replaced(line.stored, wanted, line.day)}

    def _with_history(
        self, parts: Parts, wanted: tuple[Any, ...], stored_now: tuple[Any, ...], line: Line
    ) -> dict[str, Any]:
        parts = in_order(self._sourced(part, line.stored) for part in parts)
        if wanted in (stored_now, self._on(parts, line.day)):
            return {} if parts == line.stored else {self.field: parts}
        if parts == line.stored:
            return {self.field: self._replaced(parts, wanted, line.day)}
        raise SaysTwoThingsError(str(_SHEETS[self.field].title))

    def _wanted(self, row: Row | None, now: tuple[Any, ...]) -> tuple[Any, ...]:
        if row is None:
            return now
        said = (row.said(name) for name in self.columns)
        return tuple(was if is_ is ABSENT else is_ for was, is_ in zip(now, said, strict=True))

    def _on(self, parts: Parts, day: date) -> tuple[Any, ...]:
        found = at(day, parts, self._width)
        return found[: self._width] if found else ("",) * self._width

    def _lasts(self, line: Line) -> bool:
        """Tell whether there is one part at most, that lasts as long as the body."""
        return all(part[self._width] == line.life for part in line.stored) and len(line.stored) < 2  # noqa: PLR2004

    def _replaced(self, parts: Parts, wanted: tuple[Any, ...], day: date) -> Parts:
        now = at(day, parts, self._width)
        rest = [part for part in parts if part is not now]
        if not any(wanted):
            return tuple(rest)
        period, source = (now[self._width], now[-1]) if now else (Period(), ())
        return in_order([*rest, (*wanted, period, source)])

    def _sourced(self, part: tuple[Any, ...], stored: Parts) -> tuple[Any, ...]:
        """A sheet has no sources, so a part keeps those of the one that it stands for."""
        same = next((each for each in stored if each[: self._width] == part[: self._width]), None)
        return (*part[:-1], same[-1] if same else ())

    @property
    def _width(self) -> int:
        return len(self.columns)


NAMES = History("names", ("name", "short_name"))
PLACEMENTS = History("placements", ("under",))


def parts_of(rows: Iterable[tuple[Row, Period]], history: History) -> Parts:
    return tuple(
        (*(row.text(name) for name in history.columns), period, ()) for row, period in rows
    )
