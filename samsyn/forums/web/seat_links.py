"""The links of a seat: who has one, sending another, and taking one back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Request, command, links_to, page, revoke_link
from samsyn.forums import actions, rules
from samsyn.forums.models import Forum, Seat
from samsyn.forums.web.addresses import forum_url, part_crumbs
from samsyn.kernel.errors import NotFoundError
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, fields


class LinkForm(forms.Form):
    name = fields.one_line(gettext_lazy("Namn"))
    email = forms.EmailField(label=gettext_lazy("E-post"))


@page(rules.KEEP_LINKS)
def links(request: Request, seat: Seat, /) -> HttpResponse:
    now = {"name": seat.contact_name, "email": seat.contact_email}
    return _page(request, seat, LinkForm(initial=now))


def _page(
    request: Request, seat: Seat, form: LinkForm, address: str = "", status: int = 200
) -> HttpResponse:
    at = request.actor.now
    context = {
        "seat": seat,
        "body_name": _body_name(request.actor, seat),
        "form": form,
        "address": address,
        "links": [
            (link, link.is_open(at), {"link": str(link.pk)})
            for link in links_to(request.actor, [seat.pk])
        ],
        "send_url": reverse("forums:send-link", args=[seat.pk]),
        "cancel": forum_url(seat.forum_id),
        "breadcrumbs": [*part_crumbs(request.actor, seat), Crumb(_("Länkar"))],
    }
    return render(request, "forums/seat_links.html", context, status=status)


def _body_name(actor: Actor, seat: Seat) -> str:
    return organisation.names_of_some_bodies(actor, [seat.body_id]).get(seat.body_id, "")


@command(rules.KEEP_LINKS)
def send(request: Request, seat: Seat, /) -> HttpResponse:
    """Send a link, and show its address this once: it cannot be read again."""
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    told = form.cleaned_data
    made = actions.send_link(seat, told["name"], told["email"], actor=request.actor)
    return _page(request, seat, LinkForm(), made.address)


@command(rules.KEEP_LINKS)
def revoke(request: Request, seat: Seat, /) -> HttpResponse:
    """Take back one of the seat's links; the form says which."""
    wanted = request.POST.get("link", "")
    links = {str(link.pk): link for link in links_to(request.actor, [seat.pk])}
    found = links.get(wanted)
    if found is None:
        raise NotFoundError
    revoke_link(found, actor=request.actor)
    messages.success(request, _("Länken är återkallad."))
    return redirect("forums:seat-links", seat.pk)


@command(rules.SEND_LINKS)
def send_all(request: Request, forum: Forum, /) -> HttpResponse:
    count = actions.send_links(forum, actor=request.actor)
    told = ngettext("%(count)d länk är skickad.", "%(count)d länkar är skickade.", count)
    messages.success(request, told % {"count": count})
    return redirect(forum_url(forum.pk))
