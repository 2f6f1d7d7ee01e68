"""What someone without an account meets behind a link: the next meeting, and her own part in it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samsyn.access.api import Actor, Request, link_command, link_page
from samsyn.forums import actions, queries, rules
from samsyn.forums.models import Answer, Attendance, Seat
from samsyn.forums.web.attendance import given_answer, own_part
from samsyn.forums.web.meetings import hours_of
from samsyn.forums.web.notes import refused, written_from
from samsyn.forums.web.parts import part
from samsyn.kernel.errors import RuleBrokenError


@link_page(rules.OPEN_LINK)
def show(request: Request, seat: Seat, /) -> HttpResponse:
    return _page(request, seat, _asked(request.actor, seat))


def _asked(actor: Actor, seat: Seat) -> Any:
    """The seat's part in the next meeting of the forum, if it is asked to one."""
    return queries.next_asked(actor, seat)


def _page(
    request: Request,
    seat: Seat,
    asked: Any,
    refusal: RuleBrokenError | None = None,
    text: str | None = None,
) -> HttpResponse:
    token = request.resolver_match.kwargs["token"]
    own = own_part(request.actor, asked) if asked else None
    context = {
        "forum": seat.forum,
        "who": request.link.name,
        "part": own,
        "text": text if text is not None or own is None else own.text,
        "refusal": refusal,
        "hours": hours_of(asked.meeting) if asked else "",
        "items": queries.items_of(request.actor, asked.meeting_id) if asked else [],
        "answers": Answer.choices,
        "others": _others(request.actor, seat, asked),
        "urls": _urls(token, asked.pk) if asked else {},
    }
    return render(request, "forums/by_link.html", context, status=422 if refusal else 200)


def _others(actor: Actor, seat: Seat, asked: Any) -> list[Any]:
    """What the others have written, if the forum lets those with a link read it."""
    if asked is None or not seat.forum.shows_contributions:
        return []
    told = queries.attendances_of(actor, asked.meeting).filter(contributed_at__isnull=False)
    return list(told.exclude(pk=asked.pk))


def _urls(token: str, pk: UUID) -> dict[str, str]:
    names = ("answer", "contribute", "save-draft")
    return {
        name.replace("-", "_"): reverse(f"forums:by-link-{name}", args=[token, pk])
        for name in names
    }


def _home(request: Request) -> HttpResponse:
    token = request.resolver_match.kwargs["token"]
    return redirect("forums:by-link", token=token)


@link_command(rules.ANSWER)
def answer(request: Request, attendance: Attendance, /) -> HttpResponse:
    actions.answer(attendance, given_answer(request), actor=request.actor)
    return _home(request)


@link_command(rules.ANSWER)
def save_draft(request: Request, attendance: Attendance, /) -> HttpResponse:
    """Keep what is being written; the answer is a part that says so, or why not."""
    text, version = request.POST.get("text", ""), written_from(request)
    try:
        newest = actions.save_draft(attendance, text, version, actor=request.actor)
    except RuleBrokenError as refusal:
        return part("forums/_not_saved.html", refused(request, refusal), is_done=False)
    context = {"version": newest, "now": request.actor.now, "is_draft": True}
    return part("forums/_saved.html", context)


@link_command(rules.ANSWER)
def contribute(request: Request, attendance: Attendance, /) -> HttpResponse:
    text = request.POST.get("text", "")
    try:
        actions.contribute(attendance, text, actor=request.actor)
    except RuleBrokenError as refusal:
        seat = Seat.objects.get(pk=request.link.object_id)
        asked = _asked(request.actor, seat)
        response = _page(request, seat, asked, refusal, text)
        transaction.set_rollback(True)
        return response
    return _home(request)
