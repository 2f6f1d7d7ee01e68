"""When what recurs is due: on a day of the year, in a week, or some months after the last time."""

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samsyn.governance.domain.renewing import months_on
from samsyn.kernel.period import Period

_FRIDAY = 5
_LEAP_DAY = (2, 29)
_ALWAYS = Period()
_MOST_YEARS = 30


class Turn(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Rule:
    """How something recurs: each `every` years by a day or in a week, or each `every` months.

    With more than one year or with months, it is counted from `counts_from`.
    """

    turn: Turn
    every: int = 1
    month: int = 0
    day: int = 0
    week: int = 0
    counts_from: date | None = None
    lives: Period = _ALWAYS


def due_days(rule: Rule, during: Period, done: Collection[date] = ()) -> list[date]:
    """The days in the period, which has to have both ends, by which it is to have been done.

    `done` are the days on which it was, for what is counted from the last time.

    >>> year = Period(date(2026, 1, 1), date(2027, 1, 1))
    >>> due_days(Rule(Turn.WEEK, week=11), year)
    [datetime.date(2026, 3, 13)]
    >>> due_days(Rule(Turn.MONTHS, every=24, counts_from=date(2024, 7, 1)), year)
    [datetime.date(2026, 7, 1)]
    """
    found = _by_months(rule, done) if rule.turn is Turn.MONTHS else _by_years(rule, during)
    kept = []
    for day in found:
        if during.ends_on and day >= during.ends_on:
            break
        if day in during and day in rule.lives:
            kept.append(day)
    return kept


def falls_due(rule: Rule) -> bool:
    """Whether it is ever due: the thirty-first of April never is.

    >>> falls_due(Rule(Turn.DAY, month=4, day=31)), falls_due(Rule(Turn.DAY, month=2, day=29))
    (False, True)
    """
    first = rule.lives.starts_on or rule.counts_from or date(2024, 1, 1)
    last = rule.lives.ends_on or date(min(first.year + _MOST_YEARS, date.max.year), 1, 1)
    return last > first and bool(due_days(rule, Period(first, last)))


def _by_months(rule: Rule, done: Collection[date]) -> Iterator[date]:
    """The times that it was done are as they were; from the last it is counted anew."""
    first = max(done, default=rule.counts_from)
    if first is None or rule.every < 1:
        return
    for number in range(1, 12 * _MOST_YEARS // rule.every + 2):
        if first.year + number * rule.every // 12 >= date.max.year:
            return
        yield months_on(first, number * rule.every)


def _by_years(rule: Rule, during: Period) -> Iterator[date]:
    first = during.starts_on.year if during.starts_on else date.min.year
    last = during.ends_on.year if during.ends_on else first + _MOST_YEARS
    for year in range(first, last + 1):
        if rule.counts_from and (year - rule.counts_from.year) % max(rule.every, 1):
            continue
        day = _in_week(year, rule.week) if rule.turn is Turn.WEEK else _on_day(year, rule)
        if day is not None:
            yield day


def _on_day(year: int, rule: Rule) -> date | None:
    if (rule.month, rule.day) == _LEAP_DAY:
        return date(year, 2, calendar.monthrange(year, 2)[1])
    try:
        return date(year, rule.month, rule.day)
    except ValueError:
        return None


def _in_week(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, _FRIDAY)
    except ValueError:
        return None


class State(StrEnum):
    DONE = "done"
    SOON = "soon"
    COMING = "coming"
    NOT_NOTED = "not_noted"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something is due, and the day on which it was done, if it was."""

    due_on: date
    state: State
    done_on: date | None = None


def occurrences(
    rule: Rule, during: Period, done: dict[date, date], today: date, ahead: timedelta
) -> list[Occurrence]:
    """Each time in the period; `done` is on which day it was done, by the day it was due."""
    days = set(due_days(rule, during, done.values())) | {day for day in done if day in during}
    return [_occurrence(day, done.get(day), today, ahead) for day in sorted(days)]


def _occurrence(day: date, done_on: date | None, today: date, ahead: timedelta) -> Occurrence:
    if done_on is not None:
        return Occurrence(day, State.DONE, done_on)
    if day < today:
        return Occurrence(day, State.NOT_NOTED)
    return Occurrence(day, State.SOON if day - today <= ahead else State.COMING)
