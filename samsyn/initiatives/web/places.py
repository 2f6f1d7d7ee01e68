"""The registers of methods and venues, and the page of each."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Button, Municipality, Request, allowed, page, register_page
from samsyn.initiatives.models import Evidence, Method, Venue
from samsyn.initiatives.queries import places as queries
from samsyn.initiatives.queries import portfolio
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.addresses import (
    method_url,
    methods_crumbs,
    venue_url,
    venues_crumbs,
)
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, formats
from samsyn.sources import api as sources

METHOD_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "metod",
        gettext_lazy("Metod"),
        lambda row: Cell(row.name, url=method_url(row.pk)),
        ("name_key",),
        width=44,
    ),
    Column(
        "stod",
        gettext_lazy("Stöd i forskning"),
        lambda row: Cell(Evidence(row.evidence).label),
        ("evidence",),
        width=30,
    ),
    Column(
        "anvands",
        gettext_lazy("Används i"),
        lambda row: Cell(row.used),
        ("used",),
        is_number=True,
    ),
)
VENUE_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "plats",
        gettext_lazy("Plats"),
        lambda row: Cell(row.name, url=venue_url(row.pk)),
        ("name_key",),
        width=44,
    ),
    Column(
        "omrade",
        gettext_lazy("Del av kommunen"),
        lambda row: Cell(row.area.name if row.area else ""),
    ),
    Column("adress", gettext_lazy("Adress"), lambda row: Cell(row.address), width=30),
    Column(
        "insatser", gettext_lazy("Insatser"), lambda row: Cell(row.used), ("used",), is_number=True
    ),
)


def _named(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(name__icontains=words)


@page(rules.READ_METHODS)
def methods(request: Request, _municipality: Municipality, /) -> HttpResponse:
    may_add = rules.ADD_METHOD.name in request.permitted_here
    new = reverse("initiatives:add-method")
    listing = Listing(
        request.GET,
        queries.methods(request.actor),
        METHOD_COLUMNS,
        _("Metoder"),
        default_sort="metod",
        filters=(
            Filter("metod", gettext_lazy("Namn innehåller"), _named),
            Filter(
                "stod",
                gettext_lazy("Stöd i forskning"),
                lambda rows, answer: rows.filter(evidence=answer),
                tuple(Evidence.choices),
            ),
        ),
        file_name="metoder",
        empty=Empty(
            _("Här står metoder och program som insatserna använder, och vad man vet om dem."),
            _("Till exempel ABC eller Signs of Safety."),
            _("Lägg till den första metoden") if may_add else "",
            new if may_add else "",
        ),
    )
    buttons = [Button(_("Lägg till metod"), new)] if may_add else []
    return register_page(request, listing, _("Metoder"), buttons=buttons)


@page(rules.READ_METHOD)
def method(request: Request, found: Method, /) -> HttpResponse:
    actor = request.actor
    may = allowed(actor, found, (rules.CHANGE_METHOD, rules.CITE_METHOD))
    context = {
        "row": found,
        "facts": [
            Fact(_("Vad det är"), found.what),
            Fact(_("Stöd i forskning"), str(found.get_evidence_display())),
            Fact(_("Vad man vet"), found.evidence_says),
            Fact(_("Vem som får använda den"), found.licence),
            *([Fact(_("Läs mer"), found.url, found.url)] if found.url else []),
        ],
        "initiatives": list(portfolio.initiatives(actor).filter(method=found)),
        "may": may,
        "sources": sources.sources_of(actor, [found.pk], lambda _citation: ""),
        "cite_url": reverse("initiatives:cite-method", args=[found.pk]),
        "breadcrumbs": [*methods_crumbs(actor, found), Crumb(found.name)],
    }
    return render(request, "initiatives/method.html", context)


@page(rules.READ_VENUES)
def venues(request: Request, _municipality: Municipality, /) -> HttpResponse:
    may_add = rules.ADD_VENUE.name in request.permitted_here
    new = reverse("initiatives:add-venue")
    listing = Listing(
        request.GET,
        queries.venues(request.actor),
        VENUE_COLUMNS,
        _("Platser"),
        default_sort="plats",
        filters=(Filter("plats", gettext_lazy("Namn innehåller"), _named),),
        file_name="platser",
        empty=Empty(
            _("Här står platser dit barn, unga och familjer kommer, och vad som erbjuds där."),
            _("Till exempel ett familjens hus med öppen förskola fyra dagar i veckan."),
            _("Lägg till den första platsen") if may_add else "",
            new if may_add else "",
        ),
    )
    buttons = [Button(_("Lägg till plats"), new)] if may_add else []
    return register_page(request, listing, _("Platser"), buttons=buttons)


@page(rules.READ_VENUE)
def venue(request: Request, found: Venue, /) -> HttpResponse:
    actor = request.actor
    may = allowed(actor, found, (rules.CHANGE_VENUE, rules.OFFER_SERVICE, rules.CITE_VENUE))
    offered = list(queries.services(actor, found.pk))
    for each in offered:
        each.is_now = actor.today in each.period
        each.days = formats.short(each.days_a_week) if each.days_a_week else ""
    context = {
        "row": found,
        "facts": [
            Fact(_("Vad det är"), found.what),
            Fact(_("Adress"), found.address),
            Fact(_("Del av kommunen"), found.area.name if found.area else ""),
        ],
        "services": offered,
        "initiatives": list(portfolio.initiatives(actor).filter(venue=found)),
        "may": may,
        "sources": sources.sources_of(
            actor, queries.venue_and_services(actor, found.pk), lambda _citation: ""
        ),
        "cite_url": reverse("initiatives:cite-venue", args=[found.pk]),
        "breadcrumbs": [*venues_crumbs(actor, found), Crumb(found.name)],
    }
    return render(request, "initiatives/venue.html", context)
