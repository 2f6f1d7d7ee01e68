"""Every change to how initiatives are followed up, and what is decided of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.governance.api import kept, refuse_ended_owner, refuse_to_come
from samsyn.initiatives import searchable
from samsyn.initiatives.models import (
    Activity,
    Course,
    Evaluation,
    EvaluationKind,
    Initiative,
    InitiativeDecision,
)
from samsyn.initiatives.queries.course import decisions
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"result", "meant", "happened", "next_time", "lessons", "why", "then"})
_SAID = ("result", "meant", "happened", "next_time", "lessons")
_LINES = frozenset({"form"})
_LONGEST_FORM = 120
_GOES_ON = frozenset({Course.EXTEND, Course.CONTINUE, Course.CHANGE, Course.SCALE})


class NothingSaidError(RuleBrokenError):
    pass


class AlreadyDoneError(RuleBrokenError):
    pass


class NobodyPaysError(RuleBrokenError):
    pass


class LaterDecisionError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class NextLook:
    """By which day that which was decided is followed up, and by which function."""

    due_on: date
    owner_id: UUID | None = None


def plan_evaluation(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Evaluation:
    """Say in which form, by which day and by whom the initiative is followed up."""
    refuse_ended_owner(told, actor)
    with one_change():
        return Evaluation.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **kept(told, _TEXTS, _LINES),
        )


def note_at_once(
    initiative: Initiative,
    told: Mapping[str, Any],
    on: date,
    by: UUID | None = None,
    activity: Activity | None = None,
    *,
    actor: Actor,
) -> Evaluation:
    """Write the three answers right after something was done, planned or not.

    Who holds the function that wrote them may write them clearer after.
    """
    planned = {"kind": EvaluationKind.AFTER_ACTION, "due_on": on, "owner_id": by}
    with one_change():
        made = plan_evaluation(initiative, {**planned, "activity": activity}, actor=actor)
        evaluate(made, told, on, actor=actor)
    return made


def evaluate(
    evaluation: Evaluation, told: Mapping[str, Any], on: date | None, *, actor: Actor
) -> None:
    """Write what following it up told; it is done with that, and can be written clearer after.

    Without a day it has the year when it was done.
    """
    _refuse_when(on, told.get("done_year"), actor)
    said = kept({**told, "done_on": on}, _TEXTS, _LINES)
    if not any(said.get(name, getattr(evaluation, name)) for name in _SAID):
        raise NothingSaidError(_("Skriv vad uppföljningen visade."))
    with one_change():
        for field, value in said.items():
            setattr(evaluation, field, value)
        evaluation.save(update_fields=list(said))
        searchable.show_initiatives([evaluation.initiative_id], actor=actor)


def _refuse_when(on: date | None, year: int | None, actor: Actor) -> None:
    refuse_to_come(on, actor)
    if on is None and year is None:
        raise NothingSaidError(_("Skriv när uppföljningen gjordes."))
    if year is not None and year > actor.today.year:
        raise NothingSaidError(_("Året har inte börjat än."))


def remove_evaluation(evaluation: Evaluation, *, actor: Actor) -> None:
    """Take back one that was planned by mistake; what has been done stays."""
    del actor
    if evaluation.is_done:
        raise AlreadyDoneError(_("Uppföljningen är gjord och står kvar."))
    with one_change():
        evaluation.delete()


def decide_course(
    initiative: Initiative,
    told: Mapping[str, Any],
    then: NextLook | None = None,
    *,
    actor: Actor,
) -> InitiativeDecision:
    """Write what was decided and why; its last day and its next follow-up come of it.

    What becomes regular operations is so from its day: the kind is asked for, and not written.
    """
    refuse_to_come(told.get("decided_on"), actor)
    _refuse_unpaid(told)
    with one_change():
        made = InitiativeDecision.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **kept(told, _TEXTS, _LINES),
        )
        _follow(initiative, made)
        if then is not None:
            _look_again(initiative, made, then, actor)
        searchable.show_initiatives([initiative.pk], actor=actor)
    return made


def correct_decision(
    decision: InitiativeDecision, told: Mapping[str, Any], *, actor: Actor
) -> None:
    """Write the latest decision as it was; what was decided is another decision.

    How it was written before is in the trail.
    """
    latest = decisions(actor, decision.initiative_id).first()
    if latest is None or latest.pk != decision.pk:
        raise LaterDecisionError(_("Det finns ett senare beslut. Bara det kan rättas."))
    refuse_to_come(told.get("decided_on"), actor)
    _refuse_unpaid({**told, "course": decision.course})
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(decision, field, value)
        decision.save(update_fields=list(said))
        _follow(decision.initiative, decision)
        searchable.show_initiatives([decision.initiative_id], actor=actor)


def _refuse_unpaid(told: Mapping[str, Any]) -> None:
    if told.get("course") == Course.REGULAR and not told.get("budget_owner_id"):
        raise NobodyPaysError(_("Skriv vem som betalar när det är ordinarie verksamhet."))


def _look_again(
    initiative: Initiative, made: InitiativeDecision, then: NextLook, actor: Actor
) -> None:
    about = Truncator(" ".join(made.then.split())).chars(_LONGEST_FORM)
    planned = {"due_on": then.due_on, "owner_id": then.owner_id, "form": about}
    plan_evaluation(initiative, {"kind": EvaluationKind.FOLLOW_UP, **planned}, actor=actor)


def _follow(initiative: Initiative, made: InitiativeDecision) -> None:
    """What was decided shows on the initiative itself."""
    if made.course == Course.REGULAR:
        initiative.ends_on = None
    elif made.course == Course.STOP:
        initiative.ends_on = made.from_on or made.decided_on
    elif made.course in _GOES_ON and made.until_on is not None:
        initiative.ends_on = made.until_on
    initiative.save(update_fields=["ends_on"])
