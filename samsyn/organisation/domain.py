"""What was true on a day, and what changed when: no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Turn(StrEnum):
    """The kinds of change that a body's history tells of."""

    FOUNDED = "founded"
    RENAMED = "renamed"
    PLACED = "placed"
    ENDED = "ended"
    TOOK_UP = "took_up"
    LEFT = "left"
    POSITION_MADE = "position_made"
    POSITION_ENDED = "position_ended"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is otherwise from `on` than it was the day before."""

    on: date
    turn: Turn
    what: str
    who: str = ""
    before: str = ""
    url_of: UUID | None = None


def newest_first(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: (change.on, change.turn, change.what), reverse=True)
