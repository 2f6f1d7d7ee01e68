"""The days of the deviations that one takes care of, as calendars hold them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events, whole_day
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.web.deviation_addresses import deviation_url


def register() -> None:
    register_events(events)


def events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: a deviation is no object to subscribe to."""
    if subject.object_id is not None:
        return
    for row in queries.mine_to_handle(actor):
        title = {"title": row.title}
        waits = row.answered_on is None
        if waits and row.answer_by is not None:
            told = _("Svara på avvikelsen %(title)s") % title
            yield whole_day(f"avvikelse-{row.pk}", row.answer_by, told, deviation_url(row))
        if waits and row.lift_by is not None:
            told = _("Dags att lyfta avvikelsen %(title)s") % title
            yield whole_day(f"avvikelse-lyft-{row.pk}", row.lift_by, told, deviation_url(row))
