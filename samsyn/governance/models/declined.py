"""What is usual in an annual cycle, and does not belong in this one."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.intake.api import bounded


class DeclinedDuty(OwnedByMunicipality):
    """That one of the usual duties is not for this municipality and why, until it is taken back.

    `usual` is its key in the library. What was taken back stays, and may be declined anew.
    """

    usual = models.TextField()
    why = models.TextField()
    declined_on = models.DateField()
    taken_back_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("declined_duty_is_one_of_the_usual", "usual"),
            bounded("declined_duty_reason_is_bounded", "why"),
            models.CheckConstraint(
                name="declined_duty_says_why",
                condition=~Q(why=""),
                violation_error_message=_("Skriv varför det inte gäller er."),
            ),
            models.CheckConstraint(
                name="duty_is_taken_back_after_it_is_declined",
                condition=Q(taken_back_on__isnull=True) | Q(taken_back_on__gt=F("declined_on")),
                violation_error_message=_("Det kan inte tas tillbaka innan det sades."),
            ),
            ExclusionConstraint(
                name="usual_duty_is_declined_once_at_a_time",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    ("usual", RangeOperators.EQUAL),
                    (
                        Func("declined_on", "taken_back_on", function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Någon har redan sagt att det inte gäller er."),
            ),
        ]

    def __str__(self) -> str:
        return self.usual
