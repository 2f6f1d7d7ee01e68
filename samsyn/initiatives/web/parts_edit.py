"""The forms for what an initiative rests on: boards, money, posts, partners and links."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums.api import queries as forums
from samsyn.governance.api import (
    agreement_choices,
    assignment_choices,
    body_choices,
    document_choices,
    matters_numbered,
)
from samsyn.initiatives.actions import parts as actions
from samsyn.initiatives.models import (
    Belonging,
    Funding,
    Initiative,
    Partner,
    Responsibility,
    Staffing,
)
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.addresses import address_of, initiative_crumbs, part_crumbs
from samsyn.intake.api import long_text
from samsyn.pages.api import fields

_NOBODY = _("Inget organ")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


class ResponsibleForm(forms.Form):
    body = fields.choice(_("Nämnd eller annat organ"), empty=_("Välj organ"))
    answers_for = long_text(_("Svarar för"), help_text=_("Vad den ska göra eller stå för."))
    starts_on = fields.day(_("Från och med"), required=False)
    ends_on = fields.last_day(_("Till och med"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.fields["body"].required = True
        fields.offer(self, body=body_choices(actor))


class ChangeResponsibleForm(forms.Form):
    answers_for = long_text(_("Svarar för"), help_text=_("Vad den ska göra eller stå för."))
    starts_on = fields.day(_("Från och med"), required=False)


class EndForm(forms.Form):
    ends_on = fields.last_day(_("Till och med"), required=True, help_text=_("Den sista dagen."))


class SplitForm(forms.Form):
    """One field for each board that answers today; its name is the board's own key."""

    starts_on = fields.day(
        _("Gäller från och med"),
        required=False,
        help_text=_("Tomt är från början. Hur det var fördelat före dagen står kvar."),
    )

    def __init__(self, actor: Actor, initiative: Initiative, data: Any = None) -> None:
        super().__init__(data, initial={"starts_on": actor.today})
        self.bodies = [
            (each.body_id, each.body_name, each.share_percent)
            for each in queries.answering(actor, [initiative.pk])
        ]
        for body_id, name, share in self.bodies:
            self.fields[str(body_id)] = forms.DecimalField(
                label=gettext("%(body)s, procent") % {"body": name},
                required=False,
                min_value=0,
                max_value=100,
                max_digits=5,
                decimal_places=2,
                localize=True,
                initial=share,
            )

    def shares(self) -> dict[UUID, Decimal | None]:
        return {body: self.cleaned_data[str(body)] for body, _name, _share in self.bodies}


