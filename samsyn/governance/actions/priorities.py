"""Every change to areas, proposals and assignments."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance import searchable
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.models import (
    AreaBasis,
    Assignment,
    Ending,
    FocusArea,
    Proposal,
    ProposalAnswer,
    Reply,
)
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"what", "why", "outcome", "text"})
_LINES = frozenset({"name", "title"})


class AnsweredBeforeError(RuleBrokenError):
    """An answer to what had not been proposed yet."""


class NobodyAskedError(RuleBrokenError):
    pass


class AlreadyEndedError(RuleBrokenError):
    pass


def choose_area(
    told: Mapping[str, Any], documents: Collection[UUID] = (), *, actor: Actor
) -> FocusArea:
    """Say which area is worked with together, who chose it, and from what."""
    with one_change():
        area = FocusArea(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
        area.key = free_key(FocusArea, actor.municipality_id, area.name)
        area.save(force_insert=True)
        _rest_on(area, documents, actor)
        searchable.show_areas([area.pk], actor=actor)
    return area


def change_area(
    area: FocusArea, told: Mapping[str, Any], documents: Collection[UUID] = (), *, actor: Actor
) -> None:
    with one_change():
        _change(area, told)
        _rest_on(area, documents, actor)
        searchable.show_areas([area.pk], actor=actor)


def _rest_on(area: FocusArea, documents: Collection[UUID], actor: Actor) -> None:
    rows = within(AreaBasis, actor).filter(area=area)
    had = set(rows.values_list("document_id", flat=True))
    rows.exclude(document__in=documents).delete()
    AreaBasis.objects.bulk_create(
        AreaBasis(municipality_id=area.municipality_id, area=area, document_id=pk)
        for pk in dict.fromkeys(documents)
        if pk not in had
    )


def make_proposal(told: Mapping[str, Any], boards: Collection[UUID], *, actor: Actor) -> Proposal:
    """Propose something to boards: only they decide on direction and scope (KL 6:38)."""
    if not boards:
        raise NobodyAskedError(_("Välj minst en nämnd som förslaget går till."))
    with one_change():
        proposal = Proposal(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
        proposal.key = free_key(Proposal, actor.municipality_id, proposal.title)
        proposal.save(force_insert=True)
        _ask(proposal, boards)
        searchable.show_proposals([proposal.pk], actor=actor)
    return proposal


def change_proposal(
    proposal: Proposal, told: Mapping[str, Any], boards: Collection[UUID], *, actor: Actor
) -> None:
    """Write it anew; a board that has answered stays asked."""
    with one_change():
        _change(proposal, told)
        unanswered = within(ProposalAnswer, actor).filter(proposal=proposal, reply="")
        unanswered.exclude(body__in=boards).delete()
        _ask(proposal, boards)
        searchable.show_proposals([proposal.pk], actor=actor)


def _ask(proposal: Proposal, boards: Collection[UUID]) -> None:
    asked = set(proposal.answers.values_list("body_id", flat=True))
    ProposalAnswer.objects.bulk_create(
        ProposalAnswer(municipality_id=proposal.municipality_id, proposal=proposal, body_id=pk)
        for pk in dict.fromkeys(boards)
        if pk not in asked
    )


def answer_proposal(
    answer: ProposalAnswer,
    reply: Reply,
    answered_on: date,
    *,
    paragraph: str = "",
    text: str = "",
    actor: Actor,
) -> None:
    """Write what the board answered."""
    made_on = answer.proposal.made_on
    if made_on and answered_on < made_on:
        raise AnsweredBeforeError(_("Svaret kan inte vara före förslaget."))
    refuse_to_come(answered_on, actor)
    with one_change():
        answer.reply, answer.answered_on = reply, answered_on
        answer.paragraph, answer.text = guarded_line(paragraph), guarded(text)
        answer.save(update_fields=["reply", "answered_on", "paragraph", "text"])


def give_assignment(told: Mapping[str, Any], *, actor: Actor) -> Assignment:
    refuse_ended_owner(told, actor)
    with one_change():
        made = Assignment(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
        made.key = free_key(Assignment, actor.municipality_id, made.title)
        made.save(force_insert=True)
        searchable.show_assignments([made.pk], actor=actor)
    return made


def change_assignment(assignment: Assignment, told: Mapping[str, Any], *, actor: Actor) -> None:
    refuse_ended_owner(told, actor, of=assignment)
    with one_change():
        _change(assignment, told)
        searchable.show_assignments([assignment.pk], actor=actor)


def end_assignment(
    assignment: Assignment,
    ended_as: Ending,
    ended_on: date,
    result: str,
    *,
    final_report: UUID | None = None,
    actor: Actor,
) -> None:
    """End it in writing: what came of it is what the next one reads."""
    if not assignment.is_open:
        raise AlreadyEndedError(_("Uppdraget är redan avslutat."))
    refuse_to_come(ended_on, actor)
    with one_change():
        assignment.ended_as, assignment.ended_on = ended_as, ended_on
        assignment.result, assignment.final_report_id = guarded(result), final_report
        assignment.save(update_fields=["ended_as", "ended_on", "result", "final_report"])
        searchable.show_assignments([assignment.pk], actor=actor)


def _change(row: Model, told: Mapping[str, Any]) -> None:
    for name, value in kept(told, _TEXTS, _LINES).items():
        setattr(row, name, value)
    row.save(update_fields=list(told))
