"""From analysis to outcome: which areas are chosen, what is proposed, answered and assigned."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.forums.api import Forum, Meeting
from samsyn.governance.models.documents import GoverningDocument
from samsyn.governance.models.matters import Matter
from samsyn.intake.api import bounded
from samsyn.organisation.api import HasPeriod, ends_after_it_starts, swedish_order

_OLDEST, _LATEST = 1990, 2200


class FocusArea(OwnedByMunicipality, HasPeriod):
    """An area that is worked with together, who chose it and when.

    Forums, agreements and documents carry it by naming it among their own areas.
    """

    key = models.TextField()
    name = models.TextField()
    name_key = swedish_order("name")
    what = models.TextField(blank=True)
    chosen_on = models.DateField(null=True)
    chosen_year = models.SmallIntegerField(null=True)
    chosen_by = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="chosen_areas")
    why = models.TextField(blank=True)
    outcome = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("focus_area_ends_after_it_starts"),
            one_line_of_text("focus_area_name_is_one_line", "name"),
            bounded("focus_area_is_bounded", "what"),
            bounded("focus_area_reason_is_bounded", "why"),
            bounded("focus_area_outcome_is_bounded", "outcome"),
            models.CheckConstraint(
                name="focus_area_is_chosen_in_our_time",
                condition=Q(chosen_year__isnull=True) | Q(chosen_year__range=(_OLDEST, _LATEST)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_focus_area_per_key",
                violation_error_message=_("Det finns redan ett område med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AreaBasis(OwnedByMunicipality):
    """The analysis or report that an area was chosen from."""

    area = models.ForeignKey(FocusArea, models.PROTECT, related_name="bases", db_index=False)
    document = models.ForeignKey(GoverningDocument, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["area", "document"],
                name="an_area_rests_on_a_document_once",
                violation_error_message=_("Dokumentet är redan ett underlag."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}"


class Proposal(OwnedByMunicipality):
    """What a group proposes to boards for a year.

    Matters on goals, direction, scope and quality cannot be delegated (KL 6:38): a group proposes
    and each board answers.
    """

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    text = models.TextField(blank=True)
    year = models.SmallIntegerField()
    made_on = models.DateField(null=True)
    made_by = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="proposals")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="proposals")
    area = models.ForeignKey(FocusArea, models.PROTECT, null=True, related_name="proposals")
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("proposal_title_is_one_line", "title"),
            bounded("proposal_is_bounded", "text"),
            models.CheckConstraint(
                name="proposal_is_of_our_time",
                condition=Q(year__range=(_OLDEST, _LATEST)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_proposal_per_key",
                violation_error_message=_("Det finns redan ett förslag med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Reply(models.TextChoices):
    TAKEN_UP = "taken_up", _("tas upp")
    PARTLY = "partly", _("tas upp till en del")
    NOT_NOW = "not_now", _("inte nu")
    REFUSED = "refused", _("avslås")


class ProposalAnswer(OwnedByMunicipality):
    """That a board was asked, and what it answered; empty until it has."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="answers", db_index=False)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="+")
    reply = models.TextField(choices=Reply, blank=True)
    answered_on = models.DateField(null=True)
    paragraph = models.TextField(blank=True)
    text = models.TextField(blank=True)
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            one_line_or_nothing("answer_paragraph_is_one_line", "paragraph"),
            bounded("answer_is_bounded", "text"),
            models.CheckConstraint(
                name="answer_has_a_reply_and_a_day",
                condition=Q(reply="", answered_on__isnull=True)
                | Q(reply__in=Reply.values, answered_on__isnull=False),
                violation_error_message=_("Skriv både vad nämnden svarade och när."),
            ),
            models.UniqueConstraint(
                fields=["proposal", "body"],
                name="a_board_answers_a_proposal_once",
                violation_error_message=_("Nämnden är redan tillfrågad."),
            ),
        ]

    @property
    def reply_in_words(self) -> str:
        """Django's own way looks through every reply; the chains print hundreds."""
        return str(Reply(self.reply).label) if self.reply else ""

    def __str__(self) -> str:
        return self.reply


class Ending(models.TextChoices):
    DONE = "done", _("slutfört")
    REGULAR = "regular", _("blev ordinarie verksamhet")
    STOPPED = "stopped", _("avbrutet")


class Assignment(OwnedByMunicipality, HasPeriod):
    """What someone was given to do (uppdrag), from which year, and how it ended."""

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    text = models.TextField(blank=True)
    year = models.SmallIntegerField()
    given_by = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="given_assignments"
    )
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="assignments"
    )
    owner_forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="assignments")
    area = models.ForeignKey(FocusArea, models.PROTECT, null=True, related_name="assignments")
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, related_name="assignments")
    report_on = models.DateField(null=True)
    final_report = models.ForeignKey(GoverningDocument, models.PROTECT, null=True, related_name="+")
    ended_as = models.TextField(choices=Ending, blank=True)
    ended_on = models.DateField(null=True)
    result = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            ends_after_it_starts("given_assignment_ends_after_it_starts"),
            one_line_of_text("given_assignment_title_is_one_line", "title"),
            bounded("given_assignment_is_bounded", "text"),
            bounded("given_assignment_result_is_bounded", "result"),
            models.CheckConstraint(
                name="given_assignment_is_of_our_time",
                condition=Q(year__range=(_OLDEST, _LATEST)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.CheckConstraint(
                name="given_assignment_ends_in_writing",
                condition=Q(ended_as="", ended_on__isnull=True)
                | Q(ended_as__in=Ending.values, ended_on__isnull=False) & ~Q(result=""),
                violation_error_message=_("Skriv hur det slutade och när, innan du avslutar."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_assignment_per_key",
                violation_error_message=_("Det finns redan ett uppdrag med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return not self.ended_as
