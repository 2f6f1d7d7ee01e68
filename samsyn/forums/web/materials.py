"""The library of a forum, and each thing in it with its versions."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Request, page, permitted, trace_export
from samsyn.forums import queries, rules
from samsyn.forums.models import Forum, Material, MaterialKind, MaterialVersion
from samsyn.forums.rules import READ_FORUM
from samsyn.forums.web.addresses import forum_crumbs
from samsyn.pages.api import (
    Cell,
    Column,
    Crumb,
    Empty,
    Fact,
    Filter,
    Listing,
    Tag,
    formats,
    list_page,
)

_RETIRED = "alla"
_MILLION = 1_000_000


def materials_url(forum: Forum) -> str:
    return reverse("forums:materials", args=[forum.pk])


def material_url(material: Material) -> str:
    return reverse("forums:material", args=[material.pk])


def materials_crumbs(actor: Actor, forum: Forum) -> list[Crumb]:
    return [*forum_crumbs(actor, forum), Crumb(_("Material"), materials_url(forum))]


def material_crumbs(actor: Actor, material: Material) -> list[Crumb]:
    here = Crumb(material.title, material_url(material))
    return [*materials_crumbs(actor, material.forum), here]


def size_in_words(size: int) -> str:
    """How large a file is, as people say it."""
    if size < _MILLION:
        return _("%(number)s kB") % {"number": -(-size // 1000)}
    return _("%(number)s MB") % {"number": formats.number(size / _MILLION, 1)}


def _title(row: Any) -> Cell:
    tags = (Tag(_("ur bruk"), "neutral"),) if row.retired_on else ()
    return Cell(row.title, url=material_url(row), tags=tags)


MATERIAL_COLUMNS: tuple[Column[Any], ...] = (
    Column("titel", gettext_lazy("Titel"), _title, ("title",), width=44),
    Column("slag", gettext_lazy("Slag"), lambda row: Cell(MaterialKind(row.kind).label), ("kind",)),
    Column("for", gettext_lazy("För vem"), lambda row: Cell(row.for_whom), ("for_whom",), width=30),
    Column("version", gettext_lazy("Version"), lambda row: Cell(row.version), is_number=True),
    Column(
        "tillagd",
        gettext_lazy("Senaste filen"),
        lambda row: Cell(row.added_at and formats.local_moment(row.added_at).date()),
        ("added_at",),
    ),
)


def _filters(request: Request) -> tuple[Filter[Any], ...]:
    def holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return queries.with_words(rows, request.actor, words)

    return (
        Filter("ord", gettext_lazy("Innehåller orden"), holding),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(MaterialKind.choices),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            lambda rows, _answer: rows,
            ((_RETIRED, gettext_lazy("också det som är ur bruk")),),
        ),
    )


@page(READ_FORUM)
def materials(request: Request, forum: Forum, /) -> HttpResponse:
    may_add = bool(permitted(request.actor, forum, [rules.ADD_MATERIAL]))
    new = reverse("forums:add-material", args=[forum.pk])
    listing = Listing(
        request.GET,
        _rows(request, forum),
        MATERIAL_COLUMNS,
        _("Material"),
        default_sort="titel",
        filters=_filters(request),
        file_name="material",
        empty=Empty(
            _("Här samlas det ni arbetar med: dokument, länkar och metoder."),
            _("Till exempel en mall för handlingsplan, Signs of Safety eller våldspyramiden."),
            _("Lägg till material") if may_add else "",
            new if may_add else "",
        ),
    )
    trace_export(request, listing)
    context = {
        "title": _("Material"),
        "lead": forum.name,
        "buttons": [{"label": _("Lägg till material"), "url": new}] if may_add else [],
        "breadcrumbs": [*forum_crumbs(request.actor, forum), Crumb(_("Material"))],
    }
    return list_page(request, "pages/register.html", listing, context)


def _rows(request: Request, forum: Forum) -> QuerySet[Any]:
    """What is in use today, unless the rest is asked for."""
    rows = queries.materials(request.actor, forum.pk)
    if request.GET.get("visa") == _RETIRED:
        return rows
    return rows.exclude(retired_on__lte=request.actor.today)


@page(rules.READ_MATERIAL)
def material(request: Request, found: Material, /) -> HttpResponse:
    actor = request.actor
    versions = list(queries.versions_of_material(actor, found.pk))
    context = {
        "material": found,
        "is_retired": found.retired_on is not None and found.retired_on <= actor.today,
        "facts": _facts(found),
        "versions": [(version, size_in_words(version.size)) for version in versions],
        "lacks_file": found.kind == MaterialKind.DOCUMENT and not versions,
        "is_unread": bool(versions) and not queries.is_read(actor, found.pk),
        "may_change": bool(permitted(actor, found, [rules.CHANGE_MATERIAL])),
        "breadcrumbs": [*materials_crumbs(actor, found.forum), Crumb(found.title)],
    }
    return render(request, "forums/material.html", context)


def _facts(found: Material) -> list[Fact]:
    retired = (
        [Fact(_("Ur bruk från"), formats.long_day(found.retired_on))] if found.retired_on else []
    )
    return [
        *([Fact(_("Adress"), found.url, found.url)] if found.url else []),
        Fact(_("För vem"), found.for_whom),
        Fact(_("Läses av"), str(found.get_reach_display())),
        *retired,
    ]


@page(rules.READ_MATERIAL_FILE)
def download(request: Request, version: MaterialVersion, /) -> HttpResponse:
    """The file as it was sent, to keep and never to show here: it is somebody else's."""
    del request
    response = HttpResponse(bytes(version.content), content_type=version.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=version.file_name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
