"""Which values of an indicator may be shown, from all that are stored of it for a period."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from uuid import UUID

from samsyn.statistics.breakdowns import TOTAL, Count, Key, Place
from samsyn.statistics.protection import COUNTS, SHARES, SMALLEST_SHARE, Rule
from samsyn.statistics.suppression import Before, hidden

# A share that the source has rounded (~100) without telling on how many is as safe as it made it.
_FIGURES = frozenset({"known", "about"})
# Of those who were asked, and of what has a mean, it is how many they are that is protected.
_ANSWERS = Rule(SMALLEST_SHARE, both_ways=False)


class Was(Enum):
    """How a figure stood before this day; what is changed and shown again the same day is one."""

    NEVER_SEEN = auto()
    SHOWN = auto()
    HIDDEN = auto()


@dataclass(frozen=True, slots=True)
class Stored:
    """A value as it is stored; `key` is its sex, its area and its school form."""

    pk: UUID
    key: Key
    was: Was
    state: str
    number: Decimal | None
    numerator: int | None
    denominator: int | None
    answers: int | None


@dataclass(frozen=True, slots=True)
class Lies:
    """Where an area lies: what it is a part of, and what kind of area it is."""

    parent: str
    kind: str


def to_hide(
    stored: Collection[Stored], measure: str, disclosure: str, areas: Mapping[str, Lies]
) -> set[UUID]:
    """Say which of the values must not be shown; all of an indicator and a period are told.

    A value without anything to count it on cannot be told to be safe, and is hidden.
    """
    if disclosure == "none":
        return set()
    figures = [each for each in stored if each.state in _FIGURES]
    counts = {each.key: _count(each, measure) for each in figures}
    told = {key: count for key, count in counts.items() if count is not None}
    before = Before(_that_were(Was.SHOWN, figures), _that_were(Was.HIDDEN, figures))
    gone = hidden(told, _rule(measure, disclosure), ({}, _places(told, areas), {}), before)
    unknown = {each.key for each in figures if each.state == "known"} - told.keys()
    return {each.pk for each in figures if each.key in gone or each.key in unknown}


def _that_were(was: Was, figures: Iterable[Stored]) -> frozenset[Key]:
    return frozenset(each.key for each in figures if each.was is was)


def _rule(measure: str, disclosure: str) -> Rule:
    if measure == "value":
        return _ANSWERS
    is_share = measure == "share" or (disclosure == "share" and measure == "rate")
    return SHARES if is_share else COUNTS


def _count(each: Stored, measure: str) -> Count | None:
    """How many it stands for, and among how many; a count that is a part of others is unknown."""
    if measure == "value":
        return None if each.answers is None else Count(each.answers)
    if measure == "count":
        is_whole = each.number is not None and each.numerator is None
        return Count(int(each.number or 0)) if is_whole else None
    if each.numerator is not None and each.denominator is not None:
        limit = each.denominator if measure == "share" else max(each.numerator, each.denominator)
        return Count(each.numerator, limit)
    if measure == "share" and each.number is not None and each.answers is not None:
        return Count(round(each.number * each.answers / 100), each.answers)
    return None


def _places(keys: Iterable[Key], areas: Mapping[str, Lies]) -> Mapping[str, Place]:
    """Put each area under the nearest that is told of; areas of different kinds may overlap."""
    told = {area for _sex, area, _form in keys if area != TOTAL}
    return {area: Place(_within(area, areas, told), areas[area].kind) for area in told}


def _within(area: str, areas: Mapping[str, Lies], told: Collection[str]) -> str:
    above = areas[area].parent
    while above != TOTAL and above not in told:
        above = areas[above].parent
    return above
