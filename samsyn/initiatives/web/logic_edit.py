"""The forms for the logic of an initiative, what it is measured by, and what is said of it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.initiatives.actions import logic as actions
from samsyn.initiatives.models import (
    Claim,
    ClaimLevel,
    Initiative,
    InitiativeMeasure,
    LogicKind,
    LogicStep,
    Use,
)
from samsyn.initiatives.queries import indicators
from samsyn.initiatives.queries import logic as queries
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web.addresses import address_of, initiative_crumbs, part_crumbs
from samsyn.intake.api import long_text
from samsyn.pages.api import fields


class StepForm(forms.Form):
    kind = fields.choice(_("Vad är det"), LogicKind.choices)
    text = long_text(_("Beskriv"), required=True)
    after = fields.choice(_("Följer av"), empty=_("Inget ännu"))

    def __init__(self, actor: Actor, initiative_id: Any, data: Any = None, **more: Any) -> None:
        row = more.pop("row", None)
        super().__init__(data, **more)
        fields.offer(self, after=queries.step_choices(actor, initiative_id, row))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        after = answers.pop("after")
        return {**answers, "after_id": fields.chosen(after)}


class MeasureForm(forms.Form):
    indicator = fields.choice(
        _("Indikator"), help_text=_("Finns den inte? Lägg till den under Indikatorer först.")
    )
    use = fields.choice(
        _("Mäter"),
        Use.choices,
        help_text=_("Processmått: det görs som det var tänkt. Utfallsmått: något blir bättre."),
    )
    step = fields.choice(_("Steget det mäter"), empty=_("Inget särskilt steg"))

    def __init__(self, actor: Actor, initiative: Initiative, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(
            self,
            indicator=indicators.indicator_choices(actor),
            step=queries.step_choices(actor, initiative.pk),
        )


class ClaimForm(forms.Form):
    level = fields.choice(
        _("Vad handlar det om"),
        ClaimLevel.choices,
        help_text=_(
            "Prestation: att det gjordes och hur många som kom. Utfall: vad som ändrades."
            " Effekt: att det var insatsen som gjorde det."
        ),
    )
    text = long_text(_("Vad sägs"), required=True)
    indicator = fields.choice(_("Mått"), empty=_("Inget mått: det är en upplevelse"))
    said_by = fields.one_line(_("Vem säger det"), required=False)
    said_on = fields.day(_("När"), required=False)

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, indicator=indicators.indicator_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        indicator = answers.pop("indicator")
        return {**answers, "indicator_id": fields.chosen(indicator)}


def _add_step(initiative: Initiative, form: StepForm, actor: Actor) -> str:
    actions.add_step(initiative, form.told(), actor=actor)
    return address_of(initiative)


def _change_step(step: LogicStep, form: StepForm, actor: Actor) -> str:
    actions.change_step(step, form.told(), actor=actor)
    return address_of(step)


def _step_form(actor: Actor, row: LogicStep, data: Any) -> StepForm:
    said = {"kind": row.kind, "text": row.text, "after": str(row.after_id or "")}
    return StepForm(actor, row.initiative_id, data, initial=said, row=row.pk)


def _add_measure(initiative: Initiative, form: MeasureForm, actor: Actor) -> str:
    answers = form.cleaned_data
    indicator, step = (fields.chosen(answers[name]) for name in ("indicator", "step"))
    if indicator is not None:
        actions.add_measure(initiative, indicator, answers["use"], step, actor=actor)
    return address_of(initiative)


@command(rules.REMOVE_MEASURE)
def remove_measure(request: Request, measure: InitiativeMeasure, /) -> HttpResponse:
    there = address_of(measure)
    actions.remove_measure(measure, actor=request.actor)
    return redirect(there)


@command(rules.CHANGE_STEP)
def remove_step(request: Request, step: LogicStep, /) -> HttpResponse:
    there = address_of(step)
    actions.remove_step(step, actor=request.actor)
    return redirect(there)


@command(rules.CHANGE_CLAIM)
def remove_claim(request: Request, claim: Claim, /) -> HttpResponse:
    there = address_of(claim)
    actions.remove_claim(claim, actor=request.actor)
    return redirect(there)


def _make_claim(initiative: Initiative, form: ClaimForm, actor: Actor) -> str:
    actions.make_claim(initiative, form.told(), actor=actor)
    return address_of(initiative)


def _claim_form(actor: Actor, row: Claim, data: Any) -> ClaimForm:
    said = {name: getattr(row, name) for name in ("level", "text", "said_by", "said_on")}
    return ClaimForm(actor, data, said | {"indicator": str(row.indicator_id or "")})


def _change_claim(claim: Claim, form: ClaimForm, actor: Actor) -> str:
    actions.change_claim(claim, form.told(), actor=actor)
    return address_of(claim)


ADD_STEP = Edit(
    action=rules.ADD_STEP,
    title=_("Lägg till ett steg i den logiska modellen"),
    lead=_("Från problem och orsak, över åtgärd och prestation, till utfall och effekt."),
    submit=_("Lägg till"),
    form=lambda actor, row, data: StepForm(actor, row.pk, data),
    act=_add_step,
    crumbs=initiative_crumbs,
    done=_("Steget är tillagt."),
    prefill=(("kind", "slag"),),
)
CHANGE_STEP = Edit(
    action=rules.CHANGE_STEP,
    title=_("Ändra steget"),
    submit=_("Spara"),
    form=_step_form,
    act=_change_step,
    crumbs=part_crumbs,
    done=_("Steget är ändrat."),
)
ADD_MEASURE = Edit(
    action=rules.ADD_MEASURE,
    title=_("Välj vad insatsen mäts med"),
    lead=_("Utan både processmått och utfallsmått kan den inte utvärderas."),
    submit=_("Lägg till"),
    form=MeasureForm,
    act=_add_measure,
    crumbs=initiative_crumbs,
    done=_("Måttet är tillagt."),
    prefill=(("use", "slag"),),
)
MAKE_CLAIM = Edit(
    action=rules.MAKE_CLAIM,
    title=_("Skriv in vad som sägs om insatsen"),
    lead=_("Att många kom är en prestation, inte en effekt. Det är tre olika saker."),
    submit=_("Spara"),
    form=lambda actor, _row, data: ClaimForm(actor, data),
    act=_make_claim,
    crumbs=initiative_crumbs,
    done=_("Det är sparat."),
)
CHANGE_CLAIM = Edit(
    action=rules.CHANGE_CLAIM,
    title=_("Ändra vad som sägs"),
    submit=_("Spara"),
    form=_claim_form,
    act=_change_claim,
    crumbs=part_crumbs,
    done=_("Det är ändrat."),
)
