"""The public records that are cited, and what rests on them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    OwnedByMunicipality,
    matching,
    one_line_of_text,
    one_line_or_nothing,
)

LONGEST_QUOTE = 2_000


class SourceDocument(OwnedByMunicipality):
    """A record that anybody can ask for: its title, and the number by which it is kept."""

    key = models.TextField()
    title = models.TextField()
    number = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    dated_on = models.DateField(null=True)
    url = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("document_title_is_one_line", "title"),
            one_line_or_nothing("document_number_is_one_line", "number"),
            one_line_or_nothing("document_publisher_is_one_line", "publisher"),
            matching(
                "document_address_is_secure",
                "url",
                r"^(https://[^\s/]\S*)?$",
                _("Adressen ska börja med https:// och får inte ha mellanslag."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_document_per_key",
                violation_error_message=_("Det finns redan en handling med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Citation(OwnedByMunicipality):
    """Where in a record it says so; of any object, so that each context can have its sources.

    The object is named and not referred to (docs/decisions/0014-citations.md).
    """

    document = models.ForeignKey(SourceDocument, models.PROTECT, related_name="citations")
    object_type = models.TextField()
    object_id = models.UUIDField()
    ordinal = models.SmallIntegerField()
    place = models.TextField(blank=True)
    quote = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("cited_object_type_is_one_line", "object_type"),
            one_line_or_nothing("citation_place_is_one_line", "place"),
            models.CheckConstraint(
                name="citation_quote_is_short",
                condition=LessThanOrEqual(Length("quote"), LONGEST_QUOTE),
                violation_error_message=_("Citera högst 2 000 tecken."),
            ),
            models.CheckConstraint(
                name="citations_are_counted_from_one", condition=Q(ordinal__gte=1)
            ),
            # Also the index by which the citations of an object are found.
            models.UniqueConstraint(
                fields=["municipality", "object_id", "object_type", "ordinal"],
                name="one_citation_per_object_and_ordinal",
            ),
        ]

    def __str__(self) -> str:
        return self.place
