"""Consultation rounds (remisser): a text sent to bodies, what they say, and what came of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.forums.api import Forum
from samsyn.governance.models.documents import Edition, GoverningDocument
from samsyn.intake.api import bounded
from samsyn.organisation.api import swedish_order


class Regard(models.TextChoices):
    MET = "met", _("tillgodosett")
    PARTLY = "partly", _("delvis tillgodosett")
    NOT_MET = "not_met", _("inte tillgodosett")


class Consultation(OwnedByMunicipality):
    """A question about a text, to bodies, until a last day; compiled, it changes no more.

    What they are asked about is a document in the very edition that it had, or a text.
    """

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    question = models.TextField()
    text = models.TextField(blank=True)
    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="consultations"
    )
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="consultations")
    sent_on = models.DateField()
    answer_by = models.DateField()
    compiled_on = models.DateField(null=True)
    summary = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("consultation_title_is_one_line", "title"),
            bounded("consultation_question_is_bounded", "question"),
            bounded("consultation_text_is_bounded", "text"),
            bounded("consultation_summary_is_bounded", "summary"),
            models.CheckConstraint(
                name="consultation_asks_something",
                condition=~Q(question=""),
                violation_error_message=_("Skriv vad ni frågar om."),
            ),
            models.CheckConstraint(
                name="consultation_is_about_something",
                condition=~Q(text="") | Q(document__isnull=False),
                violation_error_message=_("Skriv texten, eller välj ett styrdokument."),
            ),
            models.CheckConstraint(
                name="consultation_edition_is_of_a_document",
                condition=Q(edition__isnull=True) | Q(document__isnull=False),
            ),
            models.CheckConstraint(
                name="consultation_is_sent_before_it_ends",
                condition=Q(answer_by__gte=F("sent_on")),
                violation_error_message=_("Sista dagen är före dagen då remissen skickas."),
            ),
            models.CheckConstraint(
                name="consultation_is_compiled_in_writing",
                condition=Q(compiled_on__isnull=True, summary="")
                | Q(compiled_on__isnull=False, compiled_on__gte=F("sent_on")) & ~Q(summary=""),
                violation_error_message=_("Skriv vad som ändrades av yttrandena."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_consultation_per_key",
                violation_error_message=_("Det finns redan en remiss med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "answer_by", "id"], name="consultation_by_day"),
        ]

    def __str__(self) -> str:
        return self.title


class Statement(OwnedByMunicipality):
    """What one body says (yttrande), by which function, and how it was met and why."""

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="statements", db_index=False
    )
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="statements")
    stated_on = models.DateField(null=True)
    stated_by = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )
    text = models.TextField(blank=True)
    regard = models.TextField(choices=Regard, blank=True)
    because = models.TextField(blank=True)
    changed = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            bounded("statement_is_bounded", "text"),
            bounded("statement_reason_is_bounded", "because"),
            bounded("statement_change_is_bounded", "changed"),
            models.CheckConstraint(
                name="statement_is_made_in_writing",
                condition=Q(stated_on__isnull=True, stated_by__isnull=True, text="", regard="")
                | Q(stated_on__isnull=False) & ~Q(text=""),
                violation_error_message=_("Skriv yttrandet och vilken dag det lämnades."),
            ),
            models.CheckConstraint(
                name="statement_is_met_with_a_reason",
                condition=Q(regard="", because="", changed="")
                | Q(regard=Regard.MET)
                | Q(regard__in=[Regard.PARTLY, Regard.NOT_MET]) & ~Q(because=""),
                violation_error_message=_("Skriv varför yttrandet inte helt är tillgodosett."),
            ),
            models.UniqueConstraint(
                fields=["consultation", "body"],
                name="one_statement_per_body",
                violation_error_message=_("Organet är redan med i remissen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stated_on}"
