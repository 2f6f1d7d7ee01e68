"""The laws and regulations that are cited, with what is known of each and when it was looked up."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    OwnedByMunicipality,
    matching,
    one_line_of_text,
    one_line_or_nothing,
)
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, known, swedish_order

SECURE_ADDRESS = r"^(https://[^\s/]\S*)?$"
_ADDRESS_TOLD = _("Adressen ska börja med https:// och får inte ha mellanslag.")


def secure_address(name: str) -> models.CheckConstraint:
    return matching(name, "url", SECURE_ADDRESS, _ADDRESS_TOLD)


def with_number(name: str, number: str) -> str:
    """What a law is called; one that has no number is called by its name alone."""
    return f"{name} ({number})" if number else name


class LawKind(models.TextChoices):
    ACT = "act", _("lag")
    ORDINANCE = "ordinance", _("förordning")
    REGULATION = "regulation", _("föreskrift")
    CONVENTION = "convention", _("konvention")
    OTHER = "other", _("annat")


class Law(OwnedByMunicipality, HasPeriod):
    """A law as it is cited: in force during the period, looked up in its source on `verified_on`.

    A convention or the rules of a county have no number of their own.
    `misprints` are numbers that are seen for it and are wrong.
    """

    key = models.TextField()
    kind = models.TextField(choices=LawKind)
    short_name = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    number = models.TextField(blank=True)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaces")
    url = models.TextField(blank=True)
    verified_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    misprints = ArrayField(models.TextField(), default=list)
    # What it was like when it came from the library; empty for a law of the municipality's own.
    brought = models.TextField(null=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("law_ends_after_it_starts"),
            known("law_kind_is_known", "kind", LawKind),
            one_line_of_text("law_short_name_is_one_line", "short_name"),
            one_line_of_text("law_title_is_one_line", "title"),
            one_line_or_nothing("law_number_is_one_line", "number"),
            bounded("law_note_is_bounded", "note"),
            secure_address("law_address_is_secure"),
            models.CheckConstraint(
                name="law_does_not_replace_itself",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("id")),
                violation_error_message=_("En lag kan inte ersättas av sig själv."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_law_per_key",
                violation_error_message=_("Det finns redan en lag med den nyckeln."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "number"],
                condition=~Q(number=""),
                name="one_law_per_number",
                violation_error_message=_("Det finns redan en lag med det numret."),
            ),
        ]

    def __str__(self) -> str:
        return with_number(self.short_name, self.number)

    @property
    def full_name(self) -> str:
        return with_number(self.title, self.number)


class Provision(OwnedByMunicipality):
    """A place in a law, and shortly what it says."""

    law = models.ForeignKey(Law, models.PROTECT, related_name="provisions", db_index=False)
    ordinal = models.SmallIntegerField()
    place = models.TextField()
    says = models.TextField(blank=True)
    verified_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("provision_place_is_one_line", "place"),
            bounded("provision_is_bounded", "says"),
            models.UniqueConstraint(
                fields=["law", "place"],
                name="one_provision_per_place",
                violation_error_message=_("Det stället i lagen finns redan."),
            ),
        ]

    def __str__(self) -> str:
        return self.place


class CitedLaw(OwnedByMunicipality):
    """That an agreement, a document or a duty rests on a law, and on which place in it."""

    law = models.ForeignKey(Law, models.PROTECT, related_name="cited")
    agreement = models.ForeignKey("Agreement", models.PROTECT, null=True, related_name="laws")
    document = models.ForeignKey(
        "GoverningDocument", models.PROTECT, null=True, related_name="laws"
    )
    place = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("cited_place_is_one_line", "place"),
            models.CheckConstraint(
                name="a_law_is_cited_by_one_thing",
                condition=Q(agreement__isnull=True) ^ Q(document__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["agreement", "document", "law", "place"],
                name="a_place_is_cited_once",
                nulls_distinct=False,
                violation_error_message=_("Det stället är redan angivet."),
            ),
        ]

    def __str__(self) -> str:
        return self.place
