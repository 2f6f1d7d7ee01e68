"""The register of functions, and the page of one with everyone who has held it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Municipality, Request, page, permitted, register_page
from samsyn.organisation import queries, rules
from samsyn.organisation.day import panels_of
from samsyn.organisation.models import AppointmentKind, Body, Office, Position
from samsyn.organisation.web.addresses import address_of, here, position_crumbs
from samsyn.organisation.web.sourced import sources_of
from samsyn.pages.api import Cell, Column, Empty, Fact, Filter, Listing, Tag


def _holders(position: Any) -> Cell:
    if not any(held.kind in queries.HOLDS for held in position.held):
        deputies = ", ".join(held.person.name for held in position.held)
        return Cell(deputies, tags=(Tag(_("vakant"), "danger"),))
    return Cell(", ".join(_holder(held) for held in position.held))


def _holder(held: Any) -> str:
    if held.kind == AppointmentKind.ORDINARY:
        return str(held.person.name)
    return f"{held.person.name} ({AppointmentKind(held.kind).label})"


POSITION_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "funktion",
        gettext_lazy("Funktion"),
        lambda position: Cell(position.title, url=address_of(position)),
        ("title_key",),
        width=36,
    ),
    Column(
        "organ",
        gettext_lazy("Organ"),
        lambda position: Cell(position.body_name, url=address_of(Body(pk=position.body_id))),
        ("body_key",),
        width=40,
    ),
    Column(
        "uppdrag",
        gettext_lazy("Förtroendeuppdrag"),
        lambda position: Cell(Office(position.office).label if position.office else None),
        ("rank",),
    ),
    Column("innehavare", gettext_lazy("Innehavare i dag"), _holders, width=40),
)


def _filters(request: Request) -> tuple[Filter[Any], ...]:
    return (
        Filter(
            "funktion",
            gettext_lazy("Funktion innehåller"),
            lambda rows, words: rows.filter(title__icontains=words),
        ),
        Filter(
            "uppdrag",
            gettext_lazy("Förtroendeuppdrag"),
            lambda rows, office: rows.filter(office=office),
            tuple(Office.choices),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            lambda rows, _answer: queries.vacant(rows, request.actor.today),
            (("vakanta", gettext_lazy("bara vakanta")),),
        ),
    )


@page(rules.READ_ORGANISATION)
def positions(request: Request, _municipality: Municipality, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        queries.positions_with_bodies(request.actor),
        POSITION_COLUMNS,
        _("Funktioner"),
        default_sort="organ",
        filters=_filters(request),
        file_name="funktioner",
        empty=Empty(
            _("Här står alla funktioner och vem som innehar dem i dag."),
            _("Till exempel ordföranden i Socialnämnden."),
        ),
    )
    lead = _("Uppgifter hör till funktioner. Personer innehar dem för en tid.")
    return register_page(request, listing, _("Funktioner"), lead=lead)


@page(rules.READ_POSITION)
def position(request: Request, found: Position, /) -> HttpResponse:
    actor = request.actor
    appointments = list(queries.appointments_to(actor, found.pk))
    crumbs = position_crumbs(actor, found)
    may = _may(request, found)
    context = {
        "position": found,
        "facts": _facts(found, crumbs[-2].label, crumbs[-2].url),
        "current": [each for each in appointments if actor.today in each.period],
        "others": [each for each in appointments if actor.today not in each.period],
        "is_vacant": not any(
            each.kind in queries.HOLDS and actor.today in each.period for each in appointments
        ),
        "exists": actor.today in found.period,
        "vacant_since": queries.vacant_since(actor, [found], actor.today).get(found.pk),
        "contacts": queries.contact_points(actor, found),
        "sources": _sources(request, found, appointments),
        "panels": panels_of(actor, found),
        "may": may,
        "may_end": "appoint" in may,
        "breadcrumbs": here(crumbs),
    }
    return render(request, "organisation/position.html", context)


def _sources(request: Request, found: Position, appointments: list[Any]) -> list[Any]:
    about = {held.pk: held.person.name for held in appointments}
    return sources_of(request.actor, [found.pk, *about], about)


def _facts(found: Position, body_name: Any, body_url: str) -> list[Fact]:
    return [
        Fact(_("Hör till"), body_name, body_url),
        Fact(_("Förtroendeuppdrag"), str(found.get_office_display()) if found.office else _("nej")),
        Fact(_("Antal innehavare"), _("en i taget") if found.is_single else _("flera")),
    ]


def _may(request: Request, found: Position) -> frozenset[str]:
    actions = [
        rules.DESCRIBE_POSITION,
        rules.END_POSITION,
        rules.APPOINT,
        rules.ADD_CONTACT_TO_POSITION,
        rules.CITE_POSITION,
    ]
    names = permitted(request.actor, found, actions)
    return frozenset(name.removeprefix("organisation.") for name in names)
