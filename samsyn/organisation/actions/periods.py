"""Refusals that every period shares."""

from datetime import date

from django.utils.translation import gettext as _

from samsyn.kernel.errors import RuleBrokenError


class BackwardPeriodRefusedError(RuleBrokenError):
    pass


def refuse_backward(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on is not None and ends_on is not None and ends_on <= starts_on:
        raise BackwardPeriodRefusedError(_("Perioden slutar innan den börjar."))
