"""The files of agreements and governing documents, as they were sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from samsyn.access.api import Request, page
from samsyn.governance.models import Edition
from samsyn.governance.rules.agreements import READ_EDITION
from samsyn.governance.web.agreement_addresses import edition_url
from samsyn.pages.api import formats

_SHORT = 12
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class ShownEdition:
    """A file as a page shows it: what it is called, where it is, and what proves that it is it."""

    edition: Any
    url: str
    size: str
    checksum: str
    short: str


def shown(edition: Any) -> ShownEdition:
    checksum = bytes(edition.sha256).hex()
    return ShownEdition(
        edition, edition_url(edition.pk), size_in_words(edition.size), checksum, checksum[:_SHORT]
    )


def all_shown(editions: Iterable[Any]) -> list[ShownEdition]:
    return [shown(each) for each in editions]


def size_in_words(size: int) -> str:
    """How large a file is, as people say it."""
    if size < _MILLION:
        return _("%(number)s kB") % {"number": -(-size // 1000)}
    return _("%(number)s MB") % {"number": formats.number(size / _MILLION, 1)}


@page(READ_EDITION)
def download(request: Request, edition: Edition, /) -> HttpResponse:
    """The file byte for byte, to keep and never to show here: it is somebody else's."""
    del request
    response = HttpResponse(bytes(edition.content), content_type=edition.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=edition.file_name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
