"""How often a forum says that it meets, and the windows of time that the years fall into by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.period import Period

_FOR_EVER = Period()
_MONTHS = 12
_DAYS_OF_A_WEEK = 7
_JULY = 7


class Unit(StrEnum):
    """What a number of meetings is counted by; TERM is both terms, SPRING and AUTUMN one each."""

    WEEK = "week"
    MONTH = "month"
    TERM = "term"
    YEAR = "year"
    SPRING = "spring"
    AUTUMN = "autumn"
    NEED = "need"


class Never(StrEnum):
    """Why a rhythm never occurs, for those who say it in another language than Swedish."""

    NO_TIMES = "no_times"
    NO_UNITS = "no_units"
    TOO_MANY = "too_many"
    TOO_SELDOM = "too_seldom"
    NOT_A_WORKING_DAY = "not_a_working_day"
    NO_DAY = "no_day"


_SENTENCES = {
    Never.NO_TIMES: "Antalet möten ska vara minst ett.",
    Never.NO_UNITS: "Mötena ska återkomma: skriv minst 1, som i var vecka.",
    Never.TOO_MANY: "Så många möten ryms inte: det blir mer än ett om dagen.",
    Never.TOO_SELDOM: "Så sällan kan möten inte planeras: det får gå högst tio år emellan.",
    Never.NOT_A_WORKING_DAY: "Välj en veckodag från måndag till fredag.",
    Never.NO_DAY: "Under den tiden finns ingen dag att mötas på, bara helg, lov och semester.",
}


class NeverOccursError(RuleBrokenError):
    """A rhythm by which no meeting would ever be held; `why` tells the ways apart."""

    def __init__(self, why: Never) -> None:
        super().__init__(_SENTENCES[why])
        self.why = why


@dataclass(frozen=True, slots=True)
class Window:
    """Time in which a number of meetings is promised; `whole` where a beginning or end cuts it."""

    period: Period
    whole: Period

    @property
    def share(self) -> float:
        return _length(self.period) / _length(self.whole)


# Working days that a unit surely has, and units that ten years hold.
_DAYS = {
    Unit.WEEK: 5,
    Unit.MONTH: 18,
    Unit.TERM: 80,
    Unit.SPRING: 80,
    Unit.AUTUMN: 80,
    Unit.YEAR: 200,
}
_IN_TEN_YEARS = {Unit.WEEK: 520, Unit.MONTH: 120, Unit.TERM: 20}
_TEN_YEARS = 10


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`times` meetings in `every` units: (WEEK, every=3) is every third week.

    The units are counted from the beginning of `period`, so that a third week stays the same week
    however short the time that is looked at. `weekday` is Monday = 0. For meetings of two kinds,
    "two for preschool and two for school", there are two rhythms with an audience each.

    >>> Rhythm(Unit.WEEK, weekday=6)
    Traceback (most recent call last):
    samsyn.forums.domain.rhythm.NeverOccursError: Välj en veckodag från måndag till fredag.
    """

    per: Unit
    times: int = 1
    every: int = 1
    weekday: int | None = None
    audience: str = ""
    period: Period = _FOR_EVER

    def __post_init__(self) -> None:
        if why := self._why_never():
            raise NeverOccursError(why)

    def _why_never(self) -> Never | None:
        wrong = {
            Never.NO_TIMES: self.times < 1,
            Never.NO_UNITS: self.every < 1,
            Never.TOO_MANY: self.times > _DAYS.get(self.per, 1) * max(1, self.every),
            Never.TOO_SELDOM: self.every > _IN_TEN_YEARS.get(self.per, _TEN_YEARS),
            Never.NOT_A_WORKING_DAY: self.weekday is not None and self.weekday not in range(5),
        }
        return next((why for why, holds in wrong.items() if holds), None)

    def windows(self, within: Period) -> Iterator[Window]:
        """The spans of units that `within` touches; it has to end.

        >>> year = Period(date(2024, 1, 1), date(2025, 1, 1))
        >>> [str(window.period.starts_on) for window in Rhythm(Unit.TERM).windows(year)]
        ['2024-01-01', '2024-07-01']
        """
        if self.per == Unit.NEED or not self.period.overlaps(within):
            return
        seen = common(self.period, within)
        if seen.starts_on is None or seen.ends_on is None:
            raise ValueError("Windows without end cannot be told.")
        step, span, anchor = self._grid()
        index = anchor + (_index(self.per, seen.starts_on) - anchor) // step * step
        while (starts_on := _start(self.per, index)) < seen.ends_on:
            whole = Period(starts_on, _start(self.per, index + span))
            if whole.overlaps(seen):
                yield Window(common(whole, self.period), whole)
            index += step

    def _grid(self) -> tuple[int, int, int]:
        """Units from one window to the next, units in a window, and the unit that one begins at."""
        first = _index(self.per, self.period.starts_on) if self.period.starts_on else 0
        if self.per == Unit.SPRING:
            return 2 * self.every, 1, first + first % 2
        if self.per == Unit.AUTUMN:
            return 2 * self.every, 1, first + (first + 1) % 2
        return self.every, self.every, first


def common(one: Period, other: Period) -> Period:
    """The days that two overlapping periods share."""
    starts = [period.starts_on for period in (one, other) if period.starts_on]
    ends = [period.ends_on for period in (one, other) if period.ends_on]
    return Period(max(starts, default=None), min(ends, default=None))


def _length(period: Period) -> int:
    if period.starts_on is None or period.ends_on is None:
        raise ValueError("A period without limit has no length.")
    return (period.ends_on - period.starts_on).days


def _index(per: Unit, day: date) -> int:
    match per:
        case Unit.WEEK:
            return (day.toordinal() - 1) // _DAYS_OF_A_WEEK
        case Unit.MONTH:
            return day.year * _MONTHS + day.month - 1
        case Unit.YEAR:
            return day.year
        case _:
            return day.year * 2 + (day.month >= _JULY)


def _start(per: Unit, index: int) -> date:
    match per:
        case Unit.WEEK:
            return date.fromordinal(index * _DAYS_OF_A_WEEK + 1)
        case Unit.MONTH:
            return date(index // _MONTHS, index % _MONTHS + 1, 1)
        case Unit.YEAR:
            return date(index, 1, 1)
        case _:
            return date(index // 2, _JULY if index % 2 else 1, 1)
