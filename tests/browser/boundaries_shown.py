"""Areas on the map, and a file with boundaries that its sender has not decided on."""

from samsyn.access import api as access
from samsyn.organisation.models import Area, AreaKind
from tests import factories as make
from tests.boundary_rows import square
from tests.surroundings import ALINGSAS


def ids_of_boundaries(actor: access.Actor) -> dict[str, str]:
    for n, area in enumerate(Area.objects.filter(kind=AreaKind.DISTRICT).order_by("key")):
        make.boundary(area, square(n % 3, n // 3))
    sender = access.Account.objects.get(email="administrator@alingsas.example")
    sent = make.boundary_file(sender, at=actor.now)
    access.bind(ALINGSAS, None)
    return {"organisation.boundaryfile": str(sent.pk)}
