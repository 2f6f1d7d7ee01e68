"""What was promised is matched with what was held, one meeting for each."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.forums.domain.cadence import expected
from samsyn.forums.domain.compliance import Met, State, compliance
from samsyn.forums.domain.rhythm import Rhythm, Unit
from samsyn.kernel.period import Period

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

_2024 = Period(date(2024, 1, 1), date(2025, 1, 1))
_LATER = date(2025, 2, 1)


def held(*days: date, audience: str = "") -> list[Met]:
    return [Met(day, State.HELD, audience) for day in days]


def states(rhythm: Rhythm, meetings: list[Met], today: date = _LATER) -> list[State]:
    return [one.state for one in compliance(expected(rhythm, _2024), meetings, today)]


def test_the_spring_meeting_of_2024_was_not_held() -> None:
    promised = [*expected(Rhythm(Unit.SPRING), _2024), *expected(Rhythm(Unit.AUTUMN), _2024)]

    spring, autumn = compliance(promised, held(date(2024, 10, 3)), _LATER)

    assert (spring.state, spring.expected.per) == (State.MISSED, Unit.SPRING)
    assert spring.expected.window.starts_on == date(2024, 1, 1)
    assert (autumn.state, autumn.met) == (State.HELD, Met(date(2024, 10, 3), State.HELD))


def test_what_has_time_left_is_coming() -> None:
    assert states(Rhythm(Unit.TERM), [], date(2024, 6, 30)) == [State.COMING, State.COMING]
    assert states(Rhythm(Unit.TERM), [], date(2024, 7, 1)) == [State.MISSED, State.COMING]


@pytest.mark.parametrize("state", [State.PLANNED, State.CANCELLED, State.MISSED])
def test_a_meeting_that_was_not_held_tells_its_state(state: State) -> None:
    assert states(Rhythm(Unit.YEAR), [Met(date(2024, 5, 2), state)]) == [state]


def test_one_held_instead_of_one_cancelled_keeps_the_promise() -> None:
    meetings = [Met(date(2024, 3, 1), State.CANCELLED), *held(date(2024, 3, 20))]

    assert states(Rhythm(Unit.SPRING), meetings) == [State.HELD]


def test_one_held_keeps_the_promise_even_if_another_was_planned_before() -> None:
    meetings = [Met(date(2024, 2, 1), State.PLANNED), *held(date(2024, 3, 20))]

    assert states(Rhythm(Unit.SPRING), meetings) == [State.HELD]


def test_four_meetings_of_a_term_count_in_whatever_weeks() -> None:
    september = [date(2024, 9, day) for day in (3, 4, 5, 6)]

    told = states(Rhythm(Unit.TERM, times=4), held(*september))

    assert told == [State.MISSED] * 4 + [State.HELD] * 4


def test_the_one_that_was_left_out_is_the_one_told_of() -> None:
    meetings = held(date(2024, 1, 25), date(2024, 3, 6), date(2024, 5, 29))

    spring = compliance(expected(Rhythm(Unit.TERM, times=4), _2024), meetings, _LATER)[:4]

    assert [one.expected.number for one in spring if one.state == State.MISSED] == [3]


def test_one_meeting_keeps_one_promise() -> None:
    assert states(Rhythm(Unit.SPRING, times=2), held(date(2024, 3, 1))).count(State.HELD) == 1


def test_meetings_beyond_the_promise_are_let_be() -> None:
    assert states(Rhythm(Unit.SPRING), held(date(2024, 3, 1), date(2024, 4, 1))) == [State.HELD]


def test_a_meeting_for_the_school_keeps_no_promise_to_the_preschool() -> None:
    preschool = Rhythm(Unit.SPRING, audience="förskola")

    assert states(preschool, held(date(2024, 3, 1), audience="skola")) == [State.MISSED]
    assert states(preschool, held(date(2024, 3, 1), audience="förskola")) == [State.HELD]
    assert states(preschool, held(date(2024, 3, 1))) == [State.HELD]


def test_a_meeting_for_everybody_takes_what_the_others_leave() -> None:
    promised = [
        *expected(Rhythm(Unit.SPRING, audience="förskola"), _2024),
        *expected(Rhythm(Unit.SPRING, audience="skola"), _2024),
    ]
    meetings = [*held(date(2024, 2, 1)), *held(date(2024, 3, 1), audience="förskola")]

    told = compliance(promised, meetings, _LATER)

    assert [one.met and one.met.audience for one in told] == ["förskola", ""]


_MEETINGS = st.lists(
    st.builds(
        Met,
        st.dates(date(2023, 12, 1), date(2025, 1, 31)),
        st.sampled_from([State.HELD, State.PLANNED, State.CANCELLED, State.MISSED]),
        st.sampled_from(["", "skola", "förskola"]),
    ),
    max_size=20,
    unique=True,
)


@given(st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.TERM, Unit.YEAR]), _MEETINGS, st.integers(1, 4))
def test_every_promise_has_one_outcome_and_no_meeting_two(
    per: Unit, meetings: list[Met], times: int
) -> None:
    promised = expected(Rhythm(per, times=times, audience="skola"), _2024)

    outcomes = compliance(promised, meetings, _LATER)

    used = [one.met for one in outcomes if one.met]
    assert [one.expected for one in outcomes] == promised
    assert len(used) == len(set(used))
    assert all(one.met.day in one.expected.window for one in outcomes if one.met)
    assert all(met.audience != "förskola" for met in used)


@given(_MEETINGS, st.integers(1, 4))
def test_as_many_promises_are_kept_as_can_be(meetings: list[Met], times: int) -> None:
    outcomes = compliance(expected(Rhythm(Unit.TERM, times=times), _2024), meetings, _LATER)

    for window in {one.expected.window for one in outcomes}:
        kept = sum(one.met is not None for one in outcomes if one.expected.window == window)
        assert kept == min(times, sum(met.day in window for met in meetings))


def test_fifty_years_of_weeks_are_followed_up() -> None:
    whole = Period(date(2000, 1, 1), date(2050, 1, 1))
    promised = expected(Rhythm(Unit.WEEK), whole)
    chance = random.Random(1)
    meetings = held(
        *(date(2000, 1, 3) + timedelta(days=chance.randrange(18_000)) for _ in promised)
    )

    outcomes = compliance(promised, meetings, date(2050, 1, 1))

    assert len(outcomes) == len(promised)
