"""The days of one's agreements that a calendar is given: their follow-up and their end."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events
from samsyn.governance.models import Agreement
from samsyn.governance.queries.agreements import agreements_with_days, terms_of

_A_DAY = timedelta(days=1)
# It is not known when an agreement was changed.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def register() -> None:
    register_events(_events)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: an agreement is no object to subscribe to."""
    if subject.object_id is not None:
        return
    for agreement in agreements_with_days(actor):
        for name, told, day in _days(agreement, actor.today):
            if day is not None and day < date.max:
                yield _event(agreement, name, told, day)


def _days(agreement: Agreement, today: date) -> Iterator[tuple[str, str, date | None]]:
    title = {"title": agreement.title}
    last = agreement.ends_on - _A_DAY if agreement.ends_on else None
    yield "uppfoljning", _("Följ upp %(title)s") % title, agreement.follow_up_on
    yield "slut", _("%(title)s slutar gälla") % title, last
    notice = terms_of(agreement).notice_by(today)
    yield "uppsagning", _("Sista dagen att säga upp %(title)s") % title, notice


def _event(agreement: Agreement, name: str, told: str, day: date) -> Event:
    address = settings.SAMSYN_ADDRESS
    return Event(
        uid=f"avtal-{name}-{agreement.pk}@{urlsplit(address).hostname}",
        summary=told,
        starts=day,
        ends=day + _A_DAY,
        last_modified=_LONG_AGO,
        url=f"{address}{reverse('governance:agreement', args=[agreement.pk])}",
    )
