"""Risks, obstacles and proposals, as someone has found them, until it is told how they ended."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.governance.models.agreements import Agreement
from samsyn.intake.api import bounded
from samsyn.organisation.api import known, swedish_order


class RiskKind(models.TextChoices):
    RISK = "risk", _("risk")
    OBSTACLE = "obstacle", _("hinder")
    PROPOSAL = "proposal", _("förbättringsförslag")


class Likelihood(models.IntegerChoices):
    UNLIKELY = 1, _("osannolik")
    LESS_LIKELY = 2, _("mindre sannolik")
    POSSIBLE = 3, _("möjlig")
    LIKELY = 4, _("sannolik")


class Consequence(models.IntegerChoices):
    NEGLIGIBLE = 1, _("försumbar")
    SLIGHT = 2, _("lindrig")
    NOTICEABLE = 3, _("kännbar")
    SERIOUS = 4, _("allvarlig")


class Risk(OwnedByMunicipality):
    """What threatens the collaboration, stands in its way, or is proposed to an upper level.

    Who is to do something about it is a body or an agreement of an upper level; a function of the
    municipality owns it. It is closed in writing.
    """

    key = models.TextField()
    kind = models.TextField(choices=RiskKind)
    title = models.TextField()
    title_key = swedish_order("title")
    text = models.TextField(blank=True)
    category = models.TextField(blank=True)
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_risks"
    )
    towards_body = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="risks"
    )
    towards_agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, related_name="risks"
    )
    found_on = models.DateField()
    action = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    outcome = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            known("risk_kind_is_known", "kind", RiskKind),
            one_line_of_text("risk_title_is_one_line", "title"),
            one_line_or_nothing("risk_category_is_one_line", "category"),
            bounded("risk_is_bounded", "text"),
            bounded("risk_action_is_bounded", "action"),
            bounded("risk_outcome_is_bounded", "outcome"),
            models.CheckConstraint(
                name="risk_is_closed_in_writing",
                condition=Q(closed_on__isnull=True, outcome="")
                | Q(closed_on__isnull=False) & ~Q(outcome=""),
                violation_error_message=_("Skriv vad det blev av det, innan du avslutar."),
            ),
            models.CheckConstraint(
                name="risk_is_found_before_it_is_due",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("found_on")),
                violation_error_message=_("Det kan inte vara klart innan det upptäcktes."),
            ),
            models.CheckConstraint(
                name="risk_is_found_before_it_is_closed",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("found_on")),
                violation_error_message=_("Det kan inte avslutas innan det upptäcktes."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_risk_per_key",
                violation_error_message=_("Det finns redan en risk med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "found_on", "id"], name="risk_by_day"),
        ]

    def __str__(self) -> str:
        return self.title


class Judgement(OwnedByMunicipality):
    """How likely and how serious a risk was held to be on a day, and why; none is changed after."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="judgements", db_index=False)
    judged_on = models.DateField()
    likelihood = models.SmallIntegerField(choices=Likelihood)
    consequence = models.SmallIntegerField(choices=Consequence)
    why = models.TextField()

    class Meta:
        constraints: ClassVar = [
            bounded("judgement_is_bounded", "why"),
            models.CheckConstraint(
                name="judgement_says_why",
                condition=~Q(why=""),
                violation_error_message=_("Skriv varför ni bedömer det så."),
            ),
            models.CheckConstraint(
                name="judgement_is_from_one_to_four",
                condition=Q(likelihood__range=(1, 4), consequence__range=(1, 4)),
                violation_error_message=_("Sannolikhet och konsekvens är från 1 till 4."),
            ),
            models.UniqueConstraint(
                fields=["risk", "judged_on"],
                name="one_judgement_per_day",
                violation_error_message=_("Det finns redan en bedömning den dagen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.judged_on}"
