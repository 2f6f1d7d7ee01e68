"""Shows a register, and leaves a trace when it is taken away as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from django.http import HttpResponse
from django.utils.functional import Promise

from samsyn.access.doors import Request
from samsyn.access.entry import trace
from samsyn.pages.api import Crumb, Exported, Listing, Tab, list_page


@dataclass(frozen=True, slots=True)
class Button:
    """A way on from a page, for those who may."""

    label: str | Promise
    url: str
    variant: str = "primary"


class Around(TypedDict, total=False):
    """What stands around a register: the way back is `above`, other ways to look are `tabs`."""

    lead: str
    buttons: Sequence[Button]
    above: Sequence[Crumb]
    tabs: Sequence[Tab]


def register_page(
    request: Request, listing: Listing[Any], title: str, **around: Unpack[Around]
) -> HttpResponse:
    trace_export(request, listing)
    context = {
        "title": title,
        "lead": around.get("lead", ""),
        "buttons": around.get("buttons", ()),
        "tabs": around.get("tabs", ()),
        "breadcrumbs": [*around.get("above", ()), Crumb(title)],
    }
    return list_page(request, "pages/register.html", listing, context)


def trace_export(request: Request, listing: Exported) -> None:
    if listing.export:
        context = request.resolver_match.app_name
        trace(request.actor, f"{context}.export_{listing.file_name}", reason=listing.export)
