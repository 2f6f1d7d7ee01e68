"""One view for browser and HTMX."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from samsyn.pages.export import download
from samsyn.pages.listing import Listing


def page_or_part(
    request: HttpRequest, page: str, *, part: str, context: Mapping[str, Any]
) -> HttpResponse:
    """Render `page`, or only `part` of it. The page works without script."""
    template = part if "HX-Request" in request.headers else page
    response = render(request, template, dict(context))
    patch_vary_headers(response, ["HX-Request"])
    return response


def list_page(
    request: HttpRequest, page: str, listing: Listing[Any], context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Show a list as a page, as a part of it, or as the file asked for."""
    if listing.export:
        return download(listing)
    response = page_or_part(
        request, page, part="pages/_listing.html", context={**(context or {}), "listing": listing}
    )
    if "HX-Request" in request.headers:
        response["HX-Push-Url"] = request.path + listing.address
    return response
