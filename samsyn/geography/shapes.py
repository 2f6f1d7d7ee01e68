"""A boundary in the one form in which it is kept: mended, rounded, and no finer than it is used."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

MOST_POINTS = 2_000
_MOST_TO_MEND, _MOST_TURNS = 10_000, 5
_GRID, _DECIMALS = 1e-6, 6  # a decimetre
_FINEST, _COARSEST = 1e-5, 1e-2  # from a metre to a kilometre


class NoSurfaceError(Exception):
    """What is left when it is mended covers nothing."""


class Note(StrEnum):
    """What was done to a boundary, or why there is none."""

    MENDED = "mended"
    CLOSED = "closed"
    FLATTENED = "flattened"
    SIMPLIFIED = "simplified"
    JOINED = "joined"
    EMPTY = "empty"
    NO_SURFACE = "no_surface"
    BROKEN = "broken"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Boundary:
    """One or several surfaces with their holes, as longitude and latitude in WGS 84."""

    shape: MultiPolygon
    notes: frozenset[Note] = frozenset()

    @property
    def geojson(self) -> dict[str, Any]:
        """As RFC 7946 says: outer rings go anticlockwise."""
        told: dict[str, Any] = json.loads(shapely.to_geojson(self.shape))
        return {"type": "MultiPolygon", "coordinates": _rounded(told["coordinates"])}

    @property
    def text(self) -> str:
        """As well-known text (ISO 19125), the same for the same boundary."""
        return str(shapely.to_wkt(self.shape, rounding_precision=_DECIMALS, trim=True))


def boundary(shape: BaseGeometry) -> Boundary:
    """Mend what crosses itself, round to a decimetre, and leave out what no map would show.

    Raises NoSurfaceError when nothing is left. A boundary that has been through once comes
    through the same.
    """
    notes = set() if shape.is_valid else {Note.MENDED}
    found = _surfaces(_mended(shape))
    if shapely.get_num_coordinates(found) > MOST_POINTS:
        notes.add(Note.SIMPLIFIED)
        found = _surfaces(_simplified(found))
    return Boundary(_something(found), frozenset(notes))


def from_geojson(told: Any) -> Boundary:
    """Take up again what `geojson` gave."""
    return Boundary(MultiPolygon([Polygon(outer, holes) for outer, *holes in told["coordinates"]]))


def from_text(text: str) -> Boundary:
    """Read well-known text with all its details.

    Raises NoSurfaceError where it is none, or tells of no surface.
    """
    try:
        shape = shapely.force_2d(shapely.from_wkt(text))
        if not isinstance(shape, Polygon | MultiPolygon):
            raise NoSurfaceError
        return Boundary(_something(_surfaces(_mended(shape))))
    except shapely.GEOSException as fault:
        raise NoSurfaceError from fault


def joined(parts: Sequence[Boundary]) -> Boundary:
    """One boundary of several: those that touch become one surface."""
    if not parts[1:]:
        return parts[0]
    whole = boundary(shapely.union_all([each.shape for each in parts]))
    notes = frozenset().union(whole.notes, *(each.notes for each in parts))
    return Boundary(whole.shape, notes | {Note.JOINED})


def _something(shape: MultiPolygon) -> MultiPolygon:
    if shape.is_empty:
        raise NoSurfaceError
    return shape


def _mended(shape: BaseGeometry) -> BaseGeometry:
    """Let nothing cross itself; the scribble of a large file would take hours."""
    if shape.is_valid:
        return shape
    if shapely.get_num_coordinates(shape) > _MOST_TO_MEND:
        raise NoSurfaceError
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def _surfaces(shape: BaseGeometry) -> MultiPolygon:
    """The surfaces alone, on the grid; the same surface is always told alike.

    A point that is moved to the grid may come to lie on a line, which then has to bend there.
    """
    found = _even(shape)
    for _turn in range(_MOST_TURNS):
        before, found = found, _even(found)
        if found.equals_exact(before):
            break
    return found


def _even(shape: BaseGeometry) -> MultiPolygon:
    on_grid = _only_surfaces(_on_grid(_only_surfaces(shape)))
    even = shapely.transform(on_grid, lambda points: np.round(points, _DECIMALS))
    return _many(shapely.orient_polygons(shapely.normalize(even)))


def _on_grid(shape: MultiPolygon) -> BaseGeometry:
    try:
        return shapely.set_precision(shape, _GRID)
    except shapely.GEOSException:  # given up where a boundary all but touches itself
        moved = shapely.set_precision(shape, _GRID, mode="pointwise")
        return shapely.set_precision(shapely.make_valid(moved), _GRID)


def _only_surfaces(shape: BaseGeometry) -> MultiPolygon:
    parts = shapely.get_parts(shapely.get_parts(shape))
    return MultiPolygon([each for each in parts if isinstance(each, Polygon)])


def _many(shape: BaseGeometry) -> MultiPolygon:
    return shape if isinstance(shape, MultiPolygon) else _only_surfaces(shape)


def _simplified(shape: MultiPolygon) -> BaseGeometry:
    """No coarser than it takes; thousands of islets stay as many as they are."""
    fine, found = _FINEST, shape
    while shapely.get_num_coordinates(found) > MOST_POINTS and fine < _COARSEST:
        found, fine = shapely.simplify(shape, fine), fine * 2
    return _mended(found)


def _rounded(told: Any) -> Any:
    if isinstance(told, list):
        return [_rounded(each) for each in told]
    return round(told, _DECIMALS)
