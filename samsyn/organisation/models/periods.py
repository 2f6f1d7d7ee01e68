"""What the tables of the organisation have in common: periods, and known words."""

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from samsyn.kernel.period import Period


def swedish_order(field: str) -> models.GeneratedField:
    """What to sort by: worked out when the row is written, or each list would do it for all."""
    key = Func(F(field), function="sv_key", output_field=models.TextField())
    return models.GeneratedField(expression=key, output_field=models.TextField(), db_persist=True)


def unsought(reference: str) -> Greatest:
    """The same said otherwise: no query by the reference is answered from an exclusion's index.

    The planner takes such an index for cheap, and reads all of a municipality to find one person.
    """
    return Greatest(reference, reference)


def days() -> Func:
    return Func("starts_on", "ends_on", function="daterange")


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(ends_on__isnull=True)
        | Q(starts_on__isnull=True)
        | Q(ends_on__gt=F("starts_on")),
        violation_error_message=_("Perioden slutar innan den börjar."),
    )


def known(name: str, field: str, choices: type[models.TextChoices]) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(**{f"{field}__in": choices.values}))


class HasPeriod(models.Model):
    """Days from `starts_on` up to but not including `ends_on`; empty is without limit."""

    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    class Meta:
        abstract = True

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)
