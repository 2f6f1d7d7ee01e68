"""The annual cycle: what recurs, on what ground, who sees to it, and when it was done."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.forums.api import Forum, Meeting
from samsyn.governance.domain.cycle import Rule, Turn
from samsyn.governance.models.agreements import Agreement
from samsyn.governance.models.documents import GoverningDocument
from samsyn.governance.models.laws import Law
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known, swedish_order


class DutyKind(models.TextChoices):
    MEETING = "meeting", _("möte")
    REPORT = "report", _("rapport")
    REVIEW = "review", _("översyn")
    FOLLOW_UP = "follow_up", _("uppföljning")
    PLAN = "plan", _("plan eller budget")
    OTHER = "other", _("annat")


class Recurs(models.TextChoices):
    DAY = Turn.DAY.value, _("varje år, senast en viss dag")
    WEEK = Turn.WEEK.value, _("varje år, en viss vecka")
    MONTHS = Turn.MONTHS.value, _("ett antal månader efter förra gången")


class Duty(OwnedByMunicipality, HasPeriod):
    """Something that recurs and that somebody is to see to; `agenda` is what it has to take up."""

    key = models.TextField()
    kind = models.TextField(choices=DutyKind)
    title = models.TextField()
    title_key = swedish_order("title")
    what = models.TextField(blank=True)
    agenda = models.TextField(blank=True)
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="cycle_duties"
    )
    owner_forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="cycle_duties")
    recurs = models.TextField(choices=Recurs)
    every = models.SmallIntegerField(default=1)
    by_month = models.SmallIntegerField(null=True)
    by_day = models.SmallIntegerField(null=True)
    week = models.SmallIntegerField(null=True)
    counts_from = models.DateField(null=True)
    days_ahead = models.SmallIntegerField(default=30)
    law = models.ForeignKey(Law, models.PROTECT, null=True, related_name="cycle_duties")
    place = models.TextField(blank=True)
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="cycle_duties")
    document = models.ForeignKey(
        GoverningDocument, models.PROTECT, null=True, related_name="cycle_duties"
    )
    basis = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("duty_ends_after_it_starts"),
            known("duty_kind_is_known", "kind", DutyKind),
            known("duty_recurs_as_is_known", "recurs", Recurs),
            one_line_of_text("duty_title_is_one_line", "title"),
            one_line_or_nothing("duty_place_is_one_line", "place"),
            one_line_or_nothing("duty_basis_is_one_line", "basis"),
            bounded("duty_is_bounded", "what"),
            bounded("duty_agenda_is_bounded", "agenda"),
            models.CheckConstraint(
                name="duty_recurs_by_one_rule",
                condition=Q(
                    recurs=Recurs.DAY,
                    by_month__range=(1, 12),
                    by_day__range=(1, 31),
                    week__isnull=True,
                )
                | Q(
                    recurs=Recurs.WEEK,
                    week__range=(1, 53),
                    by_month__isnull=True,
                    by_day__isnull=True,
                )
                | Q(
                    recurs=Recurs.MONTHS,
                    counts_from__isnull=False,
                    week__isnull=True,
                    by_month__isnull=True,
                    by_day__isnull=True,
                ),
                violation_error_message=_(
                    "Skriv när det ska vara gjort: en dag, en vecka eller "
                    "hur många månader efter förra gången."
                ),
            ),
            models.CheckConstraint(
                name="duty_recurs_within_ten_years",
                condition=Q(every__range=(1, 120)),
                violation_error_message=_("Skriv ett tal mellan 1 och 120."),
            ),
            models.CheckConstraint(
                name="every_other_year_is_counted_from_one",
                condition=Q(every=1) | Q(counts_from__isnull=False),
                violation_error_message=_("Skriv från vilken dag det räknas."),
            ),
            models.CheckConstraint(
                name="duty_is_told_of_within_a_year",
                condition=Q(days_ahead__range=(0, 366)),
                violation_error_message=_("Skriv mellan 0 och 366 dagar."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_duty_per_key",
                violation_error_message=_("Det finns redan en plikt med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rule(self) -> Rule:
        return Rule(
            Turn(self.recurs),
            self.every,
            self.by_month or 0,
            self.by_day or 0,
            self.week or 0,
            self.counts_from,
            self.period,
        )


class DutyDone(OwnedByMunicipality):
    """That it was done one of the times when it was due, with what came of it."""

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="done", db_index=False)
    due_on = models.DateField()
    done_on = models.DateField()
    result = models.TextField(blank=True)
    document = models.ForeignKey(GoverningDocument, models.PROTECT, null=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            bounded("duty_result_is_bounded", "result"),
            models.UniqueConstraint(
                fields=["duty", "due_on"],
                name="a_duty_is_done_once_each_time",
                violation_error_message=_("Någon har redan skrivit att det är gjort."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.done_on}"

    @property
    def was_late(self) -> bool:
        due: date = self.due_on
        return self.done_on > due
