"""No hidden figure is had back: held against every table that there could be."""

import itertools
import random
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.statistics.breakdowns import TOTAL, Count, Family, Key, Place, family
from samsyn.statistics.protection import COUNTS, SHARES, Rule
from samsyn.statistics.suppression import hidden
from samsyn.statistics.witnesses import Tables

# A machine may be busy with other tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SMALL = Rule(3, both_ways=False)  # few enough that every table can be tried
FEW_OF = Rule(2, both_ways=True)
Limits = Mapping[Key, int]


def with_totals(inner: Mapping[Key, int]) -> dict[Key, int]:
    """Each way in which the breakdowns can be laid together."""
    found: dict[Key, int] = {}
    for key, number in inner.items():
        for told in itertools.product(*((category, TOTAL) for category in key)):
            found[told] = found.get(told, 0) + number
    return found


@cache
def splits(total: int, parts: int) -> tuple[tuple[int, ...], ...]:
    if parts == 1:
        return ((total,),)
    return tuple(
        (first, *rest) for first in range(total + 1) for rest in splits(total - first, parts - 1)
    )


def rows_that_agree(shown: Mapping[Key, int], at: list[Key], most: int) -> Iterator[dict[Key, int]]:
    """Every row of a table, and its total, that agrees with what is shown."""
    total, *parts = at
    totals = [shown[total]] if total in shown else range(most + 1)
    for number in totals:
        for split in splits(number, len(parts)):
            told = dict(zip(parts, split, strict=True)) | {total: number}
            if all(shown.get(key, value) == value for key, value in told.items()):
                yield told


def possible(
    shown: Mapping[Key, int], rows: list[str], columns: list[str], most: int
) -> dict[Key, set[int]]:
    """What each cell of a two-way table could be to someone who knows all that is shown."""
    lines = [
        list(rows_that_agree(shown, [(row, TOTAL), *((row, each) for each in columns)], most))
        for row in rows
    ]
    found: dict[Key, set[int]] = {}
    for chosen in itertools.product(*lines):
        table = {key: value for line in chosen for key, value in line.items()}
        for column in (*columns, TOTAL):
            table[TOTAL, column] = sum(table[row, column] for row in rows)
        if all(table[key] == value for key, value in shown.items()):
            for key, value in table.items():
                found.setdefault(key, set()).add(value)
    return found


@st.composite
def two_by_two(draw: st.DrawFn) -> dict[Key, int]:
    return with_totals({(row, column): draw(st.integers(0, 4)) for row in "ab" for column in "xy"})


@given(two_by_two())
@settings(max_examples=120)
def test_no_table_that_agrees_narrows_a_hidden_count(table: dict[Key, int]) -> None:
    gone = hidden({key: Count(number) for key, number in table.items()}, SMALL, [{}, {}])
    shown = {key: number for key, number in table.items() if key not in gone}

    could = possible(shown, ["a", "b"], ["x", "y"], most=12)

    for key in gone:
        low, high = min(could[key]), max(could[key])
        if 0 < table[key] < SMALL.smallest:
            assert low == 0
            assert high >= SMALL.smallest
        assert high - low >= SMALL.smallest


@given(two_by_two())
@settings(max_examples=60)
def test_no_small_count_is_shown(table: dict[Key, int]) -> None:
    gone = hidden({key: Count(number) for key, number in table.items()}, SMALL, [{}, {}])

    assert {key for key, number in table.items() if 0 < number < SMALL.smallest} <= gone


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=4))
@settings(max_examples=150)
def test_no_row_that_agrees_narrows_a_hidden_share(groups: list[tuple[int, int]]) -> None:
    told: dict[Key, Count] = {
        (str(place),): Count(n, n + more) for place, (n, more) in enumerate(groups)
    }
    told[TOTAL,] = Count(sum(n for n, _ in groups), sum(n + more for n, more in groups))
    gone = hidden(told, FEW_OF, [{}])
    shown = {key: each.number for key, each in told.items() if key not in gone}

    could = rows_of_shares(shown, told)

    for key in gone:
        if FEW_OF.is_small(told[key]):
            needed = FEW_OF.needed(told[key])
            assert min(could[key]) <= needed.low
            assert max(could[key]) >= needed.high


