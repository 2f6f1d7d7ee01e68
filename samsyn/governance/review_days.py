"""The days of one's documents that a calendar is given: their review and their end."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events, whole_day
from samsyn.governance.queries.documents import mine_with_days
from samsyn.governance.web.document_addresses import document_url

_A_DAY = timedelta(days=1)


def register() -> None:
    register_events(_events)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: a document is no object to subscribe to."""
    if subject.object_id is not None:
        return
    for document in mine_with_days(actor):
        title = {"title": document.title}
        if document.review_on:
            yield _event(document, "oversyn", _("Se över %(title)s") % title, document.review_on)
        if document.ends_on:
            last = document.ends_on - _A_DAY
            yield _event(document, "slut", _("%(title)s slutar gälla") % title, last)


def _event(document: Any, name: str, told: str, day: date) -> Event:
    return whole_day(f"styrdokument-{name}-{document.pk}", day, told, document_url(document.pk))