class FundingForm(forms.Form):
    origin = fields.one_line(
        _("Varifrån pengarna kommer"),
        help_text=_("Till exempel riktade medel från kommunfullmäktige, eller statsbidrag."),
    )
    body = fields.choice(_("Organet som betalar"), empty=_NOBODY)
    year = forms.IntegerField(
        label=_("År"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )
    amount = forms.DecimalField(
        label=_("Belopp i kronor"),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        localize=True,
    )
    is_earmarked = forms.BooleanField(label=_("Öronmärkta pengar"), required=False)
    decision = fields.one_line(
        _("Beslut"), required=False, help_text=_("Till exempel KF 2021-11-24 § 210.")
    )
    matter = fields.one_line(
        _("Ärendets diarienummer"), required=False, help_text=_("Om ärendet finns i Samsyn.")
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._actor = actor
        fields.offer(self, body=body_choices(actor))

    def clean_matter(self) -> UUID | None:
        return matter_numbered(self._actor, self.cleaned_data["matter"])

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        body, matter = answers.pop("body"), answers.pop("matter")
        return {**answers, "body_id": fields.chosen(body), "matter_id": matter}


def matter_numbered(actor: Actor, number: str) -> UUID | None:
    """The one matter with the number; registers repeat them, and then none can be chosen by it."""
    if not number:
        return None
    found = list(matters_numbered(actor, number)[:2])
    if not found:
        raise forms.ValidationError(gettext("Det finns inget ärende med det diarienumret."))
    if len(found) > 1:
        raise forms.ValidationError(
            gettext("Flera ärenden har det diarienumret. Skriv beslutet i ord i stället.")
        )
    return found[0].pk


class StaffingForm(forms.Form):
    profession = fields.one_line(
        _("Yrke eller roll"), help_text=_("Till exempel skolsocionom eller samordnare.")
    )
    posts = forms.DecimalField(
        label=_("Antal heltidstjänster"),
        required=False,
        max_digits=6,
        decimal_places=2,
        localize=True,
        help_text=_("En halv tjänst är 0,5."),
    )
    body = fields.choice(_("Anställda av"), empty=_NOBODY)
    position = fields.choice(_("Funktion"), empty=_("Ingen funktion"))
    starts_on = fields.day(_("Från och med"), required=False)
    ends_on = fields.last_day(_("Till och med"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, body=body_choices(actor), position=forums.function_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        names = {f"{name}_id": fields.chosen(answers.pop(name)) for name in ("body", "position")}
        return answers | names


class PartnerForm(forms.Form):
    body = fields.choice(_("Vem deltar"), empty=_("Välj organ"))
    does = long_text(_("Vad den gör"))
    starts_on = fields.day(_("Från och med"), required=False)
    ends_on = fields.last_day(_("Till och med"), help_text=_("Fyll i om den deltar för en tid."))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["body"].required = True
        fields.offer(self, body=body_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        return {"body_id": fields.chosen(answers.pop("body")), **answers}


class BelongingForm(forms.Form):
    agreement = fields.choice(_("Avtal"), empty=_("Inget avtal"))
    document = fields.choice(_("Styrdokument"), empty=_("Inget styrdokument"))
    forum = fields.choice(_("Forum"), empty=_("Inget forum"))
    assignment = fields.choice(_("Politiskt uppdrag"), empty=_("Inget uppdrag"))
    how = fields.one_line(
        _("På vilket sätt"),
        required=False,
        help_text=_("Till exempel styrgrupp, eller handlingsplan som insatsen genomför."),
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(
            self,
            agreement=agreement_choices(actor),
            document=document_choices(actor),
            forum=forums.forum_choices(actor),
            assignment=assignment_choices(actor),
        )

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        how = answers.pop("how")
        return {f"{name}_id": fields.chosen(value) for name, value in answers.items()} | {
            "how": how
        }


def _add_responsible(initiative: Initiative, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    actions.add_responsible(initiative, UUID(told.pop("body")), told, actor=actor)
    return address_of(initiative)


def _change_responsibility(row: Responsibility, form: forms.Form, actor: Actor) -> str:
    actions.change_responsibility(row, form.cleaned_data, actor=actor)
    return address_of(row)


def _end_responsibility(row: Responsibility, form: forms.Form, actor: Actor) -> str:
    actions.end_responsibility(row, form.cleaned_data["ends_on"], actor=actor)
    return address_of(row)


def _split(initiative: Initiative, form: SplitForm, actor: Actor) -> str:
    actions.split_cost(initiative, form.shares(), form.cleaned_data["starts_on"], actor=actor)
    return address_of(initiative)


def _adding(add: Any) -> Any:
    def act(initiative: Initiative, form: Any, actor: Actor) -> str:
        add(initiative, form.told(), actor=actor)
        return address_of(initiative)

    return act


def _change(part: Any, form: Any, actor: Actor) -> str:
    actions.change_part(part, form.told(), actor=actor)
    return address_of(part)


def _now(part: Any, form: type[forms.Form]) -> dict[str, Any]:
    chosen = {"body", "position"}
    return {
        name: str(getattr(part, f"{name}_id") or "") if name in chosen else getattr(part, name)
        for name in form.base_fields
        if name != "matter"
    }


def _changing_funding(actor: Actor, row: Funding, data: Any) -> FundingForm:
    number = row.matter.registry_number if row.matter else ""
    return FundingForm(actor, data, _now(row, FundingForm) | {"matter": number})


def _an_edit(action: Any, title: Any, form: Any, act: Any, done: Any, **more: Any) -> Edit:
    told: dict[str, Any] = {"submit": _("Spara"), "crumbs": initiative_crumbs} | more
    return Edit(action=action, title=title, form=form, act=act, done=done, **told)


ADD_RESPONSIBLE = _an_edit(
    rules.ADD_RESPONSIBLE,
    _("Lägg till ansvarig nämnd"),
    lambda actor, _row, data: ResponsibleForm(actor, data),
    _add_responsible,
    _("Nämnden är tillagd."),
    lead=_("Flera nämnder kan ansvara tillsammans. Kostnaden fördelas för sig."),
    submit=_("Lägg till"),
)
CHANGE_RESPONSIBILITY = _an_edit(
    rules.CHANGE_RESPONSIBILITY,
    _("Ändra ansvaret"),
    lambda _actor, row, data: ChangeResponsibleForm(
        data, initial={"answers_for": row.answers_for, "starts_on": row.starts_on}
    ),
    _change_responsibility,
    _("Ansvaret är ändrat."),
    crumbs=part_crumbs,
)
END_RESPONSIBILITY = _an_edit(
    rules.END_RESPONSIBILITY,
    _("Avsluta ansvaret"),
    lambda _actor, row, data: EndForm(data, initial={"ends_on": row.ends_on}),
    _end_responsibility,
    _("Ansvarets sista dag är sparad."),
    crumbs=part_crumbs,
)
SPLIT_COST = _an_edit(
    rules.SPLIT_COST,
    _("Fördela kostnaden"),
    SplitForm,
    _split,
    _("Kostnaden är fördelad."),
    lead=_("Andelarna ska tillsammans vara 100 procent. Tomma fält är andelar som inte är kända."),
)
ADD_FUNDING = _an_edit(
    rules.ADD_FUNDING,
    _("Lägg till finansiering"),
    lambda actor, _row, data: FundingForm(actor, data),
    _adding(actions.add_funding),
    _("Finansieringen är tillagd."),
    submit=_("Lägg till"),
)
CHANGE_FUNDING = _an_edit(
    rules.CHANGE_FUNDING,
    _("Ändra finansieringen"),
    _changing_funding,
    _change,
    _("Finansieringen är ändrad."),
    crumbs=part_crumbs,
)
ADD_STAFFING = _an_edit(
    rules.ADD_STAFFING,
    _("Lägg till tjänster"),
    lambda actor, _row, data: StaffingForm(actor, data),
    _adding(actions.add_staffing),
    _("Tjänsterna är tillagda."),
    submit=_("Lägg till"),
)
CHANGE_STAFFING = _an_edit(
    rules.CHANGE_STAFFING,
    _("Ändra tjänsterna"),
    lambda actor, row, data: StaffingForm(actor, data, _now(row, StaffingForm)),
    _change,
    _("Tjänsterna är ändrade."),
    crumbs=part_crumbs,
)
ADD_PARTNER = _an_edit(
    rules.ADD_PARTNER,
    _("Lägg till den som deltar"),
    lambda actor, _row, data: PartnerForm(actor, data),
    _adding(actions.add_partner),
    _("Den är tillagd."),
    lead=_("Den som deltar utan att ansvara: polis, region, förening eller bostadsbolag."),
    submit=_("Lägg till"),
)
CHANGE_PARTNER = _an_edit(
    rules.CHANGE_PARTNER,
    _("Ändra den som deltar"),
    lambda actor, row, data: PartnerForm(actor, data, _now(row, PartnerForm)),
    _change,
    _("Det är ändrat."),
    crumbs=part_crumbs,
)
ADD_BELONGING = _an_edit(
    rules.ADD_BELONGING,
    _("Koppla till avtal, plan eller forum"),
    lambda actor, _row, data: BelongingForm(actor, data),
    _adding(actions.add_belonging),
    _("Kopplingen är sparad."),
    lead=_("Välj ett av dem. Lägg till fler kopplingar en i taget."),
    submit=_("Koppla"),
)


def _remove(request: Request, part: Any) -> HttpResponse:
    there = address_of(part)
    actions.remove_part(part, actor=request.actor)
    return redirect(there)


@command(rules.CHANGE_FUNDING)
def remove_funding(request: Request, funding: Funding, /) -> HttpResponse:
    return _remove(request, funding)


@command(rules.CHANGE_STAFFING)
def remove_staffing(request: Request, staffing: Staffing, /) -> HttpResponse:
    return _remove(request, staffing)


@command(rules.CHANGE_PARTNER)
def remove_partner(request: Request, partner: Partner, /) -> HttpResponse:
    return _remove(request, partner)


@command(rules.REMOVE_BELONGING)
def remove_belonging(request: Request, belonging: Belonging, /) -> HttpResponse:
    return _remove(request, belonging)
