"""What is shown when a page cannot be: a sentence, a way on, and nothing about the system.

The pages are made without context processors, which may themselves need what has just failed.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from samsyn.pages.context import appearance


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return _error(
        request,
        400,
        _("Vi förstod inte frågan"),
        _("Adressen eller formuläret innehåller något som inte går att läsa."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = str(exception) or _("Du har inte behörighet att göra det här.")
    return _error(request, 403, _("Du får inte göra det här"), sentence)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    del reason
    return _error(
        request,
        403,
        _("Formuläret gick inte att ta emot"),
        _("Sidan har varit öppen för länge. Gå tillbaka, ladda om sidan och skicka igen."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return _error(
        request,
        404,
        _("Sidan finns inte"),
        _("Adressen kan vara fel, eller så har du inte tillgång till det som finns där."),
    )


def link_ended(request: HttpRequest) -> HttpResponse:
    """Say the same of a link that is wrong, too old or revoked: nothing of which it was."""
    return _error(
        request,
        404,
        _("Länken gäller inte längre"),
        _("Be den som sammankallar om en ny."),
    )


def too_many_tries(request: HttpRequest) -> HttpResponse:
    return _error(
        request,
        429,
        _("För många försök"),
        _("Många länkar som inte gäller har prövats härifrån. Försök igen om tio minuter."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _error(
        request,
        500,
        _("Något gick fel hos oss"),
        _("Ingenting har ändrats. Försök igen om en stund."),
    )


def _error(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    context = {**appearance(request), "title": title, "sentence": sentence, "here": "/"}
    return HttpResponse(render_to_string("pages/error.html", context), status=status)
