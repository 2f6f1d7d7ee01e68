"""The register of letters, and the page of one: what became of it, and another try."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Municipality,
    Request,
    command,
    holds_token,
    page,
    permitted,
    register_page,
)
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats
from samsyn.post import actions, queries, rules
from samsyn.post.models import Letter

_STATES = {
    "vantar": (queries.WAITING, gettext_lazy("väntar")),
    "skickat": (queries.SENT, gettext_lazy("skickat")),
    "misslyckat": (queries.GIVEN_UP, gettext_lazy("misslyckat")),
}


def address_of(letter: Letter) -> str:
    return reverse("post:letter", args=[letter.pk])


def state_of(letter: Letter) -> Tag:
    if letter.sent_at is not None:
        return Tag(_STATES["skickat"][1], "success")
    if letter.given_up_at is not None:
        return Tag(_STATES["misslyckat"][1], "danger")
    return Tag(_STATES["vantar"][1], "warning" if letter.last_error else "neutral")


COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "skrivet",
        gettext_lazy("Skrivet"),
        lambda letter: Cell(letter.created_at),
        ("created_at",),
        width=18,
    ),
    Column("till", gettext_lazy("Till"), lambda letter: Cell(letter.to), ("to",), width=32),
    Column(
        "amne",
        gettext_lazy("Ämne"),
        lambda letter: Cell(letter.subject, url=address_of(letter)),
        ("subject",),
        width=50,
    ),
    Column("lage", gettext_lazy("Läge"), lambda letter: Cell(tags=(state_of(letter),))),
    Column("skickat", gettext_lazy("Skickat"), lambda letter: Cell(letter.sent_at), ("sent_at",)),
    Column(
        "forsok",
        gettext_lazy("Försök"),
        lambda letter: Cell(letter.attempts),
        ("attempts",),
        is_number=True,
    ),
    Column("fel", gettext_lazy("Fel"), lambda letter: Cell(letter.last_error), width=50),
)
_FILTERS: tuple[Filter[Any], ...] = (
    Filter(
        "lage",
        gettext_lazy("Läge"),
        lambda rows, state: rows.filter(_STATES[state][0]),
        tuple((name, label) for name, (_condition, label) in _STATES.items()),
    ),
    Filter(
        "ord",
        gettext_lazy("Till eller ämne innehåller"),
        lambda rows, words: rows.filter(Q(to__icontains=words) | Q(subject__icontains=words)),
    ),
)


@page(rules.READ_LETTERS)
def letters(request: Request, _municipality: Municipality, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        queries.letters(request.actor),
        COLUMNS,
        _("Brev"),
        default_sort="-skrivet",
        filters=_FILTERS,
        file_name="brev",
        empty=Empty(_("Här står breven som Samsyn skriver: till vem, när, och om de gick i väg.")),
    )
    lead = _("Breven som Samsyn har skrivit, och hur det gick att skicka dem.")
    return register_page(request, listing, _("Brev"), lead=lead)


@page(rules.READ_LETTER)
def letter(request: Request, found: Letter, /) -> HttpResponse:
    may_resend = found.given_up_at is not None and bool(
        permitted(request.actor, found, [rules.RESEND_LETTER])
    )
    context = {
        "letter": found,
        "state": state_of(found),
        "facts": _facts(found),
        # A secret that has not been sent yet is for the receiver alone.
        "text": "" if holds_token(found.text) else found.text,
        "resend_url": reverse("post:resend-letter", args=[found.pk]) if may_resend else "",
        "breadcrumbs": [Crumb(_("Brev"), reverse("post:letters")), Crumb(found.subject)],
    }
    return render(request, "post/letter.html", context)


def _facts(found: Letter) -> list[Fact]:
    names = found.enclosures.order_by("ordinal").values_list("name", flat=True)
    return [
        Fact(_("Till"), found.to),
        Fact(_("Svar går till"), found.reply_to),
        Fact(_("Skrivet"), formats.moment(found.created_at)),
        Fact(_("Skickat"), formats.moment(found.sent_at) if found.sent_at else ""),
        Fact(_("Nästa försök"), formats.moment(found.due_at) if found.is_waiting else ""),
        Fact(_("Försök"), formats.number(found.attempts)),
        Fact(_("Senaste felet"), found.last_error),
        Fact(_("Bilagor"), ", ".join(names)),
    ]


@command(rules.RESEND_LETTER)
def resend(request: Request, found: Letter, /) -> HttpResponse:
    actions.resend_letter(found, actor=request.actor)
    messages.success(request, _("Brevet skickas igen inom kort."))
    return redirect(address_of(found))
