"""How an initiative has gone: its phases, what following it up told, and what was decided."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import OwnedByMunicipality, one_line_or_nothing
from samsyn.forums.api import Forum
from samsyn.governance.api import GoverningDocument, Matter
from samsyn.initiatives.models.activities import Activity
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.initiatives.models.words import Course, Demand, EvaluationKind, Phase
from samsyn.intake.api import bounded
from samsyn.organisation.api import known


class PhaseMove(OwnedByMunicipality):
    """That an initiative came to a phase, by which function, and why; none is changed after.

    `lacked` is what the phase demands and nobody had told on that day.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="moves", db_index=False)
    ordinal = models.SmallIntegerField()
    phase = models.TextField(choices=Phase)
    moved_on = models.DateField()
    by = models.ForeignKey("organisation.Position", models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)
    lacked = ArrayField(models.TextField(choices=Demand), default=list)

    TOLD: ClassVar = {
        "moves_stay": _("Hur insatsen kom dit den är skrivs inte om."),
    }

    class Meta:
        constraints: ClassVar = [
            known("move_phase_is_known", "phase", Phase),
            bounded("move_is_bounded", "why"),
            models.CheckConstraint(
                name="move_lacks_what_is_demanded",
                condition=Q(lacked__contained_by=Demand.values),
            ),
            models.UniqueConstraint(
                fields=["initiative", "ordinal"],
                name="one_move_at_a_time",
                violation_error_message=_("Någon flyttade insatsen samtidigt. Försök igen."),
            ),
        ]

    def __str__(self) -> str:
        return self.phase


class Evaluation(OwnedByMunicipality):
    """That an initiative is to be followed up by a day, in which form; and what that told.

    A result is only there once it is done, of which the year alone may be known. The three
    questions afterwards are what was meant, what happened, and what is done next time; what has
    been learnt can be searched.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="evaluations")
    # What the three questions were asked about, where it was one thing that was done.
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, related_name="notes")
    kind = models.TextField(choices=EvaluationKind)
    form = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="owned_evaluations"
    )
    done_on = models.DateField(null=True)
    done_year = models.SmallIntegerField(null=True)
    result = models.TextField(blank=True)
    meant = models.TextField(blank=True)
    happened = models.TextField(blank=True)
    next_time = models.TextField(blank=True)
    lessons = models.TextField(blank=True)
    report = models.ForeignKey(GoverningDocument, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            known("evaluation_kind_is_known", "kind", EvaluationKind),
            one_line_or_nothing("evaluation_form_is_one_line", "form"),
            *(
                bounded(f"evaluation_{field}_is_bounded", field)
                for field in ("result", "meant", "happened", "next_time", "lessons")
            ),
            models.CheckConstraint(
                name="evaluation_tells_once_it_is_done",
                condition=Q(done_on__isnull=False)
                | Q(done_year__isnull=False)
                | Q(result="", meant="", happened="", next_time="", lessons=""),
                violation_error_message=_("Skriv när uppföljningen gjordes."),
            ),
            models.CheckConstraint(
                name="evaluation_is_of_our_time",
                condition=Q(done_year__isnull=True) | Q(done_year__range=(1900, 2200)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.CheckConstraint(
                name="evaluation_has_a_day",
                condition=Q(due_on__isnull=False)
                | Q(done_on__isnull=False)
                | Q(done_year__isnull=False),
                violation_error_message=_("Skriv när den ska göras, eller när den gjordes."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["municipality", "due_on"],
                name="evaluation_by_day",
                condition=Q(done_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}"

    @property
    def is_done(self) -> bool:
        return self.done_on is not None or self.done_year is not None


class InitiativeDecision(OwnedByMunicipality):
    """What was decided of an initiative and why, who pays from then on, and what is followed up."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="decisions")
    course = models.TextField(choices=Course)
    decided_on = models.DateField(null=True)
    # Where only the year is known.
    decided_year = models.SmallIntegerField(null=True)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    body = models.ForeignKey("organisation.Body", models.PROTECT, null=True, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    why = models.TextField()
    budget_owner = models.ForeignKey(
        "organisation.Body", models.PROTECT, null=True, related_name="+"
    )
    then = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            known("initiative_course_is_known", "course", Course),
            bounded("initiative_decision_is_bounded", "why"),
            bounded("initiative_decision_then_is_bounded", "then"),
            models.CheckConstraint(
                name="initiative_decision_has_a_motive",
                condition=~Q(why=""),
                violation_error_message=_("Skriv varför ni bestämde så."),
            ),
            models.CheckConstraint(
                name="initiative_decision_has_a_day",
                condition=Q(decided_on__isnull=False)
                | Q(decided_year__isnull=False)
                | Q(from_on__isnull=False),
                violation_error_message=_("Skriv när det bestämdes, eller från när det gäller."),
            ),
            models.CheckConstraint(
                name="initiative_decision_is_of_our_time",
                condition=Q(decided_year__isnull=True) | Q(decided_year__range=(1900, 2200)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.CheckConstraint(
                name="initiative_is_extended_to_a_day",
                condition=Q(until_on__isnull=True)
                | Q(course__in=[Course.EXTEND, Course.CONTINUE, Course.CHANGE, Course.SCALE]),
                violation_error_message=_("Bara det som fortsätter har en ny sista dag."),
            ),
        ]

    def __str__(self) -> str:
        return self.course
