"""What the headings of people's own files mean."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.organisation.api import known


class HeadingOf(models.TextChoices):
    """What a file with such headings is read as."""

    VALUES = "values", _("värden")
    ACTIVITIES = "activities", _("aktiviteter")


class Heading(OwnedByMunicipality):
    """What a heading in someone's own file was said to be, for the next time."""

    of = models.TextField(choices=HeadingOf)
    heading = models.TextField()
    meaning = models.TextField()

    class Meta:
        constraints: ClassVar = [
            known("heading_is_of_something_known", "of", HeadingOf),
            one_line_of_text("heading_is_one_line", "heading"),
            models.UniqueConstraint(
                fields=["municipality", "of", "heading"], name="a_heading_means_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return self.heading
