"""Hands out what is printed, and leaves a trace of it."""

from collections.abc import Callable, Mapping

from django.db.models import Model
from django.http import HttpResponse
from django.utils import translation
from django.utils.text import slugify

from samsyn.access.doors import Request
from samsyn.access.entry import trace
from samsyn.printing.api import Document, Language, as_pdf, as_word

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PRINTERS: Mapping[str, tuple[Callable[[Document], bytes], str]] = {
    "pdf": (as_pdf, "application/pdf"),
    "docx": (as_word, _WORD),
}
PAPER_ENDINGS = tuple(_PRINTERS)


def paper_language() -> Language:
    """The language in which the reader has the site."""
    is_english = (translation.get_language() or "sv").startswith("en")
    return Language.ENGLISH if is_english else Language.SWEDISH


def hand_out(
    request: Request, row: Model, paper: Document, name: str, *, ending: str, action: str
) -> HttpResponse:
    """The paper about the row as a file; its name holds nothing that a file system minds."""
    write, media_type = _PRINTERS[ending]
    trace(request.actor, action, concerning=row, reason=ending)
    response = HttpResponse(write(paper), content_type=media_type)
    file_name = f"{slugify(name) or 'handling'}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
