"""What the initiatives cost and who works in them, in a year."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.domain.resources import Gathered, Held
from samsyn.initiatives.models import Funding, InitiativeArea, Staffing
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE
from samsyn.organisation.api import queries as organisation

_NONE = Decimal(0)


def held(actor: Actor, year: int) -> list[Held]:
    """What each initiative that goes on in the year has, as far as it is told."""
    amounts = _sums(money(actor, year), "initiative_id", "amount")
    employed = _sums(posts(actor, year), "initiative_id", "posts")
    places = _areas(actor)
    rows = visible(actor, READ_INITIATIVE).filter(_in_year(year)).order_by("pk")
    return [
        Held(amounts.get(pk, _NONE), employed.get(pk, _NONE), focus, prevention, places[pk])
        for pk, focus, prevention in rows.values_list("pk", "focus_areas", "prevention")
    ]


def by_body(actor: Actor, year: int) -> list[Gathered]:
    """Who pays and who employs, by the body that does; the empty word is where none is told."""
    amounts = _sums(money(actor, year), "body_id", "amount")
    employed = _sums(posts(actor, year), "body_id", "posts")
    counts = _counts(actor, year)
    ids = {*amounts, *employed}
    names = organisation.names_of_some_bodies(actor, [pk for pk in ids if pk])
    rows = [
        Gathered(
            names.get(pk, "") if pk else "",
            amounts.get(pk, _NONE),
            employed.get(pk, _NONE),
            len(counts[pk]),
        )
        for pk in ids
    ]
    return sorted(rows, key=lambda row: (not row.word, -row.amount, row.word))


def years(actor: Actor) -> list[int]:
    """The years that some money is told for, the newest first."""
    rows = within(Funding, actor).filter(year__isnull=False).order_by("-year")
    told = rows.values_list("year", flat=True).distinct()
    return [year for year in told if year is not None]


def _in_year(year: int) -> Q:
    begun = Q(starts_on__isnull=True) | Q(starts_on__lt=date(year + 1, 1, 1))
    return begun & (Q(ends_on__isnull=True) | Q(ends_on__gt=date(year, 1, 1)))


def money(actor: Actor, year: int) -> QuerySet[Any]:
    """What is told of money in a year."""
    return within(Funding, actor).filter(year=year, amount__isnull=False).order_by()


def posts(actor: Actor, year: int) -> QuerySet[Any]:
    """Who is employed in a year, in what has not ended by then."""
    rows = within(Staffing, actor).filter(_in_year(year), posts__isnull=False)
    started = Q(initiative__ends_on__isnull=True) | Q(initiative__ends_on__gt=date(year, 1, 1))
    return rows.filter(started).order_by()


def _sums(rows: QuerySet[Any], by: str, what: str) -> dict[Any, Decimal]:
    told = rows.values(by).annotate(total=Sum(what))
    return {row[by]: row["total"] for row in told}


def _counts(actor: Actor, year: int) -> defaultdict[UUID | None, set[UUID]]:
    found: defaultdict[UUID | None, set[UUID]] = defaultdict(set)
    for rows in (money(actor, year), posts(actor, year)):
        for body, initiative in rows.values_list("body_id", "initiative_id"):
            found[body].add(initiative)
    return found


def _areas(actor: Actor) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    rows = within(InitiativeArea, actor).order_by("area__name_key", "pk")
    for initiative, name in rows.values_list("initiative_id", "area__name"):
        found[initiative].append(name)
    return found
