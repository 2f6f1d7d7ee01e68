"""Questions about methods, and about venues and what they offer."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.models import Method, Service, Venue
from samsyn.initiatives.rules.portfolio import READ_METHOD, READ_VENUE
from samsyn.organisation.api import queries as organisation


def methods(actor: Actor) -> QuerySet[Any]:
    rows = visible(actor, READ_METHOD).annotate(used=Count("initiatives"))
    return rows.order_by("name_key", "pk")


def method_choices(actor: Actor) -> list[tuple[str, str]]:
    rows = visible(actor, READ_METHOD).order_by("name_key", "pk").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def methods_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Method]:
    return visible(actor, READ_METHOD).filter(pk__in=ids).order_by("pk")


def venues(actor: Actor) -> QuerySet[Any]:
    rows = visible(actor, READ_VENUE).select_related("area").annotate(used=Count("initiatives"))
    return rows.order_by("name_key", "pk")


def venue_choices(actor: Actor) -> list[tuple[str, str]]:
    rows = visible(actor, READ_VENUE).order_by("name_key", "pk").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def venues_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Venue]:
    return visible(actor, READ_VENUE).filter(pk__in=ids).order_by("pk")


def services(actor: Actor, venue_id: UUID) -> QuerySet[Any]:
    """What is and has been offered there: what is now first."""
    rows: QuerySet[Any] = within(Service, actor).filter(venue=venue_id)
    named: QuerySet[Any] = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    order = (F("ends_on").desc(nulls_first=True), F("starts_on").desc(nulls_last=True))
    return named.order_by(*order, "what", "pk")


def venue_and_services(actor: Actor, venue_id: UUID) -> QuerySet[Any]:
    """The ids of a venue and of what it offers, which can have sources."""
    whole: QuerySet[Any] = visible(actor, READ_VENUE).filter(pk=venue_id).order_by().values("pk")
    return whole.union(within(Service, actor).filter(venue=venue_id).order_by().values("pk"))


def services_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    seen: QuerySet[Any] = within(Service, actor).filter(
        pk__in=ids, venue__in=visible(actor, READ_VENUE)
    )
    return seen.select_related("venue")
