"""What became of the meetings that were promised."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.forums.domain.cadence import Expected
from samsyn.kernel.period import Period


class State(StrEnum):
    """What is known of a meeting; COMING has no meeting yet and time left, MISSED has neither."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    MISSED = "missed"
    COMING = "coming"


# One that was held keeps a promise before one that is planned does, and so on.
_PRECEDENCE = {State.HELD: 0, State.PLANNED: 1, State.CANCELLED: 2, State.MISSED: 3}


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting of the register; `state` is never COMING. An empty audience is everybody."""

    day: date
    state: State
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A promised meeting, what became of it, and the meeting that tells so."""

    expected: Expected
    state: State
    met: Met | None = None


def compliance(expected: Iterable[Expected], meetings: Iterable[Met], today: date) -> list[Outcome]:
    """Match promised meetings with those of the register, one to one, in the order promised.

    A meeting counts for a window that holds its day; two audiences that are both said must agree.
    What is left over was held beyond the promise, and is not told of.

    >>> from samsyn.forums.domain.cadence import expected
    >>> from samsyn.forums.domain.rhythm import Rhythm, Unit
    >>> year = Period(date(2024, 1, 1), date(2025, 1, 1))
    >>> promised = expected(Rhythm(Unit.TERM), year)
    >>> outcomes = compliance(promised, [Met(date(2024, 10, 3), State.HELD)], date(2025, 2, 1))
    >>> [outcome.state.value for outcome in outcomes]
    ['missed', 'held']
    """
    promised = list(expected)
    open_ones = _OpenPromises(promised)
    kept: dict[int, Met] = {}
    for meeting in sorted(meetings, key=_claim):
        place = open_ones.take(meeting)
        if place is not None:
            kept[place] = meeting
    return [_outcome(one, kept.get(place), today) for place, one in enumerate(promised)]


def _claim(meeting: Met) -> tuple[int, bool, date]:
    """Those that say for whom they are choose before those that would fit anywhere."""
    return _PRECEDENCE[meeting.state], not meeting.audience, meeting.day


def _outcome(one: Expected, met: Met | None, today: date) -> Outcome:
    if met is not None:
        return Outcome(one, met.state, met)
    is_over = one.window.ends_on is not None and one.window.ends_on <= today
    return Outcome(one, State.MISSED if is_over else State.COMING)


class _OpenPromises:
    """The promises not yet kept, found by audience and day; windows of one rhythm are disjoint."""

    def __init__(self, promised: Sequence[Expected]) -> None:
        self._promised = promised
        self._windows: dict[tuple[str, ...], dict[date, list[int]]] = {}
        for place, one in enumerate(promised):
            starts = self._windows.setdefault((one.audience, one.per), {})
            starts.setdefault(_first_day(one.window), []).append(place)
        self._starts = {key: sorted(starts) for key, starts in self._windows.items()}

    def take(self, meeting: Met) -> int | None:
        """Take the promise whose share of the window lies nearest the meeting."""
        places = list(self._around(meeting))
        if not places:
            return None
        place = min(places, key=lambda place: self._distance(place, meeting))
        one = self._promised[place]
        self._windows[one.audience, one.per][_first_day(one.window)].remove(place)
        return place

    def _around(self, meeting: Met) -> Iterator[int]:
        for key, starts in self._starts.items():
            after = bisect_right(starts, meeting.day)
            if after and _agree(key[0], meeting.audience):
                for place in self._windows[key][starts[after - 1]]:
                    if meeting.day in self._promised[place].window:
                        yield place

    def _distance(self, place: int, meeting: Met) -> tuple[bool, int, int]:
        one = self._promised[place]
        is_for_others = one.audience != meeting.audience
        return is_for_others, _days_off(one.share, meeting.day), place


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _first_day(period: Period) -> date:
    return period.starts_on or date.min


def _days_off(share: Period, day: date) -> int:
    """How far a day lies outside a share of a window; none inside."""
    first, last = share.starts_on or day, share.last_day or day
    return max((first - day).days, (day - last).days, 0)
