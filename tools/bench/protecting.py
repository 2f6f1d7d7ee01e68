"""How fast it is worked out what of a table may be shown, beside reading how it adds up."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from random import Random
from typing import Any

from samsyn.statistics.breakdowns import TOTAL, Count, Key, family
from samsyn.statistics.protection import COUNTS
from samsyn.statistics.suppression import hidden
from tools.bench.table import Line

NAME = "protecting"
HEAD = ("40 x 12 with totals, protected (ms)", "hidden", "best", "floor", "goal", "")
_GOAL = 200
_ROWS, _COLUMNS = 40, 12
_PLACES: Sequence[Any] = ({}, {})
# What the cells are drawn from: a large municipality, a usual one, and one where most are few.
_TABLES = {
    "few small": (0, 3, 12, 20, 30, 40, 60, 80),
    "some small": (0, 1, 2, 3, 6, 8, 12, 20, 30),
    "most small": (0, 1, 2, 3, 4),
}


@dataclass(frozen=True, slots=True)
class Protected:
    """How many of the figures were hidden, and what each try took (ms)."""

    name: str
    hidden: int
    milliseconds: Sequence[float]
    floor: float


def rounds(count: int, advance: Callable[[], None]) -> Iterator[Protected]:
    for name, numbers in _TABLES.items():
        tables = [_table(number, numbers) for number in range(count)]
        times = [_taken(partial(hidden, each, COUNTS, _PLACES)) for each in tables]
        floor = min(_taken(partial(family, each, _PLACES)) for each in tables)
        advance()
        yield Protected(name, len(hidden(tables[0], COUNTS, _PLACES)), times, floor)


def length() -> int:
    return len(_TABLES)


def lines(found: Sequence[Protected]) -> Iterator[Line]:
    for each in found:
        best = min(each.milliseconds)
        verdict = "over" if best > _GOAL else ""
        told = (f"{best:.0f}", f"{each.floor:.1f}", str(_GOAL), verdict)
        yield (each.name, str(each.hidden), *told)


def _table(seed: int, numbers: Sequence[int]) -> dict[Key, Count]:
    random = Random(seed)  # noqa: S311 - the same tables every time are the point
    found: dict[Key, int] = {}
    for row, column in product(map(str, range(_ROWS)), map(str, range(_COLUMNS))):
        number = random.choice(numbers)
        for key in product((row, TOTAL), (column, TOTAL)):
            found[key] = found.get(key, 0) + number
    return {key: Count(number) for key, number in found.items()}


def _taken(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1_000
