"""The forms for the parts of an agreement: parties, limits, settlements and files."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.governance.actions import agreement_parts as actions
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.models import (
    Agreement,
    Limit,
    LimitUnit,
    Party,
    Settlement,
)
from samsyn.governance.queries import agreements as queries
from samsyn.governance.rules import agreements as rules
from samsyn.governance.web.agreement_addresses import (
    address_of,
    agreement_crumbs,
    part_crumbs,
)
from samsyn.intake.api import FileField, long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_MONTHS = tuple(
    (str(n), name)
    for n, name in enumerate(
        (
            *(_("januari"), _("februari"), _("mars"), _("april"), _("maj"), _("juni")),
            *(_("juli"), _("augusti"), _("september"), _("oktober"), _("november"), _("december")),
        ),
        1,
    )
)


def _share() -> forms.DecimalField:
    return forms.DecimalField(
        label=_("Andel av kostnaden i procent"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
    )


class ChangePartyForm(forms.Form):
    answers_for = long_text(_("Svarar för"), help_text=_("Vad parten ska göra eller stå för."))
    share_percent = _share()


class PartyForm(ChangePartyForm):
    body = fields.choice(_("Part"))

    field_order = ("body", "answers_for", "share_percent")

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(self, body=[("", str(_("Välj organ"))), *organisation.possible_parents(actor)])


class LimitForm(forms.Form):
    what = fields.one_line(_("Vad"), help_text=_("Till exempel möte efter anmälan, eller rapport."))
    amount = forms.IntegerField(label=_("Inom"), required=False, min_value=1, max_value=999)
    unit = fields.choice(_("Enhet"), LimitUnit.choices, empty=_("Välj enhet"))
    by_day = forms.IntegerField(
        label=_("Eller senast varje år: dag"), required=False, min_value=1, max_value=31
    )
    by_month = fields.choice(_("Månad"), _MONTHS, empty=_("Välj månad"))

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        month = answers["by_month"]
        return {
            "amount": answers["amount"],
            "unit": answers["unit"],
            "by_day": answers["by_day"],
            "by_month": int(month) if month else None,
        }


class PaidForm(forms.Form):
    amount = forms.DecimalField(
        label=_("Belopp i kronor"), max_digits=12, decimal_places=2, localize=True
    )
    settled_on = fields.day(_("Reglerat"), required=False)
    note = fields.one_line(_("Anteckning"), required=False)

    def paid(self) -> actions.Paid:
        answers = self.cleaned_data
        return actions.Paid(answers["amount"], answers["settled_on"], answers["note"])


class SettleForm(PaidForm):
    body = fields.choice(_("Part"))
    year = forms.IntegerField(label=_("År"), min_value=1900, max_value=2200)

    field_order = ("body", "year", "amount", "settled_on", "note")

    def __init__(self, actor: Actor, row: Agreement, data: Any = None) -> None:
        super().__init__(data, initial={"year": actor.today.year - 1})
        parties = queries.parties(actor, [row.pk])
        fields.offer(self, body=[(str(each.body_id), each.body_name) for each in parties])


class FileForm(forms.Form):
    sent = FileField(
        label=_("Fil"), help_text=_("PDF, Word, Excel, PowerPoint, text eller bild, högst 20 MB.")
    )
    is_signed = forms.BooleanField(
        label=_("Det här är det undertecknade avtalet (PDF)"), required=False
    )
    note = fields.one_line(_("Vad är nytt?"), required=False)


def _add_party(agreement: Agreement, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    actions.add_party(agreement, UUID(told.pop("body")), **told, actor=actor)
    return address_of(agreement)


def _change_party(party: Party, form: forms.Form, actor: Actor) -> str:
    actions.change_party(party, **form.cleaned_data, actor=actor)
    return address_of(party)


def _add_limit(agreement: Agreement, form: LimitForm, actor: Actor) -> str:
    actions.add_limit(agreement, form.cleaned_data["what"], form.told(), actor=actor)
    return address_of(agreement)


def _settle(agreement: Agreement, form: SettleForm, actor: Actor) -> str:
    told = form.cleaned_data
    actions.settle(agreement, UUID(told["body"]), told["year"], form.paid(), actor=actor)
    return address_of(agreement)


def _change_settlement(settlement: Settlement, form: PaidForm, actor: Actor) -> str:
    actions.change_settlement(settlement, form.paid(), actor=actor)
    return address_of(settlement)


def _add_file(agreement: Agreement, form: forms.Form, actor: Actor) -> str:
    told = form.cleaned_data
    add_edition(agreement, told["sent"], told["note"], is_signed=told["is_signed"], actor=actor)
    return address_of(agreement)


def _named(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


ADD_PARTY = Edit(
    action=rules.ADD_PARTY,
    title=_("Lägg till part"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: PartyForm(actor, data),
    act=_add_party,
    crumbs=agreement_crumbs,
    done=_("Parten är tillagd."),
)
CHANGE_PARTY = Edit(
    action=rules.CHANGE_PARTY,
    title=_("Ändra parten"),
    submit=_("Spara"),
    form=lambda _actor, row, data: ChangePartyForm(
        data, initial=_named(row, "answers_for", "share_percent")
    ),
    act=_change_party,
    crumbs=part_crumbs,
    done=_("Parten är ändrad."),
)
ADD_LIMIT = Edit(
    action=rules.ADD_LIMIT,
    title=_("Lägg till gräns"),
    lead=_("Antingen hur lång tid något får ta, eller senast vilken dag varje år."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: LimitForm(data),
    act=_add_limit,
    crumbs=agreement_crumbs,
    done=_("Gränsen är tillagd."),
)
SETTLE = Edit(
    action=rules.SETTLE,
    title=_("Lägg till avräkning"),
    submit=_("Lägg till"),
    form=SettleForm,
    act=_settle,
    crumbs=agreement_crumbs,
    done=_("Avräkningen är tillagd."),
)
CHANGE_SETTLEMENT = Edit(
    action=rules.CHANGE_SETTLEMENT,
    title=_("Ändra avräkningen"),
    submit=_("Spara"),
    form=lambda _actor, row, data: PaidForm(
        data, initial=_named(row, "amount", "settled_on", "note")
    ),
    act=_change_settlement,
    crumbs=part_crumbs,
    done=_("Avräkningen är ändrad."),
)
ADD_FILE = Edit(
    action=rules.ADD_AGREEMENT_FILE,
    title=_("Lägg till fil"),
    lead=_("Filen sparas exakt som den är. De äldre finns kvar."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: FileForm(data),
    act=_add_file,
    crumbs=agreement_crumbs,
    done=_("Filen är tillagd."),
)


@command(rules.CHANGE_PARTY)
def remove_party(request: Request, party: Party, /) -> HttpResponse:
    there = address_of(party)
    actions.remove_party(party, actor=request.actor)
    return redirect(there)


@command(rules.CHANGE_LIMIT)
def remove_limit(request: Request, limit: Limit, /) -> HttpResponse:
    there = address_of(limit)
    actions.remove_limit(limit, actor=request.actor)
    return redirect(there)
