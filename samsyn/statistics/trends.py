"""Where a series is heading, and whether it can be told from chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from samsyn.statistics.shares import NORMAL, Interval

# Fewer points always lie well on a line.
FEWEST = 4
# Student's 97.5th percentile for 1 to 30 degrees of freedom.
_STUDENT = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)


@dataclass(frozen=True, slots=True)
class Trend:
    """The change for each step of time, and the 95 per cent interval of it."""

    change: float
    interval: Interval

    @property
    def direction(self) -> int:
        """Say 1 for up, -1 for down and 0 for what cannot be told from chance."""
        return (self.interval.low > 0) - (self.interval.high < 0)


def trend(points: Sequence[tuple[float, float]]) -> Trend | None:
    """Lay a line through (time, value) by least squares; None for fewer than four points.

    The interval is Student's of the slope. It takes the points for independent, which a series
    seldom is quite: it is for a first look, and not for a claim of effect.

    >>> found = trend([(2020, 10), (2021, 12), (2022, 13), (2023, 16)])
    >>> round(found.change, 2), round(found.interval.low, 2), round(found.interval.high, 2)
    (1.9, 0.76, 3.04)
    >>> found.direction
    1
    >>> trend([(2020, 10), (2021, 12), (2022, 14)])
    """
    times = [time for time, _value in points]
    if len(points) < FEWEST or len(set(times)) != len(times):
        return None
    middle = sum(times) / len(times)
    level = sum(value for _time, value in points) / len(points)
    spread = sum((time - middle) ** 2 for time in times)
    slope = sum((time - middle) * (value - level) for time, value in points) / spread
    left = sum((value - level - slope * (time - middle)) ** 2 for time, value in points)
    half = _student(len(points) - 2) * sqrt(left / (len(points) - 2) / spread)
    return Trend(slope, Interval(slope - half, slope + half))


def _student(freedom: int) -> float:
    return _STUDENT[freedom - 1] if freedom <= len(_STUDENT) else NORMAL
