"""The last days of what one has to answer or to see done, as calendars hold them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.calendars.api import Event, Subject, register_events, whole_day
from samsyn.governance.queries import consultations, priorities, recommendations, risks
from samsyn.governance.web.consultations import consultation_url
from samsyn.governance.web.priorities import assignment_url
from samsyn.governance.web.recommendations import name_of, recommendation_url
from samsyn.governance.web.risks import risk_url


def register() -> None:
    register_events(_events)


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    """Only for one's own feed: none of it is an object to subscribe to."""
    if subject.object_id is not None:
        return
    for each in consultations.awaited_of_me(actor):
        told = _("Svara på remissen %(title)s") % {"title": each.consultation.title}
        url = consultation_url(each.consultation)
        yield whole_day(f"yttrande-{each.pk}", each.consultation.answer_by, told, url)
    for row in risks.my_open_risks(actor).filter(due_on__isnull=False):
        yield whole_day(f"risk-{row.pk}", row.due_on, _by(row.title), risk_url(row))
    for row in recommendations.my_open_recommendations(actor).filter(due_on__isnull=False):
        told, url = _by(name_of(row)), recommendation_url(row)
        yield whole_day(f"rekommendation-{row.pk}", row.due_on, told, url)
    for given in priorities.my_assignments(actor):
        if given.report_on is not None:
            told, url = _("Redovisa %(title)s") % {"title": given.title}, assignment_url(given)
            yield whole_day(f"uppdrag-{given.pk}", given.report_on, told, url)


def _by(title: str) -> str:
    return _("Klart senast: %(title)s") % {"title": title}
