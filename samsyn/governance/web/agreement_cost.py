"""What is said of who pays: the shares that were agreed, and what each year came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samsyn.governance.queries.agreements import SettledYear
from samsyn.pages.api import formats

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class ShownPayment:
    row: Any
    amount: str
    part: str
    share: str


@dataclass(frozen=True, slots=True)
class ShownYear:
    """A year with what each paid and their share of the sum, beside what was agreed."""

    year: int
    total: str
    payments: Sequence[ShownPayment]


def shares(parties: Sequence[Any]) -> list[str]:
    """What is odd about the shares of the cost: they make no whole."""
    told = [each.share_percent for each in parties if each.share_percent is not None]
    if not told or sum(told) == _WHOLE:
        return []
    return [_("Andelarna är tillsammans %(sum)s procent.") % {"sum": formats.short(sum(told))}]


def percent_or_dash(share: Decimal | None) -> str:
    return "–" if share is None else f"{formats.short(share)}\N{NO-BREAK SPACE}%"


def shown_year(found: SettledYear) -> ShownYear:
    payments = [
        ShownPayment(
            row,
            formats.short(row.amount),
            "–" if row.part is None else formats.percent(row.part, 1),
            percent_or_dash(row.share),
        )
        for row in found.rows
    ]
    return ShownYear(found.year, formats.short(Decimal(found.total)), payments)
