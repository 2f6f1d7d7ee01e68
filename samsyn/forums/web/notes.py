"""Writing notes while others watch, and what is decided."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums import actions, queries, rules
from samsyn.forums.actions import DraftChangedError, NotesChangedError
from samsyn.forums.models import AgendaItem, Meeting
from samsyn.forums.web.meeting_addresses import meeting_crumbs, meeting_url
from samsyn.forums.web.parts import part
from samsyn.intake.api import long_text
from samsyn.kernel.errors import NotFoundError, RuleBrokenError
from samsyn.pages.api import Crumb, fields

_LONGEST_NUMBER = 9


@command(rules.WRITE_NOTES)
def write_notes(request: Request, item: AgendaItem, /) -> HttpResponse:
    text = request.POST.get("notes", "")
    try:
        newest = actions.write_notes(item, text, written_from(request), actor=request.actor)
    except RuleBrokenError as refusal:
        return _refused(request, item, refusal)
    if request.htmx:
        return part("forums/_saved.html", {"version": newest, "now": request.actor.now})
    return redirect(meeting_url(item.meeting_id, item.ordinal))


def written_from(request: Request) -> int:
    """The version that the text was written from: the other's, once both have been seen."""
    return as_number(request.POST.get("merged") or request.POST.get("version", ""))


def as_number(asked: str) -> int:
    """A number that someone may have meant, or one that nothing has."""
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_NUMBER
    return int(asked) if is_number else -1


def _refused(request: Request, item: AgendaItem, refusal: RuleBrokenError) -> HttpResponse:
    """Keep what was written in its field, and show what the other wrote beside it."""
    told = refused(request, refusal)
    if request.htmx:
        return part("forums/_not_saved.html", told, is_done=False)
    crumbs = [*meeting_crumbs(request.actor, item.meeting), Crumb(item.title)]
    written = {"item": item, "mine": request.POST.get("notes", ""), "breadcrumbs": crumbs}
    response = render(request, "forums/not_saved.html", told | written, status=409)
    transaction.set_rollback(True)
    return response


def refused(request: Request, refusal: RuleBrokenError) -> dict[str, Any]:
    """Why a text was not saved, and what stands there instead if someone else was first."""
    context = {"refusal": refusal, "version": written_from(request), "theirs": None}
    if isinstance(refusal, (NotesChangedError, DraftChangedError)):
        context |= {"theirs": refusal.theirs, "newest": refusal.version}
    return context


class DecisionForm(forms.Form):
    text = long_text(_("Vad beslutades?"), required=True)
    at_item = fields.choice(_("Vid punkten"), empty=_("Ingen punkt"))

    def __init__(self, actor: Actor, meeting: Meeting, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(self, at_item=item_choices(actor, meeting))


def item_choices(actor: Actor, meeting: Meeting) -> list[tuple[str, str]]:
    items = queries.items_of(actor, meeting.pk)
    return [(str(each.ordinal), f"§ {each.ordinal} {each.title}") for each in items]


def _decide(meeting: Meeting, form: forms.Form, actor: Actor) -> str:
    place = int(form.cleaned_data["at_item"] or 0) or None
    actions.decide(meeting, form.cleaned_data["text"], at_item=place, actor=actor)
    return meeting_url(meeting.pk, place)


DECIDE = Edit(
    action=rules.DECIDE,
    title=_("Skriv ett beslut"),
    submit=_("Spara"),
    form=DecisionForm,
    act=_decide,
    crumbs=meeting_crumbs,
    done=_("Beslutet är antecknat."),
)


@command(rules.DECIDE)
def change_decision(request: Request, meeting: Meeting, /) -> HttpResponse:
    """Mend the words of one of the meeting's decisions."""
    number = as_number(request.POST.get("number", ""))
    decision = queries.decisions_of(request.actor, meeting.pk).filter(number=number).first()
    if decision is None:
        raise NotFoundError
    actions.change_decision(decision, request.POST.get("text", ""), actor=request.actor)
    return redirect(meeting_url(meeting.pk, decision.at_item))
