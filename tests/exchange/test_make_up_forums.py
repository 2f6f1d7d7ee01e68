"""What is made up of forums is of the size and the shape that a large municipality has."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from random import Random
from typing import Any

import pytest

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.made_up import FORUMS
from samsyn.exchange.made_up.forums import Forums
from samsyn.exchange.made_up.meetings import meeting
from samsyn.exchange.made_up.occasions import Occasion, occasions
from samsyn.exchange.made_up.organisation import Organisation
from samsyn.exchange.made_up.results import decisions, follow_ups
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.forums.domain.overlap import Traits, likely_parallel
from samsyn.forums.domain.workdays import WorkingDays

CHANCE = 1
TEN_YEARS = History(10)


@pytest.fixture(scope="module")
def organisation() -> Organisation:
    return Organisation(Random(CHANCE), "Almby", "9001", TEN_YEARS)


@pytest.fixture(scope="module")
def staff(organisation: Organisation) -> Staff:
    return Staff(organisation)


@pytest.fixture(scope="module")
def forums(staff: Staff) -> Forums:
    return Forums(Random(CHANCE), staff, TEN_YEARS, FORUMS)


@pytest.fixture(scope="module")
def met(forums: Forums) -> list[Occasion]:
    return occasions(Random(CHANCE), forums.made, TEN_YEARS)


def said(entry: Entry, field: str, section: str = "forums") -> Any:
    return entry.values[kind_of(section).places[field]]


def left_to_do(met: list[Occasion]) -> Iterator[Entry]:
    return (entry for each in met for entry in follow_ups(Random(each.key), each))


def test_ten_years_are_of_the_size_that_the_goals_are_set_for(met: list[Occasion]) -> None:
    totals = len(met), sum(each.items for each in met), sum(each.follow_ups for each in met)

    for total, goal in zip(totals, (6_000, 60_000, 40_000), strict=True):
        assert 0.9 * goal < total < 1.1 * goal


def test_meetings_are_held_on_working_days(met: list[Occasion]) -> None:
    days = WorkingDays()

    assert [each.key for each in met if not days.hold(each.day)] == []


def test_a_forum_meets_within_its_life(met: list[Occasion]) -> None:
    assert [each.key for each in met if each.day not in each.forum.period] == []


def test_what_is_to_come_is_planned_and_what_has_been_is_not(met: list[Occasion]) -> None:
    states = Counter((each.day >= NOW, each.state.value) for each in met)

    assert {state for is_ahead, state in states if is_ahead} == {"planned"}
    assert {state for is_ahead, state in states if not is_ahead} == {"held", "cancelled", "missed"}
    assert states[False, "held"] > 10 * states[False, "missed"] > 0


def test_decisions_are_numbered_for_each_forum_and_year(met: list[Occasion]) -> None:
    made = [entry for each in met for entry in decisions(Random(each.key), each)]
    told = [
        tuple(said(each, field, "decisions") for field in ("forum", "year", "number"))
        for each in made
    ]

    for _of, numbers in groupby(told, lambda each: each[:2]):
        found = [number for _forum, _year, number in numbers]
        assert found == list(range(1, len(found) + 1))


def test_most_of_what_was_left_to_do_is_closed_and_some_has_run_over_twice(
    met: list[Occasion],
) -> None:
    kinds = Counter(
        (
            said(each, "closed_on", "follow_ups") is not None,
            said(each, "due", "follow_ups") < NOW,
            said(each, "overruns", "follow_ups"),
        )
        for each in left_to_do(met[::10])
    )
    closed = sum(count for (is_closed, *_), count in kinds.items() if is_closed)

    assert closed > 0.9 * sum(kinds.values())
    assert kinds[False, True, 0] > 0
    assert kinds[False, True, 2] > 0


def test_nothing_is_closed_before_the_meeting_or_after_today(met: list[Occasion]) -> None:
    for each in met[::50]:
        for entry in follow_ups(Random(each.key), each):
            day: date | None = said(entry, "closed_on", "follow_ups")
            assert day is None or each.day <= day <= NOW


def test_those_who_held_the_functions_then_are_asked(
    organisation: Organisation, staff: Staff, met: list[Occasion]
) -> None:
    occasion = max((each for each in met if each.is_held), key=lambda each: each.day)
    held = {
        (position, person)
        for position, person, period, *_rest in (
            each.values for each in organisation.entries("appointments")
        )
        if occasion.day in period
    }

    asked = said(meeting(Random(1), occasion, staff), "attendances", "meetings")

    assert [(body, position) for body, position, *_rest in asked] == sorted(occasion.forum.seats)
    who = {(position, person) for _body, position, person, *_rest in asked if person}
    assert who
    assert who <= held


def test_some_forums_have_ended_with_a_successor_and_some_have_another_name(
    forums: Forums,
) -> None:
    entries = list(forums.entries())
    ended = [each for each in entries if said(each, "period").ends_on]

    assert len(ended) >= FORUMS // 10
    assert all(said(each, "successor") for each in ended)
    assert any(said(each, "former_names") for each in entries)


def test_charters_have_gaps_and_what_is_missing_is_told(forums: Forums) -> None:
    entries = list(forums.entries())

    for field in ("purpose", "goals", "decides", "follow_up"):
        empty = sum(not said(each, field) for each in entries)
        assert 0 < empty < FORUMS / 2
    assert any(said(each, "lacks") for each in entries)


def test_parallel_tracks_are_found(forums: Forums) -> None:
    traits = [_traits(each) for each in forums.entries()]

    found = {frozenset((each.a, each.b)) for each in likely_parallel(traits)}

    tracks = [
        frozenset((before.key, after.key))
        for number, (before, after) in enumerate(zip(forums.made, forums.made[1:], strict=False))
        if (number + 1) % 8 == 2
    ]
    assert len(tracks) == 5
    assert sum(track in found for track in tracks) >= 4


def _traits(entry: Entry) -> Traits:
    text = " ".join(said(entry, field) for field in ("purpose", "goals", "target_group"))
    return Traits(
        entry.key,
        tuple(Counter(text.lower().split()).items()),
        range(said(entry, "age_from"), said(entry, "age_to") + 1),
        frozenset(said(entry, "school_forms")),
        frozenset(said(entry, "focus_areas")),
        frozenset(body for body, *_rest in said(entry, "seats")),
        frozenset(position for _body, position, *_rest in said(entry, "seats")),
        said(entry, "level"),
        said(entry, "period"),
    )
