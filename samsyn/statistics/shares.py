"""Shares, rates and gaps with the uncertainty that belongs to them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

# The normal distribution's 97.5th percentile: what "95 per cent" means in every interval here.
NORMAL = 1.959964


class NoBaseError(ValueError):
    """A share of nobody is not nought."""


@dataclass(frozen=True, slots=True)
class Interval:
    low: float
    high: float

    @property
    def margin(self) -> float:
        """Half of the width: the figure that is written after the sign ±."""
        return (self.high - self.low) / 2


def share(numerator: int, denominator: int) -> float:
    """Give the part of the whole, from 0 to 1.

    >>> share(12, 48)
    0.25
    """
    if denominator < 1 or not 0 <= numerator <= denominator:
        raise NoBaseError(f"{numerator} of {denominator}")
    return numerator / denominator


def share_interval(numerator: int, denominator: int, population: int | None = None) -> Interval:
    """Give Wilson's 95 per cent interval of a share.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22 (1927): it holds for few answers and near 0 and 1, where
    the usual ± does not. When the `population` that was asked is known, the interval shrinks by the
    finite population correction (Cochran, Sampling Techniques, 1977, 2.6): who asks all and is
    answered by all knows the share. It says nothing of those who did not answer.

    >>> interval = share_interval(15, 100)
    >>> round(interval.low, 4), round(interval.high, 4)
    (0.0931, 0.2328)
    >>> round(share_interval(15, 100, population=120).margin, 4)
    0.0287
    """
    p, z = share(numerator, denominator), NORMAL * sqrt(_left_out(denominator, population))
    scale = 1 + z * z / denominator
    middle = (p + z * z / (2 * denominator)) / scale
    half = z / scale * sqrt(p * (1 - p) / denominator + z * z / (4 * denominator**2))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def _left_out(asked: int, population: int | None) -> float:
    if population is None or population <= 1:
        return 1.0
    return max(0.0, (population - asked) / (population - 1))


def rate(events: int, persons: int, per: int = 1000) -> float:
    """Give how often something happens for each `per` persons.

    >>> rate(36, 9000)
    4.0
    """
    if persons < 1 or events < 0:
        raise NoBaseError(f"{events} among {persons}")
    return events * per / persons


@dataclass(frozen=True, slots=True)
class Gap:
    """How much larger the one share is, in parts of one, and between what it may lie."""

    difference: float
    interval: Interval

    @property
    def is_certain(self) -> bool:
        """Whether chance alone would rarely make as large a gap."""
        return self.interval.low > 0 or self.interval.high < 0


def gap(one: tuple[int, int], other: tuple[int, int]) -> Gap:
    """Compare two groups' shares, each told as numerator and denominator.

    The interval is Newcombe's tenth method (Statistics in Medicine 17, 1998), which puts two of
    Wilson's together.

    >>> found = gap((56, 70), (48, 80))
    >>> round(found.difference, 4), round(found.interval.low, 4), round(found.interval.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    p, q = share(*one), share(*other)
    first, second = share_interval(*one), share_interval(*other)
    below = sqrt((p - first.low) ** 2 + (second.high - q) ** 2)
    above = sqrt((first.high - p) ** 2 + (q - second.low) ** 2)
    return Gap(p - q, Interval(p - q - below, p - q + above))
