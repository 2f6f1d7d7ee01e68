"""Questions about areas and contact points."""

from django.db.models import Model, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.organisation.models import Area, AreaBoundary, ContactPoint
from samsyn.organisation.rules import READ_AREA


def areas(actor: Actor) -> QuerySet[Area]:
    return visible(actor, READ_AREA).select_related("parent").order_by("name_key", "pk")


def area_choices(actor: Actor) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in areas(actor).values_list("pk", "name")]


def boundaries(actor: Actor) -> QuerySet[AreaBoundary]:
    """Where the areas are that may be seen, each with its area."""
    rows = within(AreaBoundary, actor).filter(area__in=visible(actor, READ_AREA).order_by())
    return rows.select_related("area").order_by("area__name_key", "pk")


def contact_points(actor: Actor, owner: Model) -> QuerySet[ContactPoint]:
    """How to reach a body, a position or a person."""
    rows = within(ContactPoint, actor).filter(**{owner._meta.model_name or "": owner})
    return rows.order_by("kind", "label", "value", "pk")
