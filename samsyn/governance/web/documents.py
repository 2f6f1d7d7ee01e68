"""The register of governing documents."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Button, Municipality, Request, page, register_page
from samsyn.forums.api import queries as forums
from samsyn.governance.domain.status import Status
from samsyn.governance.models import DocumentKind
from samsyn.governance.queries import documents as queries
from samsyn.governance.queries.document_status import not_over
from samsyn.governance.rules import documents as rules
from samsyn.governance.web.document_addresses import document_url
from samsyn.governance.web.told import STATUSES, owned_by, ownership_tags, status_tag
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing

_PROCEDURES = "rutiner"
PROCEDURES = (DocumentKind.ROUTINE, DocumentKind.PROCESS, DocumentKind.ROLE)
_SHOW, _ALL = "visa", "alla"
_OVER = (Status.REPLACED, Status.ENDED)


def _columns(request: Request) -> tuple[Column[Any], ...]:
    def owner(row: Any) -> Cell:
        name = row.owner_title or row.owner_forum_name or ""
        note = row.owner_body if row.owner_title else ""
        tags = ownership_tags(owned_by(row, request.actor.today))
        return Cell(name, tags=tags, note=note or "")

    def review(row: Any) -> Cell:
        late = row.review_on and row.review_on < request.actor.today and row.status not in _OVER
        return Cell(row.review_on, note=_("försenad") if late else "")

    return (
        Column(
            "titel",
            gettext_lazy("Titel"),
            lambda row: Cell(row.title, url=document_url(row.pk)),
            ("title_key",),
            width=50,
        ),
        Column("status", gettext_lazy("Status"), _status, ("status",)),
        Column("agare", gettext_lazy("Ägare"), owner, ("owner_title",), width=30),
        Column("oversyn", gettext_lazy("Nästa översyn"), review, ("review_on",)),
        Column("slag", gettext_lazy("Slag"), _kind, ("kind",)),
        Column(
            "beslutande",
            gettext_lazy("Beslutat av"),
            lambda row: Cell(row.decided_by, note=_("forum") if row.deciding_forum_id else ""),
            ("decided_by",),
            width=30,
        ),
        Column("beslut", gettext_lazy("Beslutat"), lambda row: Cell(row.decided), ("decided",)),
        Column(
            "diarienummer",
            gettext_lazy("Diarienummer"),
            lambda row: Cell(row.registry_number),
            ("registry_number",),
            width=18,
        ),
        Column("galler", gettext_lazy("Gäller för"), lambda row: Cell(row.applies_to), width=30),
    )


def _status(row: Any) -> Cell:
    return Cell(tags=(status_tag(row),))


def _kind(row: Any) -> Cell:
    return Cell(DocumentKind(row.kind).label)


def _filters(request: Request) -> tuple[Filter[Any], ...]:
    actor = request.actor

    def of_kind(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
        return rows.filter(kind__in=PROCEDURES) if kind == _PROCEDURES else rows.filter(kind=kind)

    kinds = ((_PROCEDURES, gettext_lazy("rutiner och processer")), *DocumentKind.choices)
    statuses = tuple((status.value, word) for status, (word, _color) in STATUSES.items())
    return (
        Filter("ord", gettext_lazy("Innehåller orden"), queries.holding),
        Filter("slag", gettext_lazy("Slag"), of_kind, kinds),
        Filter(
            "status", gettext_lazy("Status"), lambda rows, said: rows.filter(status=said), statuses
        ),
        Filter(
            "ansvarig",
            gettext_lazy("Ansvarig eller beslutande"),
            queries.of_body,
            tuple(queries.responsible_choices(actor)),
        ),
        Filter(
            "forum",
            gettext_lazy("Rör forumet"),
            lambda rows, pk: queries.about_forum(rows, actor, pk),
            tuple(forums.forum_choices(actor)),
        ),
        Filter(
            "agare",
            gettext_lazy("Ägare"),
            lambda rows, _said: queries.ownerless(rows, actor),
            (("saknas", gettext_lazy("saknas eller är vakant")),),
        ),
        Filter(
            _SHOW,
            gettext_lazy("Visa"),
            lambda rows, _said: rows,
            ((_ALL, gettext_lazy("också det som inte längre gäller")),),
        ),
    )


def _rows(request: Request) -> QuerySet[Any]:
    """What is or should be in use, unless the rest is asked for."""
    rows = queries.documents(request.actor)
    asked = request.GET
    if asked.get(_SHOW) == _ALL or asked.get("status") in set(_OVER):
        return rows
    return not_over(rows, request.actor)


@page(rules.READ_DOCUMENTS)
def documents(request: Request, municipality: Municipality, /) -> HttpResponse:
    may_add = rules.CREATE_DOCUMENT.name in request.permitted_here
    new = reverse("governance:create-document")
    listing = Listing(
        request.GET,
        _rows(request),
        _columns(request),
        _("Styrdokument"),
        default_sort="titel",
        filters=_filters(request),
        file_name="styrdokument",
        empty=Empty(
            _(
                "Här står planer, riktlinjer och rutiner: vem som har beslutat dem, vem som äger "
                "dem och när de ska ses över."
            ),
            _("Till exempel handlingsplanen för skolnärvaro eller rutinen för orosanmälan."),
            _("Lägg till det första dokumentet") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _(
        "Det som %(place)s styrs av i samverkan: vem som beslutade, vem som äger och när det "
        "ses över."
    )
    buttons = [Button(_("Lägg till styrdokument"), new)] if may_add else []
    return register_page(
        request,
        listing,
        _("Styrdokument"),
        lead=lead % {"place": municipality},
        buttons=buttons,
    )
