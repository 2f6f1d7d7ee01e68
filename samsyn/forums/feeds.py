"""The meetings that a calendar is given: one's own, or those of a forum; as the page shows them."""

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from samsyn.access.api import Actor, visible
from samsyn.calendars.api import LONG_AGO, Event, Subject, register_events, register_subject
from samsyn.forums import queries
from samsyn.forums.events import event_of
from samsyn.forums.models import Forum, Meeting
from samsyn.forums.rules import READ_FORUM

_FORUM = Forum._meta.label_lower


def register() -> None:
    register_events(_events)
    register_subject(Forum, _titles)


def subject_of(forum: Forum) -> dict[str, str]:
    """What the calendars' command is posted, to make a feed of the forum."""
    return {"object_type": _FORUM, "object_id": str(forum.pk)}


def _events(actor: Actor, subject: Subject) -> Iterator[Event]:
    if subject.object_id is not None and subject.object_type != _FORUM:
        return
    for meeting in queries.calendar_meetings(actor, subject.object_id):
        yield as_event(meeting)


def as_event(meeting: Meeting) -> Event:
    """What a calendar keeps: when, where and for whom; nothing of what was written."""
    # Of those that came by a file it is not known when they were changed.
    changed_at = meeting.changed_at or LONG_AGO
    return event_of(meeting, meeting.forum.name, changed_at, description=meeting.audience)


def _titles(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(visible(actor, READ_FORUM).filter(pk__in=ids).values_list("pk", "name"))
