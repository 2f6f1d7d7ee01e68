"""Whether the shares of a cost make a whole, day by day."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from samsyn.kernel.period import Period

_WHOLE = 100


def faults_of_shares(
    rows: Iterable[tuple[Decimal | None, Period]],
) -> Iterator[tuple[date | None, Decimal]]:
    """Yield each day from which the shares make no whole, and what they make; None is the start.

    As long as somebody's share is not known, the others may be less than a hundred.

    >>> year = Period(date(2024, 1, 1), None)
    >>> list(faults_of_shares([(Decimal(60), year), (Decimal(40), year)]))
    []
    >>> list(faults_of_shares([(Decimal(60), year), (None, year)]))
    []
    >>> list(faults_of_shares([(Decimal(60), year), (Decimal(30), year)]))
    [(datetime.date(2024, 1, 1), Decimal('90'))]
    """
    told = list(rows)
    days = {period.starts_on for _share, period in told}
    days |= {period.ends_on for _share, period in told if period.ends_on}
    for day in sorted(days, key=lambda each: each or date.min):
        held = [share for share, period in told if _holds(period, day)]
        known = [share for share in held if share is not None]
        total = sum(known, Decimal(0))
        if total > _WHOLE or (known and len(known) == len(held) and total < _WHOLE):
            yield day, total


def _holds(period: Period, day: date | None) -> bool:
    return period.starts_on is None if day is None else day in period
