"""Language and appearance, which anyone may choose."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from samsyn.pages.context import APPEARANCE_COOKIE, SCHEMES
from samsyn.pages.open import open_page

_YEAR: Final = 365 * 24 * 60 * 60


@open_page
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    return set_language(request)


@open_page
@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    response = redirect(_way_back(request))
    chosen = request.POST.get("scheme", "")
    if chosen in SCHEMES:
        response.set_cookie(
            APPEARANCE_COOKIE,
            chosen,
            max_age=_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _way_back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours else "/"
