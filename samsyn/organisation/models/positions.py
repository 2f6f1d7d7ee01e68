"""Positions, the persons who hold them, and for how long."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.kernel.period import Period
from samsyn.organisation.models.bodies import Body
from samsyn.organisation.models.periods import (
    HasPeriod,
    days,
    ends_after_it_starts,
    known,
    swedish_order,
    unsought,
)


class Office(models.TextChoices):
    CHAIR = "chair", _("ordförande")
    FIRST_VICE_CHAIR = "first_vice_chair", _("förste vice ordförande")
    SECOND_VICE_CHAIR = "second_vice_chair", _("andre vice ordförande")
    MEMBER = "member", _("ledamot")
    SUBSTITUTE = "substitute", _("ersättare")


class Position(OwnedByMunicipality, HasPeriod):
    """A function in a body; an elected one has an office. Duties belong to it, not to persons."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="positions")
    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    office = models.TextField(choices=Office, blank=True)
    is_single = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("position_ends_after_it_starts"),
            one_line_of_text("position_title_is_one_line", "title"),
            models.CheckConstraint(
                name="position_office_is_known", condition=Q(office__in=["", *Office.values])
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_position_per_key",
                violation_error_message=_("Det finns redan en funktion med den nyckeln."),
            ),
            models.UniqueConstraint(fields=["id", "is_single"], name="position_says_if_single"),
        ]

    def __str__(self) -> str:
        return self.title


class Person(OwnedByMunicipality):
    """Someone who holds or has held a position; remembered when she has left."""

    key = models.TextField()
    given_name = models.TextField()
    family_name = models.TextField()
    given_key = swedish_order("given_name")
    family_key = swedish_order("family_name")
    # A made-up person of the demonstration is shown as such.
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("given_name_is_one_line", "given_name"),
            one_line_of_text("family_name_is_one_line", "family_name"),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_person_per_key",
                violation_error_message=_("Det finns redan en person med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class TermOfOffice(OwnedByMunicipality):
    """The years for which the elected are elected (mandatperiod)."""

    name = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("term_ends_after_it_starts"),
            one_line_of_text("term_name_is_one_line", "name"),
            ExclusionConstraint(
                name="one_term_of_office_at_a_time",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Mandatperioden överlappar en annan."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date | None:
        return Period(self.starts_on, self.ends_on).last_day


class AppointmentKind(models.TextChoices):
    ORDINARY = "ordinary", _("ordinarie")
    ACTING = "acting", _("tillförordnad")
    DEPUTY = "deputy", _("ställföreträdare")


class Appointment(OwnedByMunicipality, HasPeriod):
    """A person holds a position for a period, wholly or with a share."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="appointments")
    # Follows the position by a composite foreign key (migration 0002).
    is_single = models.BooleanField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    kind = models.TextField(choices=AppointmentKind, default=AppointmentKind.ORDINARY)
    share_percent = models.SmallIntegerField(default=100)
    term = models.ForeignKey(TermOfOffice, models.PROTECT, null=True, related_name="appointments")

    class Meta:
        constraints: ClassVar = [
            known("appointment_kind_is_known", "kind", AppointmentKind),
            ends_after_it_starts("appointment_ends_after_it_starts"),
            models.CheckConstraint(
                name="share_is_between_1_and_100_percent",
                condition=Q(share_percent__range=(1, 100)),
                violation_error_message=_("Andelen ska vara mellan 1 och 100 procent."),
            ),
            ExclusionConstraint(
                name="one_ordinary_holder_at_a_time",
                expressions=[
                    (unsought("position"), RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                condition=Q(is_single=True, kind__in=["ordinary", "acting"]),
                violation_error_message=_(
                    "Någon annan innehar redan funktionen under en del av perioden."
                ),
            ),
            ExclusionConstraint(
                name="person_holds_a_position_once_at_a_time",
                expressions=[
                    (unsought("position"), RangeOperators.EQUAL),
                    (unsought("person"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Personen innehar redan funktionen under perioden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.position_id}"
