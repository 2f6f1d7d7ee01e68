"""Every question to the trail; the callers' permission comes from `access`."""

from uuid import UUID

from django.db.models import QuerySet

from samsyn.audit.models import Event, Outcome


def events_of(municipality_id: UUID) -> QuerySet[Event]:
    return Event.objects.filter(municipality_id=municipality_id).order_by("-at", "-pk")


def latest(most: int, *, only_refused: bool = False) -> QuerySet[Event]:
    """The newest events of the whole installation, for its operator."""
    rows = Event.objects.order_by("-at", "-pk")
    return (rows.filter(outcome=Outcome.REFUSED) if only_refused else rows)[:most]


def changes_to(municipality_id: UUID, object_ids: list[UUID]) -> QuerySet[Event]:
    return events_of(municipality_id).filter(object_id__in=object_ids, outcome=Outcome.DONE)
