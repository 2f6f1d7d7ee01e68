"""Questions about what the phases demand of initiatives, and which of it nobody has told."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, When

from samsyn.access.api import Actor, within
from samsyn.initiatives.domain.demands import DEMANDS, lacking, until
from samsyn.initiatives.models import (
    Activity,
    Claim,
    ClaimLevel,
    Demand,
    Funding,
    Initiative,
    InitiativeDecision,
    InitiativeMeasure,
    LogicKind,
    LogicStep,
    Phase,
    Responsibility,
    Series,
    Shift,
    Staffing,
    Task,
    Use,
    VisitPlan,
)
from samsyn.initiatives.queries.portfolio import has_been_followed_up, never_followed_up
from samsyn.organisation.api import queries as organisation


def met(actor: Actor, initiative_id: UUID) -> set[str]:
    """What of all that the phases demand is told of the initiative."""
    rows: QuerySet[Any] = within(Initiative, actor).filter(pk=initiative_id)
    told = rows.annotate(**{f"has_{name}": _whether(q) for name, q in _conditions(actor).items()})
    row = told.values(*(f"has_{name}" for name in Demand.values)).get()
    return {name for name in Demand.values if row[f"has_{name}"]}


def lacks(actor: Actor, initiative_id: UUID, phase: str) -> list[str]:
    """What the phase and those before it demand, and nobody has told."""
    found = lacking(met(actor, initiative_id), phase)
    return [name for _phase, names in found for name in names]


def lacks_what_its_phase_demands(actor: Actor) -> Q:
    conditions = _conditions(actor)
    found = Q(pk__in=[])
    for phase in Phase.values:
        reached = [each for each in Phase.values if phase in until(each)]
        for name in DEMANDS[phase]:
            found |= Q(phase__in=reached) & ~conditions[name]
    return found


def _whether(condition: Q) -> Any:
    return Case(When(condition, then=True), default=False, output_field=BooleanField())


def _conditions(actor: Actor) -> Mapping[str, Q]:
    """When each demand is met."""
    return {
        Demand.WHAT: ~Q(what=""),
        Demand.PROBLEM: ~Q(purpose="") | _is_in(LogicStep, actor, kind=LogicKind.PROBLEM),
        Demand.OWNER: Q(owner__isnull=False) | Q(owner_forum__isnull=False),
        Demand.BOARD: _holds(organisation.on(actor.today), actor),
        Demand.NUMBER: Q(meant_for__isnull=False),
        Demand.START: Q(starts_on__isnull=False) | Q(begun_year__isnull=False),
        **_of_logic(actor),
        **_of_what_is_done(actor),
    }


def _of_logic(actor: Actor) -> Mapping[str, Q]:
    causes = _is_in(LogicStep, actor, kind__in=(LogicKind.PROBLEM, LogicKind.CAUSE))
    effect = _is_in(LogicStep, actor, kind=LogicKind.EFFECT) | _is_in(
        Claim, actor, level=ClaimLevel.EFFECT
    )
    return {
        Demand.TARGET_GROUP: ~Q(target_group="")
        | Q(age_from__isnull=False)
        | Q(age_to__isnull=False)
        | ~Q(grades=[])
        | ~Q(school_forms=[]),
        Demand.CAUSE: causes,
        Demand.PROCESS_MEASURE: _is_in(InitiativeMeasure, actor, use=Use.PROCESS),
        Demand.OUTCOME_MEASURE: _is_in(InitiativeMeasure, actor, use=Use.OUTCOME),
        Demand.COMPARISON: ~Q(comparison="") | ~effect,
        Demand.METHOD: Q(method__isnull=False) | _is_in(LogicStep, actor, kind=LogicKind.MEASURE),
    }


def _of_what_is_done(actor: Actor) -> Mapping[str, Q]:
    done_or_planned = (Activity, Series, VisitPlan, Shift, Task)
    activities = Q(pk__in=[])
    for model in done_or_planned:
        activities |= _is_in(model, actor)
    means = _is_in(Funding, actor) | _is_in(Staffing, actor)
    return {
        Demand.RESOURCES: Q(has_no_means=True) | means,
        Demand.ACTIVITIES: activities,
        Demand.FOLLOW_UP: ~never_followed_up(actor),
        Demand.FOLLOWED_UP: has_been_followed_up(actor),
        Demand.DECISION: _is_in(InitiativeDecision, actor),
    }


def _holds(day: Q, actor: Actor) -> Q:
    held = within(Responsibility, actor).filter(day, initiative=OuterRef("pk"))
    return Q(Exists(held))


def _is_in(model: Any, actor: Actor, **which: Any) -> Q:
    rows = within(model, actor).filter(initiative=OuterRef("pk"), **which)
    return Q(Exists(rows))
