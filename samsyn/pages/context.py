"""What every template may use: language, appearance and the name of the product."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

PRODUCT = "Samsyn"
APPEARANCE_COOKIE = "samsyn_appearance"
# Another context answers there; an address is all that pages may know of it.
SEARCH_ADDRESS = "/sok/"
SCHEMES = ("auto", "light", "dark")


def appearance(request: HttpRequest) -> dict[str, Any]:
    return {
        "product": PRODUCT,
        "language": (translation.get_language() or settings.LANGUAGE_CODE)[:2],
        "languages": settings.LANGUAGES,
        "search_address": SEARCH_ADDRESS,
        "color_scheme": color_scheme(request),
        # A page shown in answer to a post cannot be asked for again by its address.
        "here": request.get_full_path() if request.method == "GET" else "/",
    }


def color_scheme(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(APPEARANCE_COOKIE, "")
    return chosen if chosen in SCHEMES else "auto"
