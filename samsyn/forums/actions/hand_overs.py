"""Every change to what is handed over."""

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, person_of_account
from samsyn.forums.models import HandOver
from samsyn.intake import api as intake
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Appointment


class NotLeavingError(RuleBrokenError):
    pass


class AcceptedError(RuleBrokenError):
    pass


def begin_hand_over(appointment: Appointment, *, actor: Actor) -> HandOver:
    """Begin what the holder of a function leaves to the next; one that is begun is found again."""
    if appointment.ends_on is None:
        told = _("Uppdraget har ingen sista dag. Skriv in den först.")
        raise NotLeavingError(told)
    with one_change():
        begun, _is_new = HandOver.objects.get_or_create(
            municipality_id=actor.municipality_id,
            position_id=appointment.position_id,
            leaver_id=appointment.person_id,
            left_on=appointment.ends_on,
            defaults={"begun_at": actor.now},
        )
    return begun


def write_hand_over(hand_over: HandOver, notes: str, *, actor: Actor) -> None:
    intake.refuse_person(notes)
    _refuse_accepted(hand_over)
    with one_change():
        hand_over.notes = notes
        hand_over.save(update_fields=["notes"])


def accept_hand_over(hand_over: HandOver, *, actor: Actor) -> None:
    """Let the one who holds the function now have received it all."""
    _refuse_accepted(hand_over)
    successor_id = person_of_account(actor)
    if successor_id == hand_over.leaver_id:
        raise AcceptedError(_("Den som lämnar kan inte själv ta emot."))
    with one_change():
        hand_over.successor_id = successor_id
        hand_over.accepted_at = actor.now
        hand_over.save(update_fields=["successor_id", "accepted_at"])


def _refuse_accepted(hand_over: HandOver) -> None:
    if hand_over.accepted_at is not None:
        raise AcceptedError(_("Överlämningen är redan mottagen."))
