"""How much is done in each part of the municipality."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from samsyn.access.api import Actor, within
from samsyn.initiatives.models import InitiativeArea
from samsyn.initiatives.queries import resources


@dataclass(frozen=True, slots=True)
class Done:
    """By area: initiatives, and the money and posts that they have in a year."""

    counts: Counter[UUID]
    amounts: Mapping[UUID, Decimal]
    posts: Mapping[UUID, Decimal]
    placeless: int


def done_in_areas(actor: Actor, rows: QuerySet[Any], year: int) -> Done:
    """Tell of the rows by the areas that they are said to be for.

    One that is for several areas counts whole in each: the lines make no sum.
    """
    ids = rows.order_by().values("pk")
    placed = within(InitiativeArea, actor).filter(initiative__in=ids).order_by()
    told = placed.values_list("area_id").annotate(count=Count("pk"))
    return Done(
        Counter(dict(told)),
        _sums(resources.money(actor, year).filter(initiative__in=ids), "amount"),
        _sums(resources.posts(actor, year).filter(initiative__in=ids), "posts"),
        rows.filter(areas=None).count(),
    )


def _sums(rows: QuerySet[Any], what: str) -> dict[UUID, Decimal]:
    area = "initiative__areas__area"
    placed = rows.filter(**{f"{area}__isnull": False})
    return dict(placed.values_list(area).annotate(total=Sum(what)))
