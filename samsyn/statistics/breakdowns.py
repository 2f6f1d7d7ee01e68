"""How the figures of a family of tables add up: which cells are whole and which are their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# A key has one coordinate for each breakdown; the total of a breakdown is the empty word.
Key = tuple[str, ...]
TOTAL = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a category stands: what it is a part of, and together with which others.

    Parts of different groups may overlap (a district and a school's area) and are never added.
    """

    parent: str = TOTAL
    group: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many, of how many; without `limit` there is no knowing how many it could be."""

    number: int
    limit: int | None = None
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """The whole is what its parts add up to."""

    whole: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Every figure that is told of one thing for one period, and how they hang together."""

    counts: Mapping[Key, Count]
    sums: tuple[Sum, ...]


_ROOT = Place()


def family(counts: Mapping[Key, Count], places: Sequence[Mapping[str, Place]]) -> Family:
    """Find every sum among the figures; what the parts leave over is a figure too.

    `places` has a mapping for each coordinate; a category that is not in it is a part of the total.

    >>> told = family({("",): Count(20), ("f",): Count(12), ("p",): Count(5)}, [{}])
    >>> told.counts[("\N{HORIZONTAL ELLIPSIS}",)].number
    3
    >>> len(told.sums[0].parts)
    3
    """
    known = dict(sorted(counts.items()))
    for at in range(len(places)):
        for whole, parts, rest in list(_lines(known, at, places[at])):
            left = _left(known, whole, parts)
            if left.number > 0:
                known.setdefault(rest, left)
    sums = [
        told
        for at in range(len(places))
        for line in _lines(known, at, places[at])
        if (told := _sum(known, *line)) is not None
    ]
    return Family(known, tuple(sums))


def _lines(
    counts: Mapping[Key, Count], at: int, places: Mapping[str, Place]
) -> Iterator[tuple[Key, tuple[Key, ...], Key]]:
    """Each whole that is here with its parts of one group, and the key of what they leave over."""
    found: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key in counts:
        if key[at] != TOTAL and not key[at].startswith(_REST):
            place = places.get(key[at], _ROOT)
            found[_put(key, at, place.parent), place.group].append(key)
    for (whole, group), parts in found.items():
        if whole in counts:
            yield whole, tuple(parts), _put(whole, at, _REST + whole[at] + group)


def _sum(counts: Mapping[Key, Count], whole: Key, parts: tuple[Key, ...], rest: Key) -> Sum | None:
    """Hold the parts to their whole, unless more than one part is missing.

    Parts that are more than their whole (of two sources, it may be) are held to it too: whoever
    knows the difference from elsewhere may still subtract.
    """
    left = _left(counts, whole, parts).number
    if rest in counts and counts[rest].number == left:
        return Sum(whole, (*parts, rest))
    return Sum(whole, parts) if left <= 0 else None


_REST = "\N{HORIZONTAL ELLIPSIS}"


def _put(key: Key, at: int, category: str) -> Key:
    return (*key[:at], category, *key[at + 1 :])


def _left(counts: Mapping[Key, Count], whole: Key, parts: Sequence[Key]) -> Count:
    number = counts[whole].number - sum(counts[part].number for part in parts)
    limits = [counts[key].limit for key in (whole, *parts)]
    known = [limit for limit in limits if limit is not None]
    if len(known) < len(limits):
        return Count(number, is_rest=True)
    return Count(number, max(number, known[0] - sum(known[1:])), is_rest=True)
