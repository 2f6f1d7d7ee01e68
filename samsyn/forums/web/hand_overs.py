"""Hand-overs, and what rests on one person alone."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Edit, Municipality, Request, allowed, command, page, visible
from samsyn.forums import actions, queries, rules
from samsyn.forums.models import HandOver
from samsyn.forums.web.addresses import forum_url, position_url
from samsyn.forums.web.charter_edit import text
from samsyn.forums.web.panels import OWN
from samsyn.organisation.api import Appointment, panels_of
from samsyn.pages.api import Crumb, Fact, formats

_MOST = 100
_A_DAY = timedelta(days=1)


def hand_overs_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Överlämning"), reverse("forums:hand-overs"))]


def hand_over_crumbs(actor: Actor, found: HandOver) -> list[Crumb]:
    return [*hand_overs_crumbs(actor, found), Crumb(found.position.title, _address(found))]


def _address(found: HandOver) -> str:
    return reverse("forums:hand-over", args=[found.pk])


@page(rules.READ_FORUMS)
def hand_overs(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """Who leaves a function with duties, what waits to be accepted, and what rests on one."""
    actor = request.actor
    resting = queries.duties(actor)
    begun = {(h.position_id, h.leaver_id, h.left_on): h for h in queries.hand_overs(actor)}
    readable = set(visible(actor, rules.READ_HAND_OVER).values_list("pk", flat=True))
    leaving = [(held, begun.get(_known(held))) for held in queries.leaving(actor, resting)[:_MOST]]
    context = {
        "leaving": leaving,
        "readable": readable,
        "accepted": [each for each in begun.values() if each.accepted_at][:_MOST],
        "resting": queries.holders_with_duties(actor, resting, _MOST),
        "alone": [
            (row, forum_url(row.pk), position_url(row.convener_id))
            for row in queries.conveners_without_deputy(actor)
        ],
        "breadcrumbs": [Crumb(_("Överlämning"))],
    }
    return render(request, "forums/hand_overs.html", context)


def _known(held: Any) -> tuple[Any, ...]:
    return held.position_id, held.person_id, held.ends_on


@command(rules.BEGIN_HAND_OVER)
def begin(request: Request, held: Appointment, /) -> HttpResponse:
    begun = actions.begin_hand_over(held, actor=request.actor)
    return redirect(_address(begun))


@page(rules.READ_HAND_OVER)
def hand_over(request: Request, found: HandOver, /) -> HttpResponse:
    """Everything that follows the function, and what the one who leaves has written."""
    actor, position_id = request.actor, found.position_id
    may = allowed(actor, found, [rules.WRITE_HAND_OVER, rules.ACCEPT_HAND_OVER])
    context = {
        "hand_over": found,
        "facts": _facts(found),
        "led": [(row.name, forum_url(row.pk)) for row in queries.led_forums(actor, position_id)],
        "seats": [
            (seat, forum_url(seat.forum_id)) for seat in queries.seats_of(actor, position_id)
        ],
        "follow_ups": queries.open_follow_ups_of(actor, position_id),
        "meetings": queries.coming_meetings_of(actor, position_id)[:_MOST],
        "panels": [part for part in panels_of(actor, found.position) if part.template != OWN],
        "may": may,
        "breadcrumbs": [*hand_overs_crumbs(actor, found), Crumb(found.position.title)],
    }
    return render(request, "forums/hand_over.html", context)


def _facts(found: HandOver) -> list[Fact]:
    accepted = formats.moment(found.accepted_at) if found.accepted_at else ""
    return [
        Fact(_("Funktion"), found.position.title, position_url(found.position_id)),
        Fact(_("Lämnas av"), found.leaver.name),
        Fact(_("Sista dag"), formats.long_day(found.left_on - _A_DAY)),
        Fact(_("Mottagen av"), found.successor.name if found.successor else "", "", accepted),
    ]


class NotesForm(forms.Form):
    notes = text(
        gettext_lazy("Det som bara du vet"),
        gettext_lazy("Vad är på gång, vem ska man ringa och var finns allt?"),
    )


def _write(found: HandOver, form: forms.Form, actor: Actor) -> str:
    actions.write_hand_over(found, form.cleaned_data["notes"], actor=actor)
    return _address(found)


WRITE = Edit(
    action=rules.WRITE_HAND_OVER,
    title=gettext_lazy("Skriv till den som tar över"),
    submit=gettext_lazy("Spara"),
    form=lambda _actor, row, data: NotesForm(data, initial={"notes": row.notes}),
    act=_write,
    crumbs=hand_over_crumbs,
    done=gettext_lazy("Det är sparat."),
)


@command(rules.ACCEPT_HAND_OVER)
def accept(request: Request, found: HandOver, /) -> HttpResponse:
    actions.accept_hand_over(found, actor=request.actor)
    return redirect(_address(found))
