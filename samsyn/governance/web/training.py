"""The register of who has been taught what: each function that a document is about."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samsyn.access.api import Municipality, Request, page, register_page
from samsyn.governance.domain.teaching import Taught
from samsyn.governance.models import DocumentKind
from samsyn.governance.queries.training import training
from samsyn.governance.rules.documents import READ_DOCUMENTS
from samsyn.governance.web.agreement_addresses import position_url
from samsyn.governance.web.document_addresses import coverage_crumbs, document_url
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag, formats

_STATES: Mapping[Taught, tuple[Promise, str]] = {
    Taught.GIVEN: (pgettext_lazy("utbildning", "har utbildats"), "success"),
    Taught.UNCLEAR: (pgettext_lazy("utbildning", "oklart för vilka"), "warning"),
    Taught.BEFORE: (pgettext_lazy("utbildning", "bara före ändringen"), "warning"),
    Taught.NONE: (pgettext_lazy("utbildning", "ingen utbildning"), "danger"),
}


def _state(row: Any) -> Cell:
    word, color = _STATES[Taught(row.state)]
    return Cell(tags=(Tag(word, color),))


def _last(row: Any) -> Cell:
    """The last day that counts; otherwise what there is beside it."""
    if row.given_on or not (row.others_on or row.given_before):
        return Cell(row.given_on)
    return Cell(None, note=formats.short_day(row.others_on or row.given_before))


COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "dokument",
        gettext_lazy("Dokument"),
        lambda row: Cell(row.document.title, url=document_url(row.document_id)),
        ("document__title_key", "position__title_key"),
        width=50,
    ),
    Column(
        "slag",
        gettext_lazy("Slag"),
        lambda row: Cell(row.document.get_kind_display()),
        ("document__kind",),
    ),
    Column(
        "funktion",
        gettext_lazy("Funktion"),
        lambda row: Cell(row.position.title, url=position_url(row.position_id), note=row.body_name),
        ("position__title_key",),
        width=36,
    ),
    Column("lydelse", gettext_lazy("Lyder så sedan"), lambda row: Cell(row.since), ("since",)),
    Column("laget", gettext_lazy("Läget"), _state, ("state",)),
    Column("senast", gettext_lazy("Senaste utbildningen"), _last, ("given_on",)),
    Column(
        "deltog",
        gettext_lazy("Deltog"),
        lambda row: Cell(row.taught),
        ("taught",),
        is_number=True,
    ),
)


def _holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(document__title__icontains=words)


def _of_function(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(position__title__icontains=words)


def _standing(rows: QuerySet[Any], state: str) -> QuerySet[Any]:
    return rows.filter(state=state)


def _of_kind(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
    return rows.filter(document__kind=kind)


FILTERS: tuple[Filter[Any], ...] = (
    Filter("dokument", gettext_lazy("Dokumentets titel innehåller"), _holding),
    Filter("funktion", gettext_lazy("Funktionens titel innehåller"), _of_function),
    Filter("slag", gettext_lazy("Slag"), _of_kind, tuple(DocumentKind.choices)),
    Filter(
        "laget",
        gettext_lazy("Läget"),
        _standing,
        tuple((state.value, word) for state, (word, _color) in _STATES.items()),
    ),
)


@page(READ_DOCUMENTS)
def trained(request: Request, municipality: Municipality, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        training(request.actor),
        COLUMNS,
        _("Utbildning"),
        default_sort="dokument",
        filters=FILTERS,
        file_name="utbildning",
        empty=Empty(
            _("Här står vilka funktioner som har utbildats i de dokument som rör dem."),
            _("Till exempel rektorerna i rutinen för orosanmälan, sedan den ändrades."),
        ),
    )
    lead = _(
        "Varje funktion som ett dokument rör, och om den har utbildats sedan dokumentet lyder som "
        "det gör."
    )
    above = coverage_crumbs(request.actor, municipality)
    return register_page(request, listing, _("Utbildning i rutiner"), lead=lead, above=above)
