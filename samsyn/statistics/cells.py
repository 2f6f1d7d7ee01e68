"""What may be shown of a figure: the only form in which figures leave the query layer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """Why there is no figure; what each means is kept apart from nought."""

    HIDDEN = "hidden"  # protected here, so that nobody is told of
    FEW = "~"  # the source says: some, but too few to show
    WITHHELD = ".."  # the source says: not shown, or not certain enough
    IMPOSSIBLE = "."  # the source says: no such figure can be


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with the base it is counted on, or why it is not shown.

    >>> str(Cell(12.5, base=48)), str(Cell(why=Why.HIDDEN)), str(Cell())
    ('12.5', '..', '')
    """

    value: float | None = None
    base: int | None = None
    numerator: int | None = None
    why: Why | None = None

    @property
    def is_shown(self) -> bool:
        return self.value is not None

    def __str__(self) -> str:
        if self.why is not None:
            return ".." if self.why is Why.HIDDEN else self.why.value
        return "" if self.value is None else f"{self.value:g}"


HIDDEN = Cell(why=Why.HIDDEN)
