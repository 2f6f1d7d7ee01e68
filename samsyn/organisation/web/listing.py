"""Shows a register, and leaves a trace when it is taken away as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise

from samsyn.access.api import Request, trace
from samsyn.pages.api import Crumb, Listing, list_page


@dataclass(frozen=True, slots=True)
class Button:
    """A way on from a page, for those who may."""

    label: str | Promise
    url: str


def register_page(
    request: Request,
    listing: Listing[Any],
    title: str,
    *,
    lead: str = "",
    buttons: Sequence[Button] = (),
) -> HttpResponse:
    if listing.export:
        trace(request.actor, f"organisation.export_{listing.file_name}", reason=listing.export)
    context = {
        "title": title,
        "lead": lead,
        "buttons": buttons,
        "breadcrumbs": [Crumb(title)],
    }
    return list_page(request, "organisation/register.html", listing, context)
