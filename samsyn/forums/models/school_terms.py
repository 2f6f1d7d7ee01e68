"""The school year as the municipality has decided it."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text


class SchoolTerm(OwnedByMunicipality):
    """A term, half-open: meetings are suggested on days when its schools teach."""

    name = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("school_term_name_is_one_line", "name"),
            models.CheckConstraint(
                name="school_term_ends_after_it_starts",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("Terminen slutar innan den börjar."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "name"],
                name="one_school_term_per_name",
                violation_error_message=_("Det finns redan en termin med det namnet."),
            ),
            ExclusionConstraint(
                name="one_school_term_at_a_time",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    (Func("starts_on", "ends_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Terminen överlappar en annan."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SchoolBreak(OwnedByMunicipality):
    """Days without teaching in a term, half-open."""

    term = models.ForeignKey(SchoolTerm, models.PROTECT, related_name="breaks")
    name = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("school_break_name_is_one_line", "name"),
            models.CheckConstraint(
                name="school_break_ends_after_it_starts",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("Lovet slutar innan det börjar."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
