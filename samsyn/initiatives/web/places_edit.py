"""The forms for methods, venues, and what is offered there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.governance.api import body_choices
from samsyn.initiatives.actions import places as actions
from samsyn.initiatives.models import Evidence, Method, Service, Venue
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.addresses import (
    method_crumbs,
    method_url,
    methods_crumbs,
    service_crumbs,
    venue_crumbs,
    venue_url,
    venues_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_MOST_DAYS = 7


class MethodForm(forms.Form):
    name = fields.one_line(_("Namn"))
    what = long_text(_("Vad det är"))
    evidence = fields.choice(_("Stöd i forskning"), Evidence.choices)
    evidence_says = long_text(_("Vad man vet"), help_text=_("Vilka studier, och för vilka barn."))
    licence = long_text(
        _("Vem som får använda den"), help_text=_("Licens, kostnad och utbildning som krävs.")
    )
    url = fields.one_line(_("Adress"), required=False, help_text=_("Börjar med https://."))


class VenueForm(forms.Form):
    name = fields.one_line(_("Namn"))
    what = long_text(_("Vad det är"))
    address = fields.one_line(_("Adress"), required=False)
    area = fields.choice(_("Del av kommunen"), empty=_("Inte angivet"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, area=organisation.area_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        return {"area_id": fields.chosen(answers.pop("area")), **answers}


class OfferForm(forms.Form):
    what = fields.one_line(_("Vad erbjuds"), help_text=_("Till exempel öppen förskola."))
    days_a_week = forms.DecimalField(
        label=_("Dagar i veckan"),
        required=False,
        min_value=0,
        max_value=_MOST_DAYS,
        max_digits=3,
        decimal_places=2,
        localize=True,
    )
    hours = fields.one_line(_("Tider"), required=False)
    body = fields.choice(_("Vem erbjuder det"), empty=_("Inte angivet"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, body=body_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        return {"body_id": fields.chosen(answers.pop("body")), **answers}


class NewServiceForm(OfferForm):
    starts_on = fields.day(_("Från och med"), required=False)
    ends_on = fields.last_day(_("Till och med"))


class ChangeServiceForm(OfferForm):
    from_on = fields.day(
        _("Gäller från och med"),
        required=False,
        help_text=_("Hur det var före dagen står kvar. Lämna tomt om du rättar ett fel."),
    )


def _add_method(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    return method_url(actions.add_method(form.cleaned_data, actor=actor).pk)


def _change_method(method: Method, form: forms.Form, actor: Actor) -> str:
    actions.change_method(method, form.cleaned_data, actor=actor)
    return method_url(method.pk)


def _add_venue(_municipality: Municipality, form: VenueForm, actor: Actor) -> str:
    return venue_url(actions.add_venue(form.told(), actor=actor).pk)


def _change_venue(venue: Venue, form: VenueForm, actor: Actor) -> str:
    actions.change_venue(venue, form.told(), actor=actor)
    return venue_url(venue.pk)


def _offer(venue: Venue, form: NewServiceForm, actor: Actor) -> str:
    actions.offer_service(venue, form.told(), actor=actor)
    return venue_url(venue.pk)


def _change_service(service: Service, form: ChangeServiceForm, actor: Actor) -> str:
    told = form.told()
    actions.change_service(service, told, told.pop("from_on"), actor=actor)
    return venue_url(service.venue_id)


def _now(row: Any, form: type[forms.Form]) -> dict[str, Any]:
    chosen = {"area", "body"}
    return {
        name: str(getattr(row, f"{name}_id") or "") if name in chosen else getattr(row, name, None)
        for name in form.base_fields
    }


ADD_METHOD = Edit(
    action=rules.ADD_METHOD,
    title=_("Lägg till metod"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: MethodForm(data, initial={"evidence": Evidence.UNKNOWN}),
    act=_add_method,
    crumbs=methods_crumbs,
    done=_("Metoden är tillagd."),
)
CHANGE_METHOD = Edit(
    action=rules.CHANGE_METHOD,
    title=_("Ändra metoden"),
    submit=_("Spara"),
    form=lambda _actor, row, data: MethodForm(data, initial=_now(row, MethodForm)),
    act=_change_method,
    crumbs=method_crumbs,
    done=_("Metoden är ändrad."),
)
ADD_VENUE = Edit(
    action=rules.ADD_VENUE,
    title=_("Lägg till plats"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: VenueForm(actor, data),
    act=_add_venue,
    crumbs=venues_crumbs,
    done=_("Platsen är tillagd."),
)
CHANGE_VENUE = Edit(
    action=rules.CHANGE_VENUE,
    title=_("Ändra platsen"),
    submit=_("Spara"),
    form=lambda actor, row, data: VenueForm(actor, data, _now(row, VenueForm)),
    act=_change_venue,
    crumbs=venue_crumbs,
    done=_("Platsen är ändrad."),
)
OFFER = Edit(
    action=rules.OFFER_SERVICE,
    title=_("Lägg till vad som erbjuds"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: NewServiceForm(actor, data),
    act=_offer,
    crumbs=venue_crumbs,
    done=_("Det är tillagt."),
)
CHANGE_SERVICE = Edit(
    action=rules.CHANGE_SERVICE,
    title=_("Ändra vad som erbjuds"),
    submit=_("Spara"),
    form=lambda actor, row, data: ChangeServiceForm(actor, data, _now(row, ChangeServiceForm)),
    act=_change_service,
    crumbs=service_crumbs,
    done=_("Det är ändrat."),
)
