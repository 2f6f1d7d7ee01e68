"""The forms by which an initiative is followed up, and what was decided of it is written."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums.api import queries as forums
from samsyn.governance.api import body_choices, document_choices
from samsyn.initiatives.actions import course as actions
from samsyn.initiatives.models import (
    Activity,
    Course,
    Evaluation,
    EvaluationKind,
    Initiative,
    InitiativeDecision,
)
from samsyn.initiatives.rules import activities as of_activities
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.activity_addresses import activity_crumbs
from samsyn.initiatives.web.addresses import address_of, initiative_crumbs, part_crumbs
from samsyn.initiatives.web.parts_edit import matter_numbered
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_SAID = ("done_on", "done_year", "result", "lessons", "meant", "happened", "next_time")
_PLANNED = tuple(
    (kind.value, kind.label) for kind in EvaluationKind if kind != EvaluationKind.AFTER_ACTION
)


class PlanForm(forms.Form):
    kind = fields.choice(_("Slag"), _PLANNED)
    form = fields.one_line(
        _("Form"), required=False, help_text=_("Till exempel skriftlig rapport till styrgruppen.")
    )
    due_on = fields.day(_("Klar senast"))
    owner = fields.choice(_("Ägs av funktionen"), empty=_("Den som äger insatsen"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(self, owner=forums.function_choices(actor))


class EvaluateForm(forms.Form):
    done_on = fields.day(_("Gjord den"), required=False)
    done_year = forms.IntegerField(
        label=_("Eller bara året"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )
    result = long_text(
        _("Vad uppföljningen visade"),
        help_text=_("Håll isär vad som gjordes, vad det ledde till, och hur ni vet det."),
    )
    lessons = long_text(_("Vad ni har lärt er"))
    report = fields.choice(_("Rapport bland styrdokumenten"), empty=_("Ingen rapport"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, report=document_choices(actor))


class ThreeQuestionsForm(forms.Form):
    done_on = fields.day(_("Dag"))
    meant = long_text(_("Vad var tänkt att hända?"))
    happened = long_text(_("Vad hände?"))
    next_time = long_text(_("Vad gör ni nästa gång?"))


class DecideForm(forms.Form):
    course = fields.choice(_("Vad bestämdes"), Course.choices)
    decided_on = fields.day(_("Bestämt den"), required=False)
    decided_year = forms.IntegerField(
        label=_("Eller bara året"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )
    from_on = fields.day(_("Gäller från och med"), required=False)
    until_on = fields.last_day(
        _("Till och med"), help_text=_("Den nya sista dagen, om insatsen fortsätter för en tid.")
    )
    body = fields.choice(_("Bestämt av organet"), empty=_("Inget organ"))
    forum = fields.choice(_("Eller av forumet"), empty=_("Inget forum"))
    matter = fields.one_line(
        _("Ärendets diarienummer"), required=False, help_text=_("Om ärendet finns i Samsyn.")
    )
    why = long_text(_("Varför"), required=True)
    budget_owner = fields.choice(
        _("Vem betalar därefter"),
        empty=_("Inte angivet"),
        help_text=_("Ska alltid anges när det blir ordinarie verksamhet."),
    )
    then = long_text(_("Vad följs upp därefter"))
    follow_up_on = fields.day(
        _("Följs upp senast"),
        required=False,
        help_text=_("Då är uppföljningen planerad, och står i Min dag hos den som gör den."),
    )
    follow_up_owner = fields.choice(_("Följs upp av funktionen"), empty=_("Den som äger insatsen"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._actor = actor
        bodies = body_choices(actor)
        fields.offer(
            self,
            body=bodies,
            budget_owner=bodies,
            forum=forums.forum_choices(actor),
            follow_up_owner=forums.function_choices(actor),
        )

    def clean_matter(self) -> UUID | None:
        return matter_numbered(self._actor, self.cleaned_data["matter"])

    def told(self) -> dict[str, Any]:
        left = {"follow_up_on", "follow_up_owner"}
        answers = {name: said for name, said in self.cleaned_data.items() if name not in left}
        chosen = {
            f"{name}_id": fields.chosen(answers.pop(name))
            for name in ("body", "forum", "budget_owner")
        }
        return {"matter_id": answers.pop("matter"), **answers, **chosen}

    def next_look(self) -> actions.NextLook | None:
        """The follow-up that comes of it, if a day is told."""
        day, owner = (self.cleaned_data[name] for name in ("follow_up_on", "follow_up_owner"))
        return actions.NextLook(day, fields.chosen(owner)) if day else None


class CorrectForm(DecideForm):
    """What was decided stays; how it is written and from when does not have to."""

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(actor, data, initial)
        for name in ("course", "follow_up_on", "follow_up_owner"):
            del self.fields[name]


def _plan(initiative: Initiative, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    told["owner_id"] = fields.chosen(told.pop("owner"))
    actions.plan_evaluation(initiative, told, actor=actor)
    return address_of(initiative)


def _note(initiative: Initiative, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    actions.note_at_once(initiative, told, told.pop("done_on"), _own_function(actor), actor=actor)
    return address_of(initiative)


def _note_of(activity: Activity, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    day, by = told.pop("done_on"), _own_function(actor)
    actions.note_at_once(activity.initiative, told, day, by, activity, actor=actor)
    return address_of(activity)


def _own_function(actor: Actor) -> UUID | None:
    held = organisation.functions_of_account(actor).order_by("pk")
    return held.values_list("pk", flat=True).first()


def _evaluate(evaluation: Evaluation, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    if "report" in told:
        told["report_id"] = fields.chosen(told.pop("report"))
    actions.evaluate(evaluation, told, told.pop("done_on"), actor=actor)
    return address_of(evaluation)


def _evaluating(actor: Actor, row: Evaluation, data: Any) -> forms.Form:
    now = {name: getattr(row, name) for name in _SAID} | {"report": str(row.report_id or "")}
    if not row.is_done:
        now["done_on"] = actor.today
    if row.kind == EvaluationKind.AFTER_ACTION:
        return ThreeQuestionsForm(data, initial=now)
    return EvaluateForm(actor, data, now)


def _decide(initiative: Initiative, form: DecideForm, actor: Actor) -> str:
    actions.decide_course(initiative, form.told(), form.next_look(), actor=actor)
    return address_of(initiative)


def _correct(decision: InitiativeDecision, form: CorrectForm, actor: Actor) -> str:
    actions.correct_decision(decision, form.told(), actor=actor)
    return address_of(decision)


def _correcting(actor: Actor, row: InitiativeDecision, data: Any) -> CorrectForm:
    chosen = {"body", "forum", "budget_owner"}
    now = {
        name: str(getattr(row, f"{name}_id") or "") if name in chosen else getattr(row, name)
        for name in (*chosen, "decided_on", "decided_year", "from_on", "until_on", "why", "then")
    }
    number = row.matter.registry_number if row.matter else ""
    return CorrectForm(actor, data, now | {"matter": number})


PLAN = Edit(
    action=rules.PLAN_EVALUATION,
    title=_("Planera uppföljning"),
    submit=_("Spara"),
    form=lambda actor, _row, data: PlanForm(actor, data),
    act=_plan,
    crumbs=initiative_crumbs,
    done=_("Uppföljningen är planerad."),
)
NOTE = Edit(
    action=rules.NOTE_AFTERWARDS,
    title=_("Tre frågor efteråt"),
    lead=_("En minut direkt efteråt, så att det inte bara blir sagt."),
    submit=_("Spara"),
    form=lambda actor, _row, data: ThreeQuestionsForm(data, initial={"done_on": actor.today}),
    act=_note,
    crumbs=initiative_crumbs,
    done=_("Svaren är sparade."),
)
NOTE_ACTIVITY = Edit(
    action=of_activities.NOTE_ACTIVITY,
    title=_("Tre frågor efteråt"),
    lead=_("En minut direkt efteråt, så att det inte bara blir sagt."),
    submit=_("Spara"),
    form=lambda _actor, row, data: ThreeQuestionsForm(data, initial={"done_on": row.held_on}),
    act=_note_of,
    crumbs=activity_crumbs,
    done=_("Svaren är sparade."),
)
EVALUATE = Edit(
    action=rules.EVALUATE,
    title=_("Skriv in uppföljningen"),
    submit=_("Spara"),
    form=_evaluating,
    act=_evaluate,
    crumbs=part_crumbs,
    done=_("Uppföljningen är sparad."),
)
DECIDE = Edit(
    action=rules.DECIDE_COURSE,
    title=_("Skriv in vad som bestämdes"),
    lead=_("Fortsätta, ändra, förlänga, utvidga, ordinarie verksamhet eller avsluta."),
    submit=_("Spara"),
    form=lambda actor, _row, data: DecideForm(actor, data, {"decided_on": actor.today}),
    act=_decide,
    crumbs=initiative_crumbs,
    done=_("Det är sparat."),
)
CORRECT = Edit(
    action=rules.CORRECT_DECISION,
    title=_("Rätta beslutet"),
    lead=_("Bara det senaste beslutet kan rättas. Bestämdes något annat är det ett nytt beslut."),
    submit=_("Spara"),
    form=_correcting,
    act=_correct,
    crumbs=part_crumbs,
    done=_("Beslutet är rättat."),
)


@command(rules.EVALUATE)
def remove_evaluation(request: Request, evaluation: Evaluation, /) -> HttpResponse:
    there = address_of(evaluation)
    actions.remove_evaluation(evaluation, actor=request.actor)
    return redirect(there)
