"""The links by which deviations are reported: who has one, sending another, taking one back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Receiver,
    Request,
    command,
    links_to,
    page,
    revoke_link,
)
from samsyn.forums.api import Forum
from samsyn.initiatives.actions.deviation_routines import revoke_receipts, send_report_link
from samsyn.initiatives.models import Deviation
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.addresses import body_url
from samsyn.initiatives.web.deviation_addresses import deviation_url, deviations_crumbs
from samsyn.kernel.errors import NotFoundError
from samsyn.organisation.api import Body
from samsyn.pages.api import Crumb, fields, page_url

_PURPOSES = frozenset({rules.REPORT_FOR_BODY.name, rules.REPORT_FOR_FORUM.name})


class ReceiverForm(forms.Form):
    name = fields.one_line(gettext_lazy("Namn"))
    email = forms.EmailField(label=gettext_lazy("E-post"))


def _whose(actor: Actor, row: Any) -> str:
    return str(row.name) if isinstance(row, Forum) else queries.name_of_body(actor, row.pk)


def _names(row: Model) -> tuple[str, str]:
    """What the addresses are called, and where the row itself is."""
    if isinstance(row, Forum):
        return "forum-report-links", page_url("forums:forum", row.pk)
    return "body-report-links", body_url(row.pk)


def _links(actor: Actor, row: Model) -> list[Any]:
    """Those for reporting alone: a forum and a body may have links for other things."""
    return [each for each in links_to(actor, [row.pk]) if each.purpose in _PURPOSES]


def _page(
    request: Request, row: Model, form: ReceiverForm, address: str = "", status: int = 200
) -> HttpResponse:
    at, (name, there) = request.actor.now, _names(row)
    context = {
        "whose": _whose(request.actor, row),
        "form": form,
        "address": address,
        "links": [
            (link, link.is_open(at), {"link": str(link.pk)}) for link in _links(request.actor, row)
        ],
        "send_url": reverse(f"initiatives:{name}-send", args=[row.pk]),
        "revoke_url": reverse(f"initiatives:{name}-revoke", args=[row.pk]),
        "cancel": there,
        "breadcrumbs": [
            *deviations_crumbs(request.actor, row),
            Crumb(_whose(request.actor, row), there),
            Crumb(_("Länkar för att rapportera")),
        ],
    }
    return render(request, "initiatives/report_links.html", context, status=status)


def _send(request: Request, row: Model) -> HttpResponse:
    """Send a link, and show its address this once: it cannot be read again."""
    form = ReceiverForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form, status=422)
    told = form.cleaned_data
    whose = _whose(request.actor, row)
    receiver = Receiver(told["name"], told["email"])
    made = send_report_link(row, whose, receiver, actor=request.actor)
    return _page(request, row, ReceiverForm(), made.address)


def _revoke(request: Request, row: Model) -> HttpResponse:
    """Take back one of the links; the form says which."""
    links = {str(link.pk): link for link in _links(request.actor, row)}
    found = links.get(request.POST.get("link", ""))
    if found is None:
        raise NotFoundError
    revoke_link(found, actor=request.actor)
    messages.success(request, _("Länken är återkallad."))
    return redirect(f"initiatives:{_names(row)[0]}", row.pk)


def _show(request: Request, row: Model) -> HttpResponse:
    return _page(request, row, ReceiverForm())


@command(rules.REVOKE_RECEIPT)
def revoke_receipt(request: Request, deviation: Deviation, /) -> HttpResponse:
    revoke_receipts(deviation, actor=request.actor)
    messages.success(request, _("Länken är återkallad."))
    return redirect(deviation_url(deviation))


@page(rules.KEEP_BODY_LINKS)
def of_body(request: Request, body: Body, /) -> HttpResponse:
    return _show(request, body)


@command(rules.KEEP_BODY_LINKS)
def send_for_body(request: Request, body: Body, /) -> HttpResponse:
    return _send(request, body)


@command(rules.KEEP_BODY_LINKS)
def revoke_of_body(request: Request, body: Body, /) -> HttpResponse:
    return _revoke(request, body)


@page(rules.KEEP_FORUM_LINKS)
def of_forum(request: Request, forum: Forum, /) -> HttpResponse:
    return _show(request, forum)


@command(rules.KEEP_FORUM_LINKS)
def send_for_forum(request: Request, forum: Forum, /) -> HttpResponse:
    return _send(request, forum)


@command(rules.KEEP_FORUM_LINKS)
def revoke_of_forum(request: Request, forum: Forum, /) -> HttpResponse:
    return _revoke(request, forum)
