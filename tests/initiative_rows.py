"""The smallest valid initiatives, methods and venues, made by the real actions."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.initiatives.actions import activities, course, parts, places, portfolio, projects
from samsyn.initiatives.models import (
    Activity,
    ActivityKind,
    Commission,
    Course,
    Evaluation,
    EvaluationKind,
    Initiative,
    InitiativeArea,
    InitiativeKind,
    Method,
    Phase,
    PhaseMove,
    Responsibility,
    Task,
    Venue,
)
from samsyn.organisation.api import Body, Position
from tests import governance_rows as governed
from tests.indicator_rows import whole_indicator
from tests.people import TODAY, area, operator
from tests.people import body as make_body
from tests.surroundings import ALINGSAS

NEXT_MONTH = TODAY + timedelta(days=30)
BEGAN = date(2024, 1, 1)
DECIDED = {"course": Course.CONTINUE, "decided_on": TODAY, "why": "Det hjälper."}


def initiative(
    title: str = "Skolsocialt team",
    kind: InitiativeKind = InitiativeKind.COMMITMENT,
    *,
    municipality_id: UUID = ALINGSAS,
    phase: Phase | None = None,
    **told: Any,
) -> Initiative:
    return portfolio.add_initiative(title, kind, told, phase=phase, actor=operator(municipality_id))


def method(name: str = "ABC", *, municipality_id: UUID = ALINGSAS, **told: Any) -> Method:
    return places.add_method({"name": name} | told, actor=operator(municipality_id))


def venue(name: str = "Familjens hus", *, municipality_id: UUID = ALINGSAS, **told: Any) -> Venue:
    return places.add_venue({"name": name} | told, actor=operator(municipality_id))


def responsible(of: Initiative, body: Any, **told: Any) -> Responsibility:
    giver = operator(of.municipality_id)
    return parts.add_responsible(of, body.pk, told, actor=giver)


def evaluation(of: Initiative | None = None, **told: Any) -> Evaluation:
    row = of or initiative()
    said = {"kind": EvaluationKind.FOLLOW_UP, "due_on": NEXT_MONTH} | told
    return course.plan_evaluation(row, said, actor=operator(row.municipality_id))


def activity(of: Initiative | None = None, **told: Any) -> Activity:
    row = of or initiative()
    said = {"kind": ActivityKind.VISIT, "what": "Besök i årskurs 7", "held_on": TODAY} | told
    return activities.log_activity(row, said, actor=operator(row.municipality_id))


def task(of: Initiative | None = None, **told: Any) -> Task:
    row = of or initiative()
    said = {"what": "Se över belysningen", "due_on": NEXT_MONTH} | told
    return projects.add_task(row, said, actor=operator(row.municipality_id))


def commission(of: Initiative | None = None, body: Any = None, **told: Any) -> Commission:
    row = of or initiative()
    giver = operator(row.municipality_id)
    agreement = told.pop("agreement", None) or governed.agreement(
        "Trygghetsvandring", municipality_id=row.municipality_id
    )
    by = body or make_body("Föreningen", municipality_id=row.municipality_id)
    said = {"what": "Trygghetsvandringar", "body_id": by.pk, "year": 2026} | told
    return projects.order(row, agreement.pk, said, actor=giver)


def whole_initiative(body: Body, owner: Position, forum_id: UUID) -> list[Model]:
    """A row of each kind, owned by the function, answered for by the body."""
    municipality_id: Any = owner.municipality_id
    giver = operator(municipality_id)
    used = method(municipality_id=municipality_id)
    there = venue(municipality_id=municipality_id)
    offered = places.offer_service(
        there, {"what": "öppen förskola", "days_a_week": Decimal(4)}, actor=giver
    )
    row = initiative(
        municipality_id=municipality_id,
        phase=Phase.PLAN,
        owner_id=owner.pk,
        owner_forum_id=forum_id,
        method_id=used.pk,
        venue_id=there.pk,
    )
    part = area("Norra", municipality_id=municipality_id)
    portfolio.choose_areas(row, [part.pk], actor=giver)
    return [
        *whole_indicator(owner, row),
        *(used, there, offered, row),
        PhaseMove.objects.get(initiative=row),
        InitiativeArea.objects.get(initiative=row),
        responsible(row, body, starts_on=BEGAN),
        parts.add_funding(row, {"origin": "Riktade medel", "year": 2026}, actor=giver),
        parts.add_staffing(row, {"profession": "Skolsocionom", "posts": Decimal(2)}, actor=giver),
        parts.add_partner(row, {"body_id": owner.body_id}, actor=giver),
        parts.add_belonging(row, {"forum_id": forum_id}, actor=giver),
        evaluation(row, owner_id=owner.pk),
        course.decide_course(
            row,
            {"course": Course.CONTINUE, "decided_on": TODAY, "why": "Det hjälper."},
            actor=giver,
        ),
        *_done(row, owner, giver),
    ]


def _done(row: Initiative, owner: Position, giver: Any) -> list[Model]:
    """What has been done in it and is to be, and what is ordered for it."""
    group = activities.add_series(row, {"title": "Fem träffar"}, actor=giver)
    ordered = commission(row, owner.body)
    shift = {"place": "Torget", "weekday": 5, "body_id": owner.body_id}
    return [
        group,
        activity(row, series_id=group.pk),
        activities.plan_visits(row, {"classes": 15, "is_about": True}, actor=giver),
        activities.plan_shift(row, shift, actor=giver),
        task(row, owner_id=owner.pk),
        ordered,
        projects.deliver(ordered, TODAY, actor=giver),
    ]
