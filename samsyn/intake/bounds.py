"""Texts of several lines, as long as someone may need and no longer."""

from django.db.models import CheckConstraint
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 20_000


def bounded(name: str, field: str) -> CheckConstraint:
    return CheckConstraint(
        name=name,
        condition=LessThanOrEqual(Length(field), LONGEST_TEXT),
        violation_error_message=_("Skriv högst 20 000 tecken i ett fält."),
    )
