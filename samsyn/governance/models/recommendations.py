"""What an audit has recommended a body, what it answered, and whether it was done."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_or_nothing
from samsyn.forums.api import Meeting
from samsyn.governance.models.documents import GoverningDocument
from samsyn.intake.api import bounded


class Fulfilment(models.TextChoices):
    DONE = "done", _("genomförd")
    REJECTED = "rejected", _("avvisad")


class Recommendation(OwnedByMunicipality):
    """One recommendation to one body: each board answers for itself.

    How it stands is told from what is written: answered, acted on, and closed by a function.
    """

    key = models.TextField()
    audit = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="recommendations"
    )
    record = models.ForeignKey(
        "sources.SourceDocument", models.PROTECT, null=True, related_name="recommendations"
    )
    number = models.TextField(blank=True)
    text = models.TextField()
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="recommendations")
    given_on = models.DateField()
    answered_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    action = models.TextField(blank=True)
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_recommendations"
    )
    due_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    evidence_document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="+"
    )
    evidence_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(null=True)
    closed_as = models.TextField(choices=Fulfilment, blank=True)
    closed_by = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )
    result = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("recommendation_number_is_one_line", "number"),
            bounded("recommendation_is_bounded", "text"),
            bounded("recommendation_answer_is_bounded", "answer"),
            bounded("recommendation_action_is_bounded", "action"),
            bounded("recommendation_evidence_is_bounded", "evidence"),
            bounded("recommendation_result_is_bounded", "result"),
            models.CheckConstraint(
                name="recommendation_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Skriv vad som rekommenderas."),
            ),
            models.CheckConstraint(
                name="recommendation_is_from_one_audit",
                condition=Q(audit__isnull=True) ^ Q(record__isnull=True),
                violation_error_message=_(
                    "Ange granskningen: antingen ett styrdokument eller en källa."
                ),
            ),
            models.CheckConstraint(
                name="recommendation_is_answered_in_writing",
                condition=Q(answered_on__isnull=True, answer="")
                | Q(answered_on__isnull=False) & ~Q(answer=""),
                violation_error_message=_("Svaret ska ha både en dag och en text."),
            ),
            models.CheckConstraint(
                name="recommendation_is_closed_in_writing",
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, closed_as="", result="")
                | Q(
                    closed_on__isnull=False,
                    closed_by__isnull=False,
                    closed_as__in=Fulfilment.values,
                )
                & ~Q(result=""),
                violation_error_message=_(
                    "Skriv vad som är gjort eller varför den är avvisad, när och av vem."
                ),
            ),
            models.CheckConstraint(
                name="recommendation_is_given_first",
                condition=(Q(answered_on__isnull=True) | Q(answered_on__gte=F("given_on")))
                & (Q(due_on__isnull=True) | Q(due_on__gte=F("given_on")))
                & (Q(closed_on__isnull=True) | Q(closed_on__gte=F("given_on"))),
                violation_error_message=_("Dagen är före den dag då rekommendationen gavs."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_recommendation_per_key",
                violation_error_message=_("Det finns redan en rekommendation med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "given_on", "id"], name="recommendation_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}".strip()
