from typing import ClassVar

from django.db import models
from django.db.models import Q

from samsyn.access.api import OwnedByMunicipality, one_line_or_nothing


class Feed(OwnedByMunicipality):
    """A secret address by which a calendar program fetches what an account may see.

    The token in the address is kept as a hash alone. Without an object it is of the owner's own.
    """

    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    object_type = models.TextField(blank=True)
    object_id = models.UUIDField(null=True)
    token_hash = models.TextField()
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("feed_object_type_is_one_line", "object_type"),
            models.CheckConstraint(
                name="feed_is_of_an_object_of_a_kind",
                condition=Q(object_type="", object_id__isnull=True)
                | (~Q(object_type="") & Q(object_id__isnull=False)),
            ),
            models.UniqueConstraint(fields=["token_hash"], name="one_feed_per_token"),
        ]

    def __str__(self) -> str:
        return self.object_type
