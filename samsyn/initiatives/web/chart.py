"""A series as a picture: points in time, how sure they are, where they break, and the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

WIDTH, HEIGHT = 640, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 624, 16, 224
_STEPS = (1, 2, 2.5, 5, 10)
_LINES = 4
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """A value to draw: when, what, between what it may lie, and whether a break comes before."""

    on: date
    label: str
    told: str
    value: float | None
    low: float | None = None
    high: float | None = None
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    x: int
    y: int
    told: str
    low_y: int | None
    high_y: int | None


@dataclass(frozen=True, slots=True)
class Line:
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Name:
    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    marks: list[Mark]
    lines: list[Line]
    breaks: list[int]
    grid: list[Name]
    names: list[Name]
    target_y: int | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    top: int = _TOP
    bottom: int = _BOTTOM


def chart(points: Sequence[Drawn], target: float | None = None) -> Chart | None:
    """Draw the points, first to last; nothing is drawn where nothing may be shown."""
    shown = [each for each in points if each.value is not None]
    if len(shown) < _FEWEST:
        return None
    known = [value for each in shown for value in (each.value, each.low, each.high)]
    top, step = _scale([value for value in (*known, target) if value is not None])
    least = min(0.0, *(each.value or 0.0 for each in shown))
    axis = _Axis(points[0].on, points[-1].on, least, top)
    marks = {id(each): _mark(each, axis) for each in shown}
    lines = [
        Line(marks[id(a)].x, marks[id(a)].y, marks[id(b)].x, marks[id(b)].y)
        for a, b in pairwise(points)
        if a.value is not None and b.value is not None and not b.is_broken
    ]
    return Chart(
        marks=list(marks.values()),
        lines=lines,
        breaks=[_between(a, b, axis) for a, b in pairwise(points) if b.is_broken],
        grid=[
            Name(_LEFT - 8, axis.y(n * step), f"{n * step:g}") for n in range(round(top / step) + 1)
        ],
        names=_names(points, axis),
        target_y=None if target is None else axis.y(target),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date
    least: float
    most: float

    def x(self, on: date) -> int:
        whole = max((self.last - self.first).days, 1)
        return round(_LEFT + 12 + (_RIGHT - _LEFT - 24) * (on - self.first).days / whole)

    def y(self, value: float) -> int:
        whole = self.most - self.least or 1
        return round(_BOTTOM - (_BOTTOM - _TOP) * (value - self.least) / whole)


def _scale(values: Sequence[float]) -> tuple[float, float]:
    """An even top of the scale, and how far its lines are apart."""
    most = max((*values, 0.0)) or 1.0
    size = 10.0 ** len(str(int(most / _LINES))) / 10 if most >= _LINES else 0.1
    step = next((n * size for n in _STEPS if n * size * _LINES >= most), 10 * size)
    lines = -(-most // step)
    return lines * step, step


def _mark(each: Drawn, axis: _Axis) -> Mark:
    low = None if each.low is None else axis.y(each.low)
    high = None if each.high is None else axis.y(each.high)
    return Mark(axis.x(each.on), axis.y(each.value or 0.0), f"{each.label}: {each.told}", low, high)


def _between(one: Drawn, other: Drawn, axis: _Axis) -> int:
    return (axis.x(one.on) + axis.x(other.on)) // 2


def _names(points: Sequence[Drawn], axis: _Axis) -> list[Name]:
    """As many names of periods as there is room for."""
    each = -(-len(points) // 8)
    return [Name(axis.x(p.on), _BOTTOM + 20, p.label) for p in points[::each]]
