"""Deviations and obstacles: where collaboration did not work, and what was done about it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.forums.api import Forum
from samsyn.governance.api import Agreement
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.intake.api import bounded
from samsyn.organisation.api import known, swedish_order

_LONGEST_WAIT = 999


class DeviationKind(models.TextChoices):
    DEVIATION = "deviation", _("avvikelse")
    OBSTACLE = "obstacle", _("hinder")


class DeviationState(models.TextChoices):
    """How far a report has come; lifted is with the group above."""

    REPORTED = "reported", pgettext_lazy("avvikelse", "ny")
    HANDLED = "handled", pgettext_lazy("avvikelse", "hos handläggare")
    LIFTED = "lifted", pgettext_lazy("avvikelse", "lyft till gruppen ovanför")
    ANSWERED = "answered", pgettext_lazy("avvikelse", "besvarad")
    CLOSED = "closed", pgettext_lazy("avvikelse", "avslutad")


class StepTaken(models.TextChoices):
    HANDED = "handed", _("fick handläggare")
    NOTED = "noted", _("anteckning")
    ANSWERED = "answered", _("svar")
    LIFTED = "lifted", _("lyft till gruppen ovanför")
    CLOSED = "closed", _("avslutad")
    MASKED = "masked", _("ord togs bort")


class Ending(models.TextChoices):
    """How a report ended without anything being changed."""

    DUPLICATE = "duplicate", _("samma som en annan rapport")
    WITHDRAWN = "withdrawn", _("återtagen")
    NO_DEVIATION = "no_deviation", _("ingen avvikelse")


class DeviationRoutine(OwnedByMunicipality):
    """How deviations from an agreement are taken care of, or all others, in the own numbers.

    An answer is given within a limit of the agreement, named by its words there (a limit is written
    anew when the agreement is), or within days of the municipality's own.
    """

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, related_name="deviation_routines"
    )
    limit = models.TextField(blank=True)
    days = models.SmallIntegerField(null=True)
    # So many days without an answer after its last day, it is time to lift the report.
    lift_after = models.SmallIntegerField(null=True)
    receiver = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="received_deviations"
    )
    is_local_first = models.BooleanField(default=False)
    # What no number says: to whom a copy is sent, and where what comes again is lifted.
    how = models.TextField(blank=True, default="", db_default="")
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("deviation_routine_title_is_one_line", "title"),
            one_line_or_nothing("deviation_routine_limit_is_one_line", "limit"),
            bounded("deviation_routine_is_bounded", "how"),
            models.CheckConstraint(
                name="deviation_routine_has_one_number",
                condition=Q(limit="") | Q(days__isnull=True, agreement__isnull=False),
                violation_error_message=_(
                    "Ange antingen en gräns i avtalet eller ett eget antal dagar."
                ),
            ),
            models.CheckConstraint(
                name="deviation_routine_counts_days",
                condition=(Q(days__isnull=True) | Q(days__range=(1, _LONGEST_WAIT)))
                & (Q(lift_after__isnull=True) | Q(lift_after__range=(0, _LONGEST_WAIT))),
                violation_error_message=_("Skriv ett antal dagar, högst 999."),
            ),
            models.UniqueConstraint(
                fields=["agreement"],
                name="one_deviation_routine_per_agreement",
                violation_error_message=_("Avtalet har redan en rutin för avvikelser."),
            ),
            models.UniqueConstraint(
                fields=["municipality"],
                name="one_deviation_routine_for_all_others",
                condition=Q(agreement__isnull=True),
                violation_error_message=_("Det finns redan en rutin för allt utan avtal."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_deviation_routine_per_key",
                violation_error_message=_("Det finns redan en rutin med den nyckeln."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


_STILL_OPEN = Q(closed_on__isnull=True, changed="") & ~Q(state=DeviationState.CLOSED)
_CLOSED = Q(closed_on__isnull=False, answered_on__isnull=False, state=DeviationState.CLOSED)


class Deviation(OwnedByMunicipality):
    """That something between parties did not work, told without anyone being at fault.

    It was reported by a function, by an account, or by someone who came by a link: then there may
    be an address to write to, or nobody. What was told stays; what is done is told in steps.
    """

    key = models.TextField()
    title = models.TextField()
    title_key = swedish_order("title")
    kind = models.TextField(choices=DeviationKind)
    what = models.TextField()
    category = models.TextField(blank=True)
    tried = models.TextField(blank=True)
    happened_on = models.DateField(null=True)
    reported_on = models.DateField()
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="deviations")
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="deviations")
    initiative = models.ForeignKey(Initiative, models.PROTECT, null=True, related_name="deviations")
    reporter = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="reported_deviations"
    )
    account = models.ForeignKey("access.Account", models.PROTECT, null=True, related_name="+")
    # The link that it came by, named and not referred to: a link may be gone.
    link_id = models.UUIDField(null=True)
    contact_email = models.TextField(blank=True, default="", db_default="")
    state = models.TextField(choices=DeviationState, default=DeviationState.REPORTED)
    handler = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="handled_deviations"
    )
    # The group that it has been lifted to.
    lifted_to = models.ForeignKey(
        Forum, models.PROTECT, null=True, related_name="lifted_deviations"
    )
    answer_by = models.DateField(null=True)
    lift_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    changed = models.TextField(blank=True)
    # Nothing when something was changed.
    ending = models.TextField(choices=Ending, blank=True, default="", db_default="")
    duplicate_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="duplicates")
    is_invented = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("deviation_title_is_one_line", "title"),
            one_line_or_nothing("deviation_category_is_one_line", "category"),
            one_line_or_nothing("deviation_contact_is_one_line", "contact_email"),
            known("deviation_kind_is_known", "kind", DeviationKind),
            known("deviation_state_is_known", "state", DeviationState),
            models.CheckConstraint(
                name="deviation_ending_is_known", condition=Q(ending__in=[*Ending.values, ""])
            ),
            bounded("deviation_is_bounded", "what"),
            bounded("deviation_tried_is_bounded", "tried"),
            bounded("deviation_change_is_bounded", "changed"),
            models.CheckConstraint(
                name="deviation_tells_what_happened",
                condition=~Q(what=""),
                violation_error_message=_("Skriv vad som hände."),
            ),
            models.CheckConstraint(
                name="deviation_has_happened_when_it_is_reported",
                condition=Q(happened_on__isnull=True) | Q(happened_on__lte=F("reported_on")),
                violation_error_message=_("Det kan inte ha hänt efter att det rapporterades."),
            ),
            models.CheckConstraint(
                name="deviation_is_answered_after_it_is_reported",
                condition=(Q(answered_on__isnull=True) | Q(answered_on__gte=F("reported_on")))
                & (Q(answer_by__isnull=True) | Q(answer_by__gte=F("reported_on")))
                & (Q(closed_on__isnull=True) | Q(closed_on__gte=F("answered_on"))),
                violation_error_message=_("Svaret kan inte komma före rapporten."),
            ),
            models.CheckConstraint(
                name="deviation_is_closed_in_writing",
                condition=_STILL_OPEN & Q(ending="")
                | _CLOSED & (~Q(changed="") & Q(ending="") | Q(changed="") & ~Q(ending="")),
                violation_error_message=_("Skriv vad som ändrades, innan du avslutar."),
            ),
            models.CheckConstraint(
                name="deviation_is_a_duplicate_of_another",
                condition=Q(ending=Ending.DUPLICATE, duplicate_of__isnull=False)
                & ~Q(duplicate_of=F("id"))
                | ~Q(ending=Ending.DUPLICATE) & Q(duplicate_of__isnull=True),
                violation_error_message=_("Välj vilken rapport den är samma som."),
            ),
            models.CheckConstraint(
                name="deviation_state_has_what_it_says",
                condition=Q(state=DeviationState.REPORTED, handler__isnull=True)
                | Q(state=DeviationState.HANDLED, handler__isnull=False)
                | Q(state=DeviationState.LIFTED, lifted_to__isnull=False)
                | Q(state=DeviationState.ANSWERED, answered_on__isnull=False)
                | Q(state=DeviationState.CLOSED),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_deviation_per_key",
                violation_error_message=_("Det finns redan en avvikelse med den nyckeln."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "reported_on", "id"], name="deviation_by_day"),
            models.Index(fields=["link_id"], name="deviation_by_link"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


class DeviationParty(OwnedByMunicipality):
    """A body that what did not work was between."""

    deviation = models.ForeignKey(Deviation, models.PROTECT, related_name="parties", db_index=False)
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="deviations")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["deviation", "body"],
                name="a_deviation_has_a_party_once",
                violation_error_message=_("Parten är redan med."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class DeviationStep(OwnedByMunicipality):
    """What was done with a report, when, by which function and in what words; none is rewritten."""

    deviation = models.ForeignKey(Deviation, models.PROTECT, related_name="steps", db_index=False)
    ordinal = models.SmallIntegerField()
    kind = models.TextField(choices=StepTaken)
    taken_on = models.DateField()
    by = models.ForeignKey("organisation.Position", models.PROTECT, null=True, related_name="+")
    handler = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="+"
    )
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True)

    TOLD: ClassVar = {
        "deviation_steps_stay": _("Det som har gjorts med en avvikelse skrivs inte om."),
    }

    class Meta:
        constraints: ClassVar = [
            known("deviation_step_is_known", "kind", StepTaken),
            bounded("deviation_step_is_bounded", "text"),
            models.CheckConstraint(
                name="deviation_step_says_something",
                condition=~Q(text="") | Q(kind=StepTaken.HANDED),
                violation_error_message=_("Skriv några ord."),
            ),
            models.CheckConstraint(
                name="deviation_step_has_what_it_says",
                condition=Q(kind=StepTaken.HANDED, handler__isnull=False, forum__isnull=True)
                | Q(kind=StepTaken.LIFTED, handler__isnull=True, forum__isnull=False)
                | ~Q(kind__in=[StepTaken.HANDED, StepTaken.LIFTED])
                & Q(handler__isnull=True, forum__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["deviation", "ordinal"],
                name="one_deviation_step_at_each_place",
                violation_error_message=_("Någon annan hann före. Läs in sidan på nytt."),
            ),
        ]

    def __str__(self) -> str:
        return self.kind
