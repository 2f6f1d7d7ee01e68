"""The meetings that a rhythm promises: when each ought to be held, and a day that would do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from samsyn.forums.domain.rhythm import Never, NeverOccursError, Rhythm, Unit, Window
from samsyn.forums.domain.workdays import WorkingDays
from samsyn.kernel.period import Period

_ALWAYS = WorkingDays()
_A_WEEK = 5  # working days, so that each weekday can be chosen among


@dataclass(frozen=True, slots=True)
class Expected:
    """One promised meeting: number `number` of the `of` that its window has.

    It is kept by a meeting anywhere in `window`, for four in a term are four in whatever weeks.
    `share` is the part of the window that falls to this one, and only orders and suggests.
    """

    per: Unit
    window: Period
    share: Period
    number: int
    of: int
    suggested_on: date
    audience: str = ""


def expected(rhythm: Rhythm, within: Period, days: WorkingDays = _ALWAYS) -> list[Expected]:
    """Tell every meeting promised in the windows that `within` touches, in order of time.

    A half-year counts as a term whatever the school terms are, as every school year has one term
    in each (skolförordningen, 3 kap.); terms only move the suggested days. A window that the
    rhythm's own beginning or end cuts short promises its part of the meetings, and at least one.
    A window that holds no day to meet on, as the weeks of rest do, promises none.
    `within` has to end.

    >>> spring = Period(date(2024, 1, 1), date(2024, 7, 1))
    >>> for one in expected(Rhythm(Unit.TERM, times=4, weekday=4), spring):
    ...     print(one.number, one.of, one.suggested_on)
    1 4 2024-02-02
    2 4 2024-03-08
    3 4 2024-04-19
    4 4 2024-05-24
    """
    return list(_expected(rhythm, within, days))


def refuse_what_never_occurs(rhythm: Rhythm, days: WorkingDays = _ALWAYS) -> None:
    """Refuse a rhythm whose period holds no day to meet on; raises NeverOccursError."""
    if rhythm.per == Unit.NEED or rhythm.period.starts_on is None or rhythm.period.ends_on is None:
        return
    if not any(_expected(rhythm, rhythm.period, days)):
        raise NeverOccursError(Never.NO_DAY)


def _expected(rhythm: Rhythm, within: Period, days: WorkingDays) -> Iterator[Expected]:
    for window in rhythm.windows(within):
        yield from _promised(rhythm, window, days)


def _promised(rhythm: Rhythm, window: Window, days: WorkingDays) -> Iterator[Expected]:
    working = days.between(window.period)
    lively = [day for day in working if not days.is_quiet(day)]
    of = min(len(working), max(1, round(rhythm.times * window.share)))
    shares = _shared(window.period, lively if len(lively) >= max(of, _A_WEEK) else working, of)
    for number, (share, candidates) in enumerate(shares, start=1):
        suggested = _best(candidates, rhythm, days)
        yield Expected(rhythm.per, window.period, share, number, of, suggested, rhythm.audience)


def _shared(
    window: Period, candidates: Sequence[date], number: int
) -> Iterator[tuple[Period, Sequence[date]]]:
    """Share a window and its days among meetings, as evenly as the days allow."""
    cuts = [len(candidates) * n // number for n in range(number + 1)] if number else []
    for first, last in pairwise(cuts):
        starts_on = candidates[first] if first else window.starts_on
        ends_on = candidates[last] if last < len(candidates) else window.ends_on
        yield Period(starts_on, ends_on), candidates[first:last]


def _best(candidates: Sequence[date], rhythm: Rhythm, days: WorkingDays) -> date:
    """The weekday asked for comes first, then no bridging day, then the middle of the first unit.

    The first, as "every third week" is said of the week that one begins in.
    """
    middle = candidates[len(candidates) // (2 * rhythm.every)]

    def unfitness(day: date) -> tuple[int, bool, int]:
        off = 0 if rhythm.weekday is None else abs(day.weekday() - rhythm.weekday)
        return off, days.is_lone(day), abs((day - middle).days)

    on_the_day = [day for day in candidates if day.weekday() == rhythm.weekday]
    return min(on_the_day or candidates, key=unfitness)
