"""The forms by which what the parties have agreed is written, and looked over."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.governance.actions import agreement_parts as actions
from samsyn.governance.models import Agreement, Block, Clause
from samsyn.governance.queries import evidence
from samsyn.governance.rules import agreements as rules
from samsyn.governance.web.agreement_addresses import (
    address_of,
    agreement_crumbs,
    part_crumbs,
)
from samsyn.governance.web.agreements_edit import offer_functions
from samsyn.intake.api import long_text
from samsyn.pages.api import fields


class ReviewForm(forms.Form):
    reviewed_on = fields.day(_("Sett över"))
    evidence = long_text(
        _("Vad som visar det"), help_text=_("Till exempel statistik, en rutin eller ett beslut.")
    )
    evidence_document = fields.choice(_("Styrdokument som visar det"), empty=_("Inget dokument"))
    evidence_meeting = fields.choice(_("Möte som visar det"), empty=_("Inget möte"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, evidence_document=evidence.document_choices(actor))
        fields.offer(self, evidence_meeting=evidence.meeting_choices(actor))


class ClauseForm(forms.Form):
    block = fields.choice(_("Del"), Block.choices)
    text = long_text(_("Vad ni har kommit överens om"), required=True)
    owner = fields.choice(_("Ägs av"), empty=_("Ingen funktion"))
    evidence = long_text(
        _("Vad som visar det"), help_text=_("Till exempel statistik, en rutin eller ett beslut.")
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        offer_functions(actor, self, "owner")

    def promise(self, before: Clause | None = None) -> actions.Promise:
        answers = self.cleaned_data
        return actions.Promise(
            Block(answers["block"]),
            answers["text"],
            fields.chosen(answers["owner"]),
            answers["evidence"],
            before.evidence_document_id if before else None,
            before.evidence_meeting_id if before else None,
        )


def _add_clause(agreement: Agreement, form: ClauseForm, actor: Actor) -> str:
    actions.add_clause(agreement, form.promise(), actor=actor)
    return address_of(agreement)


def _change_clause(clause: Clause, form: ClauseForm, actor: Actor) -> str:
    actions.change_clause(clause, form.promise(clause), actor=actor)
    return address_of(clause)


def _review_clause(clause: Clause, form: forms.Form, actor: Actor) -> str:
    told = form.cleaned_data
    actions.review_clause(
        clause,
        told["reviewed_on"],
        told["evidence"],
        document_id=told["evidence_document"] or None,
        meeting_id=told["evidence_meeting"] or None,
        actor=actor,
    )
    return address_of(clause)


def _clause_now(clause: Clause) -> dict[str, Any]:
    names = ("block", "text", "evidence", "reviewed_on")
    references = ("owner", "evidence_document", "evidence_meeting")
    told: dict[str, Any] = {name: getattr(clause, name) for name in names}
    return told | {name: getattr(clause, f"{name}_id") or "" for name in references}


ADD_CLAUSE = Edit(
    action=rules.ADD_CLAUSE,
    title=_("Lägg till åtagande"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: ClauseForm(actor, data),
    act=_add_clause,
    crumbs=agreement_crumbs,
    done=_("Åtagandet är tillagt."),
    prefill=(("block", "del"),),
)
CHANGE_CLAUSE = Edit(
    action=rules.CHANGE_CLAUSE,
    title=_("Ändra åtagandet"),
    submit=_("Spara"),
    form=lambda actor, row, data: ClauseForm(actor, data, _clause_now(row)),
    act=_change_clause,
    crumbs=part_crumbs,
    done=_("Åtagandet är ändrat."),
)
REVIEW_CLAUSE = Edit(
    action=rules.REVIEW_CLAUSE,
    title=_("Se över åtagandet"),
    lead=_("Skriv hur det går, och vad som visar det."),
    submit=_("Spara"),
    form=lambda actor, row, data: ReviewForm(
        actor, data, _clause_now(row) | {"reviewed_on": actor.today}
    ),
    act=_review_clause,
    crumbs=part_crumbs,
    done=_("Översynen är sparad."),
)


@command(rules.CHANGE_CLAUSE)
def remove_clause(request: Request, clause: Clause, /) -> HttpResponse:
    there = address_of(clause)
    actions.remove_clause(clause, actor=request.actor)
    return redirect(there)
