"""The year as a wheel: twelve months around, and a numbered mark for each time something is due."""

import calendar
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.governance.queries.duties import Due
from samsyn.pages.api import formats

SIZE = 440
_MIDDLE, _RIM, _NAMES, _MARKS, _INNER = SIZE // 2, 208, 188, 150, 26
_LEAST = 40
_MONTHS, _WHOLE = 12, 360
# Marks within so many degrees of each other stand behind one another.
_ROOM = 9


@dataclass(frozen=True, slots=True)
class Mark:
    number: int
    x: int
    y: int
    state: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Month:
    """A month's name and where it stands, and the line where the month begins."""

    name: str
    x: int
    y: int
    line_x: int
    line_y: int


@dataclass(frozen=True, slots=True)
class Wheel:
    months: list[Month]
    marks: list[Mark]
    size: int = SIZE
    middle: int = _MIDDLE
    rim: int = _RIM


def wheel(year: int, found: Sequence[Due]) -> Wheel:
    """Draw the year; the marks are numbered as they stand in the list below."""
    taken: Counter[int] = Counter()
    marks = []
    for number, due in enumerate(found, 1):
        angle = _angle(due.when.due_on)
        place = round(angle / _ROOM)
        x, y = _point(angle, max(_MARKS - _INNER * taken[place], _LEAST))
        taken[place] += 1
        told = due.duty.title
        marks.append(Mark(number, x, y, due.when.state.value, told, due.when.due_on))
    return Wheel([_month(year, number) for number in range(1, _MONTHS + 1)], marks)


def _month(year: int, number: int) -> Month:
    begins = _angle(date(year, number, 1))
    half = calendar.monthrange(year, number)[1] // 2
    x, y = _point(_angle(date(year, number, half)), _NAMES)
    line_x, line_y = _point(begins, _RIM)
    name = formats.month_name(number)[:3]
    return Month(name, x, y, line_x, line_y)


def _angle(day: date) -> float:
    """Degrees from the top, with the sun; January begins at the top."""
    days = 366 if calendar.isleap(day.year) else 365
    return _WHOLE * (day.timetuple().tm_yday - 1) / days


def _point(angle: float, radius: float) -> tuple[int, int]:
    """Whole numbers: a template would write others with the comma of the language."""
    turned = math.radians(angle - 90)
    return (
        round(_MIDDLE + radius * math.cos(turned)),
        round(_MIDDLE + radius * math.sin(turned)),
    )
