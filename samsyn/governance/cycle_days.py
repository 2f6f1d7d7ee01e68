"""When what recurs is due, as calendars hold it: one's own, or all of the annual cycle."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality
from samsyn.calendars.api import Event, Subject, register_events, register_subject
from samsyn.governance.queries import duties as queries
from samsyn.governance.queries.duties import Due
from samsyn.organisation.api import queries as organisation

_CYCLE = Municipality._meta.label_lower
_A_DAY = timedelta(days=1)
# When somebody last wrote of it is in the trail, and no calendar has to know.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def register() -> None:
    register_events(_events)
    register_subject(Municipality, _titles)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    rows = queries.of_today(actor)
    if subject.object_id is None:
        held = organisation.functions_of_account(actor).values("pk")
        rows = rows.filter(Q(owner__in=held))
    elif subject.object_type != _CYCLE or subject.object_id != actor.municipality_id:
        return
    for due in queries.around_today(actor, rows):
        yield _event(due)


def _event(due: Due) -> Event:
    day, duty = due.when.due_on, due.duty
    return Event(
        uid=f"plikt-{duty.pk}-{day}@{urlsplit(settings.SAMSYN_ADDRESS).hostname}",
        summary=_("Senast: %(title)s") % {"title": duty.title},
        starts=day,
        ends=day + _A_DAY,
        last_modified=_LONG_AGO,
        url=f"{settings.SAMSYN_ADDRESS}{reverse('governance:duty', args=[duty.pk])}",
    )


def _titles(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, str]:
    return {pk: _("Årshjul") for pk in ids if pk == actor.municipality_id}
