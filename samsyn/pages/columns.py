"""What a list is made of: columns, questions that narrow it, and what it says when empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from samsyn.pages.cells import Cell, Words

Row = TypeVar("Row", bound=Model)
Narrow = Callable[["QuerySet[Row]", str], "QuerySet[Row]"]

_LONGEST_ANSWER = 200


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column; `order_by` names fields or annotations, and without it there is no sorting."""

    key: str
    label: Words
    value: Callable[[Row], Cell]
    order_by: tuple[str, ...] = ()
    width: int = 24
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Filter(Generic[Row]):
    """A question that narrows the list: free text, or one of `choices` (value and label)."""

    key: str
    label: Words
    narrow: Narrow[Row]
    choices: tuple[tuple[str, Words], ...] = ()

    def understood(self, answer: str) -> str:
        """Return the answer cleaned, or nothing for one that cannot be meant."""
        cleaned = answer.replace("\x00", "").strip()[:_LONGEST_ANSWER]
        if self.choices and cleaned not in {value for value, _label in self.choices}:
            return ""
        return cleaned


@dataclass(frozen=True, slots=True)
class Empty:
    """What an empty list teaches: what it is for, one example, and the first step."""

    purpose: Words
    example: Words = ""
    step_label: Words = ""
    step_url: str = ""
