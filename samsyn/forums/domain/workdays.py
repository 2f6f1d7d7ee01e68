"""Which days of Sweden's calendar a meeting can be held on, and which are better left alone."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from holidays.countries.sweden import Sweden

from samsyn.kernel.period import Period

_A_DAY = timedelta(days=1)
_SATURDAY = 5
WEEKS_OF_REST = range(28, 32)  # when most of a municipality is on leave
_SPRING_TEACHES = ((1, 15), (6, 15))
_AUTUMN_TEACHES = ((8, 15), (12, 15))
_JULY = 7


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """A term as the municipality has decided it; `breaks` are the weeks without teaching in it."""

    name: str
    period: Period
    is_spring: bool
    breaks: Sequence[Period] = ()

    @property
    def half_year(self) -> tuple[int, bool]:
        """Its year, and whether it is the spring of it."""
        day = self.period.starts_on or self.period.last_day or date.min
        return day.year, self.is_spring

    def teaches(self, day: date) -> bool:
        return day in self.period and not any(day in pause for pause in self.breaks)


@dataclass(frozen=True, slots=True)
class _Year:
    """The days of a year that can be met on, and which of them are better left alone."""

    working: Sequence[date]
    lone: Collection[date]
    quiet: Collection[date]


@dataclass(frozen=True)
class WorkingDays:
    """The days on which people work, with the terms and closed days that a municipality enters.

    Give no terms for a forum that has nothing to do with school, and no weeks of rest for one
    that goes on all summer.
    """

    terms: Sequence[SchoolTerm] = ()
    closed: Collection[date] = field(default_factory=frozenset)
    weeks_of_rest: Collection[int] = WEEKS_OF_REST

    def hold(self, day: date) -> bool:
        """Not a weekend, a public holiday, an eve that is one in all but name, or a closed day.

        >>> [WorkingDays().hold(date(2026, 6, day)) for day in (18, 19, 20, 22)]
        [True, False, False, True]
        """
        is_weekend = day.weekday() >= _SATURDAY
        return not is_weekend and day not in _days_off(day.year) and day not in self.closed

    def rests(self, day: date) -> bool:
        """Nobody is expected to meet: a week of rest, or no teaching by the terms entered."""
        own = self._terms_of.get((day.year, day.month < _JULY))
        is_taught = own is None or any(term.teaches(day) for term in own)
        return not is_taught or day.isocalendar().week in self.weeks_of_rest

    def between(self, period: Period) -> list[date]:
        """The days of a period that can be met on; it has to end."""
        first, last = _ends(period)
        return [
            day
            for year in range(first.year, last.year + 1)
            for day in _from_through(self._in(year).working, first, last)
        ]

    def is_lone(self, day: date) -> bool:
        """A working day between two that are not: a bridging day."""
        return day in self._in(day.year).lone

    def is_quiet(self, day: date) -> bool:
        """Schools usually have no teaching on that working day, and nothing else is entered."""
        return day in self._in(day.year).quiet

    def _in(self, year: int) -> _Year:
        """Worked out once: every rhythm asks for the same days, window by window."""
        if year not in self._years:
            days = _days(date(year, 1, 1), date(year, 12, 31))
            working = [day for day in days if self.hold(day) and not self.rests(day)]
            lone = frozenset(day for day in working if self._stands_alone(day))
            quiet = frozenset(day for day in working if self._is_without_teaching(day))
            self._years[year] = _Year(working, lone, quiet)
        return self._years[year]

    def _stands_alone(self, day: date) -> bool:
        return not self.hold(day - _A_DAY) and not self.hold(day + _A_DAY)

    def _is_without_teaching(self, day: date) -> bool:
        return (day.year, day.month < _JULY) not in self._terms_of and not _is_usually_taught(day)

    @cached_property
    def _years(self) -> dict[int, _Year]:
        return {}

    @cached_property
    def _terms_of(self) -> dict[tuple[int, bool], list[SchoolTerm]]:
        found: dict[tuple[int, bool], list[SchoolTerm]] = {}
        for term in self.terms:
            found.setdefault(term.half_year, []).append(term)
        return found


@lru_cache(maxsize=512)
def _days_off(year: int) -> frozenset[date]:
    return frozenset(Sweden(years=year, categories=("public", "de_facto")))


def _is_usually_taught(day: date) -> bool:
    """Skolförordningen, 3 kap.: a school year has two terms, begins in August and ends in June."""
    first, last = _SPRING_TEACHES if day.month < _JULY else _AUTUMN_TEACHES
    return first <= (day.month, day.day) <= last


def _ends(period: Period) -> tuple[date, date]:
    if period.starts_on is None or period.last_day is None:
        raise ValueError("A period without limit has no end of days.")
    return period.starts_on, period.last_day


def _from_through(days: Sequence[date], first: date, last: date) -> Sequence[date]:
    return days[bisect_left(days, first) : bisect(days, last)]


def _days(first: date, last: date) -> list[date]:
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
