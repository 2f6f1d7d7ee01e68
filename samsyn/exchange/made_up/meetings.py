"""Meetings that were never held: agendas with notes, and those who came."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import said
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.occasions import Occasion
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.forums.api import Answer, ForumKind, ItemState, MeetingState, Mode, Presence

# Shares of the whole, one in so many.
_BACKGROUND, _PROPOSED, _UNTOLD, _LONG, _AFTERWARDS, _CONTRIBUTES = 5, 8, 6, 60, 5, 4
_PRESENCES = (*[Presence.PRESENT] * 12, *[Presence.ABSENT] * 3, Presence.REMOTE, Presence.WRITTEN)
_ANSWERS = (*[Answer.YES] * 4, Answer.NO, Answer.REMOTE)
_ENDINGS = (*[ItemState.TREATED] * 12, ItemState.POSTPONED)
_MODES = (*[Mode.ROOM] * 5, Mode.REMOTE, Mode.MIXED)
_AFTERS = ("went_well", "went_badly", "do_differently")

Said = dict[str, Any]


def meeting(random: Random, occasion: Occasion, staff: Staff) -> Entry:
    return entry("meetings", occasion.key, **_Meeting(random, occasion, staff).said())


class _Meeting:
    def __init__(self, random: Random, occasion: Occasion, staff: Staff) -> None:
        self._random, self._occasion, self._staff = random, occasion, staff
        self._forum = occasion.forum

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def said(self) -> Said:
        starts_at = self._forum.starts_at
        return {
            "forum": self._forum.key,
            "date": self._occasion.day,
            "starts_at": starts_at,
            "ends_at": time(starts_at.hour + self._random.randint(1, 2), starts_at.minute),
            "state": self._occasion.state.value,
            "title": self._title(),
            "audience": self._occasion.audience,
            "place": said.place(self._random),
            "mode": self._random.choice(_MODES).value,
            "agenda": tuple(self._agenda()),
            "attendances": in_order(self._attendances()),
            "invented": True,
            **self._outcome(),
        }

    def _title(self) -> str:
        is_big = self._forum.shape.kind == ForumKind.BIG_MEETING
        return said.topic(self._random, self._forum.theme) if is_big else ""

    def _outcome(self) -> Said:
        if self._occasion.state in {MeetingState.CANCELLED, MeetingState.MISSED}:
            return {"why_not": said.why_not(self._random)}
        if self._occasion.is_held and self._is_one_in(_AFTERWARDS):
            return {field: said.afterwards(self._random) for field in _AFTERS}
        return {}

    def _agenda(self) -> Iterator[Values]:
        """What is taken up every time comes first."""
        standing = self._forum.agenda
        for n in range(self._occasion.items):
            is_standing = n < len(standing)
            topic = said.topic(self._random, self._forum.theme)
            told = {"title": standing[n], "standing": True} if is_standing else {"title": topic}
            told |= {} if is_standing else self._origin()
            yield part("meetings", "agenda", ordinal=n + 1, **told, **self._notes())

    def _origin(self) -> Said:
        told: Said = {}
        if self._is_one_in(_BACKGROUND):
            told["background"] = said.notes(self._random, self._forum.theme, 2)
        if self._is_one_in(_PROPOSED):
            told["proposed_by"] = self._random.choice(self._forum.seats)[1].replace("-", " ")
        elif self._is_one_in(_PROPOSED):
            told["carried_from"] = self._occasion.before
        return told

    def _notes(self) -> Said:
        if not self._occasion.is_held:
            return {}
        sentences = 20 if self._is_one_in(_LONG) else self._random.randint(1, 5)
        is_told = not self._is_one_in(_UNTOLD)
        return {
            "state": self._random.choice(_ENDINGS).value,
            "notes": said.notes(self._random, self._forum.theme, sentences) if is_told else "",
        }

    def _attendances(self) -> Iterator[Values]:
        for body, position in self._forum.seats:
            person = self._staff.holder(position, self._occasion.day)
            seat = {"body": body, "position": position, "person": person}
            yield part("meetings", "attendances", **seat, **self._presence())

    def _presence(self) -> Said:
        told: Said = {"answer": self._random.choice(_ANSWERS).value}
        if self._occasion.is_held:
            told["status"] = self._random.choice(_PRESENCES).value
        if self._is_one_in(_CONTRIBUTES):
            sentences = self._random.randint(1, 5)
            told["contribution"] = said.notes(self._random, self._forum.theme, sentences)
            told["contributed"] = self._before_the_meeting()
        return told

    def _before_the_meeting(self) -> datetime:
        day = self._occasion.day - timedelta(days=self._random.randint(1, 5))
        return datetime(day.year, day.month, day.day, 7, self._random.randrange(60), tzinfo=UTC)
