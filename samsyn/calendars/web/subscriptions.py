"""Answers calendar programs, which cannot sign in: what the owner of the address may see today."""

from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.access.api import act_as, bind, clock, trace, tries
from samsyn.audit.api import Outcome
from samsyn.calendars import queries
from samsyn.calendars.domain import Event
from samsyn.calendars.models import Feed
from samsyn.calendars.sources import events_of, title_of
from samsyn.calendars.writing import feed as written
from samsyn.kernel.errors import NotFoundError
from samsyn.pages import errors
from samsyn.pages.api import open_page

_WRONG = "feed"


@open_page
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """What is wrong, revoked or owned by someone who is no longer let in is not there."""
    if tries.are_used_up(request, _WRONG):
        return errors.too_many_tries(request)
    try:
        with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
            return _answer(request, token)
    except NotFoundError as refusal:
        tries.count(request, _WRONG)
        raise Http404 from refusal


def _answer(request: HttpRequest, token: str) -> HttpResponseBase:
    bind(None, None)
    found = queries.feed_of(token)
    often = f"feed-{found.pk}"
    if tries.are_used_up(request, often):
        return errors.too_many_tries(request)
    tries.count(request, often)
    actor = act_as(found.account_id, found.municipality_id, clock.now())
    subject = queries.subject_of(found)
    name = _("Mina möten") if subject.is_own else title_of(actor, subject)
    if name is None:
        raise NotFoundError
    events = events_of(actor, subject)
    answer = _conditional(request, _file(events, f"Samsyn: {name}"), events, found)
    if answer.status_code == HttpResponse.status_code:
        trace(actor, "calendars.fetch_feed", concerning=found, outcome=Outcome.SEEN)
    Feed.objects.filter(pk=found.pk).update(fetched_at=actor.now)
    return answer


def _file(events: list[Event], name: str) -> HttpResponse:
    response = HttpResponse(written(events, name), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="samsyn.ics"'
    response.headers["X-Robots-Tag"] = "noindex"
    # It may be kept by the program that fetched it, which has to ask whether it still holds.
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _conditional(
    request: HttpRequest, response: HttpResponse, events: list[Event], found: Feed
) -> HttpResponseBase:
    """Say only that nothing has changed to a program that has it all already."""
    etag = f'"{sha256(response.content).hexdigest()}"'
    newest = max((event.last_modified for event in events), default=found.created_at)
    changed = int(newest.timestamp())
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed)
    # A meeting that has been taken away leaves no newer moment: the tag alone can tell.
    return get_conditional_response(request, etag=etag, response=response) or response
