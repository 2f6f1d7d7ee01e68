"""Whether someone wants the weekly letter; who has not said anything gets it."""

from typing import ClassVar

from django.db import models

from samsyn.access.api import OwnedByMunicipality


class DigestChoice(OwnedByMunicipality):
    """That an account has switched the weekly letter off, or on again."""

    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    is_wanted = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "municipality"], name="one_digest_choice_per_account"
            ),
        ]

    def __str__(self) -> str:
        return str(self.account_id)
