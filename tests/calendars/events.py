"""A meeting, and a context of the tests' own that has meetings."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from samsyn.access.api import STOCKHOLM, Actor, visible
from samsyn.calendars import sources
from samsyn.calendars.api import Event, Party, Subject
from samsyn.organisation.models import Body
from samsyn.organisation.rules import READ_BODY
from tests import factories as make

EVENT = Event(
    uid="mote-1@samsyn.kommunen.se",
    summary="Samverkansforum, våren",
    starts=datetime(2027, 3, 29, 13, 0, tzinfo=STOCKHOLM),
    ends=datetime(2027, 3, 29, 15, 0, tzinfo=STOCKHOLM),
    last_modified=make.NOW,
    sequence=2,
    description="Dagordning:\n1. Närvaro; frånvaro, övrigt",
    place="Rådhuset, sal B",
    url="https://samsyn.kommunen.se/forum/moten/1/",
    organizer=Party("Eva Ek", "eva.ek@kommunen.se"),
    attendees=(Party("Kim Öst", "kim@example.org"), Party("Bo Al", "bo@example.org")),
)


def an_event(**more: Any) -> Event:
    return replace(EVENT, **more)


@contextmanager
def bodies_have_meetings() -> Iterator[None]:
    """Every body that the actor may see has a meeting, which is one's own and the body's."""
    events, titles = list(sources._EVENTS), dict(sources._TITLES)
    sources._EVENTS.clear()
    sources.register_events(_events)
    sources.register_subject(Body, _titles)
    try:
        yield
    finally:
        sources._EVENTS[:] = events
        sources._TITLES.clear()
        sources._TITLES.update(titles)


def _events(actor: Actor, subject: Subject) -> Iterable[Event]:
    rows = visible(actor, READ_BODY).order_by("key")
    if subject.object_id is not None:
        rows = rows.filter(pk=subject.object_id)
    return [an_event(uid=f"{row.pk}", summary=row.key) for row in rows]


def _titles(actor: Actor, ids: Any) -> dict[Any, str]:
    return {row.pk: row.key for row in visible(actor, READ_BODY).filter(pk__in=ids)}
