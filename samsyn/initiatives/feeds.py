"""The days of initiatives that a calendar is given: when they are followed up, and their end."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events, whole_day
from samsyn.initiatives.queries import activities
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.web.addresses import initiative_url

_A_DAY = timedelta(days=1)


def register() -> None:
    register_events(_events)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: an initiative is no object to subscribe to."""
    if subject.object_id is not None:
        return
    for each in queries.my_evaluations(actor):
        told = _("Följ upp %(title)s") % {"title": each.initiative.title}
        url = initiative_url(each.initiative_id)
        yield whole_day(f"insats-{each.pk}", each.due_on, told, url)
    for task in activities.my_tasks(actor).filter(due_on__isnull=False):
        told = _("Klart senast: %(what)s") % {"what": task.what}
        url = f"{initiative_url(task.initiative_id)}#lista"
        yield whole_day(f"insats-uppgift-{task.pk}", task.due_on, told, url)
    for row in queries.mine_with_an_end(actor):
        told = _("%(title)s slutar") % {"title": row.title}
        yield whole_day(f"insats-slut-{row.pk}", row.ends_on - _A_DAY, told, initiative_url(row.pk))
