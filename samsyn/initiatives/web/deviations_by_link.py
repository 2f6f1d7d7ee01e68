"""What someone without an account meets behind a link: a form to report by, and a receipt."""

from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    CONFIRMED,
    Actor,
    Receiver,
    Request,
    link_command,
    link_page,
    tries,
)
from samsyn.forums.api import Forum
from samsyn.initiatives.actions.deviation_routines import make_receipt
from samsyn.initiatives.actions.deviations import TooManyReportsError, report_deviation
from samsyn.initiatives.models import Deviation, DeviationKind
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.deviation_words import TOLD_BY_LINK, between, state_tag
from samsyn.initiatives.web.deviations_edit import WhatForm, parties_field
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Body
from samsyn.pages.api import fields

_TRIES = "deviation"
_SURE = gettext_lazy("Ja, skicka ändå. Texten pekar inte ut något barn.")


class LinkForm(WhatForm):
    """Between whom is asked of those alone that the one who came by the link meets."""

    parties = parties_field()
    contact_email = forms.EmailField(
        label=gettext_lazy("Din e-post, om du vill ha länken till svaret dit"),
        required=False,
        max_length=fields.LONGEST,
        help_text=gettext_lazy(
            "Den står inte i rapporten. Kommunens administratörer och revisorer kan se att ett "
            "brev har skickats dit. Du kan rapportera utan att lämna den."
        ),
    )

    def __init__(self, actor: Actor, others: list[tuple[str, str]], data: Any = None) -> None:
        first = {"kind": DeviationKind.DEVIATION, "happened_on": actor.today}
        super().__init__(actor, data, first)
        if others:
            fields.offer(self, parties=others)
        else:
            del self.fields["parties"]

    def told(self) -> dict[str, Any]:
        names = (*WhatForm.base_fields, "contact_email")
        return {name: self.cleaned_data[name] for name in names}

    def parties_told(self) -> list[UUID]:
        return [UUID(pk) for pk in self.cleaned_data.get("parties", ())]


@link_page(rules.REPORT_BY_FORUM_LINK)
def show_for_forum(request: Request, forum: Forum, /) -> HttpResponse:
    form = LinkForm(request.actor, queries.seated_bodies(request.actor, forum.pk))
    return _page(request, form, forum.name)


@link_command(rules.REPORT_BY_FORUM_LINK)
def report_for_forum(request: Request, forum: Forum, /) -> HttpResponse:
    others = queries.seated_bodies(request.actor, forum.pk)
    form = LinkForm(request.actor, others, request.POST)
    return _reported(request, form, forum.name, {"forum_id": forum.pk}, [])


@link_page(rules.REPORT_BY_BODY_LINK)
def show_for_body(request: Request, body: Body, /) -> HttpResponse:
    form = LinkForm(request.actor, queries.met_bodies(request.actor, body.pk))
    return _page(request, form, queries.name_of_body(request.actor, body.pk))


@link_command(rules.REPORT_BY_BODY_LINK)
def report_for_body(request: Request, body: Body, /) -> HttpResponse:
    form = LinkForm(request.actor, queries.met_bodies(request.actor, body.pk), request.POST)
    return _reported(request, form, queries.name_of_body(request.actor, body.pk), {}, [body.pk])


def _reported(
    request: Request, form: LinkForm, whose: str, about: dict[str, Any], own: list[UUID]
) -> HttpResponse:
    """Report, and go to the receipt; or show the form again, with nothing done."""
    if form.is_valid():
        try:
            return redirect(_report(request, form, about, own))
        except RuleBrokenError as refusal:
            form.add_error(None, str(refusal))
            if refusal.asks:
                form.fields[CONFIRMED] = forms.BooleanField(label=_SURE, required=False)
    response = _page(request, form, whose, status=422)
    transaction.set_rollback(True)
    return response


def _report(request: Request, form: LinkForm, about: dict[str, Any], own: list[UUID]) -> str:
    if tries.are_used_up(request, _TRIES):
        raise TooManyReportsError(
            _("Det har kommit många rapporter härifrån. Försök igen om tio minuter.")
        )
    actor, link = request.actor, request.link
    parties = [*own, *form.parties_told()]
    row = report_deviation(form.told() | about, parties, actor=actor)
    receiver = Receiver(link.name, row.contact_email or link.email)
    made = make_receipt(row, receiver, actor=actor)
    tries.count(request, _TRIES)
    return made.address


def _page(request: Request, form: LinkForm, whose: str, status: int = 200) -> HttpResponse:
    match = request.resolver_match
    name = str(match.url_name).removesuffix("-send")
    token = match.kwargs["token"]
    context = {
        "whose": whose,
        "who": request.link.name,
        "form": form,
        "save_url": reverse(f"initiatives:{name}-send", args=[token]),
        "draft": f"avvikelse-{request.link.pk}",
    }
    return render(request, "initiatives/report_by_link.html", context, status=status)


@link_page(rules.FOLLOW_BY_LINK)
def receipt(request: Request, deviation: Deviation, /) -> HttpResponse:
    """What becomes of it: how far it has come and the answers, not the notes in between."""
    row = queries.by_link(request.actor, deviation.pk)
    steps = queries.steps(request.actor, row.pk)
    context = {
        "row": row,
        "state": state_tag(row),
        "between": between(row),
        "steps": [each for each in steps if each.kind in TOLD_BY_LINK],
        "last": request.link.expires_at,
    }
    return render(request, "initiatives/deviation_receipt.html", context)
