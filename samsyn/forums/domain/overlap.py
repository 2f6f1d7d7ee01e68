"""Which forums may be doing the same work without knowing it: likely parallel tracks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import nsmallest
from math import sqrt

from samsyn.forums.domain.rhythm import common
from samsyn.forums.domain.vectors import Ages, Pair, Vectors
from samsyn.kernel.period import Period

LIKELY = 0.3  # calibrated on the forums of an audit that warns of parallel tracks


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a forum; `words` are stems of what it is for, each with how often.

    Whatever is not known is left empty. `ages` is half-open, as ranges are.
    """

    id: Hashable
    words: tuple[tuple[str, int], ...]
    ages: range | None = None
    school_forms: frozenset[Hashable] = frozenset()
    focus_areas: frozenset[Hashable] = frozenset()
    bodies: frozenset[Hashable] = frozenset()
    functions: frozenset[Hashable] = frozenset()
    level: str = ""
    period: Period = field(default_factory=Period)


class Aspect(StrEnum):
    """What two forums have in common."""

    WORDS = "words"
    FOCUS_AREAS = "focus_areas"
    BODIES = "bodies"
    FUNCTIONS = "functions"
    AGES = "ages"
    SCHOOL_FORMS = "school_forms"
    LEVEL = "level"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two forums are alike: what they share, the most telling first, and how much it is.

    `shared` holds stems, ids, the two ends of a range of ages, a level, or a Period.
    """

    aspect: Aspect
    shared: tuple[Hashable, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two forums, a score from 0 to 1, and the reasons in the order that they weigh."""

    a: Hashable
    b: Hashable
    score: float
    reasons: tuple[Reason, ...]


# What a forum is about, and who it is by and for. A likeness needs both, so that the two means are
# multiplied: the same people may well meet about different things, and different people about the
# same. Words weigh most, as they are what every charter has; the focus areas are only a dozen and
# the school forms fewer, so that many forums share them by chance.
_ABOUT = {Aspect.WORDS: 0.6, Aspect.FOCUS_AREAS: 0.4}
_AROUND = {
    Aspect.BODIES: 0.45,
    Aspect.FUNCTIONS: 0.25,
    Aspect.AGES: 0.15,
    Aspect.SCHOOL_FORMS: 0.15,
}
_WEIGHT: dict[Aspect, float] = {**_ABOUT, **_AROUND}
# Two purposes in other words share about this much of their stems, and no more.
_FULL_LIKENESS_OF_WORDS = 0.5
# A steering group repeats the words of those that it steers.
_OTHER_LEVEL = 0.8
_NOTHING_KNOWN = 0.5
_MOST_TELLING = 6


def likely_parallel(
    forums: Sequence[Traits],
    *,
    related: Iterable[tuple[Hashable, Hashable]] = (),
    least: float = LIKELY,
    most: int = 200,
) -> list[Likeness]:
    """Find pairs of forums that may be parallel tracks, the likeliest first.

    `related` are pairs of ids to leave out: a forum and the one above it, or two that someone has
    looked at and found not to be duplicates. Forums that do not exist at the same time are no
    tracks in parallel. A score is a reason to look, and says nothing of which forum is needed; more
    than `most` nobody looks at.

    >>> a = Traits(1, (("våld", 1), ("ung", 1)))
    >>> b = Traits(2, (("våld", 1), ("ung", 1), ("skol", 1)))
    >>> c = Traits(3, (("tobak", 1),))
    >>> [(found.a, found.b) for found in likely_parallel([a, b, c])]
    [(1, 2)]
    """
    left_out = {frozenset(pair) for pair in related}
    comparison = _Comparison(forums)
    found = (
        (-score, str(forums[one].id), str(forums[other].id), (one, other))
        for (one, other), score in comparison.scores(least)
        if frozenset((forums[one].id, forums[other].id)) not in left_out
    )
    return [comparison.likeness(pair, -score) for score, _, _, pair in nsmallest(most, found)]


class _Comparison:
    def __init__(self, forums: Sequence[Traits]) -> None:
        self._forums = forums
        self._sides: dict[Aspect, Vectors | Ages] = {
            Aspect.WORDS: Vectors([dict(forum.words) for forum in forums], _FULL_LIKENESS_OF_WORDS),
            Aspect.FOCUS_AREAS: Vectors([Counter(forum.focus_areas) for forum in forums]),
            Aspect.BODIES: Vectors([Counter(forum.bodies) for forum in forums]),
            Aspect.FUNCTIONS: Vectors([Counter(forum.functions) for forum in forums]),
            Aspect.AGES: Ages([forum.ages for forum in forums]),
            Aspect.SCHOOL_FORMS: Vectors([Counter(forum.school_forms) for forum in forums]),
        }
        self._about = [(weight, self._sides[aspect]) for aspect, weight in _ABOUT.items()]
        self._around = [(weight, self._sides[aspect]) for aspect, weight in _AROUND.items()]

    def scores(self, least: float) -> Iterator[tuple[Pair, float]]:
        """Tell the pairs that reach `least`; what they are about decides which are looked at."""
        sides = (side for _, side in self._about if isinstance(side, Vectors))
        for pair in {pair for side in sides for pair in side.pairs()}:
            about = _mean(self._about, pair)
            if about >= least * least:
                score = self._discount(pair) * sqrt(about * _mean(self._around, pair))
                if score >= least:
                    yield pair, score

    def likeness(self, pair: Pair, score: float) -> Likeness:
        first, second = self._two(pair)
        reasons = sorted(self._reasons(pair), key=_weight_of, reverse=True)
        return Likeness(first.id, second.id, score, tuple(reasons))

    def _discount(self, pair: Pair) -> float:
        first, second = self._two(pair)
        if not first.period.overlaps(second.period):
            return 0
        is_other = first.level and second.level and first.level != second.level
        return _OTHER_LEVEL if is_other else 1

    def _reasons(self, pair: Pair) -> Iterator[Reason]:
        first, second = self._two(pair)
        for aspect, side in self._sides.items():
            if shared := side.shared(*pair):
                yield Reason(aspect, tuple(shared[:_MOST_TELLING]), side.likeness(*pair) or 0)
        if first.level and first.level == second.level:
            yield Reason(Aspect.LEVEL, (first.level,), 1)
        yield Reason(Aspect.PERIOD, (common(first.period, second.period),), 1)

    def _two(self, pair: Pair) -> tuple[Traits, Traits]:
        return self._forums[pair[0]], self._forums[pair[1]]


def _mean(sides: Iterable[tuple[float, Vectors | Ages]], pair: Pair) -> float:
    """The weighted mean of what is known of both."""
    total = reached = 0.0
    for weight, side in sides:
        likeness = side.likeness(*pair)
        if likeness is not None:
            total += weight
            reached += weight * likeness
    return reached / total if total else _NOTHING_KNOWN


def _weight_of(reason: Reason) -> float:
    return _WEIGHT.get(reason.aspect, 0) * reason.strength
