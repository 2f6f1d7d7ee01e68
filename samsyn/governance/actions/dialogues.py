"""Writing down what people said when they were asked."""

from dataclasses import dataclass
from datetime import date

from samsyn.access.api import Actor, one_change
from samsyn.governance.actions.saying import refuse_to_come
from samsyn.governance.models import Dialogue, GoverningDocument
from samsyn.intake.api import guarded, guarded_line


@dataclass(frozen=True, slots=True)
class Spoken:
    """A dialogue as it was held, with nobody named."""

    with_whom: str
    held_on: date | None = None
    count: int | None = None
    said: str = ""


def record_dialogue(document: GoverningDocument, told: Spoken, *, actor: Actor) -> Dialogue:
    refuse_to_come(told.held_on, actor)
    with one_change():
        return Dialogue.objects.create(
            municipality_id=actor.municipality_id,
            document=document,
            held_on=told.held_on,
            with_whom=guarded_line(told.with_whom),
            count=told.count,
            said=guarded(told.said),
        )
