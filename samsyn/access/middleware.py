"""Ends a session that has lain idle or lasted too long."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samsyn.access import clock

_STARTED, _SEEN = "started_at", "seen_at"
_IDLE_STEP = 60


class SessionLimits:
    """Sign out after SESSION_IDLE_SECONDS without a click, and after SESSION_COOKIE_AGE at last."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _limit(request)
        return self.get_response(request)


def _limit(request: HttpRequest) -> None:
    now = int(clock.now().timestamp())
    session = request.session
    started, seen = session.get(_STARTED, now), session.get(_SEEN, now)
    idle = timedelta(seconds=now - seen) > timedelta(seconds=settings.SESSION_IDLE_SECONDS)
    if idle or now - started > settings.SESSION_COOKIE_AGE:
        logout(request)
        messages.info(request, _("Du har loggats ut eftersom du inte har varit aktiv på ett tag."))
        return
    session.setdefault(_STARTED, now)
    if now - seen >= _IDLE_STEP or _SEEN not in session:
        session[_SEEN] = now
