"""Hide so much beside the small figures that none of them can be had back by subtraction.

The search is the usual one of linear programming (Kelly, Golden and Assad, "Cell suppression",
Networks 22, 1992; Fischetti and Salazar, Management Science 47, 2001). It is not trusted: a figure
counts as protected only when there are two tables of whole numbers, both in accord with all that is
shown, in which it is as low and as high as it has to be able to be.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from samsyn.statistics.breakdowns import TOTAL, Count, Family, Key, Place, family
from samsyn.statistics.protection import COUNTS, Range, Rule
from samsyn.statistics.witnesses import NoTableError, Tables

# A total is what readers come for, and a nought cannot be less: both are hidden last.
_A_TOTAL, _A_NOUGHT = 8.0, 7.0


@dataclass(frozen=True, slots=True)
class Before:
    """What readers may have kept: figures that were shown and still are the same, and what was not.

    What has been shown hides nothing any more, and what was hidden stays so: otherwise an earlier
    table and this one could be subtracted from each other.
    """

    shown: frozenset[Key] = frozenset()
    hidden: frozenset[Key] = frozenset()


_NOTHING_BEFORE = Before()


def hidden(
    counts: Mapping[Key, Count],
    rule: Rule,
    places: Sequence[Mapping[str, Place]],
    before: Before = _NOTHING_BEFORE,
) -> frozenset[Key]:
    """Say which of the figures must not be shown, however they are filtered or printed.

    The answer hangs on all the figures of a thing and a period together, so they must all be
    given, and it is the same each time. When the figures contradict each other so that nothing
    can be promised, all are hidden.

    >>> row = {("",): Count(30), ("norr",): Count(3), ("soder",): Count(7), ("oster",): Count(20)}
    >>> sorted(hidden(row, COUNTS, [{}]))
    [('norr',), ('soder',)]
    """
    told = family(counts, places)
    small = {key for key, count in told.counts.items() if _is_small(count, rule)}
    gone = small | (before.hidden & counts.keys())
    if not gone or not told.sums:
        return frozenset(gone & counts.keys())
    for known in dict.fromkeys((before.shown - gone, frozenset[Key]())):
        try:
            return frozenset(_Hiding(told, rule, small, gone, known).enough() & counts.keys())
        except NoTableError:
            continue
    return frozenset(counts)


def _is_small(count: Count, rule: Rule) -> bool:
    """What is left over has no name; it is held to the rule for counts."""
    return (COUNTS if count.is_rest else rule).is_small(count)


class _Hiding:
    """What is hidden so far, and between what each hidden figure has been shown to be able to lie.

    More is hidden as it goes and nothing less, so what has once been shown remains true.
    """

    def __init__(
        self,
        told: Family,
        rule: Rule,
        small: Collection[Key],
        gone: Collection[Key],
        known: Collection[Key],
    ) -> None:
        self._counts, self._rule = told.counts, rule
        costs = {key: _cost(key, each) for key, each in told.counts.items()}
        self._tables = Tables(told, costs, known)
        self._small = small
        self._hidden = {*gone, *(key for key, count in told.counts.items() if count.is_rest)}
        self._tables.free(self._hidden)
        self._low = {key: count.number for key, count in told.counts.items()}
        self._high = dict(self._low)

    def enough(self) -> set[Key]:
        while unprotected := [key for key in self._hidden if any(self._wanted(key))]:
            for key in sorted(unprotected, key=self._smallest_first):
                self._protect(key)
        return self._hidden

    def _smallest_first(self, key: Key) -> tuple[int, Key]:
        return self._counts[key].number, key

    def _wanted(self, key: Key) -> tuple[int, int]:
        """How far down and up from what it is the figure has yet to be shown to be able to lie."""
        count, low, high = self._counts[key], self._low[key], self._high[key]
        if key in self._small:
            needed = self._needed(count)
            return (
                count.number - needed.low if low > needed.low else 0,
                needed.high - count.number if high < needed.high else 0,
            )
        if count.is_rest or high - low >= self._rule.width(count):
            return 0, 0
        room = self._rule.width(count) - (count.number - low)
        fits = count.limit is None or count.number + room <= count.limit
        return (0, room) if fits else (self._rule.width(count) - (high - count.number), 0)

    def _needed(self, count: Count) -> Range:
        return (COUNTS if count.is_rest else self._rule).needed(count)

    def _protect(self, key: Key) -> None:
        while any(self._wanted(key)):
            self._move(key, *self._wanted(key))

    def _move(self, key: Key, down: int, up: int) -> None:
        moved = self._tables.move(key, up or -down)
        self._tables.free(moved.keys() - self._hidden)
        self._hidden |= moved.keys()
        self._note(moved)

    def _note(self, moved: Mapping[Key, int]) -> None:
        for key, by in moved.items():
            now = self._counts[key].number + by
            self._low[key] = min(self._low[key], now)
            self._high[key] = max(self._high[key], now)


def _cost(key: Key, count: Count) -> float:
    known = 1 + log1p(count.number) if count.number else _A_NOUGHT
    return known * _A_TOTAL ** key.count(TOTAL)
