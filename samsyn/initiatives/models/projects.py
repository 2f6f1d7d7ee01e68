"""What is to be done in a project, and what is ordered and delivered under agreements."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.access.api import OwnedByMunicipality, one_line_of_text, one_line_or_nothing
from samsyn.governance.api import Agreement
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.intake.api import bounded
from samsyn.organisation.api import known, swedish_order


class TaskState(models.TextChoices):
    TO_DO = "to_do", pgettext_lazy("aktivitetslista", "att göra")
    BEGUN = "begun", pgettext_lazy("aktivitetslista", "påbörjad")
    DONE = "done", pgettext_lazy("aktivitetslista", "klar")
    DROPPED = "dropped", pgettext_lazy("aktivitetslista", "görs inte")


class Task(OwnedByMunicipality):
    """A line of a project's list: what is to be done, by which function, and by when.

    What is done or dropped says what came of it.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="tasks")
    key = models.TextField()
    what = models.TextField()
    what_key = swedish_order("what")
    owner = models.ForeignKey(
        "organisation.Position", models.PROTECT, null=True, related_name="initiative_tasks"
    )
    starts_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    state = models.TextField(choices=TaskState, default=TaskState.TO_DO)
    ended_on = models.DateField(null=True)
    result = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("task_is_one_line", "what"),
            known("task_state_is_known", "state", TaskState),
            bounded("task_result_is_bounded", "result"),
            models.CheckConstraint(
                name="task_is_due_after_it_starts",
                condition=Q(starts_on__isnull=True)
                | Q(due_on__isnull=True)
                | Q(due_on__gte=F("starts_on")),
                violation_error_message=_("Det ska vara klart tidigast den dag det börjar."),
            ),
            models.CheckConstraint(
                name="task_ends_in_writing",
                condition=Q(state__in=[TaskState.TO_DO, TaskState.BEGUN], ended_on__isnull=True)
                | Q(state__in=[TaskState.DONE, TaskState.DROPPED], ended_on__isnull=False)
                & ~Q(result=""),
                violation_error_message=_("Skriv vad det blev av det och när, innan du avslutar."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_task_per_key",
                violation_error_message=_("Det finns redan en sådan rad."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["municipality", "due_on"],
                name="open_task_by_day",
                condition=Q(ended_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Commission(OwnedByMunicipality):
    """What is ordered for a year under an agreement: how many times, and what is paid for each."""

    key = models.TextField()
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="commissions")
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="commissions")
    body = models.ForeignKey("organisation.Body", models.PROTECT, related_name="commissions")
    what = models.TextField()
    year = models.SmallIntegerField(null=True)
    ordered = models.IntegerField(null=True)
    remuneration = models.TextField(blank=True)
    amount_each = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta:
        constraints: ClassVar = [
            one_line_of_text("commission_is_one_line", "what"),
            one_line_or_nothing("remuneration_is_one_line", "remuneration"),
            models.CheckConstraint(
                name="commission_is_of_our_time",
                condition=Q(year__isnull=True) | Q(year__range=(1900, 2200)),
                violation_error_message=_("Skriv ett år med fyra siffror."),
            ),
            models.CheckConstraint(
                name="commission_orders_some",
                condition=Q(ordered__isnull=True) | Q(ordered__range=(1, 100_000)),
                violation_error_message=_("Skriv antalet som ett tal från 1."),
            ),
            models.CheckConstraint(
                name="commission_costs_not_less_than_nothing",
                condition=Q(amount_each__isnull=True) | Q(amount_each__gte=0),
                violation_error_message=_("Beloppet kan inte vara mindre än noll."),
            ),
            models.UniqueConstraint(
                fields=["municipality", "key"],
                name="one_commission_per_key",
                violation_error_message=_("Det finns redan en sådan beställning."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Delivery(OwnedByMunicipality):
    """One of the times: that it was delivered, or was not and why."""

    commission = models.ForeignKey(
        Commission, models.PROTECT, related_name="deliveries", db_index=False
    )
    on = models.DateField()
    is_missed = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            bounded("delivery_is_bounded", "note"),
            models.CheckConstraint(
                name="what_was_not_delivered_says_why",
                condition=Q(is_missed=False) | ~Q(note=""),
                violation_error_message=_("Skriv varför det inte blev av."),
            ),
            models.UniqueConstraint(
                fields=["commission", "on"],
                name="one_delivery_per_day",
                violation_error_message=_("Den dagen är redan inskriven."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"
