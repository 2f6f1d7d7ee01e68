"""Saying that something usual does not belong in the annual cycle here, and taking that back."""

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.governance.library.duties import usual_duties
from samsyn.governance.models import DeclinedDuty
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError


class NotUsualError(RuleBrokenError):
    """Only what is offered can be declined."""


class TakenBackError(RuleBrokenError):
    pass


def decline_duty(usual: str, why: str, *, actor: Actor) -> DeclinedDuty:
    """Remember that it is not for us and why; it is not offered until that is taken back."""
    if usual not in {known.key for known in usual_duties()}:
        raise NotUsualError(_("Det finns inte bland det vanliga."))
    with one_change():
        return DeclinedDuty.objects.create(
            municipality_id=actor.municipality_id,
            usual=usual,
            why=guarded(why),
            declined_on=actor.today,
        )


def take_back_declined(declined: DeclinedDuty, *, actor: Actor) -> None:
    """Let it be offered again; what was said the same day was a slip, and is kept by the trail."""
    if declined.taken_back_on is not None:
        raise TakenBackError(_("Det är redan taget tillbaka."))
    with one_change():
        if declined.declined_on >= actor.today:
            declined.delete()
            return
        declined.taken_back_on = actor.today
        declined.save(update_fields=["taken_back_on"])
