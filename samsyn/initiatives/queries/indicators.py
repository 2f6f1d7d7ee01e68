"""Questions about indicators: which there are, how each stands, and what is waited for."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.domain.spans import WAIT, next_span
from samsyn.initiatives.models import (
    Indicator,
    InitiativeMeasure,
    Light,
    Measurement,
    Target,
    Value,
)
from samsyn.initiatives.rules.indicators import READ_INDICATOR
from samsyn.kernel.period import Period
from samsyn.organisation.api import queries as organisation

# As many points as a trend in a list is drawn through.
POINTS = 12
IN_TOTAL = Q(sex="", area=None, school_form="")


def indicators(actor: Actor) -> QuerySet[Any]:
    """The register: each with its owner and its light.

    What a page shows of the values is asked for when its rows are known; asked for with each row,
    it would be worked out for all that are passed over too.
    """
    lights = within(Light, actor).order_by("-judged_on")
    last = within(Measurement, actor).order_by("-starts_on")
    of_row = OuterRef("pk")
    rows: QuerySet[Any] = visible(actor, READ_INDICATOR).annotate(
        owner_title=F("owner__title"),
        light=Subquery(lights.filter(indicator=of_row).values("colour")[:1]),
        last_starts_on=Subquery(last.filter(indicator=of_row).values("starts_on")[:1]),
        last_ends_on=Subquery(last.filter(indicator=of_row).values("ends_on")[:1]),
    )
    totals = within(Value, actor).filter(IN_TOTAL)
    latest = last.prefetch_related(Prefetch("values", totals, to_attr="totals"))
    return rows.prefetch_related(
        Prefetch("lights", lights[:1], to_attr="latest_lights"),
        Prefetch("measurements", latest[:POINTS], to_attr="latest"),
    ).order_by("name_key", "pk")


def indicators_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Indicator]:
    return visible(actor, READ_INDICATOR).filter(pk__in=ids).order_by("pk")


def indicator_choices(actor: Actor) -> list[tuple[str, str]]:
    rows = visible(actor, READ_INDICATOR).order_by("name_key", "pk").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def measurements(actor: Actor, indicator_id: UUID) -> QuerySet[Measurement]:
    """The periods that it has values for, the latest first."""
    rows = within(Measurement, actor).filter(indicator=indicator_id)
    return rows.order_by("-starts_on", "pk")


def lights(actor: Actor, indicator_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(Light, actor).filter(indicator=indicator_id)
    return rows.select_related("by").order_by("-judged_on", "pk")


def targets(actor: Actor, indicator_id: UUID) -> QuerySet[Target]:
    """What it is to come to, the latest first."""
    return within(Target, actor).filter(indicator=indicator_id).order_by("-starts_on", "pk")


def words_in_use(actor: Actor) -> list[str]:
    """Every focus area that some indicator has, so that all write it alike."""
    used = visible(actor, READ_INDICATOR).values_list("focus_areas", flat=True)
    return sorted({area for areas in used for area in areas})


def waited_for(row: Any, today: date) -> tuple[Period, date] | None:
    """The period that has no value though it is over, and the last day to write it."""
    last = Period(row.last_starts_on, row.last_ends_on) if row.last_ends_on else None
    period = next_span(last, row.frequency, today)
    if period is None or period.ends_on is None or period.ends_on > today:
        return None
    return period, period.ends_on + WAIT


def my_awaited(actor: Actor) -> Iterator[tuple[Any, Period, date]]:
    """The values that functions of hers own and that have not been written, the first due first."""
    held = organisation.functions_of_account(actor).order_by().values("pk")
    rows = indicators(actor).filter(owner__in=held)
    awaited = ((row, waited_for(row, actor.today)) for row in rows)
    found = [(row, *wait) for row, wait in awaited if wait is not None]
    yield from sorted(found, key=lambda each: (each[2], str(each[0].pk)))


def judged(actor: Actor) -> QuerySet[Any]:
    """Those that someone has judged, or that an initiative is measured by."""
    measured = within(InitiativeMeasure, actor).order_by().values("indicator_id")
    return indicators(actor).filter(Q(light__isnull=False) | Q(pk__in=measured))
