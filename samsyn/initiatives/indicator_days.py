"""The days by which values of one's indicators are waited for, as calendars hold them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events, whole_day
from samsyn.initiatives.queries.indicators import my_awaited
from samsyn.initiatives.web.indicator_addresses import indicator_url
from samsyn.initiatives.web.indicator_words import span


def register() -> None:
    register_events(_events)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: an indicator is no object to subscribe to."""
    if subject.object_id is not None:
        return
    for row, period, due_on in my_awaited(actor):
        told = _("Skriv in %(name)s för %(period)s") % {"name": row.name, "period": span(period)}
        url = indicator_url(row.pk)
        yield whole_day(f"indikator-{row.pk}-{period.starts_on}", due_on, told, url)
