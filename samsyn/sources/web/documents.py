"""The register of records, and the page of one with all that rests on it."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Button,
    Municipality,
    Request,
    page,
    permitted,
    register_page,
    trace_export,
)
from samsyn.pages.api import (
    Cell,
    Column,
    Crumb,
    Empty,
    Fact,
    Filter,
    Listing,
    formats,
    list_page,
)
from samsyn.sources import queries, rules
from samsyn.sources.kinds import Thing, registered
from samsyn.sources.models import Citation, SourceDocument


def address_of(document: SourceDocument) -> str:
    return reverse("sources:document", args=[document.pk])


def documents_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Källor"), reverse("sources:documents"))]


def document_crumbs(actor: Actor, document: SourceDocument) -> list[Crumb]:
    return [*documents_crumbs(actor, document), Crumb(document.title, address_of(document))]


DOCUMENT_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "titel",
        gettext_lazy("Titel"),
        lambda document: Cell(document.title, url=address_of(document)),
        ("title_key",),
        width=50,
    ),
    Column("nummer", gettext_lazy("Nummer"), lambda document: Cell(document.number), ("number",)),
    Column(
        "utgivare",
        gettext_lazy("Utgivare"),
        lambda document: Cell(document.publisher),
        ("publisher",),
        width=36,
    ),
    Column("datum", gettext_lazy("Datum"), lambda document: Cell(document.dated_on), ("dated_on",)),
    Column(
        "antal",
        gettext_lazy("Hänvisningar"),
        lambda document: Cell(document.citations_now),
        ("citations_now",),
        is_number=True,
    ),
)


def _holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(
        Q(title__icontains=words) | Q(number__icontains=words) | Q(publisher__icontains=words)
    )


@page(rules.READ_DOCUMENTS)
def documents(request: Request, _municipality: Municipality, /) -> HttpResponse:
    may_add = rules.KEEP_DOCUMENTS.name in request.permitted_here
    new = reverse("sources:create-document")
    listing = Listing(
        request.GET,
        queries.documents(request.actor),
        DOCUMENT_COLUMNS,
        _("Källor"),
        default_sort="titel",
        filters=(Filter("ord", gettext_lazy("Titel, nummer eller utgivare innehåller"), _holding),),
        file_name="kallor",
        empty=Empty(
            _("Här står de handlingar som uppgifterna i Samsyn kommer från."),
            _("Till exempel nämndens verksamhetsberättelse eller ett beslut i fullmäktige."),
            _("Lägg till den första handlingen") if may_add else "",
            new if may_add else "",
        ),
    )
    return register_page(
        request,
        listing,
        _("Källor"),
        lead=_("De handlingar som uppgifterna i Samsyn kommer från."),
        buttons=[Button(_("Lägg till handling"), new)] if may_add else [],
    )


@page(rules.READ_DOCUMENT)
def document(request: Request, found: SourceDocument, /) -> HttpResponse:
    listing = _resting_on(request, found)
    trace_export(request, listing)
    context = {
        "document": found,
        "facts": _facts(found),
        "may_describe": bool(permitted(request.actor, found, [rules.DESCRIBE_DOCUMENT])),
        "breadcrumbs": [*documents_crumbs(request.actor, found), Crumb(found.title)],
    }
    return list_page(request, "sources/document.html", listing, context)


def _facts(found: SourceDocument) -> list[Fact]:
    return [
        Fact(_("Diarienummer"), found.number),
        Fact(_("Utgivare"), found.publisher),
        Fact(_("Datum"), formats.long_day(found.dated_on) if found.dated_on else ""),
        Fact(_("Finns på webben"), found.url, found.url),
    ]


def _resting_on(request: Request, found: SourceDocument) -> Listing[Any]:
    @cache
    def things() -> Mapping[UUID, Thing]:
        return queries.things_of(request.actor, _shown(listing))

    listing: Listing[Any] = Listing(
        request.GET,
        queries.cited_in(request.actor, found),
        _citation_columns(things),
        _("Det här vilar på handlingen"),
        default_sort="slag",
        filters=(
            Filter(
                "slag",
                gettext_lazy("Slag"),
                lambda rows, kind: rows.filter(object_type=kind),
                tuple((name, kind.label) for name, kind in registered().items()),
            ),
        ),
        file_name="vilar-pa-handlingen",
        empty=Empty(_("Här står det i Samsyn som vilar på handlingen.")),
    )
    return listing


def _shown(listing: Listing[Any]) -> QuerySet[Any]:
    if listing.export:
        return listing.found
    return listing.found[listing.pages.first_row : listing.pages.end_row]


def _citation_columns(things: Callable[[], Mapping[UUID, Thing]]) -> tuple[Column[Any], ...]:
    def thing(citation: Citation) -> Cell:
        found = things().get(citation.object_id)
        return Cell(found.title, url=found.url) if found else Cell(_("finns inte längre"))

    return (
        Column("slag", gettext_lazy("Slag"), _kind, ("rank", "place"), width=20),
        Column("vad", gettext_lazy("Vad"), thing, width=44),
        Column("stalle", gettext_lazy("Ställe"), lambda row: Cell(row.place), ("place",)),
        Column("citat", gettext_lazy("Citat"), _quote, width=60),
    )


def _kind(citation: Citation) -> Cell:
    kind = registered().get(citation.object_type)
    return Cell(kind.label if kind else citation.object_type)


def _quote(citation: Citation) -> Cell:
    return Cell(_("”%(quote)s”") % {"quote": citation.quote} if citation.quote else None)
