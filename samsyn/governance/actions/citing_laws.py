"""On which laws agreements and documents rest."""

from uuid import UUID

from samsyn.access.api import Actor, one_change
from samsyn.governance.models import Agreement, CitedLaw, GoverningDocument
from samsyn.intake.api import guarded_line


def cite_law(
    owner: Agreement | GoverningDocument, law_id: UUID, place: str = "", *, actor: Actor
) -> CitedLaw:
    """Say that it rests on a law, and on which place in it."""
    own = "agreement" if isinstance(owner, Agreement) else "document"
    with one_change():
        return CitedLaw.objects.create(
            municipality_id=actor.municipality_id,
            law_id=law_id,
            place=guarded_line(place),
            **{own: owner},
        )


def take_back_law(cited: CitedLaw, *, actor: Actor) -> None:
    """No longer say that it rests on the law; the trail keeps that it was done."""
    del actor
    with one_change():
        cited.delete()
