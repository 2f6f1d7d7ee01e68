"""When the forums of a municipality that does not exist have met, and how much came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from random import Random

from samsyn.exchange.made_up.forums import Forum, begins
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.forums.api import MeetingState, expected
from samsyn.kernel.period import Period

_AHEAD = timedelta(days=120)
_OUT_OF = 100  # so many of these are cancelled, and up to so many missed; the others are held
_CANCELLED, _MISSED = 6, 10
_DECISIONS = (0, 0, 1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One meeting: what others refer to; what was said there is made when it is written."""

    key: str
    forum: Forum
    day: date
    audience: str
    state: MeetingState
    items: int
    before: str
    decisions: range
    follow_ups: int

    @property
    def is_held(self) -> bool:
        return self.state == MeetingState.HELD


def occasions(random: Random, forums: list[Forum], history: History) -> list[Occasion]:
    """Every meeting, in the order of their keys."""
    found = [each for forum in forums for each in _of(random, forum, history)]
    return sorted(found, key=attrgetter("key"))


def _of(random: Random, forum: Forum, history: History) -> Iterator[Occasion]:
    before, year, number = "", 0, 1
    for day, audience in _days(forum, history):
        state = _state(random, day)
        is_held = state == MeetingState.HELD
        number = number if day.year == year else 1
        count = random.choice(_DECISIONS) if is_held else 0
        key = f"{forum.key}-{day}"
        items = random.randint(7, 13)
        # Single figures, so that the keys of what came of a meeting stand in its order.
        tasks = random.randint(6, 9) if is_held else 0
        decided = range(number, number + count)
        yield Occasion(key, forum, day, audience, state, items, before, decided, tasks)
        before, year, number = key, day.year, number + count


def _days(forum: Forum, history: History) -> list[tuple[date, str]]:
    """The days of all its rhythms, each once."""
    told = Period(begins(forum, history), forum.period.ends_on or NOW + _AHEAD)
    days = {
        each.suggested_on: each.audience
        for cadence in forum.cadences
        for each in expected(cadence, told)
        if each.suggested_on in told
    }
    return sorted(days.items())


def _state(random: Random, day: date) -> MeetingState:
    if day >= NOW:
        return MeetingState.PLANNED
    drawn = random.randrange(_OUT_OF)
    if drawn < _CANCELLED:
        return MeetingState.CANCELLED
    return MeetingState.MISSED if drawn < _MISSED else MeetingState.HELD
