"""The one way to write the trail."""

from datetime import datetime
from uuid import UUID

from django.db import models

from samsyn.audit.models import Event, Outcome


def record(
    action: str,
    *,
    at: datetime,
    municipality_id: UUID | None,
    account_id: UUID | None,
    outcome: Outcome,
    concerning: models.Model | None = None,
    object_type: str = "",
    object_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Add an event, in the caller's transaction."""
    if concerning is not None:
        object_type, object_id = concerning._meta.label_lower, concerning.pk
    Event.objects.create(
        at=at,
        municipality_id=municipality_id,
        account_id=account_id,
        action=action,
        object_type=object_type,
        object_id=object_id,
        reason=reason,
        outcome=outcome,
    )
