"""Which areas the initiatives carry, for the chain from analysis to outcome."""

from collections.abc import Iterator

from samsyn.access.api import Actor
from samsyn.governance.api import Carrier, register_carriers
from samsyn.initiatives.models import Phase
from samsyn.initiatives.queries.portfolio import carrying
from samsyn.initiatives.web.addresses import initiative_url


def register() -> None:
    register_carriers(_carriers)


def _carriers(actor: Actor) -> Iterator[Carrier]:
    """What goes on today, with the verb that it is in."""
    for pk, title, areas, phase in carrying(actor):
        told = str(Phase(phase).label) if phase else ""
        yield Carrier(title, initiative_url(pk), areas, told)
