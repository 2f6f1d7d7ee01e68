"""Which areas the initiatives carry, for the chain from analysis to outcome."""

from collections.abc import Iterator

from samsyn.access.api import Actor
from samsyn.governance.api import Carrier, register_carriers
from samsyn.initiatives.models import Phase
from samsyn.initiatives.queries.logic import carrying
from samsyn.initiatives.web.addresses import initiative_url
from samsyn.initiatives.web.indicator_words import lights_of


def register() -> None:
    register_carriers(_carriers)


def _carriers(actor: Actor) -> Iterator[Carrier]:
    """What goes on today, with the verb that it is in and how its outcome was judged."""
    for row in carrying(actor):
        said = [str(Phase(row.phase).label)] if row.phase else []
        said += [str(light.word) for light in lights_of(row)]
        yield Carrier(row.title, initiative_url(row.pk), row.focus_areas, ", ".join(said))
