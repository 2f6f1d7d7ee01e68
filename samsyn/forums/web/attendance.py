"""Who comes and came, and what each tells before the meeting."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Request, command, page
from samsyn.forums import actions, queries, rules
from samsyn.forums.models import Answer, Attendance, Draft, Meeting, MeetingState, Presence
from samsyn.forums.web.meeting_addresses import meeting_crumbs, meeting_url
from samsyn.forums.web.notes import refused, written_from
from samsyn.forums.web.parts import part
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What the one who looks is asked for: an answer, and a contribution."""

    attendance: Attendance
    name: str
    text: str
    version: int
    is_draft: bool
    # Why it is too late to contribute, or nothing.
    too_late: str = ""


def own_parts(actor: Actor, meeting: Meeting) -> list[OwnPart]:
    if meeting.state != MeetingState.PLANNED or meeting.meets_on < actor.today:
        return []
    mine = queries.attendances_of(actor, meeting).filter(
        pk__in=queries.own_attendances(actor).filter(meeting=meeting).values("pk")
    )
    return [own_part(actor, each) for each in mine]


def own_part(actor: Actor, attendance: Any) -> OwnPart:
    draft: Draft | None = queries.draft_of(actor, attendance.pk)
    return OwnPart(
        attendance,
        name_of(attendance),
        draft.text if draft else attendance.contribution,
        draft.version if draft else 0,
        draft is not None,
        _too_late(actor, attendance.meeting),
    )


def _too_late(actor: Actor, meeting: Meeting) -> str:
    try:
        actions.refuse_late(meeting, actor)
    except RuleBrokenError as refusal:
        return str(refusal)
    return ""


def name_of(attendance: Any) -> str:
    """The function and its body, or what the guest is called."""
    title = attendance.position.title if attendance.position else attendance.wording
    return ", ".join(part for part in (title, attendance.body_name) if part)


@page(rules.ANSWER)
def contribution(request: Request, attendance: Attendance, /) -> HttpResponse:
    """The contribution on a page of its own: for a phone, and for those who write for another."""
    asked = queries.attendances_of(request.actor, attendance.meeting).get(pk=attendance.pk)
    return _contribution_page(request, own_part(request.actor, asked))


def _contribution_page(
    request: Request, own: OwnPart, refusal: RuleBrokenError | None = None, status: int = 200
) -> HttpResponse:
    crumbs = meeting_crumbs(request.actor, own.attendance.meeting)
    context = {
        "part": own,
        "meeting": own.attendance.meeting,
        "answers": Answer.choices,
        "refusal": refusal,
        "breadcrumbs": [*crumbs, Crumb(_("Bidrag"))],
    }
    return render(request, "forums/contribution.html", context, status=status)


@command(rules.ANSWER)
def answer(request: Request, attendance: Attendance, /) -> HttpResponse:
    actions.answer(attendance, given_answer(request), actor=request.actor)
    messages.success(request, _("Ditt svar är sparat."))
    return redirect(meeting_url(attendance.meeting_id))


def given_answer(request: Request) -> Answer:
    given = request.POST.get("answer", "")
    if given not in Answer.values:
        raise RuleBrokenError(_("Välj ett av svaren."))
    return Answer(given)


@command(rules.ANSWER)
def save_draft(request: Request, attendance: Attendance, /) -> HttpResponse:
    """Keep what is being written; the answer is a part that says so, or why not."""
    text, version = request.POST.get("text", ""), written_from(request)
    try:
        newest = actions.save_draft(attendance, text, version, actor=request.actor)
    except RuleBrokenError as refusal:
        return part("forums/_not_saved.html", refused(request, refusal), is_done=False)
    context = {"version": newest, "now": request.actor.now, "is_draft": True}
    return part("forums/_saved.html", context)


@command(rules.ANSWER)
def contribute(request: Request, attendance: Attendance, /) -> HttpResponse:
    text = request.POST.get("text", "")
    try:
        actions.contribute(attendance, text, actor=request.actor)
    except RuleBrokenError as refusal:
        own = OwnPart(
            attendance,
            name_of(
                queries.attendances_of(request.actor, attendance.meeting).get(pk=attendance.pk)
            ),
            text,
            written_from(request),
            is_draft=True,
        )
        response = _contribution_page(request, own, refusal, status=422)
        transaction.set_rollback(True)
        return response
    messages.success(request, _("Ditt bidrag är skickat. Du kan ändra det tills tiden går ut."))
    return redirect(f"{meeting_url(attendance.meeting_id)}#bidrag")


@command(rules.NOTE_ATTENDANCE)
def note(request: Request, attendance: Attendance, /) -> HttpResponse:
    """Write down who was there; the answer is a part that says so, or why not."""
    given = request.POST.get("status", "")
    presence = Presence(given) if given in Presence.values else None
    if not request.htmx:
        actions.note_attendance(attendance, presence, actor=request.actor)
        return redirect(f"{meeting_url(attendance.meeting_id)}#narvaro")
    try:
        actions.note_attendance(attendance, presence, actor=request.actor)
    except RuleBrokenError as refusal:
        return part("forums/_noted.html", {"refusal": refusal}, is_done=False)
    return part("forums/_noted.html", {})
