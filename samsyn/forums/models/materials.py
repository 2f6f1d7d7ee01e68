"""What those in a forum work with: documents, links and methods, each version kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    OwnedByMunicipality,
    matching,
    one_line_of_text,
    one_line_or_nothing,
)
from samsyn.forums.models.forums import Forum, Reach
from samsyn.intake.api import LARGEST, bounded
from samsyn.organisation.api import known


class MaterialKind(models.TextChoices):
    DOCUMENT = "document", _("dokument")
    LINK = "link", _("länk")
    METHOD = "method", _("metod")


class Material(OwnedByMunicipality):
    """Something to use, and who it is for; `retired_on` is the first day when it is not used."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="materials")
    key = models.TextField()
    kind = models.TextField(choices=MaterialKind)
    title = models.TextField()
    description = models.TextField(blank=True)
    for_whom = models.TextField(blank=True)
    reach = models.TextField(choices=Reach, default=Reach.PARTICIPANTS)
    url = models.TextField(blank=True)
    retired_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("material_title_is_one_line", "title"),
            one_line_or_nothing("material_is_for_whom_in_one_line", "for_whom"),
            bounded("material_description_is_bounded", "description"),
            known("material_kind_is_known", "kind", MaterialKind),
            known("material_reach_is_known", "reach", Reach),
            matching(
                "material_address_is_secure",
                "url",
                r"^(https://[^\s/]\S*)?$",
                _("Adressen ska börja med https:// och får inte ha mellanslag."),
            ),
            models.CheckConstraint(
                name="material_link_has_an_address",
                condition=~Q(kind="link") | ~Q(url=""),
                violation_error_message=_("Skriv adressen som länken leder till."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_material_per_key",
                violation_error_message=_("Det finns redan ett material med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MaterialVersion(OwnedByMunicipality):
    """A file as it was once, byte for byte; `text` is what could be read of it, if anything."""

    material = models.ForeignKey(Material, models.PROTECT, related_name="versions", db_index=False)
    number = models.SmallIntegerField()
    note = models.TextField(blank=True)
    file_name = models.TextField()
    media_type = models.TextField()
    size = models.IntegerField()
    sha256 = models.BinaryField()
    content = models.BinaryField()
    text = models.TextField(null=True)
    added_at = models.DateTimeField()
    added_by_id = models.UUIDField(null=True)

    TOLD: ClassVar = {
        "material_versions_stay": _("En fil ändras inte. Lägg till en ny version i stället."),
    }

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("material_file_name_is_one_line", "file_name"),
            bounded("material_note_is_bounded", "note"),
            models.CheckConstraint(
                name="material_file_is_bounded",
                condition=Q(size__gt=0, size__lte=LARGEST),
                violation_error_message=_("En fil får vara högst 20 MB."),
            ),
            models.UniqueConstraint(
                fields=["material", "number"],
                name="one_of_each_version_of_a_material",
                violation_error_message=_("Någon lade till en version samtidigt. Försök igen."),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
