"""The days of one's agreements that a calendar is given: their follow-up and their end."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events, whole_day
from samsyn.governance.models import Agreement
from samsyn.governance.queries.agreements import agreements_with_days, terms_of
from samsyn.governance.web.agreement_addresses import agreement_url

_A_DAY = timedelta(days=1)


def register() -> None:
    register_events(_events)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: an agreement is no object to subscribe to."""
    if subject.object_id is not None:
        return
    for agreement in agreements_with_days(actor):
        for name, told, day in _days(agreement, actor.today):
            if day is not None and day < date.max:
                yield whole_day(
                    f"avtal-{name}-{agreement.pk}", day, told, agreement_url(agreement.pk)
                )


def _days(agreement: Agreement, today: date) -> Iterator[tuple[str, str, date | None]]:
    title = {"title": agreement.title}
    last = agreement.ends_on - _A_DAY if agreement.ends_on else None
    yield "uppfoljning", _("Följ upp %(title)s") % title, agreement.follow_up_on
    yield "slut", _("%(title)s slutar gälla") % title, last
    notice = terms_of(agreement).notice_by(today)
    yield "uppsagning", _("Sista dagen att säga upp %(title)s") % title, notice
