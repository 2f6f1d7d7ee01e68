"""Shares, gaps and trends agree with what is known of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.statistics.shares import NoBaseError, gap, rate, share, share_interval
from samsyn.statistics.trends import trend

# A machine may be busy with other tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SHARES = st.integers(1, 5000).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)


@given(SHARES)
def test_an_interval_holds_the_share_and_stays_within_nought_and_one(of: tuple[int, int]) -> None:
    interval = share_interval(*of)

    assert 0 <= interval.low <= share(*of) + 1e-12
    assert share(*of) - 1e-12 <= interval.high <= 1


@given(SHARES, st.integers(0, 5000))
def test_knowing_the_population_never_widens_the_interval(of: tuple[int, int], more: int) -> None:
    narrowed = share_interval(*of, population=of[1] + more)

    assert narrowed.margin <= share_interval(*of).margin + 1e-12


def test_who_asks_all_and_is_answered_by_all_knows() -> None:
    assert share_interval(30, 120, population=120).margin == pytest.approx(0)


@given(SHARES, SHARES)
def test_a_gap_is_the_same_from_either_side(one: tuple[int, int], other: tuple[int, int]) -> None:
    there, back = gap(one, other), gap(other, one)

    assert there.difference == pytest.approx(-back.difference)
    assert there.interval.low == pytest.approx(-back.interval.high)
    assert there.is_certain == back.is_certain


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 0), (5, 4), (-1, 4)])
def test_a_share_that_cannot_be_is_refused(numerator: int, denominator: int) -> None:
    with pytest.raises(NoBaseError):
        share(numerator, denominator)


@pytest.mark.parametrize(("events", "persons"), [(1, 0), (-1, 10)])
def test_a_rate_of_nobody_is_refused(events: int, persons: int) -> None:
    with pytest.raises(NoBaseError):
        rate(events, persons)


@given(st.lists(st.integers(-1000, 1000), min_size=4, max_size=40))
def test_a_trend_turns_with_its_series(values: list[int]) -> None:
    up = trend(list(enumerate(values)))
    down = trend([(time, -value) for time, value in enumerate(values)])

    assert up is not None
    assert down is not None
    assert up.change == pytest.approx(-down.change, abs=1e-6)
    assert up.interval.low - 1e-9 <= up.change <= up.interval.high + 1e-9


def test_three_points_are_no_trend() -> None:
    assert trend([(1, 2), (2, 4), (3, 6)]) is None


def test_what_stands_still_has_no_direction() -> None:
    found = trend([(1, 5), (2, 6), (3, 5), (4, 6)])

    assert found is not None
    assert found.direction == 0
