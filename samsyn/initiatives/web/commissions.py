"""The register of what is ordered under agreements: how much has come, and what it makes."""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Municipality, Request, page, register_page
from samsyn.governance.api import agreement_choices
from samsyn.initiatives.queries import activities as queries
from samsyn.initiatives.rules.portfolio import READ_INITIATIVES
from samsyn.initiatives.web.addresses import body_url, initiative_url, initiatives_crumbs
from samsyn.initiatives.web.tabs import tabs
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, page_url

_NOTHING = (("", ""),)  # a filter without choices would take any words
_LEFT = "kvar"

_COLUMNS: tuple[Column[Any], ...] = (
    Column("vad", gettext_lazy("Vad"), lambda row: Cell(row.what), ("what",), width=30),
    Column(
        "organ",
        gettext_lazy("Av vem"),
        lambda row: Cell(row.body_name, url=body_url(row.body_id)),
        ("body_name",),
        width=30,
    ),
    Column(
        "avtal",
        gettext_lazy("Avtal"),
        lambda row: Cell(
            row.agreement.title, url=page_url("governance:agreement", row.agreement_id)
        ),
        ("agreement__title",),
        width=36,
    ),
    Column(
        "insats",
        gettext_lazy("Insats"),
        lambda row: Cell(row.initiative.title, url=f"{initiative_url(row.initiative_id)}#bestallt"),
        ("initiative__title_key",),
        width=36,
    ),
    Column("ar", gettext_lazy("År"), lambda row: Cell(str(row.year or "")), ("year",), width=8),
    Column(
        "bestallt",
        gettext_lazy("Beställt"),
        lambda row: Cell(row.ordered),
        ("ordered",),
        is_number=True,
    ),
    Column(
        "levererat",
        gettext_lazy("Levererat"),
        lambda row: Cell(row.came),
        ("came",),
        is_number=True,
    ),
    Column(
        "inte",
        gettext_lazy("Blev inte av"),
        lambda row: Cell(row.missed),
        ("missed",),
        is_number=True,
    ),
    Column(
        "kronor", gettext_lazy("Kronor"), lambda row: Cell(row.total), ("total",), is_number=True
    ),
    Column("fran", gettext_lazy("Första"), lambda row: Cell(row.first_on), ("first_on",), width=12),
    Column("till", gettext_lazy("Senaste"), lambda row: Cell(row.last_on), ("last_on",), width=12),
)


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    def left(rows: QuerySet[Any], _answer: str) -> QuerySet[Any]:
        return rows.filter(Q(ordered__gt=F("came") + F("missed")))

    return (
        Filter(
            "vad",
            gettext_lazy("Vad innehåller"),
            lambda rows, said: rows.filter(what__icontains=said),
        ),
        Filter(
            "organ",
            gettext_lazy("Av vem"),
            lambda rows, pk: rows.filter(body=pk),
            tuple(queries.commissioned_bodies(actor)) or _NOTHING,
        ),
        Filter(
            "avtal",
            gettext_lazy("Avtal"),
            lambda rows, pk: rows.filter(agreement=pk),
            tuple(agreement_choices(actor)) or _NOTHING,
        ),
        Filter(
            "ar",
            gettext_lazy("År"),
            lambda rows, year: rows.filter(year=int(year)),
            tuple((str(year), str(year)) for year in queries.commissioned_years(actor)) or _NOTHING,
        ),
        Filter("visa", gettext_lazy("Visa"), left, ((_LEFT, gettext_lazy("bara med något kvar")),)),
    )


@page(READ_INITIATIVES)
def commissions(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    listing = Listing(
        request.GET,
        queries.commissions_in_money(actor),
        _COLUMNS,
        _("Beställningar"),
        default_sort="-ar",
        filters=_filters(actor),
        file_name="bestallningar",
        empty=Empty(
            _("Här står vad som beställs av föreningar och andra enligt avtal, och vad som kom."),
            _("Till exempel trygghetsvandringar, 20 gånger under året."),
        ),
    )
    lead = _(
        "Allt som beställs enligt avtal. Kronor är det som har levererats, "
        "där det står vad en gång kostar."
    )
    return register_page(
        request,
        listing,
        _("Beställningar"),
        lead=lead,
        tabs=tabs("commissions"),
        above=initiatives_crumbs(actor, municipality),
    )
