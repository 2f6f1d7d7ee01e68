"""How alike things are by what they hold, where rare things in common tell more than usual ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Any

Bag = Mapping[Any, int]
Pair = tuple[int, int]


class Vectors:
    """Cosines between weighted bags: tf-idf (Salton & Buckley 1988) with damped counts.

    Cosines from `full` and up count as 1. All pairs are computed at once, by way of what they share
    (Bayardo, Ma & Srikant 2007), so that those with nothing in common cost nothing.

    >>> vectors = Vectors([{"våld": 1, "skola": 1}, {"våld": 2, "polis": 1}, {"skola": 1}, {}])
    >>> [vectors.likeness(0, 2), vectors.likeness(1, 2), vectors.likeness(0, 3)]
    [0.7071067811865475, 0.0, None]
    >>> list(vectors.pairs()), vectors.shared(0, 1)
    ([(0, 1), (0, 2)], ['våld'])
    """

    def __init__(self, bags: Sequence[Bag], full: float = 1.0) -> None:
        self._full = full
        self._weights = _weighted(bags)
        self._rows: list[dict[int, float]] = []
        holders: defaultdict[Hashable, list[tuple[int, float]]] = defaultdict(list)
        for place, weights in enumerate(self._weights):
            row: defaultdict[int, float] = defaultdict(float)
            for thing, weight in weights.items():
                for other, its_weight in holders[thing]:
                    row[other] += weight * its_weight
                holders[thing].append((place, weight))
            self._rows.append(row)

    def likeness(self, one: int, other: int) -> float | None:
        """From 0 to 1, or None where one of them holds nothing; `one` comes before `other`."""
        if not self._weights[one] or not self._weights[other]:
            return None
        return min(1.0, self._rows[other].get(one, 0.0) / self._full)

    def pairs(self) -> Iterator[Pair]:
        """Those that share anything, the lower place first."""
        return ((one, other) for other, row in enumerate(self._rows) for one in row)

    def shared(self, one: int, other: int) -> list[Hashable]:
        """What both hold, the most telling first."""
        mine, theirs = self._weights[one], self._weights[other]
        return sorted(mine.keys() & theirs.keys(), key=lambda it: (-mine[it] * theirs[it], str(it)))


class Ages:
    """How much of all the ages that two are for is the same."""

    def __init__(self, ages: Sequence[range | None]) -> None:
        self._ages = ages

    def likeness(self, one: int, other: int) -> float | None:
        """From 0 to 1, or None where one of them is for no ages in particular."""
        first, second = self._ages[one], self._ages[other]
        if not first or not second:
            return None
        shared = _length(first, second)
        return shared / (len(first) + len(second) - shared)

    def shared(self, one: int, other: int) -> list[Hashable]:
        """The first age and the one after the last, if any are the same."""
        first, second = self._ages[one], self._ages[other]
        if not first or not second or not _length(first, second):
            return []
        return [max(first.start, second.start), min(first.stop, second.stop)]


def _length(one: range, other: range) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def _weighted(bags: Sequence[Bag]) -> list[dict[Hashable, float]]:
    frequency = Counter(thing for bag in bags for thing in bag)
    number = sum(1 for bag in bags if bag)
    telling = {thing: log(1 + number / held) for thing, held in frequency.items()}
    return [
        _normed({thing: (1 + log(n)) * telling[thing] for thing, n in bag.items()}) for bag in bags
    ]


def _normed(weights: Mapping[Hashable, float]) -> dict[Hashable, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {thing: weight / length for thing, weight in weights.items()}
