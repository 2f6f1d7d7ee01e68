"""What waits to be imported; what has been, when and by whom, and what each import changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Municipality, OwnedByMunicipality


class Import(OwnedByMunicipality):
    """Files that were carried out together; without an account it was the operator."""

    at = models.DateTimeField()
    account_id = models.UUIDField(null=True)
    file_names = models.JSONField()
    # By section and by what was done to its records.
    counts = models.JSONField()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class Deed(models.TextChoices):
    CREATED = "created", _("skapad")
    CHANGED = "changed", _("ändrad")
    ENDED = "ended", _("avslutad")


class ImportedChange(OwnedByMunicipality):
    """One record that an import changed: each field as it was and as it became."""

    # Without an index of its own: the one by object begins with it.
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    of = models.ForeignKey(Import, models.PROTECT, related_name="changes")
    section = models.TextField()
    object_id = models.UUIDField()
    key = models.TextField()
    what = models.TextField(choices=Deed)
    details = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="imported_change_is_of_a_known_kind", condition=Q(what__in=Deed.values)
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "object_id"], name="change_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.key} {self.what}"


class SheetMapping(OwnedByMunicipality):
    """What the headings of someone's own spreadsheet were said to be, for the next time."""

    register = models.TextField()
    # What is the same for two sheets with the same headings.
    headings_digest = models.TextField()
    meanings = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "headings_digest"],
                name="headings_mean_one_thing_in_a_municipality",
            )
        ]

    def __str__(self) -> str:
        return self.register


class Upload(OwnedByMunicipality):
    """Files that someone has sent and not yet decided on; nobody else sees them."""

    at = models.DateTimeField()
    account_id = models.UUIDField()
    file_names = models.JSONField()
    # Other files that were sent along, and are not read.
    passed_over = models.JSONField()
    # Every file, as one archive.
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
