"""Where the events of a feed come from; each context registers its own at start."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from uuid import UUID

from django.db.models import Model

from samsyn.access.api import Actor
from samsyn.calendars.domain import Event, Subject

Events = Callable[[Actor, Subject], Iterable[Event]]
Titles = Callable[[Actor, Collection[UUID]], Mapping[UUID, str]]

_MOST = 2_000

_EVENTS: list[Events] = []
_TITLES: dict[str, Titles] = {}


def register_events(events: Events) -> None:
    """Have `events` asked for every feed; it gives only what the actor may see now.

    For a subject that is the owner's own it gives her meetings, for an object those of the object,
    and for an object of another kind nothing.
    """
    if events not in _EVENTS:
        _EVENTS.append(events)


def register_subject(model: type[Model], titles: Titles) -> None:
    """Let the rows of a model have feeds; `titles` leaves out those that the actor may not see."""
    _TITLES[model._meta.label_lower] = titles


def events_of(actor: Actor, subject: Subject) -> list[Event]:
    """What the actor may see today, by the earliest start; at most two thousand."""
    found = chain.from_iterable(_asked(actor, subject))
    return sorted(islice(found, _MOST), key=lambda event: (event.starts.isoformat(), event.uid))


def _asked(actor: Actor, subject: Subject) -> Iterator[Iterable[Event]]:
    return (events(actor, subject) for events in _EVENTS)


def title_of(actor: Actor, subject: Subject) -> str | None:
    """What an object is called; nothing if it is not there, or not for the actor to see."""
    titles = _TITLES.get(subject.object_type)
    if titles is None or subject.object_id is None:
        return None
    return titles(actor, [subject.object_id]).get(subject.object_id)
