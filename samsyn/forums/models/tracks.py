"""Forums that look alike, and that somebody has found not to be duplicates."""

from typing import ClassVar

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality
from samsyn.forums.models.forums import Forum
from samsyn.intake.api import bounded


class Apart(OwnedByMunicipality):
    """Two forums that have been looked at together and are not the same, with why."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="apart_from")
    other = models.ForeignKey(Forum, models.PROTECT, related_name="apart_to")
    why = models.TextField()
    looked_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            bounded("apart_reason_is_bounded", "why"),
            models.CheckConstraint(
                name="apart_says_why",
                condition=~models.Q(why=""),
                violation_error_message=_("Skriv varför de inte är samma sak."),
            ),
            models.CheckConstraint(
                name="forum_is_not_apart_from_itself", condition=~models.Q(forum=F("other"))
            ),
            models.UniqueConstraint(
                fields=["forum", "other"],
                name="two_forums_are_looked_at_once",
                violation_error_message=_("Någon har redan tittat på de två."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id} {self.other_id}"
