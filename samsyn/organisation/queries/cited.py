"""What has sources in the organisation: many rows of a kind at once, by their ids."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.organisation.models import Appointment, BodyName, Placement
from samsyn.organisation.queries.bodies import name_on
from samsyn.organisation.rules import READ_BODY, READ_POSITION


def names_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[BodyName]:
    return within(BodyName, actor).filter(pk__in=ids, body__in=visible(actor, READ_BODY))


def placements_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    """Where bodies lie, with what both are called today."""
    rows = within(Placement, actor).filter(pk__in=ids, body__in=visible(actor, READ_BODY))
    named: QuerySet[Any] = rows.select_related("body").annotate(
        body_name=name_on(actor.today, "body_id"), parent_name=name_on(actor.today, "parent_id")
    )
    return named


def positions_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    """Functions of any time, with what the body is called today."""
    rows = visible(actor, READ_POSITION).filter(pk__in=ids)
    named: QuerySet[Any] = rows.annotate(body_name=name_on(actor.today, "body_id"))
    return named


def appointments_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    """Who holds what, with what the body is called today."""
    rows = within(Appointment, actor).filter(pk__in=ids, position__in=visible(actor, READ_POSITION))
    named: QuerySet[Any] = rows.select_related("person", "position").annotate(
        body_name=name_on(actor.today, "position__body_id")
    )
    return named


def body_and_parts(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """The ids of a body, of its names and of its places: what its page tells the sources of."""
    body = visible(actor, READ_BODY).filter(pk=body_id).order_by().values("pk")
    names = within(BodyName, actor).filter(body_id=body_id).order_by().values("pk")
    places = within(Placement, actor).filter(body_id=body_id).order_by().values("pk")
    return body.union(names, places, all=True)
