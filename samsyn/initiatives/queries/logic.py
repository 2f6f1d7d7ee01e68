"""Questions about how initiatives are thought to work, and whether they can be evaluated."""

from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
)

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.models import Claim, InitiativeMeasure, Light, LogicStep, Use
from samsyn.initiatives.queries.indicators import indicators
from samsyn.initiatives.queries.portfolio import running
from samsyn.initiatives.rules.indicators import CHANGE_CLAIM, CHANGE_STEP
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE


def steps(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(LogicStep, actor).filter(initiative=initiative_id)
    return rows.select_related("after").order_by("pk")


def step_choices(actor: Actor, initiative_id: UUID, but: UUID | None = None) -> Any:
    rows = steps(actor, initiative_id).exclude(pk=but)
    return [(str(row.pk), f"{row.get_kind_display()}: {row.text[:80]}") for row in rows]


def measures(actor: Actor, initiative_id: UUID) -> list[tuple[Any, Any]]:
    """What it is measured by, process before outcome, each with its indicator as it stands."""
    rows = within(InitiativeMeasure, actor).filter(initiative=initiative_id)
    found = list(rows.order_by("-use", "pk"))
    by_id = {
        row.pk: row for row in indicators(actor).filter(pk__in=[m.indicator_id for m in found])
    }
    return [(each, by_id[each.indicator_id]) for each in found if each.indicator_id in by_id]


def claims(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(Claim, actor).filter(initiative=initiative_id)
    return rows.select_related("indicator").order_by("-said_on", "pk")


def changeable(actor: Actor, initiative_id: UUID) -> set[UUID]:
    """The ids of the steps and claims that the actor may change."""
    own = [
        visible(actor, action).filter(initiative=initiative_id).order_by().values_list("pk")
        for action in (CHANGE_STEP, CHANGE_CLAIM)
    ]
    return {pk for (pk,) in own[0].union(own[1])}


def lacks_a_measure(actor: Actor) -> Q:
    """What cannot be evaluated: it has no process measure, or no outcome measure."""
    return ~Q(_measured(actor, Use.PROCESS), _measured(actor, Use.OUTCOME))


def with_measures(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The same, each telling whether it lacks a measure."""
    told: QuerySet[Any] = rows.annotate(
        lacks_a_measure=Case(
            When(lacks_a_measure(actor), then=True),
            default=False,
            output_field=BooleanField(),
        )
    )
    return told


def with_lights(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The same, each with its outcome measures (`outcomes`) and how each was last judged."""
    judged = within(Light, actor).filter(indicator=OuterRef("indicator")).order_by("-judged_on")
    measures = within(InitiativeMeasure, actor).filter(use=Use.OUTCOME)
    told = measures.select_related("indicator").annotate(
        light=Subquery(judged.values("colour")[:1])
    )
    ordered = told.order_by("indicator__name_key", "pk")
    return rows.prefetch_related(Prefetch("measures", ordered, to_attr="outcomes"))


def lacks_an_outcome_measure(actor: Actor) -> Q:
    return ~Q(_measured(actor, Use.OUTCOME))


def _measured(actor: Actor, use: Use) -> Exists:
    rows = within(InitiativeMeasure, actor).filter(initiative=OuterRef("pk"), use=use)
    return Exists(rows)


def carrying(actor: Actor) -> QuerySet[Any]:
    """What goes on today and names an area, with the lights of its outcome."""
    rows = visible(actor, READ_INITIATIVE).filter(running(actor))
    named = rows.exclude(focus_areas=[]).order_by("title_key", "pk")
    return with_lights(actor, named.only("title", "focus_areas", "phase"))
