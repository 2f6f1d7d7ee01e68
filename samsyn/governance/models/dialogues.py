"""What people have said when they were asked, told without names."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.governance.models.documents import GoverningDocument
from samsyn.intake.api import bounded


class Dialogue(OwnedByMunicipality):
    """That a group of people was asked: when, which group, how many, and what was said in short.

    It is told in a document, which an area may rest on. A source need not tell the day.
    """

    document = models.ForeignKey(GoverningDocument, models.PROTECT, related_name="dialogues")
    held_on = models.DateField(null=True)
    with_whom = models.TextField()
    count = models.IntegerField(null=True)
    said = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("dialogue_is_with_someone", "with_whom"),
            bounded("dialogue_is_bounded", "said"),
            models.CheckConstraint(
                name="dialogue_count_is_a_count",
                condition=Q(count__isnull=True) | Q(count__range=(1, 100_000)),
                violation_error_message=_("Skriv hur många som deltog, minst 1."),
            ),
        ]

    def __str__(self) -> str:
        return self.with_whom
