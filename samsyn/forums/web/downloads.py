"""Packs, minutes and minute books to take away."""

from django.http import HttpResponse

from samsyn.access.api import Request, hand_out, page, trace
from samsyn.calendars.api import feed
from samsyn.forums import queries, rules
from samsyn.forums.feeds import as_event
from samsyn.forums.models import Forum, Meeting, Minutes
from samsyn.forums.web.papers import book_paper, minutes_paper, pack_paper


@page(rules.READ_MEETING)
def pack(request: Request, found: Meeting, /, ending: str) -> HttpResponse:
    paper = pack_paper(request.actor, request.municipality, found)
    name, action = f"underlag {found.forum.name} {found.meets_on}", "forums.export_pack"
    return hand_out(request, found, paper, name, ending=ending, action=action)


@page(rules.READ_MEETING)
def calendar(request: Request, found: Meeting, /) -> HttpResponse:
    """The meeting alone, to be put into a calendar by hand."""
    trace(request.actor, "forums.export_meeting", concerning=found, reason="ics")
    content = feed([as_event(found)], found.forum.name)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="mote-{found.meets_on}.ics"'
    return response


@page(rules.READ_MINUTES)
def minutes(request: Request, found: Minutes, /, ending: str) -> HttpResponse:
    paper = minutes_paper(request.actor, request.municipality, found)
    meeting = found.meeting
    name, action = f"anteckningar {meeting.forum.name} {meeting.meets_on}", "forums.export_minutes"
    return hand_out(request, found, paper, name, ending=ending, action=action)


@page(rules.READ_FORUM)
def minute_book(request: Request, forum: Forum, /, ending: str) -> HttpResponse:
    """Every approved version that the reader may see, oldest first."""
    found = queries.minute_book(request.actor, forum.pk).order_by("meeting__meets_on", "pk")
    paper = book_paper(request.actor, request.municipality, forum, found)
    name, action = f"anteckningar {forum.name}", "forums.export_minute_book"
    return hand_out(request, forum, paper, name, ending=ending, action=action)
