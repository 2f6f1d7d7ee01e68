"""The short forms for what each body does: decide, sign, send and receive."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.governance.actions import decisions as actions
from samsyn.governance.models import Expedition, Outcome, Step
from samsyn.governance.queries import matters as queries
from samsyn.governance.rules import matters as rules
from samsyn.governance.web.agreement_addresses import matter_crumbs, matter_url, step_crumbs
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, fields


class DecisionForm(forms.Form):
    decided_on = fields.day(_("Beslutat"))
    outcome = fields.choice(_("Utfall"), Outcome.choices)
    paragraph = fields.one_line(
        _("Paragraf"), required=False, help_text=_("Som i protokollet, till exempel § 33.")
    )
    registry_number = fields.one_line(
        _("Nämndens diarienummer"), required=False, help_text=_("Till exempel 2023.043 KUN.")
    )
    text = long_text(_("Beslutets text"))
    reservation = long_text(_("Reservation"), help_text=_("Vilket parti eller vilka ledamöter."))
    url = fields.one_line(
        _("Adress till protokollet"), required=False, help_text=_("Börjar med https://.")
    )

    def ruling(self) -> actions.Ruling:
        told = dict(self.cleaned_data)
        return actions.Ruling(**told | {"outcome": Outcome(told["outcome"])})


class SignatureForm(forms.Form):
    signed_on = fields.day(_("Undertecknat"))
    signer = fields.choice(_("Undertecknat av funktionen"), empty=_("Ingen funktion"))
    signed_by = fields.one_line(_("Namn"), required=False)
    mandate = fields.one_line(
        _("Med stöd av"),
        required=False,
        help_text=_("Till exempel nämndens beslut § 33 eller delegationsordningen."),
    )

    def __init__(self, actor: Actor, step: Step, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, signer=queries.position_choices(actor, step.body_id))

    def signed(self) -> actions.Signed:
        told = dict(self.cleaned_data)
        signer = told.pop("signer")
        return actions.Signed(**told, signer_id=fields.chosen(signer))


class SignerForm(forms.Form):
    to_sign = fields.choice(
        _("Ska skriva under"),
        empty=_("Inte angivet"),
        help_text=_("Den som har funktionen ser det i Min dag när det är dags."),
    )

    def __init__(self, actor: Actor, step: Step, data: Any = None) -> None:
        super().__init__(data, initial={"to_sign": step.to_sign_id or ""})
        fields.offer(self, to_sign=queries.position_choices(actor, step.body_id))


class SendForm(forms.Form):
    sent_on = fields.day(_("Skickat"))
    to_body = fields.choice(_("Till"), empty=_("Någon annan"))
    to_whom = fields.one_line(
        _("Någon annan"), required=False, help_text=_("När mottagaren inte finns bland organen.")
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, to_body=organisation.possible_parents(actor))


class ReceiptForm(forms.Form):
    received_on = fields.day(_("Framme"))


def _decide(step: Step, form: DecisionForm, actor: Actor) -> str:
    actions.record_decision(step, form.ruling(), actor=actor)
    return matter_url(step.matter_id)


def _deciding(actor: Actor, step: Step, data: Any) -> DecisionForm:
    names = DecisionForm.base_fields
    told = {name: getattr(step, name) for name in names}
    return DecisionForm(data, initial=told | {"decided_on": step.decided_on or actor.today})


def _name_signer(step: Step, form: SignerForm, actor: Actor) -> str:
    to_sign = form.cleaned_data["to_sign"]
    actions.name_signer(step, fields.chosen(to_sign), actor=actor)
    return matter_url(step.matter_id)


def _sign(step: Step, form: SignatureForm, actor: Actor) -> str:
    actions.record_signature(step, form.signed(), actor=actor)
    return matter_url(step.matter_id)


def _signing(actor: Actor, step: Step, data: Any) -> SignatureForm:
    told = {
        "signed_on": actor.today,
        "signer": step.to_sign_id or "",
        "mandate": step.mandate or step.paragraph,
    }
    return SignatureForm(actor, step, data, told)


def _send(step: Step, form: SendForm, actor: Actor) -> str:
    told = form.cleaned_data
    actions.send_decision(
        step,
        told["sent_on"],
        to_body_id=told["to_body"] or None,
        to_whom=told["to_whom"],
        actor=actor,
    )
    return matter_url(step.matter_id)


def _receive(expedition: Expedition, form: forms.Form, actor: Actor) -> str:
    actions.record_receipt(expedition, form.cleaned_data["received_on"], actor=actor)
    return matter_url(expedition.step.matter_id)


def _expedition_crumbs(actor: Actor, expedition: Expedition) -> list[Crumb]:
    return matter_crumbs(actor, expedition.step.matter)


DECIDE = Edit(
    action=rules.RECORD_DECISION,
    title=_("Skriv in beslutet"),
    submit=_("Spara"),
    form=_deciding,
    act=_decide,
    crumbs=step_crumbs,
    done=_("Beslutet är sparat."),
)
NAME_SIGNER = Edit(
    action=rules.NAME_SIGNER,
    title=_("Ange vem som ska skriva under"),
    lead=_("Som nämnden har gett i uppdrag, till exempel sin ordförande."),
    submit=_("Spara"),
    form=SignerForm,
    act=_name_signer,
    crumbs=step_crumbs,
    done=_("Det är sparat vem som ska skriva under."),
)
SIGN = Edit(
    action=rules.RECORD_SIGNATURE,
    title=_("Skriv in underskriften"),
    submit=_("Spara"),
    form=_signing,
    act=_sign,
    crumbs=step_crumbs,
    done=_("Underskriften är sparad."),
)
SEND = Edit(
    action=rules.SEND_DECISION,
    title=_("Expediera beslutet"),
    submit=_("Spara"),
    form=lambda actor, _row, data: SendForm(actor, data, {"sent_on": actor.today}),
    act=_send,
    crumbs=step_crumbs,
    done=_("Det är sparat vem beslutet skickades till."),
)
RECEIVE = Edit(
    action=rules.RECORD_RECEIPT,
    title=_("Beslutet är framme"),
    submit=_("Spara"),
    form=lambda actor, _row, data: ReceiptForm(data, initial={"received_on": actor.today}),
    act=_receive,
    crumbs=_expedition_crumbs,
    done=_("Det är sparat att beslutet kom fram."),
)
