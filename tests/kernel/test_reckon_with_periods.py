"""Periods agree with the plain sets of days that they stand for."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.kernel.period import BackwardPeriodError, Period, gaps, in_order, through

# A machine may be busy with other tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

FIRST = date(2024, 1, 1)
# Outside these days a period without limit goes on for ever, so no day beyond them tells more.
EVERY_DAY = [FIRST + timedelta(days=n) for n in range(-1, 15)]
INSIDE = st.integers(0, 12).map(lambda n: FIRST + timedelta(days=n))
LIMITS = st.none() | INSIDE


def days(period: Period) -> set[date]:
    return {
        day
        for day in EVERY_DAY
        if (not period.starts_on or day >= period.starts_on)
        and (not period.ends_on or day < period.ends_on)
    }


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(LIMITS), draw(LIMITS)
    if start and end and end <= start:
        start, end = (end, start) if end < start else (start, end + timedelta(days=1))
    return Period(start, end)


@st.composite
def rows_of_periods(draw: st.DrawFn) -> list[Period]:
    """Periods that do not overlap, in any order."""
    cuts = sorted(draw(st.sets(INSIDE, min_size=2, max_size=8)))
    pieces = [Period(a, b) for a, b in itertools.pairwise(cuts)]
    kept = [piece for piece in pieces if draw(st.booleans())]
    return draw(st.permutations(kept))


@given(periods(), INSIDE)
def test_a_day_is_in_a_period_if_it_is_among_its_days(period: Period, day: date) -> None:
    assert (day in period) == (day in days(period))


@given(periods(), periods())
def test_periods_overlap_if_they_share_a_day(one: Period, other: Period) -> None:
    assert one.overlaps(other) == bool(days(one) & days(other))


@given(periods(), periods())
def test_a_period_covers_another_if_it_has_all_its_days(one: Period, other: Period) -> None:
    assert one.covers(other) == (days(other) <= days(one))


@given(periods())
def test_the_last_day_is_in_and_the_next_is_not(period: Period) -> None:
    if period.last_day is not None and period.ends_on is not None:
        assert (period.last_day in period, period.ends_on in period) == (True, False)
    assert (period.last_day is None) == (period.ends_on is None)


@given(periods(), rows_of_periods())
def test_the_gaps_are_the_days_that_no_part_holds(whole: Period, parts: list[Period]) -> None:
    held = set().union(*(days(part) for part in parts))

    found = gaps(whole, parts)

    missing = set().union(*(days(gap) for gap in found)) if found else set()
    assert missing == days(whole) - held


@given(periods(), rows_of_periods())
def test_gaps_do_not_touch_each_other(whole: Period, parts: list[Period]) -> None:
    found = gaps(whole, parts)

    assert all(
        one.ends_on and two.starts_on and one.ends_on < two.starts_on
        for one, two in itertools.pairwise(found)
    )


@given(rows_of_periods())
def test_periods_are_put_in_order(parts: list[Period]) -> None:
    starts = [part.starts_on for part in in_order(parts)]

    assert starts == sorted(start for start in starts if start)


@given(INSIDE, INSIDE)
def test_a_period_that_does_not_end_after_it_begins_is_refused(start: date, end: date) -> None:
    if end <= start:
        with pytest.raises(BackwardPeriodError):
            Period(start, end)


@given(INSIDE)
def test_a_period_through_one_day_holds_that_day_alone(day: date) -> None:
    assert days(through(day, day)) == {day}
