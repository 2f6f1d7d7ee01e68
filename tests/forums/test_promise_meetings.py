"""A cadence becomes windows and days, and no cadence that never occurs is let in."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.forums.domain.cadence import Expected, expected, refuse_what_never_occurs
from samsyn.forums.domain.rhythm import Never, NeverOccursError, Rhythm, Unit
from samsyn.forums.domain.workdays import SchoolTerm, WorkingDays
from samsyn.kernel.period import Period, in_order, through

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

_DAYS = WorkingDays()
_EVERY_UNIT = [unit for unit in Unit if unit != Unit.NEED]
_WITHOUT_GAPS = [Unit.WEEK, Unit.MONTH, Unit.TERM, Unit.YEAR]
_SOME_DAY = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number + 1, 1, 1))


def days_of(meetings: list[Expected]) -> list[date]:
    return [meeting.suggested_on for meeting in meetings]


def days(period: Period) -> list[date]:
    first, last = period.starts_on or date.max, period.last_day or date.min
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@st.composite
def rhythms(draw: st.DrawFn, units: Sequence[Unit] = _EVERY_UNIT) -> Rhythm:
    return Rhythm(
        draw(st.sampled_from(units)),
        times=draw(st.integers(1, 5)),
        every=draw(st.integers(1, 4)),
        weekday=draw(st.none() | st.integers(0, 4)),
        period=Period(draw(st.none() | _SOME_DAY)),
    )


@st.composite
def stretches(draw: st.DrawFn) -> Period:
    first = draw(_SOME_DAY)
    return Period(first, first + timedelta(days=draw(st.integers(1, 1500))))


@given(rhythms(), stretches())
def test_a_suggested_day_is_a_working_day_within_its_share_of_the_window(
    rhythm: Rhythm, within: Period
) -> None:
    for one in expected(rhythm, within):
        assert one.suggested_on in one.share
        assert one.window.covers(one.share)
        assert one.suggested_on in _DAYS.between(one.window)


@given(rhythms(), stretches())
def test_windows_follow_on_each_other_and_days_too(rhythm: Rhythm, within: Period) -> None:
    meetings = expected(rhythm, within)
    windows = list(dict.fromkeys(one.window for one in meetings))

    assert windows == list(in_order(windows))
    assert not any(a.overlaps(b) for a, b in pairwise(windows))
    assert all(a < b for a, b in pairwise(days_of(meetings)))


@given(rhythms(), stretches())
def test_the_shares_of_a_window_are_all_of_it(rhythm: Rhythm, within: Period) -> None:
    meetings = expected(rhythm, within)

    for one, following in pairwise(meetings):
        if one.window == following.window:
            assert one.share.ends_on == following.share.starts_on
            assert (one.number + 1, one.of) == (following.number, following.of)
        else:
            assert (one.number, following.number) == (one.of, 1)
            assert one.share.ends_on == one.window.ends_on


@given(rhythms(_WITHOUT_GAPS), stretches(), st.data())
def test_every_day_of_the_time_that_can_be_met_on_is_in_a_window(
    rhythm: Rhythm, within: Period, data: st.DataObject
) -> None:
    windows = {one.window for one in expected(rhythm, within)}
    day = data.draw(st.sampled_from(days(within)))

    is_meant = day in _DAYS.between(within) and day in rhythm.period

    assert not is_meant or any(day in window for window in windows)


@given(rhythms(), stretches(), stretches())
def test_a_window_is_the_same_whatever_time_is_looked_at(
    rhythm: Rhythm, within: Period, other: Period
) -> None:
    in_both = days(within) + days(other)
    both = through(min(in_both), max(in_both))

    assert set(expected(rhythm, within)) <= set(expected(rhythm, both))


@pytest.mark.parametrize(
    ("rhythm", "number"),
    [
        (Rhythm(Unit.WEEK), 49),  # 2026 has 53 weeks, and four of rest
        (Rhythm(Unit.WEEK, every=3), 18),  # the first begins in December, and one is all rest
        (Rhythm(Unit.WEEK, times=2), 98),
        (Rhythm(Unit.MONTH), 12),
        (Rhythm(Unit.TERM), 2),
        (Rhythm(Unit.TERM, times=4), 8),
        (Rhythm(Unit.SPRING), 1),
        (Rhythm(Unit.AUTUMN, times=2), 2),
        (Rhythm(Unit.YEAR, times=4), 4),
        (Rhythm(Unit.NEED), 0),
    ],
)
def test_a_year_has_as_many_meetings_as_is_said(rhythm: Rhythm, number: int) -> None:
    assert len(expected(rhythm, year(2026))) == number


def test_each_term_has_its_number() -> None:
    meetings = expected(Rhythm(Unit.TERM, times=4, audience="förskola"), year(2024))

    assert Counter(one.window for one in meetings) == {
        Period(date(2024, 1, 1), date(2024, 7, 1)): 4,
        Period(date(2024, 7, 1), date(2025, 1, 1)): 4,
    }
    assert {one.audience for one in meetings} == {"förskola"}


def test_a_third_week_is_counted_from_the_first() -> None:
    rhythm = Rhythm(Unit.WEEK, every=3, weekday=1, period=Period(date(2024, 1, 8)))

    meetings = expected(rhythm, Period(date(2024, 2, 1), date(2024, 4, 1)))

    assert days_of(meetings)[1:] == [date(2024, 2, 20), date(2024, 3, 12)]


def test_spring_and_autumn_are_each_other_year_when_that_is_said() -> None:
    rhythm = Rhythm(Unit.AUTUMN, every=2, period=Period(date(2023, 3, 1)))

    meetings = expected(rhythm, Period(date(2023, 1, 1), date(2028, 1, 1)))

    assert [day.year for day in days_of(meetings)] == [2023, 2025, 2027]


@pytest.mark.parametrize(
    ("weekday", "week_of", "suggested"),
    [
        (3, date(2026, 5, 11), date(2026, 5, 13)),  # Ascension Day, and no bridging Friday
        (4, date(2026, 6, 15), date(2026, 6, 18)),  # Midsummer Eve
        (0, date(2026, 4, 6), date(2026, 4, 7)),  # Easter Monday
        (3, date(2026, 12, 21), date(2026, 12, 23)),  # Christmas Eve
        (2, date(2026, 9, 7), date(2026, 9, 9)),
    ],
)
def test_a_day_off_moves_the_meeting_to_the_nearest_working_day_of_the_week(
    weekday: int, week_of: date, suggested: date
) -> None:
    week = Period(week_of, week_of + timedelta(days=7))

    assert days_of(expected(Rhythm(Unit.WEEK, weekday=weekday), week)) == [suggested]


def test_a_bridging_day_is_not_suggested_when_any_day_will_do() -> None:
    around_ascension = through(date(2026, 5, 8), date(2026, 5, 20))

    [meeting] = expected(Rhythm(Unit.MONTH, period=around_ascension), around_ascension)

    assert meeting.suggested_on == date(2026, 5, 13)


def test_nobody_is_called_to_a_meeting_in_july_when_there_is_another_time() -> None:
    meetings = expected(Rhythm(Unit.TERM, times=4), year(2026))

    assert not any((6, 15) < (day.month, day.day) < (8, 15) for day in days_of(meetings))


def test_the_terms_and_breaks_of_the_municipality_are_kept_to() -> None:
    sport = through(date(2026, 2, 23), date(2026, 3, 1))
    spring = SchoolTerm("VT26", through(date(2026, 2, 16), date(2026, 3, 8)), True, (sport,))

    [meeting] = expected(
        Rhythm(Unit.SPRING), Period(date(2026, 1, 1), date(2026, 7, 1)), WorkingDays((spring,))
    )

    assert spring.teaches(meeting.suggested_on)


def test_no_meeting_is_promised_in_a_week_of_rest_unless_the_forum_goes_on_all_summer() -> None:
    july = through(date(2026, 7, 6), date(2026, 8, 2))

    assert expected(Rhythm(Unit.WEEK), july) == []
    assert len(expected(Rhythm(Unit.WEEK), july, WorkingDays(weeks_of_rest=()))) == 4


def test_no_weekly_meeting_is_promised_in_a_break() -> None:
    pause = through(date(2026, 2, 23), date(2026, 3, 1))
    spring = SchoolTerm("VT26", through(date(2026, 1, 8), date(2026, 6, 12)), True, (pause,))
    weeks = through(date(2026, 2, 16), date(2026, 3, 8))

    meetings = expected(Rhythm(Unit.WEEK, weekday=0), weeks, WorkingDays((spring,)))

    assert days_of(meetings) == [date(2026, 2, 16), date(2026, 3, 2)]


def test_a_closed_day_of_the_municipality_is_no_working_day() -> None:
    week = through(date(2026, 9, 7), date(2026, 9, 13))
    closed = WorkingDays(closed={date(2026, 9, 9)})

    assert days_of(expected(Rhythm(Unit.WEEK, weekday=2), week, closed)) != [date(2026, 9, 9)]


def test_a_forum_that_begins_late_in_a_term_owes_its_part() -> None:
    rhythm = Rhythm(Unit.TERM, times=4, period=Period(date(2024, 4, 1)))

    meetings = expected(rhythm, year(2024))

    assert Counter(one.window.starts_on for one in meetings) == {
        date(2024, 4, 1): 2,
        date(2024, 7, 1): 4,
    }


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (Never.NO_TIMES, {"per": Unit.WEEK, "times": 0}),
        (Never.NO_TIMES, {"per": Unit.YEAR, "times": -1}),
        (Never.NO_UNITS, {"per": Unit.WEEK, "every": 0}),
        (Never.TOO_MANY, {"per": Unit.WEEK, "times": 54}),
        (Never.TOO_MANY, {"per": Unit.SPRING, "times": 300}),
        (Never.TOO_SELDOM, {"per": Unit.YEAR, "every": 11}),
        (Never.TOO_SELDOM, {"per": Unit.WEEK, "every": 10**9}),
        (Never.NOT_A_WORKING_DAY, {"per": Unit.WEEK, "weekday": 5}),
        (Never.NOT_A_WORKING_DAY, {"per": Unit.WEEK, "weekday": -1}),
    ],
)
def test_a_rhythm_that_never_occurs_is_refused_with_a_sentence(why: Never, said: dict) -> None:
    with pytest.raises(NeverOccursError) as refused:
        Rhythm(**said)

    assert refused.value.why == why
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "period",
    [
        through(date(2026, 6, 19), date(2026, 6, 21)),  # Midsummer
        through(date(2026, 9, 12), date(2026, 9, 13)),  # a weekend
    ],
)
def test_a_rhythm_whose_time_has_no_working_day_is_refused(period: Period) -> None:
    with pytest.raises(NeverOccursError) as refused:
        refuse_what_never_occurs(Rhythm(Unit.WEEK, period=period))

    assert refused.value.why == Never.NO_DAY


def test_a_spring_meeting_of_a_forum_that_lives_in_the_autumn_is_refused() -> None:
    with pytest.raises(NeverOccursError):
        refuse_what_never_occurs(
            Rhythm(Unit.SPRING, period=through(date(2026, 8, 1), date(2026, 12, 1)))
        )


def test_one_that_occurs_is_let_in() -> None:
    refuse_what_never_occurs(Rhythm(Unit.WEEK, period=through(date(2026, 9, 7), date(2026, 9, 7))))
    refuse_what_never_occurs(Rhythm(Unit.NEED))


def test_fifty_years_of_weeks_are_told() -> None:
    terms = [
        SchoolTerm(f"{y}", Period(date(y, 1, 9), date(y, 6, 12)), True) for y in range(2000, 2050)
    ]
    whole = Period(date(2000, 1, 1), date(2050, 1, 1))

    meetings = expected(Rhythm(Unit.WEEK), whole, WorkingDays(terms))

    assert len(meetings) > 1000