def rows_of_shares(shown: Mapping[Key, int], told: Mapping[Key, Count]) -> dict[Key, set[int]]:
    parts = [key for key in told if key != (TOTAL,)]
    found: dict[Key, set[int]] = {key: set() for key in told}
    for row in itertools.product(*(range((told[key].limit or 0) + 1) for key in parts)):
        table = dict(zip(parts, row, strict=True)) | {(TOTAL,): sum(row)}
        if all(table[key] == value for key, value in shown.items()):
            for key, value in table.items():
                found[key].add(value)
    return found


def counts(numbers: Mapping[Key, int]) -> dict[Key, Count]:
    return {key: Count(number) for key, number in numbers.items()}


def test_a_lone_small_count_takes_another_with_it() -> None:
    table = counts({("",): 60, ("f",): 57, ("p",): 3})

    assert hidden(table, COUNTS, [{}]) == {("f",), ("p",)}


def test_what_the_listed_leave_over_is_not_had_back_either() -> None:
    table = counts({("",): 100, ("norr",): 60, ("soder",): 37})

    assert hidden(table, COUNTS, [{}])


def test_what_is_left_over_is_free_when_it_is_many() -> None:
    table = counts({("",): 100, ("norr",): 60, ("soder",): 3})

    assert hidden(table, COUNTS, [{}]) == {("soder",)}


def test_a_nought_is_shown() -> None:
    table = counts({("",): 60, ("f",): 60, ("p",): 0})

    assert hidden(table, COUNTS, [{}]) == frozenset()


def test_a_share_of_nobody_or_all_is_hidden() -> None:
    table: dict[Key, Count] = {("a",): Count(0, 40), ("b",): Count(40, 40), ("c",): Count(20, 40)}

    assert hidden(table, SHARES, [{}]) == {("a",), ("b",)}


def test_a_share_without_its_base_is_hidden() -> None:
    assert hidden({("",): Count(20)}, SHARES, [{}]) == {("",)}


def test_parts_of_parts_are_not_had_back() -> None:
    places = [{"a1": Place("a"), "a2": Place("a")}]
    table = counts({("",): 100, ("a",): 40, ("b",): 60, ("a1",): 37, ("a2",): 3})

    assert hidden(table, COUNTS, places) == {("a1",), ("a2",)}


def test_parts_of_different_kinds_are_not_added() -> None:
    places = [{"north": Place(group="district"), "school": Place(group="school")}]
    table = counts({("",): 100, ("north",): 97, ("school",): 50})

    assert ("school",) not in hidden(table, COUNTS, places)


def test_figures_that_contradict_each_other_are_all_hidden() -> None:
    table = counts({("",): 2, ("f",): 30, ("p",): 3})

    assert hidden(table, COUNTS, [{}]) == set(table)


def three_ways(seed: int) -> dict[Key, Count]:
    rng = random.Random(seed)
    inner: dict[Key, int] = {
        key: rng.choice([0, 1, 3, 7, 12, 40])
        for key in itertools.product("fp", ("n", "s", "o"), ("fsk", "gr"))
    }
    return counts(with_totals(inner))


@pytest.mark.parametrize("seed", range(5))
def test_three_breakdowns_are_held_together(seed: int) -> None:
    table = three_ways(seed)
    gone = hidden(table, COUNTS, [{}, {}, {}])
    told = family(table, [{}, {}, {}])

    assert gone
    for key in gone:
        if COUNTS.is_small(table[key]):
            assert could_be(told, gone, key, 0)
            assert could_be(told, gone, key, COUNTS.smallest)


def could_be(told: Family, gone: frozenset[Key], key: Key, number: int) -> bool:
    """Ask anew, with all that is shown too dear to move."""
    tables = Tables(told, {each: 0.0 if each in gone else 1e6 for each in told.counts})
    return tables.move(key, number - told.counts[key].number).keys() <= gone


def test_any_part_of_it_tells_no_more_than_the_whole() -> None:
    """The pattern hangs on what is stored, so two exports of it never differ in what they hide."""
    table = three_ways(1)
    turned = dict(reversed(table.items()))

    assert hidden(table, COUNTS, [{}, {}, {}]) == hidden(turned, COUNTS, [{}, {}, {}])
