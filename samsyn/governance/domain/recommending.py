"""How a recommendation stands, told from what is written of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    UNDER_WAY = "under_way"
    DONE = "done"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Written:
    is_answered: bool
    has_action: bool
    closed_as: str = ""


def standing(told: Written) -> Standing:
    """The furthest that it has come: a board that acts before it answers is under way.

    >>> standing(Written(is_answered=False, has_action=False)).value
    'unanswered'
    >>> standing(Written(is_answered=True, has_action=True)).value
    'under_way'
    """
    if told.closed_as:
        return Standing(told.closed_as)
    if told.has_action:
        return Standing.UNDER_WAY
    return Standing.ANSWERED if told.is_answered else Standing.UNANSWERED


def is_overdue(due_on: date | None, closed_on: date | None, today: date) -> bool:
    return closed_on is None and due_on is not None and due_on < today
