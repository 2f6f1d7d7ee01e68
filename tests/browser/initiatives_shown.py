"""An initiative with something of everything, for the browser to visit, and one with nothing."""

from datetime import date
from decimal import Decimal
from typing import Any

from samsyn.access.api import Actor
from samsyn.forums.models import Forum
from samsyn.initiatives.actions import course, parts, portfolio
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
        **{row._meta.label_lower: str(row.pk) for row in made},
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


def _ended(actor: Actor) -> Initiative:
    ended = rows.initiative("Projektet som slutade", InitiativeKind.PROJECT, phase=Phase.FOLLOW_UP)
    told = {"course": Course.STOP, "decided_on": actor.today, "why": "Det gav inte det väntade."}
    course.decide_course(ended, told, actor=actor)
    return ended
