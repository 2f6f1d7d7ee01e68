"""Methods and programmes that initiatives use, with what is known of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.governance.api import secure_address
from samsyn.initiatives.models.words import Evidence
from samsyn.intake.api import bounded
from samsyn.organisation.api import known, swedish_order


class Method(OwnedByMunicipality):
    """A way of working that others have described: what it is, its evidence and its licence."""

    key = models.TextField()
    name = models.TextField()
    name_key = swedish_order("name")
    what = models.TextField(blank=True)
    evidence = models.TextField(choices=Evidence, default=Evidence.UNKNOWN)
    evidence_says = models.TextField(blank=True)
    # Who may use it, and what training it takes.
    licence = models.TextField(blank=True)
    url = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("method_name_is_one_line", "name"),
            known("method_evidence_is_known", "evidence", Evidence),
            bounded("method_is_bounded", "what"),
            bounded("method_evidence_is_bounded", "evidence_says"),
            bounded("method_licence_is_bounded", "licence"),
            secure_address("method_address_is_secure"),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_method_per_key",
                violation_error_message=_("Det finns redan en metod med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
