"""The forms by which a matter is added, prepared for all parties, described and sent to more."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality, Request, command
from samsyn.governance.actions import matters as actions
from samsyn.governance.actions import taking_back
from samsyn.governance.models import Agreement, Attachment, Matter, Step, StepKind
from samsyn.governance.queries import agreements, evidence
from samsyn.governance.queries import matters as queries
from samsyn.governance.rules import matters as rules
from samsyn.governance.web.agreement_addresses import (
    agreement_crumbs,
    matter_crumbs,
    matter_url,
    matters_crumbs,
)
from samsyn.governance.web.agreements_edit import offer_functions
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_TEXTS = ("statement", "alternatives", "proposal")


class MemoForm(forms.Form):
    title = fields.one_line(_("Ärende"), help_text=_("Som det ska stå i protokollet."))
    registry_number = fields.one_line(
        _("Diarienummer"), required=False, help_text=_("Till exempel 2025.355 BUN.")
    )
    written_by = fields.choice(_("Tjänsteskrivelsen är skriven av"), empty=_("Inte angivet"))
    written_on = fields.day(_("Skriven"), required=False)
    statement = long_text(_("Ärendebeskrivning"))
    alternatives = long_text(
        _("Alternativ som har övervägts"),
        help_text=_("Vilka andra vägar ni har sett, och varför ni inte valde dem."),
    )
    proposal = long_text(
        _("Förslag till beslut"), help_text=_("Nämnden beslutar att godkänna överenskommelsen.")
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, written_by=organisation.possible_parents(actor))

    def memo(self) -> actions.Memo:
        answers = self.cleaned_data
        return actions.Memo(
            fields.chosen(answers["written_by"]),
            answers["written_on"],
            answers["statement"],
            answers["proposal"],
            answers["alternatives"],
        )


class MatterForm(MemoForm):
    category = fields.one_line(_("Ärendetyp"), required=False)
    agreement = fields.choice(_("Gäller avtalet"), empty=_("Inget avtal"))
    document = fields.choice(_("Gäller dokumentet"), empty=_("Inget dokument"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(actor, data, initial)
        fields.offer(self, agreement=agreements.agreement_choices(actor))
        fields.offer(self, document=evidence.document_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        return {
            "registry_number": answers["registry_number"],
            "category": answers["category"],
            "agreement_id": answers["agreement"] or None,
            "document_id": answers["document"] or None,
        }


class StepForm(forms.Form):
    body = fields.choice(_("Organ"))
    kind = fields.choice(_("Vad det gör"), StepKind.choices)
    named_as = fields.one_line(
        _("Så kallar handlingen organet"),
        required=False,
        help_text=_("Samsyn säger till om organet inte hette så den dagen."),
    )
    prepared_on = fields.day(_("Berett"), required=False)
    is_to_sign = forms.BooleanField(label=_("Ska skriva under"), required=False)
    to_sign = fields.choice(_("Genom funktionen"), empty=_("Inte angivet"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, body=[("", str(_("Välj organ"))), *organisation.possible_parents(actor)])
        offer_functions(actor, self, "to_sign")

    def step(self) -> actions.NewStep:
        answers = dict(self.cleaned_data)
        body, kind = UUID(answers.pop("body")), StepKind(answers.pop("kind"))
        to_sign = fields.chosen(answers.pop("to_sign"))
        return actions.NewStep(body, kind, **answers, to_sign_id=to_sign)


class AttachForm(forms.Form):
    edition = fields.choice(
        _("Fil"), help_text=_("Lägg först till filen på avtalets eller dokumentets sida.")
    )

    def __init__(self, actor: Actor, row: Matter, data: Any = None) -> None:
        super().__init__(data)
        offered = queries.editions_to_attach(actor, row)
        fields.offer(self, edition=[("", str(_("Välj fil"))), *offered])


def _create(_municipality: Municipality, form: MatterForm, actor: Actor) -> str:
    title = form.cleaned_data["title"]
    made = actions.create_matter(title, form.memo(), form.told(), actor=actor)
    return matter_url(made.pk)


def _prepare(agreement: Agreement, form: MemoForm, actor: Actor) -> str:
    answers = form.cleaned_data
    made = actions.prepare_decision(
        agreement, answers["title"], form.memo(), answers["registry_number"], actor=actor
    )
    return matter_url(made.pk)


def _describe(matter: Matter, form: MatterForm, actor: Actor) -> str:
    answers = form.cleaned_data
    memo = {name: answers[name] for name in ("title", "written_on", *_TEXTS)}
    told = {**memo, "written_by_id": answers["written_by"] or None, **form.told()}
    actions.describe_matter(matter, told, actor=actor)
    return matter_url(matter.pk)


def _described(actor: Actor, matter: Matter, data: Any) -> MatterForm:
    names = ("title", "registry_number", "category", "written_on", *_TEXTS)
    references = ("written_by", "agreement", "document")
    told: dict[str, Any] = {name: getattr(matter, name) for name in names}
    told |= {name: getattr(matter, f"{name}_id") or "" for name in references}
    return MatterForm(actor, data, told)


def _preparing(actor: Actor, agreement: Agreement, data: Any) -> MemoForm:
    return MemoForm(actor, data, {"title": agreement.title, "written_on": actor.today})


def _add_step(matter: Matter, form: StepForm, actor: Actor) -> str:
    actions.add_step(matter, form.step(), actor=actor)
    return matter_url(matter.pk)


def _stepping(actor: Actor, matter: Matter, data: Any) -> StepForm:
    about = {"kind": StepKind.DECIDES, "is_to_sign": matter.agreement_id is not None}
    return StepForm(actor, data, about)


def _attach(matter: Matter, form: AttachForm, actor: Actor) -> str:
    actions.attach(matter, UUID(form.cleaned_data["edition"]), actor=actor)
    return matter_url(matter.pk)


@command(rules.DETACH)
def detach(request: Request, attachment: Attachment, /) -> HttpResponse:
    there = matter_url(attachment.matter_id)
    taking_back.detach(attachment, actor=request.actor)
    messages.success(request, gettext("Bilagan är borttagen."))
    return redirect(f"{there}#bilagor")


@command(rules.REMOVE_STEP)
def remove_step(request: Request, step: Step, /) -> HttpResponse:
    there = matter_url(step.matter_id)
    taking_back.remove_step(step, actor=request.actor)
    messages.success(request, gettext("Organet är borttaget ur ärendet."))
    return redirect(there)


CREATE = Edit(
    action=rules.CREATE_MATTER,
    title=_("Lägg till ärende"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: MatterForm(actor, data),
    act=_create,
    crumbs=matters_crumbs,
    done=_("Ärendet är tillagt."),
)
PREPARE = Edit(
    action=rules.PREPARE_DECISION,
    title=_("Förbered beslut"),
    lead=_(
        "Ett ärende för alla parter på en gång. De som är egna myndigheter beslutar och skriver "
        "under, de andra skriver under. Den nyaste filen blir bilaga."
    ),
    submit=_("Förbered"),
    form=_preparing,
    act=_prepare,
    crumbs=agreement_crumbs,
    done=_("Ärendet är förberett för alla parter."),
)
DESCRIBE = Edit(
    action=rules.DESCRIBE_MATTER,
    title=_("Ändra tjänsteskrivelsen"),
    submit=_("Spara"),
    form=_described,
    act=_describe,
    crumbs=matter_crumbs,
    done=_("Ärendet är sparat."),
)
ADD_STEP = Edit(
    action=rules.ADD_STEP,
    title=_("Lägg till nämnd eller annat organ"),
    submit=_("Lägg till"),
    form=_stepping,
    act=_add_step,
    crumbs=matter_crumbs,
    done=_("Organet är tillagt."),
)
ATTACH = Edit(
    action=rules.ATTACH,
    title=_("Lägg till bilaga"),
    lead=_("Bilagan är just den versionen, vilka nyare som än kommer."),
    submit=_("Lägg till"),
    form=AttachForm,
    act=_attach,
    crumbs=matter_crumbs,
    done=_("Bilagan är tillagd."),
)
