"""When what recurs is due, as calendars hold it: one's own, or all of the annual cycle."""

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality
from samsyn.calendars.api import Event, Subject, register_events, register_subject, whole_day
from samsyn.governance.queries import duties as queries
from samsyn.governance.queries.duties import Due
from samsyn.governance.rules.grounds import is_owned
from samsyn.pages.api import page_url

_CYCLE = Municipality._meta.label_lower


def register() -> None:
    register_events(_events)
    register_subject(Municipality, _titles)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    rows = queries.of_today(actor)
    if subject.object_id is None:
        rows = rows.filter(is_owned(actor))
    elif subject.object_type != _CYCLE or subject.object_id != actor.municipality_id:
        return
    for due in queries.around_today(actor, rows):
        yield _event(due)


def _event(due: Due) -> Event:
    day, duty = due.when.due_on, due.duty
    told = _("Senast: %(title)s") % {"title": duty.title}
    return whole_day(f"plikt-{duty.pk}-{day}", day, told, page_url("governance:duty", duty.pk))


def _titles(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, str]:
    return {pk: _("Årshjul") for pk in ids if pk == actor.municipality_id}
