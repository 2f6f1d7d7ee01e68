"""Surveys of how a forum works, answered so that nobody can tell who wrote what.

There is deliberately no row for a person's reply: it would hold her answers together, and the day
or moment of it would tie them to the trail.
"""

import hmac
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.forums.models.forums import Forum
from samsyn.forums.models.meetings import Meeting
from samsyn.intake.api import bounded
from samsyn.organisation.api import known

LOWEST, HIGHEST = 1, 5


class QuestionKind(models.TextChoices):
    SCALE = "scale", _("skala 1–5")
    TEXT = "text", _("egna ord")


class Survey(OwnedByMunicipality):
    """Questions to those who take part in a forum, about the forum or one of its meetings."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="surveys")
    key = models.TextField()
    title = models.TextField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="surveys")

    TOLD: ClassVar = {
        "answered_questions_stay": _("Någon har redan svarat. Då ändras inte frågorna."),
        "survey_with_results_is_not_prolonged": _(
            "Minst fem har svarat. Då går det inte att skjuta upp sista dagen."
        ),
    }

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("survey_title_is_one_line", "title"),
            models.CheckConstraint(
                name="survey_closes_after_it_opens",
                condition=Q(closes_on__gt=F("opens_on")),
                violation_error_message=_("Utvärderingen stänger innan den öppnar."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_survey_per_key",
                violation_error_message=_("Det finns redan en utvärdering med den nyckeln."),
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                name="one_survey_per_meeting",
                violation_error_message=_("Mötet har redan en utvärdering."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["forum", "closes_on"], name="survey_of_forum_by_day"),
        ]

    def __str__(self) -> str:
        return self.title

    def token_of(self, by: str) -> bytes:
        """What tells that `by` has answered; for another survey it is another.

        The secret is the survey's own, made of the site's, which is not in the database: a copy of
        the database alone does not tell who has answered.
        """
        site = settings.SECRET_KEY.encode()
        secret = hmac.digest(site, b"survey" + self.pk.bytes, "sha256")
        return hmac.digest(secret, by.encode(), "sha256")


class Question(OwnedByMunicipality):
    survey = models.ForeignKey(Survey, models.PROTECT, related_name="questions")
    ordinal = models.SmallIntegerField()
    kind = models.TextField(choices=QuestionKind)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("question_is_one_line", "text"),
            known("question_kind_is_known", "kind", QuestionKind),
            models.UniqueConstraint(
                fields=["survey", "ordinal"],
                name="one_question_per_place_in_a_survey",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.text


class SurveyAnswer(OwnedByMunicipality):
    """What someone answered to one question: a number or a text, and nothing about who or when."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    value = models.SmallIntegerField(null=True)
    text = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            bounded("survey_answer_is_bounded", "text"),
            models.CheckConstraint(
                name="survey_answer_is_a_number_or_a_text",
                condition=Q(value__range=(LOWEST, HIGHEST), text="")
                | (Q(value__isnull=True) & ~Q(text="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.question_id)


class Answered(OwnedByMunicipality):
    """Someone has answered, so that nobody answers twice; `token` tells who only to the site."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="answered", db_index=False)
    token = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "token"],
                name="survey_is_answered_once",
                violation_error_message=_("Du har redan svarat på utvärderingen."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.survey_id)
