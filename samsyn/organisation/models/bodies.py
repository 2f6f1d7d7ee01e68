"""Bodies, what they are called and where they lie, each with its period."""

import uuid
from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    Municipality,
    OwnedByMunicipality,
    one_line_of_text,
    one_line_or_nothing,
)
from samsyn.organisation.models.periods import (
    HasPeriod,
    days,
    ends_after_it_starts,
    known,
    swedish_order,
    unsought,
)


class BodyKind(models.TextChoices):
    COUNCIL = "council", _("kommunfullmäktige")
    EXECUTIVE_BOARD = "executive_board", _("kommunstyrelse")
    BOARD = "board", _("nämnd")
    ADMINISTRATION = "administration", _("förvaltning")
    UNIT = "unit", _("enhet")
    REGION = "region", _("region")
    REGIONAL_UNIT = "regional_unit", _("regional verksamhet")
    POLICE = "police", _("polis")
    RESCUE_SERVICE = "rescue_service", _("räddningstjänst")
    STATE_AUTHORITY = "state_authority", _("statlig myndighet")
    COUNTY_LEVEL = "county_level", _("länsgemensamt organ")
    COLLABORATION = "collaboration", _("samverkansgrupp")
    INDEPENDENT_SCHOOL = "independent_school", _("fristående skola")
    CARE_PROVIDER = "care_provider", _("privat vårdgivare")
    HOUSING_COMPANY = "housing_company", _("bostadsbolag")
    ASSOCIATION = "association", _("förening")
    PARISH = "parish", _("församling")
    COMPANY = "company", _("företag")
    OTHER = "other", _("annan organisation")


# What belongs to the municipality itself; the rest are parties outside it.
OWN_KINDS = frozenset(
    {
        *(BodyKind.COUNCIL, BodyKind.EXECUTIVE_BOARD, BodyKind.BOARD),
        *(BodyKind.ADMINISTRATION, BodyKind.UNIT, BodyKind.COLLABORATION),
    }
)


class Body(HasPeriod):
    """An organisation of any kind; without a municipality it spans several that take part in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, related_name="+")
    key = models.TextField()
    kind = models.TextField(choices=BodyKind)
    is_own_authority = models.BooleanField(default=False)
    organisation_number = models.TextField(blank=True)
    area = models.ForeignKey("Area", models.PROTECT, null=True, related_name="bodies")

    # What the database's own guards refuse (migration 0002), in words.
    TOLD: ClassVar = {
        "names_cover_the_life_of_the_body": _(
            "Namnen måste följa på varandra utan glapp, så länge organet finns."
        ),
        "ended_body_has_no_living_parts": _(
            "Organet har funktioner, underordnade organ eller roller utanför den tiden. "
            "Avsluta eller flytta dem först."
        ),
        "hierarchy_has_no_circle": _("Ett organ kan inte ligga under sig självt."),
        "place_is_within_the_life_of_the_body": _(
            "Perioden går utanför den tid som organet eller det överordnade organet finns."
        ),
        "position_is_within_the_life_of_the_body": _(
            "Funktionens period går utanför den tid som organet finns."
        ),
        "appointment_is_within_the_life_of_the_position": _(
            "Uppdragets period går utanför den tid som funktionen finns."
        ),
    }

    class Meta:
        constraints: ClassVar = [
            known("body_kind_is_known", "kind", BodyKind),
            ends_after_it_starts("body_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_body_per_key",
                nulls_distinct=False,
                violation_error_message=_("Det finns redan ett organ med den nyckeln."),
            ),
            models.CheckConstraint(
                name="organisation_number_has_ten_digits",
                condition=Q(organisation_number="")
                | Q(organisation_number__regex=r"^\d{6}-\d{4}$"),
                violation_error_message=_("Skriv organisationsnumret som NNNNNN-NNNN."),
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @classmethod
    def within(cls, municipality_id: UUID) -> Q:
        part = Participation.objects.filter(body=OuterRef("pk"), municipality_id=municipality_id)
        return Q(municipality_id=municipality_id) | Q(Exists(part), municipality__isnull=True)


class Participation(OwnedByMunicipality):
    """A municipality takes part in a body that spans several; the others do not see it."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="participations")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body", "municipality"], name="municipality_takes_part_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class BodyName(HasPeriod):
    """What a body is called during a period; names follow on each other without a gap."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="names")
    name = models.TextField()
    name_key = swedish_order("name")
    short_name = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("body_name_ends_after_it_starts"),
            one_line_of_text("body_name_is_one_line", "name"),
            one_line_or_nothing("body_short_name_is_one_line", "short_name"),
            ExclusionConstraint(
                name="one_name_at_a_time_per_body",
                expressions=[
                    (unsought("body"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Organet har redan ett namn under en del av perioden."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def within(cls, municipality_id: UUID) -> Q:
        part = Participation.objects.filter(
            body=OuterRef("body_id"), municipality_id=municipality_id
        )
        return Q(municipality_id=municipality_id) | Q(Exists(part), municipality__isnull=True)


class Placement(OwnedByMunicipality, HasPeriod):
    """Where a body lies in the hierarchy during a period."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Body, models.PROTECT, related_name="subordinates")

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("placement_ends_after_it_starts"),
            models.CheckConstraint(
                name="body_is_not_below_itself",
                condition=~Q(body=F("parent")),
                violation_error_message=_("Ett organ kan inte ligga under sig självt."),
            ),
            ExclusionConstraint(
                name="one_parent_at_a_time_per_body",
                expressions=[
                    (unsought("body"), RangeOperators.EQUAL),
                    ("municipality", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Organet lyder redan under ett annat under perioden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} < {self.parent_id}"
