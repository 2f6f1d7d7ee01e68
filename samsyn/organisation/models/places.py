"""Where to find and reach them: areas and contact points."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.organisation.models.bodies import Body
from samsyn.organisation.models.periods import known, swedish_order
from samsyn.organisation.models.positions import Person, Position


class ContactKind(models.TextChoices):
    EMAIL = "email", _("e-post")
    PHONE = "phone", _("telefon")
    ADDRESS = "address", _("adress")
    WEB = "web", _("webbplats")


class ContactPoint(OwnedByMunicipality):
    """How to reach a body, a position or a person: exactly one of them."""

    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="contact_points")
    position = models.ForeignKey(Position, models.PROTECT, null=True, related_name="contact_points")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="contact_points")
    kind = models.TextField(choices=ContactKind)
    value = models.TextField()
    label = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            known("contact_kind_is_known", "kind", ContactKind),
            one_line_of_text("contact_value_is_one_line", "value"),
            one_line_or_nothing("contact_label_is_one_line", "label"),
            models.CheckConstraint(
                name="contact_point_belongs_to_one",
                condition=(
                    Q(body__isnull=False, position__isnull=True, person__isnull=True)
                    | Q(body__isnull=True, position__isnull=False, person__isnull=True)
                    | Q(body__isnull=True, position__isnull=True, person__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.value


class AreaKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("kommun")
    DISTRICT = "district", _("kommundel")
    REGSO = "regso", _("RegSO")
    DESO = "deso", _("DeSO")
    PLACE = "place", _("ort eller plats")


class Area(OwnedByMunicipality):
    """A part of the municipality, by SCB's code or by what people call it."""

    key = models.TextField()
    kind = models.TextField(choices=AreaKind)
    name = models.TextField()
    name_key = swedish_order("name")
    code = models.TextField(blank=True)
    description = models.TextField(blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")

    TOLD: ClassVar = {
        "areas_have_no_circle": _("Ett område kan inte ligga i sig självt."),
    }

    class Meta:
        constraints: ClassVar = [
            known("area_kind_is_known", "kind", AreaKind),
            one_line_of_text("area_name_is_one_line", "name"),
            one_line_or_nothing("area_code_is_one_line", "code"),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_area_per_key",
                violation_error_message=_("Det finns redan ett område med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AreaBoundary(OwnedByMunicipality):
    """Where an area is on the map, who has drawn it so, and of which day that is."""

    area = models.OneToOneField(Area, models.PROTECT, related_name="boundary")
    # A MultiPolygon of GeoJSON: longitude and latitude in WGS 84, as a map takes it.
    geometry = models.JSONField()
    origin = models.TextField()
    stated_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("boundary_origin_is_one_line", "origin"),
            models.CheckConstraint(
                name="boundary_is_of_surfaces",
                condition=Q(geometry__type="MultiPolygon"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id}"


class BoundaryFile(OwnedByMunicipality):
    """Boundaries that someone has sent and not yet joined to areas; nobody else sees them.

    `features` holds what each row of the file says, its boundary and what was done to it.
    """

    at = models.DateTimeField()
    account_id = models.UUIDField()
    file_name = models.TextField()
    origin = models.TextField()
    stated_on = models.DateField(null=True)
    system = models.TextField(blank=True)
    is_swapped = models.BooleanField(default=False)
    features = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("boundary_file_origin_is_one_line", "origin"),
        ]

    def __str__(self) -> str:
        return self.file_name
