"""What the initiatives cost and who works in them, in a year."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.domain.resources import Gathered, Held
from samsyn.initiatives.domain.splitting import Share, split
from samsyn.initiatives.models import Funding, InitiativeArea, Responsibility, Staffing
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE
from samsyn.organisation.api import queries as organisation

_NONE = Decimal(0)


def held(actor: Actor, year: int) -> list[Held]:
    """What each initiative that goes on in the year has, as far as it is told."""
    amounts = _sums(money(actor, year), "initiative_id", "amount")
    employed = _sums(posts(actor, year), "initiative_id", "posts")
    places = _areas(actor)
    rows = visible(actor, READ_INITIATIVE).filter(_goes_on(year)).order_by("pk")
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


def after_the_split(actor: Actor, year: int) -> list[Gathered]:
    """What the boards bear of the year's money by their shares; where none is known, who pays."""
    borne: defaultdict[UUID | None, Fraction] = defaultdict(Fraction)
    counts: defaultdict[UUID | None, set[UUID]] = defaultdict(set)
    shares = _shares(actor)
    rows = money(actor, year).values_list("initiative_id", "body_id", "amount")
    for initiative, payer, amount in rows:
        for board, part in split(amount, shares[initiative], year).items():
            borne[board or payer] += part
            counts[board or payer].add(initiative)
    names = organisation.names_of_some_bodies(actor, [pk for pk in borne if pk])
    told = [
        Gathered(names.get(pk, "") if pk else "", _in_ore(part), count=len(counts[pk]))
        for pk, part in borne.items()
    ]
    return sorted(told, key=lambda row: (not row.word, -row.amount, row.word))


def without_year(actor: Actor) -> Gathered:
    """Money that is told for no year, and of how many initiatives."""
    rows = within(Funding, actor).filter(year__isnull=True, amount__isnull=False)
    told = rows.aggregate(total=Sum("amount"), count=Count("initiative", distinct=True))
    return Gathered("", told["total"] or _NONE, count=told["count"])


def years(actor: Actor) -> list[int]:
    """The years that some money is told for, the newest first."""
    rows = within(Funding, actor).filter(year__isnull=False).order_by("-year")
    told = rows.values_list("year", flat=True).distinct()
    return [year for year in told if year is not None]


def _in_year(year: int, of: str = "") -> Q:
    """Whether what has the period, at the path, lasts some day of the year; unknown days may."""
    starts, ends = f"{of}starts_on", f"{of}ends_on"
    begun = Q(**{f"{starts}__isnull": True}) | Q(**{f"{starts}__lt": date(year + 1, 1, 1)})
    return begun & (Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gt": date(year, 1, 1)}))


def _goes_on(year: int, of: str = "") -> Q:
    """The same of an initiative, which may have begun in a year without a day."""
    begun = Q(**{f"{of}begun_year__isnull": True}) | Q(**{f"{of}begun_year__lte": year})
    return begun & _in_year(year, of)


def _shares(actor: Actor) -> defaultdict[UUID, list[Share]]:
    found: defaultdict[UUID, list[Share]] = defaultdict(list)
    rows = within(Responsibility, actor).filter(share_percent__isnull=False).order_by("pk")
    for each in rows:
        if each.share_percent is not None:
            share = Share(each.body_id, each.share_percent, each.period)
            found[each.initiative_id].append(share)
    return found


def _in_ore(part: Fraction) -> Decimal:
    return Decimal(round(part * 100)) / 100


def money(actor: Actor, year: int) -> QuerySet[Any]:
    """What is told of money in a year."""
    return within(Funding, actor).filter(year=year, amount__isnull=False).order_by()


def posts(actor: Actor, year: int) -> QuerySet[Any]:
    """Who is employed in a year, in what has not ended by then."""
    rows = within(Staffing, actor).filter(_in_year(year), posts__isnull=False)
    return rows.filter(_goes_on(year, "initiative__")).order_by()


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
