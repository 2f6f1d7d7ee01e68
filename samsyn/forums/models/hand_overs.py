"""What is handed over when a person leaves a function."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality
from samsyn.intake.api import bounded


class HandOver(OwnedByMunicipality):
    """From one holder of a function to the next; whole when the next has accepted it.

    Duties, forums, follow-ups and meetings follow the function by themselves: `notes` are what
    only the one who leaves knows.
    """

    position = models.ForeignKey("organisation.Position", models.PROTECT, related_name="hand_overs")
    leaver = models.ForeignKey("organisation.Person", models.PROTECT, related_name="left_behind")
    left_on = models.DateField()
    notes = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    successor = models.ForeignKey(
        "organisation.Person", models.PROTECT, null=True, related_name="taken_over"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            bounded("hand_over_notes_are_bounded", "notes"),
            models.CheckConstraint(
                name="accepted_hand_over_has_a_successor",
                condition=Q(successor__isnull=True, accepted_at__isnull=True)
                | Q(successor__isnull=False, accepted_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["position", "leaver", "left_on"],
                name="function_is_handed_over_once",
                violation_error_message=_("Överlämningen är redan påbörjad."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position_id} {self.left_on}"
