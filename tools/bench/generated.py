"""Municipalities as `samsyn generate` writes them, brought in as an operator would."""

from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from django.db.models import F, Model

from samsyn.access import api as access
from samsyn.config.database.addresses import address
from samsyn.config.env import environment
from samsyn.organisation.models import (
    Appointment,
    Area,
    Body,
    BodyName,
    Person,
    Placement,
    Position,
)
from tools.bench import serving
from tools.bench.municipality import MadeUp

# What there is before anyone has met: enough to compare the charters.
_CHARTERS = (
    "municipality documents terms areas bodies positions persons appointments forums".split()
)


def bring_in(
    home: Path, seed: int, *options: str, only_charters: bool = False
) -> tuple[MadeUp, bool]:
    """Return the municipality of the seed, and whether it was missing."""
    folder = home.parent / f"{home.name}-generated" / str(seed)
    if not folder.exists():
        serving.run("generate", str(folder), "--seed", str(seed), *options)
    (place,) = folder.iterdir()
    is_missing = _identity(place.name) is None
    if is_missing:
        files = [place / f"{name}.yaml" for name in _CHARTERS] if only_charters else [place]
        serving.run("import", *map(str, files))
    found = _identity(place.name)
    if found is None:
        raise LookupError(place.name)
    return _as_rows(found), is_missing


def _identity(key: str) -> UUID | None:
    """Ask the owner: the application sees no municipality but the one it acts in."""
    with psycopg.connect(**address(environment(), "owner")) as owner:
        found = owner.execute("select id from access_municipality where key = %s", [key]).fetchone()
    return found[0] if found else None


def _as_rows(municipality_id: UUID) -> MadeUp:
    """Those that remain first: what has ended has fewer pages."""
    with access.acting_in(municipality_id):
        return MadeUp(
            municipality_id,
            _rows(Area, "key"),
            _rows(Body, F("ends_on").desc(nulls_first=True), "key"),
            _rows(BodyName, "body_id"),
            _rows(Placement, "body_id"),
            _rows(Position, F("ends_on").desc(nulls_first=True), "key"),
            _rows(Person, "key"),
            _rows(Appointment, "position__key", "starts_on"),
        )


def _rows(model: type[Model], *order: Any) -> list[Any]:
    return list(model._default_manager.order_by(*order, "pk"))
