"""Money and posts, gathered by what the initiatives are for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Held:
    """What one initiative has in a year, and what it belongs to."""

    amount: Decimal
    posts: Decimal
    focus_areas: Sequence[str]
    prevention: Sequence[str]
    areas: Sequence[str]


@dataclass(slots=True)
class Gathered:
    """What falls on one word: money, posts and from how many initiatives."""

    word: str
    amount: Decimal = _NONE
    posts: Decimal = _NONE
    count: int = 0


def gathered(rows: Iterable[Held], words: Callable[[Held], Sequence[str]]) -> list[Gathered]:
    """Gather by each of the words that an initiative has; the empty word holds those without.

    An initiative with several words counts whole in each: the lines make no sum.

    >>> rows = [Held(Decimal(100), _NONE, ["Hälsa", "Studier"], [], [])]
    >>> [(each.word, each.amount) for each in gathered(rows, lambda row: row.focus_areas)]
    [('Hälsa', Decimal('100')), ('Studier', Decimal('100'))]
    """
    found: defaultdict[str, Gathered] = defaultdict(lambda: Gathered(""))
    for row in rows:
        for word in words(row) or [""]:
            line = found[word]
            line.word = word
            line.amount += row.amount
            line.posts += row.posts
            line.count += 1
    return sorted(found.values(), key=lambda line: (not line.word, -line.amount, line.word))
