"""What may be shown of the values of indicators: the only way by which they leave for a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samsyn.access.api import Actor, within
from samsyn.initiatives.models import (
    Disclosure,
    Indicator,
    Measure,
    Measurement,
    State,
    Target,
    Value,
)
from samsyn.initiatives.queries.indicators import IN_TOTAL
from samsyn.kernel.period import Period
from samsyn.statistics.breakdowns import Count
from samsyn.statistics.cells import HIDDEN, Cell, Why
from samsyn.statistics.protection import COUNTS
from samsyn.statistics.shares import Interval, share_interval
from samsyn.statistics.trends import Trend, trend

_WHY = {State.FEW: Why.FEW, State.WITHHELD: Why.WITHHELD, State.IMPOSSIBLE: Why.IMPOSSIBLE}
_A_YEAR = 365.25
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as it may be shown, with the period and whom it is of."""

    period: Period
    series: tuple[str, str, str]
    cell: Cell
    is_about: bool = False
    interval: Interval | None = None
    response_rate: Decimal | None = None
    break_note: str = ""

    @property
    def starts_on(self) -> date:
        return self.period.starts_on or date.min

    @property
    def is_broken(self) -> bool:
        return bool(self.break_note)

    @property
    def is_total(self) -> bool:
        return not any(self.series)


def cell_of(value: Any) -> Cell:
    """What may be shown of a stored value; nothing of it when it is hidden."""
    if value.is_hidden:
        return HIDDEN
    if value.state in _WHY:
        return Cell(why=_WHY[State(value.state)])
    if value.state == State.ABOUT:
        return Cell(float(value.number))
    base = value.denominator if value.denominator is not None else value.answers
    return Cell(float(value.number), base, value.numerator)


def shown_values(actor: Actor, indicator: Indicator, **of: Any) -> list[Shown]:
    """Every value of it as it may be shown, the latest period first; `of` narrows which."""
    rows = _values(actor).filter(measurement__indicator=indicator.pk, **of)
    return [_shown(indicator, row) for row in rows]


def _values(actor: Actor) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(Value, actor).select_related("measurement", "area")
    order = ("-measurement__starts_on", "school_form", "area__name_key", "sex", "pk")
    return rows.order_by(*order)


def _shown(indicator: Indicator, row: Any) -> Shown:
    cell = cell_of(row)
    return Shown(
        Period(row.measurement.starts_on, row.measurement.ends_on),
        (row.sex, row.area.name if row.area else "", row.school_form),
        cell,
        row.state == State.ABOUT,
        _interval(indicator, row) if cell.is_shown else None,
        row.response_rate,
        row.measurement.break_note,
    )


def _interval(indicator: Indicator, row: Any) -> Interval | None:
    """The margin of what was answered by some of those asked; who counts all has none."""
    answers = row.answers or (row.denominator if row.response_rate is not None else None)
    if indicator.measure != Measure.SHARE or not answers or row.state != State.KNOWN:
        return None
    asked = round(answers * _HUNDRED / row.response_rate) if row.response_rate else None
    numerator = round(row.number * answers / _HUNDRED)
    found = share_interval(min(numerator, answers), answers, asked)
    return Interval(found.low * _HUNDRED, found.high * _HUNDRED)


@dataclass(frozen=True, slots=True)
class Point:
    """A total of the register, as it may be shown."""

    starts_on: date
    ends_on: date
    cell: Cell
    is_about: bool
    is_broken: bool


def points_of(row: Any) -> list[Point]:
    """The last totals of an indicator of the register, the latest first."""
    return [_point(each, value) for each in row.latest for value in each.totals]


def _point(measurement: Any, value: Any) -> Point:
    return Point(
        measurement.starts_on,
        measurement.ends_on,
        cell_of(value),
        value.state == State.ABOUT,
        bool(measurement.break_note),
    )


def trend_of(points: Sequence[Any]) -> Trend | None:
    """Where the values are heading, by the year, since they last could be compared."""
    known = [
        ((each.starts_on - date.min).days / _A_YEAR, each.cell.value)
        for each in _since_break(points)
        if each.cell.value is not None
    ]
    return trend(known)


def _since_break(points: Sequence[Any]) -> Iterator[Any]:
    """Latest first, through the one before which nothing compares."""
    for each in points:
        yield each
        if each.is_broken:
            return


def period_of(row: Any) -> Period:
    return Period(row.starts_on, row.ends_on)


def stored_values(actor: Actor, indicator_id: UUID) -> QuerySet[Any]:
    """What is stored, for those who may see it; the caller asks whether they may."""
    return _values(actor).filter(measurement__indicator=indicator_id)


def baseline_cell(actor: Actor, indicator: Indicator, target: Target) -> Cell:
    """The value that a target starts from; of what is protected, only as a total of its day is."""
    if target.baseline is None:
        return Cell()
    of_day = within(Measurement, actor).filter(
        indicator=indicator.pk,
        starts_on__lte=target.baseline_on,
        ends_on__gt=target.baseline_on,
    )
    seen = within(Value, actor).filter(IN_TOTAL, measurement__in=of_day, is_hidden=False)
    few = indicator.measure == Measure.COUNT and COUNTS.is_small(Count(int(target.baseline)))
    if indicator.disclosure != Disclosure.NONE and (few or not seen.exists()):
        return HIDDEN
    return Cell(float(target.baseline))
