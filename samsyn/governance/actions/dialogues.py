"""Writing down what people said when they were asked."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.governance.models import Dialogue, GoverningDocument
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError


class NotHeldYetError(RuleBrokenError):
    """A dialogue is written down once it has been held."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A dialogue as it was held, with nobody named."""

    with_whom: str
    held_on: date | None = None
    count: int | None = None
    said: str = ""


def record_dialogue(document: GoverningDocument, told: Spoken, *, actor: Actor) -> Dialogue:
    if told.held_on is not None and told.held_on > actor.today:
        raise NotHeldYetError(_("Skriv in dialogen när den har hållits."))
    with one_change():
        return Dialogue.objects.create(
            municipality_id=actor.municipality_id,
            document=document,
            held_on=told.held_on,
            with_whom=guarded_line(told.with_whom),
            count=told.count,
            said=guarded(told.said),
        )
