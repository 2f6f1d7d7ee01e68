"""The register of persons, and the page of one with all that she holds and has held."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Button,
    Municipality,
    Request,
    account_of_person,
    page,
    permitted,
    register_page,
)
from samsyn.organisation import queries, rules
from samsyn.organisation.models import Person
from samsyn.organisation.web.addresses import address_of, here, person_crumbs
from samsyn.organisation.web.sourced import sources_of
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag


def _name(person: Any) -> Cell:
    tags = (Tag(_("påhittad"), "info"),) if person.is_invented else ()
    return Cell(person.family_name, url=address_of(person), tags=tags)


PERSON_COLUMNS: tuple[Column[Any], ...] = (
    Column("efternamn", gettext_lazy("Efternamn"), _name, ("family_key", "given_key"), width=30),
    Column(
        "fornamn",
        gettext_lazy("Förnamn"),
        lambda person: Cell(person.given_name),
        ("given_key", "family_key"),
    ),
    Column(
        "innehar",
        gettext_lazy("Innehar i dag"),
        lambda person: Cell(", ".join(held.position.title for held in person.held)),
        width=50,
    ),
    Column(
        "antal",
        gettext_lazy("Antal funktioner"),
        lambda person: Cell(person.held_now),
        ("held_now",),
        is_number=True,
    ),
)


def _called(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return queries.called(rows, words)


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    return (
        Filter("namn", gettext_lazy("Namn innehåller"), _called),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            lambda rows, _answer: queries.holding_several(rows, actor),
            (("flera", gettext_lazy("bara de med flera funktioner")),),
        ),
    )


@page(rules.READ_ORGANISATION)
def persons(request: Request, _municipality: Municipality, /) -> HttpResponse:
    may_add = rules.CREATE_PERSON.name in request.permitted_here
    new = reverse("organisation:create-person")
    listing = Listing(
        request.GET,
        queries.persons_with_positions(request.actor),
        PERSON_COLUMNS,
        _("Personer"),
        default_sort="efternamn",
        filters=_filters(request.actor),
        file_name="personer",
        empty=Empty(
            _("Här står de som innehar eller har innehaft en funktion."),
            _("Den som slutar står kvar, så att gamla handlingar går att förstå."),
            _("Lägg till den första personen") if may_add else "",
            new if may_add else "",
        ),
    )
    buttons = [Button(_("Lägg till person"), new)] if may_add else []
    return register_page(request, listing, _("Personer"), buttons=buttons)


@page(rules.READ_PERSON)
def person(request: Request, found: Person, /) -> HttpResponse:
    actor = request.actor
    appointments = list(queries.appointments_of(actor, found.pk))
    sees_account = rules.READ_ACCOUNTS.name in request.permitted_here
    context = {
        "person": found,
        "current": [each for each in appointments if actor.today in each.period],
        "others": [each for each in appointments if actor.today not in each.period],
        "contacts": queries.contact_points(actor, found),
        "sources": _sources(request, found, appointments),
        "sees_account": sees_account,
        "account": account_of_person(actor, found.pk) if sees_account else None,
        "roles": queries.roles_of_person(actor, found.pk) if sees_account else [],
        "today": actor.today,
        "may": _may(request, found),
        "breadcrumbs": here(person_crumbs(actor, found)),
    }
    return render(request, "organisation/person.html", context)


def _sources(request: Request, found: Person, appointments: list[Any]) -> list[Any]:
    about = {held.pk: held.position.title for held in appointments}
    return sources_of(request.actor, [found.pk, *about], about)


def _may(request: Request, found: Person) -> frozenset[str]:
    actions = [
        rules.CORRECT_PERSON,
        rules.ADD_CONTACT_TO_PERSON,
        rules.CITE_PERSON,
        rules.LET_SIGN_IN,
        rules.GRANT_ROLE,
    ]
    names = permitted(request.actor, found, actions)
    return frozenset(name.removeprefix("organisation.") for name in names)
