"""Which figures are too small to show, and within what range a hidden one must stay unknown."""

from __future__ import annotations

from dataclasses import dataclass

from samsyn.statistics.breakdowns import Count

SMALLEST_COUNT = 5
SMALLEST_SHARE = 10


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure must be able to be, as far as anyone can reckon from what is shown."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Rule:
    """Hide what stands for fewer than `smallest`.

    With `both_ways` it is a share that is shown: those who are not counted are as few as those who
    are, and nought or all tells something of every one of them.
    """

    smallest: int
    both_ways: bool

    def is_small(self, count: Count) -> bool:
        if not self.both_ways:
            return 0 < count.number < self.smallest
        if count.limit is None:
            return True
        return min(count.number, count.limit - count.number) < self.smallest

    def needed(self, count: Count) -> Range:
        """Give the range that a small figure must not be narrowed within."""
        if not self.both_ways or count.limit is None:
            return Range(0, self._at_most(count))
        few = count.number < self.smallest
        many = count.limit - count.number < self.smallest
        return Range(
            max(count.limit - self.smallest, 0) if many and not few else 0,
            self._at_most(count) if few and not many else count.limit,
        )

    def width(self, count: Count) -> int:
        """Give how wide the range of a figure must be that is hidden for another's sake."""
        return self._at_most(count)

    def _at_most(self, count: Count) -> int:
        return self.smallest if count.limit is None else min(self.smallest, count.limit)


COUNTS = Rule(SMALLEST_COUNT, both_ways=False)
SHARES = Rule(SMALLEST_SHARE, both_ways=True)
