"""What changed when in a body, told from the periods and not from memory."""

from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from samsyn.access.api import Actor, visible, within
from samsyn.organisation.domain import Change, Turn, newest_first
from samsyn.organisation.models import Appointment, Body
from samsyn.organisation.queries.bodies import body_names, placements
from samsyn.organisation.rules import READ_POSITION


def history(actor: Actor, body: Body) -> list[Change]:
    """Every change of name, place, functions and holders that is known, the newest first."""
    changes = [
        *_life(body),
        *_names(actor, body.pk),
        *_places(actor, body.pk),
        *_positions(actor, body.pk),
        *_holders(actor, body.pk),
    ]
    return newest_first(changes)


def _life(body: Body) -> Iterator[Change]:
    if body.starts_on:
        yield Change(body.starts_on, Turn.FOUNDED, "")
    if body.ends_on:
        yield Change(body.ends_on, Turn.ENDED, "")


def _names(actor: Actor, body_id: UUID) -> Iterator[Change]:
    names = list(body_names(actor, body_id))
    for later, earlier in pairwise(names):
        if later.starts_on:
            yield Change(later.starts_on, Turn.RENAMED, later.name, before=earlier.name)


def _places(actor: Actor, body_id: UUID) -> Iterator[Change]:
    for place in placements(actor, body_id):
        if place.starts_on:
            yield Change(place.starts_on, Turn.PLACED, place.parent_name, url_of=place.parent_id)


def _positions(actor: Actor, body_id: UUID) -> Iterator[Change]:
    for position in visible(actor, READ_POSITION).filter(body_id=body_id).order_by("pk"):
        if position.starts_on:
            yield Change(position.starts_on, Turn.POSITION_MADE, position.title)
        if position.ends_on:
            yield Change(position.ends_on, Turn.POSITION_ENDED, position.title)


def _holders(actor: Actor, body_id: UUID) -> Iterator[Change]:
    held = within(Appointment, actor).filter(position__body_id=body_id)
    for each in held.select_related("position", "person").order_by("pk"):
        who, what = each.person.name, each.position.title
        if each.starts_on:
            yield Change(each.starts_on, Turn.TOOK_UP, what, who, url_of=each.person_id)
        if each.ends_on:
            yield Change(each.ends_on, Turn.LEFT, what, who, url_of=each.person_id)
