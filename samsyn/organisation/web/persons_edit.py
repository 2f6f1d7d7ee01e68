"""The forms by which persons are added and corrected, let in and given roles."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access import api as access
from samsyn.access.api import Actor, Assignment, Edit, Municipality, Request, Role, command
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import ContactPoint, Person
from samsyn.organisation.web.addresses import address_of, person_crumbs, persons_crumbs
from samsyn.organisation.web.bodies_edit import add_contact
from samsyn.organisation.web.forms import ContactForm
from samsyn.pages.api import fields


class PersonForm(forms.Form):
    given_name = fields.one_line(_("Förnamn"))
    family_name = fields.one_line(_("Efternamn"))


class AccountForm(forms.Form):
    email = forms.EmailField(
        label=_("E-postadress"),
        max_length=254,
        help_text=_("Personen loggar in med den. Ett brev med en länk skickas dit."),
    )


class RoleForm(forms.Form):
    role = fields.choice(_("Roll"), Role.choices)
    body = fields.choice(_("Gäller i"), empty=_("Hela kommunen"))
    starts_on = fields.day(_("Från och med"))
    ends_on = fields.last_day(_("Till och med"), help_text=_("Tomt är tills vidare."))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"starts_on": actor.today})
        body = self.fields["body"]
        body.choices = [*body.choices, *queries.possible_parents(actor)]  # type: ignore[attr-defined]


def _create(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    return address_of(actions.create_person(**form.cleaned_data, actor=actor))


def _correct(person: Person, form: forms.Form, actor: Actor) -> str:
    actions.correct_person(person, **form.cleaned_data, actor=actor)
    return address_of(person)


def _named(actor: Actor, person: Person, data: Any) -> PersonForm:
    del actor
    names = ("given_name", "family_name")
    return PersonForm(data, initial={name: getattr(person, name) for name in names})


def _let_in(person: Person, form: forms.Form, actor: Actor) -> str:
    account = access.let_sign_in(person.pk, form.cleaned_data["email"], actor=actor)
    access.invite(account, person.municipality)
    return address_of(person)


def _grant(person: Person, form: forms.Form, actor: Actor) -> str:
    account = access.account_of_person(actor, person.pk)
    if account is None:
        raise access.NoAccountError(gettext("Ge personen ett konto först."))
    answers = form.cleaned_data
    access.grant_role(
        account,
        Role(answers["role"]),
        body_id=answers["body"] or None,
        starts_on=answers["starts_on"],
        ends_on=answers["ends_on"],
        actor=actor,
    )
    return address_of(person)


CREATE = Edit(
    action=rules.CREATE_PERSON,
    title=_("Lägg till person"),
    lead=_("Bara den som arbetar eller är förtroendevald. Skriv aldrig in ett barn här."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: PersonForm(data),
    act=_create,
    crumbs=persons_crumbs,
    done=_("Personen är tillagd."),
)
CORRECT = Edit(
    action=rules.CORRECT_PERSON,
    title=_("Rätta namnet"),
    submit=_("Spara"),
    form=_named,
    act=_correct,
    crumbs=person_crumbs,
    done=_("Namnet är rättat."),
)
LET_SIGN_IN = Edit(
    action=rules.LET_SIGN_IN,
    title=_("Ge personen ett konto"),
    submit=_("Skicka inbjudan"),
    form=lambda _actor, _row, data: AccountForm(data),
    act=_let_in,
    crumbs=person_crumbs,
    done=_("Inbjudan är skickad. Ge personen en roll, annars öppnar kontot ingenting."),
)
GRANT_ROLE = Edit(
    action=rules.GRANT_ROLE,
    title=_("Ge personen en roll"),
    lead=_("Rollen upphör av sig själv efter den sista dagen."),
    submit=_("Ge rollen"),
    form=lambda actor, _row, data: RoleForm(actor, data),
    act=_grant,
    crumbs=person_crumbs,
    done=_("Personen har fått rollen."),
)
ADD_CONTACT = Edit(
    action=rules.ADD_CONTACT_TO_PERSON,
    title=_("Lägg till kontaktuppgift"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: ContactForm(data),
    act=add_contact,
    crumbs=person_crumbs,
    done=_("Kontaktuppgiften är tillagd."),
)


@command(rules.END_ROLE)
def end_role(request: Request, assignment: Assignment, /) -> HttpResponse:
    access.end_role(assignment, actor=request.actor)
    messages.success(request, gettext("Rollen är avslutad."))
    person_id = access.person_of(assignment)
    return (
        redirect("organisation:person", person_id)
        if person_id
        else redirect("organisation:accounts")
    )


@command(rules.STOP_SIGN_IN)
def stop_sign_in(request: Request, person: Person, /) -> HttpResponse:
    access.stop_sign_in(person.pk, actor=request.actor)
    messages.success(request, gettext("Personen har inget konto längre."))
    return redirect(address_of(person))


@command(rules.REMOVE_CONTACT)
def remove_contact(request: Request, contact: ContactPoint, /) -> HttpResponse:
    owner = contact.body or contact.position or contact.person
    actions.remove_contact(contact, actor=request.actor)
    messages.success(request, gettext("Kontaktuppgiften är borttagen."))
    return redirect(address_of(owner) if owner else "/")
