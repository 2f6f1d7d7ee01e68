"""Shows a register, and leaves a trace when it is taken away as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise

from samsyn.access.doors import Request
from samsyn.access.entry import trace
from samsyn.pages.api import Crumb, Exported, Listing, list_page


@dataclass(frozen=True, slots=True)
class Button:
    """A way on from a page, for those who may."""

    label: str | Promise
    url: str
    variant: str = "primary"


def register_page(
    request: Request,
    listing: Listing[Any],
    title: str,
    *,
    lead: str = "",
    buttons: Sequence[Button] = (),
    above: Sequence[Crumb] = (),
) -> HttpResponse:
    """Show the register; `above` is the way back to what it is a part of."""
    trace_export(request, listing)
    context = {
        "title": title,
        "lead": lead,
        "buttons": buttons,
        "breadcrumbs": [*above, Crumb(title)],
    }
    return list_page(request, "pages/register.html", listing, context)


def trace_export(request: Request, listing: Exported) -> None:
    if listing.export:
        context = request.resolver_match.app_name  # type: ignore[union-attr]
        trace(request.actor, f"{context}.export_{listing.file_name}", reason=listing.export)
