"""What a meeting leaves to be done: open until it is closed in writing."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text
from samsyn.forums.models.forums import Forum
from samsyn.forums.models.meetings import Meeting
from samsyn.intake.api import bounded


class Closing(models.TextChoices):
    DONE = "done", _("gjort")
    NOT_DONE = "not_done", _("inte gjort")
    NO_LONGER_RELEVANT = "no_longer_relevant", _("inte längre aktuellt")


class FollowUp(OwnedByMunicipality):
    """Something to be done by a function until a day; it comes back at each meeting until then."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="follow_ups")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="follow_ups")
    # The place on the agenda of the item that it came of.
    at_item = models.SmallIntegerField(null=True)
    key = models.TextField()
    what = models.TextField()
    why = models.TextField(blank=True)
    owner = models.ForeignKey("organisation.Position", models.PROTECT, related_name="follow_ups")
    # A sub-group that carries it out for the forum.
    carried_by = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="tasks")
    due_on = models.DateField()
    # How many times it was given a new day after the old one had passed.
    overruns = models.SmallIntegerField(default=0)
    closed_on = models.DateField(null=True)
    closed_as = models.TextField(choices=Closing, blank=True)
    result = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("follow_up_is_one_line", "what"),
            bounded("follow_up_reason_is_bounded", "why"),
            bounded("follow_up_result_is_bounded", "result"),
            models.CheckConstraint(
                name="follow_up_is_closed_in_writing",
                condition=Q(closed_on__isnull=True, closed_as="", result="")
                | Q(closed_on__isnull=False, closed_as__in=Closing.values) & ~Q(result=""),
                violation_error_message=_("Skriv hur det gick, innan du avslutar."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_follow_up_per_key",
                violation_error_message=_("Det finns redan en uppföljning med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "due_on", "id"], name="follow_up_by_day"),
            models.Index(
                fields=["municipality", "due_on"],
                name="open_follow_up_by_day",
                condition=Q(closed_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    def is_overdue(self, day: date) -> bool:
        return self.is_open and self.due_on < day


class NewDay(OwnedByMunicipality):
    """That a follow-up was given another day, and why."""

    follow_up = models.ForeignKey(FollowUp, models.PROTECT, related_name="new_days")
    was_due_on = models.DateField()
    due_on = models.DateField()
    why = models.TextField()
    given_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            bounded("new_day_reason_is_bounded", "why"),
            models.CheckConstraint(
                name="new_day_says_why",
                condition=~Q(why=""),
                violation_error_message=_("Skriv varför den behöver mer tid."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.due_on}"
