"""Fields that hold a truth, a number, a day or a period."""

import re
from collections.abc import Sequence as Many
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange import days
from samsyn.exchange.fields.field import ABSENT, Field, Schema
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.problems import Report
from samsyn.kernel.period import Period

_A_DAY = timedelta(days=1)
_YES = frozenset({"ja", "true", "yes"})


_NO = frozenset({"nej", "false", "no"})


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
class Shared(Flag):
    """Kept by the row having no municipality."""

    column: str = "municipality_id"

    @property
    def stored_in(self) -> tuple[str, ...]:
        return ()

    def take(self, row: Many[Any], at: int) -> bool:
        return row[at] is None


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
class LastDay(Day):
    """The last day that is in; the column holds the day after."""

    def take(self, row: Many[Any], at: int) -> date:
        return row[at] - _A_DAY  # type: ignore[no-any-return]

    def give(self, value: Any) -> tuple[Any, ...]:
        return (value + _A_DAY,)

    def understand(self, node: Scalar, report: Report) -> Any:
        day = super().understand(node, report)
        if day == date.max:
            wrong = _("”%(text)s” är för långt bort.") % {"text": node.text}
            report.wrong(node.line, wrong, "", self.name)
            return ABSENT
        return day


_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True)
class Clock(Field):
    """An hour and a minute of the day, as the clock on the wall shows it."""

    empty: Any = None

    def understand(self, node: Scalar, report: Report) -> Any:
        if _CLOCK.fullmatch(node.text):
            return time.fromisoformat(node.text)
        wrong = _("”%(text)s” är inte ett klockslag.") % {"text": node.text[:40]}
        report.wrong(node.line, wrong, _('skriv det som "13:30"'), self.name)
        return ABSENT

    def write(self, value: time) -> str:
        return f'"{value:%H:%M}"'

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_CLOCK.pattern}$"}


@dataclass(frozen=True)
class Moment(Field):
    """A point in time, kept and written in UTC."""

    empty: Any = None

    def understand(self, node: Scalar, report: Report) -> Any:
        try:
            said = datetime.fromisoformat(node.text)
        except ValueError:
            said = None
        if said is not None and said.tzinfo is not None:
            return said.astimezone(UTC)
        wrong = _("”%(text)s” är inte en tidpunkt.") % {"text": node.text[:40]}
        report.wrong(node.line, wrong, _('skriv den som "2026-01-31T13:30:00Z"'), self.name)
        return ABSENT

    def write(self, value: datetime) -> str:
        return f'"{value.astimezone(UTC).isoformat().replace("+00:00", "Z")}"'

    def schema(self) -> Schema:
        return {"type": "string", "format": "date-time"}


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


_AMOUNT = re.compile(r"-?\d{1,12}(\.\d{1,2})?", re.ASCII)


@dataclass(frozen=True)
class Amount(Field):
    """An amount with at most two decimals: kronor, or parts of a hundred."""

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**10)
    empty: Any = None

    def understand(self, node: Scalar, report: Report) -> Any:
        if _AMOUNT.fullmatch(node.text):
            said = Decimal(node.text)
            if self.least <= said <= self.most:
                return said.quantize(Decimal("0.01"))
        wrong = _("”%(word)s” är inte ett belopp som går här.") % {"word": node.text[:40]}
        told = {"least": self.least, "most": self.most}
        right = _("skriv ett tal från %(least)s till %(most)s, med högst två decimaler") % told
        report.wrong(node.line, wrong, right, self.name)
        return ABSENT

    def write(self, value: Any) -> str:
        return str(int(value) if value == int(value) else value)

    def schema(self) -> Schema:
        return {"type": ["number", "string"], "pattern": f"^{_AMOUNT.pattern}$"}


_FIGURE = re.compile(r"-?\d{1,12}(\.\d{1,4})?", re.ASCII)


@dataclass(frozen=True)
class Figure(Field):
    """A figure of statistics, with at most four decimals."""

    empty: Any = None

    def understand(self, node: Scalar, report: Report) -> Any:
        if _FIGURE.fullmatch(node.text):
            return Decimal(node.text).quantize(Decimal("0.0001"))
        wrong = _("”%(word)s” är inte ett tal som går här.") % {"word": node.text[:40]}
        report.wrong(node.line, wrong, _("skriv ett tal med högst fyra decimaler"), self.name)
        return ABSENT

    def write(self, value: Any) -> str:
        return f"{value.normalize():f}"

    def schema(self) -> Schema:
        return {"type": ["number", "string"], "pattern": f"^{_FIGURE.pattern}$"}
