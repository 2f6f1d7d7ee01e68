"""How an initiative is thought to work, by what that is measured, and what is said to have come."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_or_nothing
from samsyn.initiatives.models.indicator_words import ClaimLevel, LogicKind, Use
from samsyn.initiatives.models.indicators import Indicator
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.intake.api import bounded
from samsyn.organisation.api import known


class LogicStep(OwnedByMunicipality):
    """A link of the chain from problem to effect; `after` is what it follows from."""

    key = models.TextField()
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="steps")
    kind = models.TextField(choices=LogicKind)
    text = models.TextField()
    after = models.ForeignKey("self", models.PROTECT, null=True, related_name="next_steps")

    class Meta:
        constraints: ClassVar = [
            known("logic_step_kind_is_known", "kind", LogicKind),
            bounded("logic_step_is_bounded", "text"),
            models.CheckConstraint(
                name="logic_step_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Skriv vad steget är."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_logic_step_per_key",
                violation_error_message=_("Det finns redan ett steg med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class InitiativeMeasure(OwnedByMunicipality):
    """An indicator that an initiative is followed by, as a process or an outcome measure."""

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="measures", db_index=False
    )
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measured")
    use = models.TextField(choices=Use)
    step = models.ForeignKey(LogicStep, models.PROTECT, null=True, related_name="measures")

    class Meta:
        constraints: ClassVar = [
            known("measure_use_is_known", "use", Use),
            models.UniqueConstraint(
                fields=["initiative", "indicator"],
                name="one_use_of_an_indicator_per_initiative",
                violation_error_message=_("Insatsen följs redan med den indikatorn."),
            ),
        ]

    def __str__(self) -> str:
        return self.use


class Claim(OwnedByMunicipality):
    """What someone says that came of an initiative; without a measure it is a perception."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="claims")
    level = models.TextField(choices=ClaimLevel)
    text = models.TextField()
    said_on = models.DateField(null=True)
    said_by = models.TextField(blank=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="claims")

    class Meta:
        constraints: ClassVar = [
            known("claim_level_is_known", "level", ClaimLevel),
            bounded("claim_is_bounded", "text"),
            one_line_or_nothing("claim_source_is_one_line", "said_by"),
            models.CheckConstraint(
                name="claim_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Skriv vad som påstås."),
            ),
            models.CheckConstraint(
                name="a_perception_has_a_source",
                condition=Q(indicator__isnull=False) | ~Q(said_by=""),
                violation_error_message=_(
                    "Ange ett mått, eller vem som säger det: utan mått är det en upplevelse."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.level
