"""An initiative with something of everything, for the browser to visit, and one with nothing."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db.models import Model

from samsyn.access.api import Actor
from samsyn.forums.models import Forum
from samsyn.initiatives.actions import activities, course, parts, portfolio, projects
from samsyn.initiatives.actions.portfolio import Move
from samsyn.initiatives.models import (
    Course,
    Funding,
    Initiative,
    InitiativeKind,
    Partner,
    Phase,
    Responsibility,
    Service,
    Staffing,
)
from samsyn.organisation.models import Position
from tests import factories as make
from tests import initiative_rows as rows

_TOLD: Any = {
    "kind": InitiativeKind.COMMITMENT,
    "what": "Ett team.\nDet arbetar i skolan.",
    "purpose": "Att öka närvaron.",
    "begun_year": 2021,
    "prevention": ["selective", "indicated"],
    "scope": "individual",
    "target_group": "Elever med frånvaro",
    "age_from": 6,
    "age_to": 16,
    "grades": ["F", "1", "2", "7"],
    "school_forms": ["preschool_class", "compulsory"],
    "meant_for": 120,
    "focus_areas": ["Fullföljda studier"],
}
_ANSWERS = {"meant": "Ett möte.", "happened": "Två möten.", "next_time": "Ett möte."}
_SHARED = date(2025, 1, 1)


def ids_of_initiatives(actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    owner = Position.objects.get(key="folkhalsoarbetet-folkhalsostrateg")
    made = rows.whole_initiative(owner.body, owner, Forum.objects.get(key="bus-arbetsgrupp").pk)
    shown = next(row for row in made if isinstance(row, Initiative))
    _tell_more(shown, actor)
    for row in made:
        if isinstance(row, Initiative | Responsibility | Funding | Staffing | Partner | Service):
            make.citation(row)
    return {
        **{row._meta.label_lower: str(row.pk) for row in (*made, *_done(shown, actor))},
        "bare initiative": str(rows.initiative("Nytt fritidshus").pk),
        "ended initiative": str(_ended(actor).pk),
    }


def _tell_more(shown: Initiative, actor: Actor) -> None:
    """How it has gone, and that the boards have come to share it."""
    portfolio.describe_initiative(shown, _TOLD, actor=actor)
    portfolio.move_initiative(
        shown, Move(Phase.FOLLOW_UP, actor.today, "Ett år\nhar gått."), actor=actor
    )
    [first] = Responsibility.objects.filter(initiative=shown)
    other = make.body("Nämnden som delar")
    parts.add_responsible(shown, other.pk, {"starts_on": _SHARED}, actor=actor)
    shares = {first.body_id: Decimal("66.67"), other.pk: Decimal("33.33")}
    parts.split_cost(shown, shares, _SHARED, actor=actor)
    course.note_at_once(shown, _ANSWERS, actor.today, actor=actor)
    told = {"result": "Fler går\ntill skolan.", "lessons": "Börja tidigt."}
    course.evaluate(rows.evaluation(shown, form="Enkät"), told, actor.today, actor=actor)


def _done(shown: Initiative, actor: Actor) -> list[Model]:
    """What has been done in it, is to be done, and is ordered."""
    measured = {"measure": "skolnärvaro i %", "measured": 12, "before": 61, "after": 74}
    series = activities.add_series(
        shown, {"title": "Föräldragrupp", "sessions": 5, **measured}, actor=actor
    )
    told = {"participants": 24, "grades": ["7"], "classes": 2, "note": "De frågade\nmycket."}
    visit = rows.activity(shown, **told)
    rows.activity(shown, kind="session", what="Första träffen", series_id=series.pk, participants=3)
    plan = activities.plan_visits(
        shown, {"grades": ["7"], "classes": 15, "is_about": True}, actor=actor
    )
    times = {"weekday": 5, "from_at": time(19), "until_at": time(23)}
    shift = activities.plan_shift(shown, {"place": "Torget", **times}, actor=actor)
    ordered = rows.commission(shown, ordered=40, remuneration="per vandring")
    projects.deliver(ordered, actor.today, actor=actor)
    return [series, visit, plan, shift, rows.task(shown, owner_id=shown.owner_id), ordered]


def _ended(actor: Actor) -> Initiative:
    ended = rows.initiative("Projektet som slutade", InitiativeKind.PROJECT, phase=Phase.FOLLOW_UP)
    told = {"course": Course.STOP, "decided_on": actor.today, "why": "Det gav inte det väntade."}
    course.decide_course(ended, told, actor=actor)
    return ended
