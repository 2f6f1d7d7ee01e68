"""Where initiatives are found, and what is offered there how often."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, swedish_order

_DAYS_A_WEEK = 7


class Venue(OwnedByMunicipality):
    """A place that children, young people or families come to."""

    key = models.TextField()
    name = models.TextField()
    name_key = swedish_order("name")
    what = models.TextField(blank=True)
    address = models.TextField(blank=True)
    area = models.ForeignKey("organisation.Area", models.PROTECT, null=True, related_name="venues")
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("venue_name_is_one_line", "name"),
            one_line_or_nothing("venue_address_is_one_line", "address"),
            bounded("venue_is_bounded", "what"),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_venue_per_key",
                violation_error_message=_("Det finns redan en plats med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Service(OwnedByMunicipality, HasPeriod):
    """What is offered at a venue for a time; what was before is kept, so that both can be seen."""

    venue = models.ForeignKey(Venue, models.PROTECT, related_name="services")
    what = models.TextField()
    days_a_week = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    hours = models.TextField(blank=True)
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("service_ends_after_it_starts"),
            one_line_of_text("service_is_one_line", "what"),
            one_line_or_nothing("service_hours_are_one_line", "hours"),
            models.CheckConstraint(
                name="service_is_open_some_days_of_the_week",
                condition=Q(days_a_week__isnull=True)
                | Q(days_a_week__gt=0, days_a_week__lte=_DAYS_A_WEEK),
                violation_error_message=_("Skriv hur många dagar i veckan, högst sju."),
            ),
        ]

    def __str__(self) -> str:
        return self.what
