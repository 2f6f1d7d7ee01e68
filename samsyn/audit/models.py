import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    SEEN = "seen", _("visad")
    DONE = "done", _("gjord")
    REFUSED = "refused", _("nekad")


class Event(models.Model):
    """Identifiers, action, ground and time; the table refuses change by trigger.

    `municipality_id` is empty for what happens outside every municipality, such as a stranger's
    attempt. Account and object are plain identifiers, so that the trail outlives them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    # Without an index of its own: the one by time begins with it.
    municipality = models.ForeignKey(
        "access.Municipality", models.PROTECT, null=True, db_index=False
    )
    account_id = models.UUIDField(null=True)
    action = models.TextField()
    object_type = models.TextField(blank=True)
    object_id = models.UUIDField(null=True)
    reason = models.TextField(blank=True)
    outcome = models.TextField(choices=Outcome)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="event_outcome_is_known", condition=Q(outcome__in=Outcome.values)
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "-at"], name="event_by_time"),
            models.Index(fields=["object_id", "-at"], name="event_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.outcome}"
