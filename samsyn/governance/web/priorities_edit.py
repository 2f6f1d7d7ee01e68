"""The forms by which areas are chosen, proposals made and answered, and assignments given."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import queries as forums
from samsyn.governance.actions import priorities as actions
from samsyn.governance.models import (
    Assignment,
    Ending,
    FocusArea,
    Proposal,
    ProposalAnswer,
    Reply,
)
from samsyn.governance.queries import duties, priorities
from samsyn.governance.rules import priorities as rules
from samsyn.governance.web.priorities import (
    answer_crumbs,
    area_crumbs,
    area_url,
    assignment_crumbs,
    assignment_url,
    assignments_crumbs,
    priority_crumbs,
    proposal_crumbs,
    proposal_url,
    proposals_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.pages.api import fields

_FIRST_YEAR, _LAST_YEAR = 1990, 2200


def _year(label: Any, *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=required, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )


class AreaForm(forms.Form):
    name = fields.one_line(
        _("Område"),
        help_text=_("Skriv som det står i forumens fokusområden, så hör de ihop av sig själva."),
    )
    what = long_text(_("Vad menas med det"))
    chosen_year = _year(_("Valt år"), required=False)
    chosen_on = forms.DateField(label=_("Valt den"), required=False)
    chosen_by = fields.choice(_("Valt av"), empty=_("Inget forum"))
    why = long_text(_("Varför just det"))
    document = fields.choice(
        _("Byggde på"),
        empty=_("Inget dokument"),
        help_text=_("Analysen eller rapporten som valet byggde på."),
    )
    starts_on = forms.DateField(label=_("Gäller från och med"), required=False)
    ends_on = fields.last_day(_("Gäller till och med"))
    outcome = long_text(_("Vad det har blivit av det"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, chosen_by=forums.forum_choices(actor))
        fields.offer(self, document=duties.bases(actor)["document"])

    def told(self) -> dict[str, Any]:
        names = ("name", "what", "chosen_year", "chosen_on", "why", "starts_on", "ends_on")
        answers = self.cleaned_data
        chosen = {"chosen_by_id": fields.chosen(answers["chosen_by"])}
        return {name: answers[name] for name in (*names, "outcome")} | chosen

    def documents(self) -> list[UUID]:
        pk = fields.chosen(self.cleaned_data["document"])
        return [pk] if pk else []


def _choose(_municipality: Municipality, form: AreaForm, actor: Actor) -> str:
    return area_url(actions.choose_area(form.told(), form.documents(), actor=actor))


def _change_area(area: FocusArea, form: AreaForm, actor: Actor) -> str:
    actions.change_area(area, form.told(), form.documents(), actor=actor)
    return area_url(area)


def _described_area(actor: Actor, area: FocusArea, data: Any) -> AreaForm:
    names = (
        *("name", "what", "chosen_year", "chosen_on", "why", "starts_on", "ends_on", "outcome"),
    )
    basis = area.bases.order_by("pk").first()
    said = {name: getattr(area, name) for name in names} | {
        "chosen_by": str(area.chosen_by_id or ""),
        "document": str(basis.document_id) if basis else "",
    }
    return AreaForm(actor, data, said)


class ProposalForm(forms.Form):
    title = fields.one_line(_("Förslag"))
    text = long_text(_("Vad ni föreslår, och varför"))
    year = _year(_("För år"))
    boards = fields.several(
        _("Till nämnderna"), help_text=_("Bara nämnden beslutar: gruppen föreslår.")
    )
    made_by = fields.choice(
        _("Från"),
        empty=_("Inget forum"),
        help_text=_("Vad gruppen får besluta själv, och vad den för vidare, visas vid förslaget."),
    )
    made_on = forms.DateField(label=_("Lämnat den"), required=False)
    area = fields.choice(_("Område"), empty=_("Inget område"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, boards=priorities.board_choices(actor))
        fields.offer(self, made_by=forums.forum_choices(actor))
        fields.offer(self, area=[(str(row.pk), row.name) for row in priorities.areas(actor)])

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        chosen = {f"{name}_id": fields.chosen(answers[name]) for name in ("made_by", "area")}
        return {name: answers[name] for name in ("title", "text", "year", "made_on")} | chosen

    def asked(self) -> list[UUID]:
        return [UUID(pk) for pk in self.cleaned_data["boards"]]


def _propose(_municipality: Municipality, form: ProposalForm, actor: Actor) -> str:
    return proposal_url(actions.make_proposal(form.told(), form.asked(), actor=actor))


def _change_proposal(proposal: Proposal, form: ProposalForm, actor: Actor) -> str:
    actions.change_proposal(proposal, form.told(), form.asked(), actor=actor)
    return proposal_url(proposal)


def _described_proposal(actor: Actor, proposal: Proposal, data: Any) -> ProposalForm:
    said = {name: getattr(proposal, name) for name in ("title", "text", "year", "made_on")}
    chosen = {name: str(getattr(proposal, f"{name}_id") or "") for name in ("made_by", "area")}
    boards = [str(pk) for pk in proposal.answers.values_list("body_id", flat=True)]
    return ProposalForm(actor, data, {**said, **chosen, "boards": boards})


class AnswerForm(forms.Form):
    reply = fields.choice(_("Nämnden svarade"), Reply.choices)
    answered_on = fields.day(_("Den"))
    paragraph = fields.one_line(_("Paragraf"), required=False, help_text=_("Till exempel § 33."))
    text = long_text(_("Vad nämnden sade"))


def _answer(answer: ProposalAnswer, form: AnswerForm, actor: Actor) -> str:
    told = form.cleaned_data
    actions.answer_proposal(
        answer,
        Reply(told["reply"]),
        told["answered_on"],
        paragraph=told["paragraph"],
        text=told["text"],
        actor=actor,
    )
    return proposal_url(answer.proposal)


def _answered(_actor: Actor, answer: ProposalAnswer, data: Any) -> AnswerForm:
    names = ("reply", "answered_on", "paragraph", "text")
    return AnswerForm(data, initial={name: getattr(answer, name) for name in names})


class AssignmentForm(forms.Form):
    title = fields.one_line(_("Uppdraget"))
    text = long_text(_("Vad ska göras"))
    year = _year(_("Från år"))
    given_by = fields.choice(_("Gett av"), empty=_("Ingen nämnd"))
    owner = fields.choice(_("Ansvarar"), empty=_("Ingen funktion"))
    owner_forum = fields.choice(_("Eller vilken grupp"), empty=_("Ingen grupp"))
    area = fields.choice(_("Område"), empty=_("Inget område"))
    proposal = fields.choice(_("Kom av förslaget"), empty=_("Inget förslag"))
    report_on = forms.DateField(label=_("Rapport senast"), required=False)
    starts_on = forms.DateField(label=_("Gäller från och med"), required=False)
    ends_on = fields.last_day(_("Gäller till och med"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        proposals = priorities.proposals(actor)
        fields.offer(self, given_by=priorities.board_choices(actor))
        fields.offer(self, owner=forums.function_choices(actor))
        fields.offer(self, owner_forum=forums.forum_choices(actor))
        fields.offer(self, area=[(str(row.pk), row.name) for row in priorities.areas(actor)])
        fields.offer(self, proposal=[(str(r.pk), f"{r.title} ({r.year})") for r in proposals])

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        names = ("title", "text", "year", "report_on", "starts_on", "ends_on")
        chosen = ("given_by", "owner", "owner_forum", "area", "proposal")
        return {name: answers[name] for name in names} | {
            f"{name}_id": fields.chosen(answers[name]) for name in chosen
        }


def _give(_municipality: Municipality, form: AssignmentForm, actor: Actor) -> str:
    return assignment_url(actions.give_assignment(form.told(), actor=actor))


def _change_assignment(assignment: Assignment, form: AssignmentForm, actor: Actor) -> str:
    actions.change_assignment(assignment, form.told(), actor=actor)
    return assignment_url(assignment)


def _described_assignment(actor: Actor, row: Assignment, data: Any) -> AssignmentForm:
    names = ("title", "text", "year", "report_on", "starts_on", "ends_on")
    chosen = ("given_by", "owner", "owner_forum", "area", "proposal")
    said = {name: getattr(row, name) for name in names}
    return AssignmentForm(
        actor, data, said | {name: str(getattr(row, f"{name}_id") or "") for name in chosen}
    )


class EndForm(forms.Form):
    ended_as = fields.choice(_("Hur slutade det"), Ending.choices)
    ended_on = fields.day(_("Den"))
    result = long_text(_("Vad blev det av det"), required=True)
    final_report = fields.choice(_("Slutrapport"), empty=_("Ingen rapport"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"ended_on": actor.today})
        fields.offer(self, final_report=duties.bases(actor)["document"])


def _end(assignment: Assignment, form: EndForm, actor: Actor) -> str:
    told = form.cleaned_data
    actions.end_assignment(
        assignment,
        Ending(told["ended_as"]),
        told["ended_on"],
        told["result"],
        final_report=fields.chosen(told["final_report"]),
        actor=actor,
    )
    return assignment_url(assignment)


CHOOSE_AREA = Edit(
    action=rules.CHOOSE_AREA,
    title=_("Lägg till område"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: AreaForm(actor, data),
    act=_choose,
    crumbs=priority_crumbs,
    done=_("Området är tillagt."),
)
CHANGE_AREA = Edit(
    action=rules.CHANGE_AREA,
    title=_("Ändra området"),
    submit=_("Spara"),
    form=_described_area,
    act=_change_area,
    crumbs=area_crumbs,
    done=_("Området är ändrat."),
)
MAKE_PROPOSAL = Edit(
    action=rules.MAKE_PROPOSAL,
    title=_("Lägg till förslag"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: ProposalForm(actor, data, {"year": actor.today.year + 1}),
    act=_propose,
    crumbs=proposals_crumbs,
    done=_("Förslaget är tillagt."),
    prefill=(("area", "omrade"),),
)
CHANGE_PROPOSAL = Edit(
    action=rules.CHANGE_PROPOSAL,
    title=_("Ändra förslaget"),
    submit=_("Spara"),
    form=_described_proposal,
    act=_change_proposal,
    crumbs=proposal_crumbs,
    done=_("Förslaget är ändrat."),
)
ANSWER = Edit(
    action=rules.ANSWER_PROPOSAL,
    title=_("Skriv in nämndens svar"),
    submit=_("Spara"),
    form=_answered,
    act=_answer,
    crumbs=answer_crumbs,
    done=_("Svaret är sparat."),
)
GIVE = Edit(
    action=rules.GIVE_ASSIGNMENT,
    title=_("Lägg till uppdrag"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: AssignmentForm(actor, data, {"year": actor.today.year}),
    act=_give,
    crumbs=assignments_crumbs,
    done=_("Uppdraget är tillagt."),
    prefill=(("proposal", "forslag"), ("area", "omrade"), ("title", "rubrik")),
)
CHANGE_ASSIGNMENT = Edit(
    action=rules.CHANGE_ASSIGNMENT,
    title=_("Ändra uppdraget"),
    submit=_("Spara"),
    form=_described_assignment,
    act=_change_assignment,
    crumbs=assignment_crumbs,
    done=_("Uppdraget är ändrat."),
)
END = Edit(
    action=rules.END_ASSIGNMENT,
    title=_("Skriv hur uppdraget slutade"),
    submit=_("Avsluta"),
    form=lambda actor, _row, data: EndForm(actor, data),
    act=_end,
    crumbs=assignment_crumbs,
    done=_("Uppdraget är avslutat i skrift."),
)
