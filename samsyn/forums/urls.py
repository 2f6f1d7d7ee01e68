"""Stands in until the pages of the forums themselves are here: the way to the meetings."""

from django.http import HttpResponse
from django.urls import path

from samsyn.access.api import Municipality, Request, page
from samsyn.forums import rules
from samsyn.forums.models import Forum
from samsyn.forums.web.meeting_urls import urlpatterns as of_meetings

app_name = "forums"


@page(rules.READ_FORUMS)
def _forums(_request: Request, _municipality: Municipality, /) -> HttpResponse:
    return HttpResponse()


@page(rules.READ_FORUM)
def _forum(_request: Request, _found: Forum, /) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("forum/", _forums, name="forums"),
    path("forum/<uuid:pk>/", _forum, name="forum"),
    *of_meetings,
]
