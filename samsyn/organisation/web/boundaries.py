"""Boundaries of areas: from a file, by way of which areas it is of, to the map."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Edit, Municipality, Request, command, page
from samsyn.geography.reading import UnreadableError, read
from samsyn.intake.api import FileField
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import AreaKind, BoundaryFile
from samsyn.organisation.proposals import Proposal, Proposed, State, proposed
from samsyn.organisation.web import boundary_words as words
from samsyn.organisation.web.addresses import address_of, areas_crumbs
from samsyn.pages.api import Crumb, Tag, fields

_MOST_SHOWN = 500
# What waits for a decision is looked at before what is as it was.
_ORDER = tuple(State)


class BoundaryFileForm(forms.Form):
    file = FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("GeoJSON med en yta för varje område, högst 20 MB."),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json"}),
    )
    origin = fields.one_line(
        gettext_lazy("Varifrån gränserna kommer"),
        help_text=gettext_lazy("Till exempel SCB, DeSO 2025."),
    )
    stated_on = fields.day(gettext_lazy("Vilken dag de gäller"), required=False)


def _keep(_municipality: Municipality, form: BoundaryFileForm, actor: Actor) -> str:
    sent = form.cleaned_data["file"]
    try:
        found = read(sent.content)
    except UnreadableError as refusal:
        raise RuleBrokenError(words.fault(refusal.fault)) from refusal
    origin = actions.Origin(form.cleaned_data["origin"], form.cleaned_data["stated_on"])
    kept = actions.keep_boundary_file(sent.name, found, origin, actor=actor)
    return reverse("organisation:boundary-file", args=[kept.pk])


def _form(_actor: Actor, _municipality: Municipality, data: Any) -> BoundaryFileForm:
    return BoundaryFileForm(data)


SEND = Edit(
    action=rules.SEND_BOUNDARIES,
    title=gettext_lazy("Läs in gränser"),
    lead=gettext_lazy("Då går områdena att visa på karta. Inget ändras förrän du har sett vad."),
    submit=gettext_lazy("Se vad filen innehåller"),
    form=_form,
    act=_keep,
    crumbs=areas_crumbs,
    done=gettext_lazy("Filen är läst. Se efter att varje yta hör till rätt område."),
)


@dataclass(frozen=True, slots=True)
class Row:
    """An area of the file as the page shows it; `number` is ticked to have it made."""

    number: int | None
    name: str
    url: str
    said: str
    tag: Tag
    notes: str


@page(rules.READ_BOUNDARY_FILE)
def boundary_file(request: Request, found: BoundaryFile, /) -> HttpResponse:
    return _page(request, found, request.GET)


@command(rules.DRAW_BOUNDARIES)
def draw(request: Request, found: BoundaryFile, /) -> HttpResponse:
    proposal = _proposal(request.actor, found, request.POST)
    choice = actions.Choice(request.POST.get("digest", ""), _wanted(request, proposal))
    try:
        done = actions.draw_boundaries(found, proposal, choice, actor=request.actor)
    except RuleBrokenError as refusal:
        messages.warning(request, str(refusal))
        response = _page(request, found, request.POST, status=422)
        # The trail is not to say that something was done.
        transaction.set_rollback(True)
        return response
    _tell(request, done)
    return redirect("organisation:areas")


@command(rules.FORGET_BOUNDARY_FILE)
def forget(request: Request, found: BoundaryFile, /) -> HttpResponse:
    actions.forget_boundary_file(found, actor=request.actor)
    messages.success(request, _("Filen är kastad. Inget är ändrat."))
    return redirect("organisation:areas")


def _wanted(request: Request, proposal: Proposal) -> Collection[int]:
    """The numbers of the unknown areas that are to be made: those ticked, or all."""
    if "alla" in request.POST:
        return range(len(proposal.rows))
    return {int(said) for said in request.POST.getlist("nya") if _is_number(said)}


def _tell(request: Request, done: int) -> None:
    if not done:
        messages.info(request, _("Inget skilde sig, så inget är ändrat."))
        return
    told = ngettext("%(n)d område har fått sin gräns.", "%(n)d områden har fått sin gräns.", done)
    messages.success(request, told % {"n": done})


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) < len("10000")


def _proposal(actor: Actor, found: BoundaryFile, asked: Mapping[str, str]) -> Proposal:
    areas = list(queries.areas(actor))
    stored = {each.area_id: each for each in queries.boundaries(actor)}
    return proposed(found, areas, stored, asked)


def _page(
    request: Request, found: BoundaryFile, asked: Mapping[str, str], status: int = 200
) -> HttpResponse:
    proposal = _proposal(request.actor, found, asked)
    rows = sorted(enumerate(proposal.rows), key=_place)
    chosen = {"kod": proposal.columns.code, "namn": proposal.columns.name, "slag": proposal.kind}
    columns = [("", _("Finns inte i filen")), *((word, word) for word in _words(found))]
    context = {
        "file": found,
        "told": words.of_file(found),
        "rows": [_row(number, each) for number, each in rows[:_MOST_SHOWN]],
        "rest": max(0, len(rows) - _MOST_SHOWN),
        "changes": any(each.state in {State.NEW, State.REPLACES} for each in proposal.rows),
        "has_unknown": any(each.state is State.UNKNOWN for each in proposal.rows),
        "columns": columns,
        "kinds": AreaKind.choices,
        "chosen": chosen,
        "decided": {**chosen, "digest": proposal.digest},
        "breadcrumbs": [*areas_crumbs(request.actor, found), Crumb(_("Läs in gränser"))],
    }
    return render(request, "organisation/boundary_file.html", context, status=status)


def _place(numbered: tuple[int, Proposed]) -> tuple[int, str]:
    _number, each = numbered
    return _ORDER.index(each.state), each.name.casefold()


def _words(found: BoundaryFile) -> list[str]:
    return list(dict.fromkeys(word for each in found.features for word in each["properties"]))


def _row(number: int, each: Proposed) -> Row:
    said = " ".join(word for word in (each.code, each.name) if word)
    return Row(
        number if each.state is State.UNKNOWN else None,
        each.area.name if each.area else each.name or each.code,
        address_of(each.area) if each.area else "",
        said,
        words.state(each.state),
        words.notes(each.notes),
    )
