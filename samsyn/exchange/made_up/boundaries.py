"""Where the areas of a municipality that does not exist would be: a grid, as nowhere in Sweden."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from shapely import box

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.made_up.entries import entry
from samsyn.exchange.records import Entry
from samsyn.geography.shapes import Boundary, boundary, joined
from samsyn.organisation.api import AreaKind

_WEST, _SOUTH, _WIDE, _HIGH = 15.0, 60.0, 0.04, 0.02


def boundaries(areas: Iterable[Entry]) -> Iterator[Entry]:
    """A row of squares for each district, one for each place in it; the whole is all of them."""
    kind = kind_of("areas").places["kind"]
    within = kind_of("areas").places["within"]
    inside: defaultdict[str, list[Entry]] = defaultdict(list)
    for each in areas:
        inside[each.values[within]].append(each)
    everywhere: list[Boundary] = []
    for y, district in enumerate(d for each in inside[""] for d in inside[each.key]):
        squares = [_square(x, y) for x in range(len(inside[district.key]))]
        for place, square in zip(inside[district.key], squares, strict=True):
            yield _entry(place, square)
        if squares:
            yield _entry(district, joined(squares))
        everywhere += squares
    for whole in inside[""]:
        if whole.values[kind] == AreaKind.MUNICIPALITY:
            yield _entry(whole, joined(everywhere))


def _square(x: int, y: int) -> Boundary:
    west, south = _WEST + x * _WIDE, _SOUTH + y * _HIGH
    return boundary(box(west, south, west + _WIDE, south + _HIGH))


def _entry(area: Entry, drawn: Boundary) -> Entry:
    said: dict[str, Any] = {"area": area.key, "geometry": drawn.text, "origin": "Påhittad"}
    return entry("boundaries", "", **said)
