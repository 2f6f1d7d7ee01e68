"""Boundaries of areas, and files with them that someone has sent."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from shapely import box

from samsyn.access import api as access
from samsyn.geography.reading import read
from samsyn.geography.shapes import Boundary
from samsyn.geography.shapes import boundary as mended
from samsyn.organisation import actions
from samsyn.organisation.actions import Origin
from samsyn.organisation.models import Area, AreaBoundary, BoundaryFile
from tests.people import NOW, operator
from tests.surroundings import ALINGSAS

_SIDE = 0.05


def square(east: int = 0, north: int = 0) -> Boundary:
    """One of many equal squares, so many steps from the first."""
    west, south = 18.2 + east * _SIDE, 59.2 + north * _SIDE
    return mended(box(west, south, west + _SIDE, south + _SIDE))


def boundary(area: Area, drawn: Boundary | None = None, origin: str = "SCB") -> AreaBoundary:
    giver = operator(area.municipality_id)
    return actions.draw_boundary(area, drawn or square(), Origin(origin), actor=giver)


def geojson(*rows: tuple[Boundary | None, dict[str, Any]]) -> bytes:
    """A file as a map program saves it."""
    features = [
        {"type": "Feature", "properties": said, "geometry": drawn.geojson if drawn else None}
        for drawn, said in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def boundary_file(
    account: access.Account, *, at: datetime = NOW, municipality_id: UUID = ALINGSAS
) -> BoundaryFile:
    """A file that the account has sent, and not decided on."""
    access.bind(municipality_id, account.pk)
    sent = read(geojson((square(), {"namn": "Sollebrunn", "kod": "1489A0010"})))
    sender = access.Actor(account.pk, municipality_id, at)
    return actions.keep_boundary_file("granser.geojson", sent, Origin("SCB"), actor=sender)
