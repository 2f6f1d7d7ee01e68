"""Forums of a municipality that does not exist: charters, seats, rhythms and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import names, themes
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.lacks import Lacks
from samsyn.exchange.made_up.shapes import Often, Shape, shape_of
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Seated, Staff
from samsyn.exchange.made_up.themes import Theme
from samsyn.exchange.records import Entry
from samsyn.forums.api import Basis, Cadence, Level, Reach, SeatKind
from samsyn.kernel.period import Period

# Shares of the whole, one in so many.
_LATE, _GUEST = 4, 15
# Of every eight forums, one is a parallel track of the one before it, one has had another name, and
# one has ended and has the next for a successor.
_EIGHT, _PARALLEL, _RENAMED, _ENDED, _SUCCESSOR = 8, 2, 4, 5, 6
_SHARED_SEATS = 4 / 5
_DUTIES = ("convener", "chair", "secretary", "follow_up_owner")
_CLOCKS = (time(8, 15), time(8, 30), time(9), time(10), time(13), time(13, 30), time(15))

Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Forum:
    """What its meetings need to know of a forum."""

    key: str
    shape: Shape
    theme: Theme
    period: Period
    seats: Sequence[Seated]
    agenda: Sequence[str]
    starts_at: time
    cadences: Sequence[Cadence] = field(default=())


class Forums:
    """Made once; the charters are kept, and the meetings are made as they are written."""

    def __init__(self, random: Random, staff: Staff, history: History, count: int) -> None:
        self._random, self._staff, self._history = random, staff, history
        self._lacks = Lacks(random, staff, history)
        self._said: dict[str, Said] = {}
        self.made: list[Forum] = []
        for number in range(count):
            self._make(number)
        self._put_below()

    def entries(self) -> Iterator[Entry]:
        return (entry("forums", key, **said) for key, said in sorted(self._said.items()))

    def name(self, key: str) -> str:
        return str(self._said[key]["name"])

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def _make(self, number: int) -> None:
        shape, before = shape_of(number), self.made[-1] if self.made else None
        turn = number % _EIGHT
        is_like = before is not None and turn in {_PARALLEL, _SUCCESSOR}
        theme = before.theme if before and is_like else self._random.choice(themes.THEMES)
        forum = Forum(
            self._free(themes.called(shape.kind, theme)),
            shape,
            theme,
            self._life(turn, before),
            self._seats(shape, before if is_like else None),
            themes.agenda(self._random),
            self._random.choice(_CLOCKS),
            [self._cadence(n, each) for n, each in enumerate(shape.often)],
        )
        self._said[forum.key] |= self._charter(forum)
        if turn == _RENAMED:
            self._said[forum.key]["former_names"] = (self._former_name(forum),)
        if before and turn == _SUCCESSOR:
            self._said[before.key]["successor"] = forum.key
        self.made.append(forum)

    def _free(self, name: str) -> str:
        """Keep the name under a key that is free, with a place to tell it from its namesakes."""
        place = names.places(self._random, 1)[0]
        for called in (name, f"{name} i {place}", *(f"{name} i {place} {n}" for n in range(2, 99))):
            if (key := names.key(called)) not in self._said:
                self._said[key] = {"name": called}
                return key
        raise ValueError("too many forums of the same name")

    def _life(self, turn: int, before: Forum | None) -> Period:
        if turn == _ENDED:
            return Period(None, self._history.day(self._random))
        if turn == _SUCCESSOR and before:
            return Period(before.period.ends_on, None)
        is_late = turn != _RENAMED and self._is_one_in(_LATE)
        return Period(self._history.day(self._random) if is_late else None, None)

    def _seats(self, shape: Shape, like: Forum | None) -> list[Seated]:
        known = self._staff.elected if shape.level == Level.POLITICAL else self._staff.employed
        kept = [seat for seat in like.seats if seat in known] if like else []
        kept = self._random.sample(kept, int(min(len(kept), shape.seats) * _SHARED_SEATS))
        return [*dict.fromkeys([*kept, *self._random.sample(known, shape.seats - len(kept))])]

    def _cadence(self, number: int, often: Often) -> Cadence:
        # Those with an audience each meet on a weekday each.
        weekday = (self._random.randrange(2) * 2 + number) % 5
        return Cadence(often.per, often.times, often.every, weekday, often.audience)

    def _charter(self, forum: Forum) -> Said:
        theme, (low, high) = forum.theme, forum.theme.ages
        said = {
            "level": forum.shape.level.value,
            "kind": forum.shape.kind.value,
            "period": forum.period,
            "basis": self._random.choice(Basis.values),
            "purpose": themes.purpose(self._random, theme),
            "goals": themes.goals(self._random, theme),
            "target_group": themes.target_group(self._random, theme),
            "age_from": low,
            "age_to": high,
            "school_forms": tuple(form.value for form in theme.forms),
            "focus_areas": theme.focus,
            **themes.mandate(self._random),
            **self._duties(forum),
            "documentation": forum.shape.documentation.value,
            "follow_up": themes.follow_up(self._random),
            "follow_up_on": NOW + timedelta(days=self._random.randrange(-60, 300)),
            "reach": self._random.choice(Reach.values),
            "seats": in_order(self._seat(*seat) for seat in forum.seats),
            "rhythms": in_order(_rhythm(forum, each) for each in forum.cadences),
            "agenda": tuple(
                part("forums", "agenda", ordinal=n, title=title)
                for n, title in enumerate(forum.agenda, 1)
            ),
        }
        return said | self._lacks.lacking(forum.seats)

    def _duties(self, forum: Forum) -> dict[str, str]:
        return {duty: self._random.choice(forum.seats)[1] for duty in _DUTIES}

    def _former_name(self, forum: Forum) -> Values:
        before = Period(None, self._history.day(self._random))
        name = themes.formerly_called(forum.theme)
        return part("forums", "former_names", name=name, period=before)

    def _seat(self, body: str, position: str) -> Values:
        kind = SeatKind.INVITED if self._is_one_in(_GUEST) else SeatKind.REQUIRED
        return part("forums", "seats", body=body, position=position, kind=kind.value)

    def _put_below(self) -> None:
        """Let the operative answer to a strategic forum, and those to a political one."""
        of: dict[str, list[str]] = {}
        for forum in self.made:
            of.setdefault(forum.shape.level, []).append(forum.key)
        for lower, upper in (
            (Level.OPERATIVE, Level.STRATEGIC),
            (Level.STRATEGIC, Level.POLITICAL),
        ):
            for key in of.get(lower, ()) if upper in of else ():
                self._said[key]["above"] = self._random.choice(of[upper])


def begins(forum: Forum, history: History) -> date:
    """The first day on which it may have met, of those that are told of."""
    return max(forum.period.starts_on or history.begins, history.begins)


def _rhythm(forum: Forum, cadence: Cadence) -> Values:
    return part(
        "forums",
        "rhythms",
        per=cadence.per.value,
        times=cadence.times,
        every=cadence.every,
        weekday=None if cadence.weekday is None else cadence.weekday + 1,
        at=forum.starts_at,
        audience=cadence.audience,
    )
