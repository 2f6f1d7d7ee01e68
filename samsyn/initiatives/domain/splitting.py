"""What falls on each board of an amount, when several share the cost and the shares change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from samsyn.kernel.period import Period

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A board's known part of the cost, in percent, for a time."""

    body: UUID
    percent: Decimal
    period: Period


def split(amount: Decimal, shares: Iterable[Share], year: int) -> Mapping[UUID | None, Fraction]:
    """What each board bears of the amount in the year; None is what no share tells of.

    A share counts by its days, of those days of the year on which any share is known.

    >>> one, other = UUID(int=1), UUID(int=2)
    >>> since = Period(date(2024, 1, 1), None)
    >>> shares = [Share(one, Decimal(60), since), Share(other, Decimal(30), since)]
    >>> [int(each) for each in split(Decimal(1000), shares, 2026).values()]
    [600, 300, 100]
    >>> [int(each) for each in split(Decimal(1000), shares, 2023).values()]
    [1000]
    """
    weights = _weights(list(shares), year)
    borne: dict[UUID | None, Fraction] = {
        body: Fraction(amount) * weight for body, weight in weights.items()
    }
    rest = Fraction(amount) - sum(borne.values())
    return borne | {None: rest} if rest else borne


def _weights(shares: list[Share], year: int) -> Mapping[UUID, Fraction]:
    known_days, borne = 0, defaultdict[UUID, Fraction](Fraction)
    for first, after in pairwise(_cuts(shares, year)):
        days = (after - first).days
        held = [share for share in shares if first in share.period]
        known_days += days if held else 0
        for share in held:
            borne[share.body] += Fraction(share.percent) / _WHOLE * days
    return {body: weight / known_days for body, weight in borne.items()}


def _cuts(shares: Iterable[Share], year: int) -> list[date]:
    """The year, and each day in it from which the shares are others."""
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    days = {day for share in shares for day in (share.period.starts_on, share.period.ends_on)}
    return sorted({first, after} | {day for day in days if day and first < day < after})
