"""Packs, minutes and minute books to take away."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse
from django.utils.text import slugify

from samsyn.access.api import Request, page, trace
from samsyn.calendars.api import feed
from samsyn.forums import queries, rules
from samsyn.forums.feeds import as_event
from samsyn.forums.models import Forum, Meeting, Minutes
from samsyn.forums.web.papers import book_paper, minutes_paper, pack_paper
from samsyn.printing.api import Document, as_pdf, as_word

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PRINTERS: Mapping[str, tuple[Callable[[Document], bytes], str]] = {
    "pdf": (as_pdf, "application/pdf"),
    "docx": (as_word, _WORD),
}


def download(document: Document, name: str, ending: str) -> HttpResponse:
    """The document as a file; its name holds nothing that a file system minds."""
    write, media_type = PRINTERS[ending]
    response = HttpResponse(write(document), content_type=media_type)
    file_name = f"{slugify(name) or 'handling'}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


@page(rules.READ_MEETING)
def pack(request: Request, found: Meeting, /, ending: str) -> HttpResponse:
    paper = pack_paper(request.actor, request.municipality, found)
    trace(request.actor, "forums.export_pack", concerning=found, reason=ending)
    return download(paper, f"underlag {found.forum.name} {found.meets_on}", ending)


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
    trace(request.actor, "forums.export_minutes", concerning=found, reason=ending)
    meeting = found.meeting
    return download(paper, f"anteckningar {meeting.forum.name} {meeting.meets_on}", ending)


@page(rules.READ_FORUM)
def minute_book(request: Request, forum: Forum, /, ending: str) -> HttpResponse:
    """Every approved version that the reader may see, oldest first."""
    found = queries.minute_book(request.actor, forum.pk).order_by("meeting__meets_on", "pk")
    paper = book_paper(request.actor, request.municipality, forum, found)
    trace(request.actor, "forums.export_minute_book", concerning=forum, reason=ending)
    return download(paper, f"anteckningar {forum.name}", ending)
