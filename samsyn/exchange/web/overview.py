"""What the collaboration file is: to take away, to bring in, and what has been brought in."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Municipality, Request, page, trace_export
from samsyn.exchange import archives, queries, rules
from samsyn.exchange.models import Deed, Import
from samsyn.exchange.uploads import TAKEN
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Cell, Column, Crumb, Empty, Listing, fields, list_page

COLORS = {Deed.CREATED: "success", Deed.CHANGED: "info", Deed.ENDED: "warning"}
_MOST_NAMED = 3


class UploadForm(forms.Form):
    sent = fields.files(
        gettext_lazy("Filer"),
        endings=sorted({*TAKEN, archives.ENDING}),
        help_text=gettext_lazy(
            "Ett kalkylblad (.xlsx), eller en eller flera filer som slutar på .yaml, .yml eller "
            ".json, eller en zip med sådana. Högst 50 MB i varje. Du får se vad de skulle ändra "
            "innan något ändras."
        ),
    )


@page(rules.READ_IMPORTS)
def overview(request: Request, _municipality: Municipality, /) -> HttpResponse:
    return show(request, UploadForm())


def show(request: Request, form: UploadForm) -> HttpResponse:
    listing = _imports(request)
    trace_export(request, listing)
    context = {
        "form": form,
        "may_upload": rules.UPLOAD_FILE.name in request.permitted_here,
        "may_download": rules.EXPORT_FILE.name in request.permitted_here,
        "breadcrumbs": [Crumb(_("Samverkansfil"))],
    }
    return list_page(request, "exchange/overview.html", listing, context)


def crumbs() -> list[Crumb]:
    return [Crumb(_("Samverkansfil"), reverse("exchange:overview"))]


def _imports(request: Request) -> Listing[Import]:
    return Listing(
        request.GET,
        queries.imports(request.actor),
        _columns(organisation.names_of_accounts(request.actor)),
        _("Tidigare inläsningar"),
        default_sort="-nar",
        file_name="inlasningar",
        empty=Empty(
            _("Här står varje inläsning, med vad den ändrade."),
            _("Börja med att hämta filen, ändra en rad och läs in den igen."),
        ),
    )


def _columns(names: Mapping[UUID, str]) -> tuple[Column[Any], ...]:
    return (
        Column(
            "nar",
            gettext_lazy("När"),
            lambda row: Cell(row.at, url=reverse("exchange:import", args=[row.pk])),
            ("at",),
            width=18,
        ),
        Column("vem", gettext_lazy("Vem"), lambda row: Cell(who(row, names)), width=28),
        Column("filer", gettext_lazy("Filer"), lambda row: Cell(named(row.file_names)), width=40),
        _count("skapade", gettext_lazy("Skapade"), Deed.CREATED),
        _count("andrade", gettext_lazy("Ändrade"), Deed.CHANGED),
        _count("avslutade", gettext_lazy("Avslutade"), Deed.ENDED),
    )


def _count(key: str, label: Any, what: Deed) -> Column[Any]:
    def counted(row: Import) -> Cell:
        return Cell(sum(of.get(what, 0) for of in row.counts.values()))

    return Column(key, label, counted, is_number=True)


def who(row: Import, names: Mapping[UUID, str]) -> str:
    """The operator has no account, and someone who has left may have no name here."""
    if row.account_id is None:
        return _("den som driver installationen")
    return names.get(row.account_id, "–")


def named(file_names: list[str]) -> str:
    first, rest = file_names[:_MOST_NAMED], len(file_names) - _MOST_NAMED
    more = [_("… och %(count)d till") % {"count": rest}] if rest > 0 else []
    return ", ".join([*first, *more])
