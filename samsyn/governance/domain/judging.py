"""How great a risk is: how likely, times how serious."""

from enum import StrEnum

HIGHEST = 16


class Weight(StrEnum):
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    VERY_HIGH = "very_high"


_FROM = ((12, Weight.VERY_HIGH), (8, Weight.HIGH), (4, Weight.MODERATE))


def weight(likelihood: int, consequence: int) -> Weight:
    """Name the product of two numbers from one to four.

    >>> weight(1, 3), weight(2, 2), weight(2, 4), weight(3, 4)  # doctest: +NORMALIZE_WHITESPACE
    (<Weight.LOW: 'low'>, <Weight.MODERATE: 'moderate'>,
     <Weight.HIGH: 'high'>, <Weight.VERY_HIGH: 'very_high'>)
    """
    product = likelihood * consequence
    return next((told for least, told in _FROM if product >= least), Weight.LOW)
