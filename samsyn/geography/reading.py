"""A GeoJSON file (RFC 7946) as it comes from a map program, read into boundaries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon

from samsyn.geography.shapes import Boundary, NoSurfaceError, Note, boundary
from samsyn.geography.systems import (
    OutsideError,
    System,
    UnknownSystemError,
    is_in_sweden,
    system_of,
)

MOST_FEATURES = 2_000
_MOST_PROPERTIES, _LONGEST = 40, 200
_FEWEST_POINTS = 3
_FLAT = 2

Point = tuple[float, float]


class Fault(StrEnum):
    """Why nothing of a file can be read."""

    NOT_JSON = "not_json"
    TOPOJSON = "topojson"
    NOT_GEOJSON = "not_geojson"
    TOO_MANY = "too_many"
    NO_SURFACES = "no_surfaces"
    OUTSIDE = "outside"
    UNKNOWN_SYSTEM = "unknown_system"


class UnreadableError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class _BrokenError(Exception):
    """A ring has too few points, or something that is no number."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the file: what it says, its boundary if it has one, and what was done to it."""

    properties: Mapping[str, str]
    boundary: Boundary | None
    notes: frozenset[Note]


@dataclass(frozen=True, slots=True)
class Read:
    features: tuple[Feature, ...]
    system: System


@dataclass(slots=True)
class _Raw:
    properties: Mapping[str, str]
    shape: MultiPolygon | None
    notes: set[Note]


def read(content: bytes) -> Read:
    """Read every surface of the file; raises UnreadableError."""
    told = _parsed(content)
    features = _features(told)
    if len(features) > MOST_FEATURES:
        raise UnreadableError(Fault.TOO_MANY)
    raw = [_raw(each) for each in features]
    shapes = [each.shape for each in raw if each.shape is not None]
    if not shapes:
        raise UnreadableError(Fault.NO_SURFACES)
    try:
        system = system_of(shapes, told.get("crs"))
    except OutsideError as fault:
        raise UnreadableError(Fault.OUTSIDE) from fault
    except UnknownSystemError as fault:
        raise UnreadableError(Fault.UNKNOWN_SYSTEM) from fault
    to_degrees = system.to_degrees()
    return Read(tuple(_feature(each, to_degrees) for each in raw), system)


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise UnreadableError(Fault.NOT_JSON) from fault
    if not isinstance(told, dict):
        raise UnreadableError(Fault.NOT_GEOJSON)
    return told


def _features(told: dict[str, Any]) -> list[Any]:
    match told:
        case {"type": "Topology"}:
            raise UnreadableError(Fault.TOPOJSON)
        case {"type": "FeatureCollection", "features": list(features)}:
            return features
        case {"type": "Feature"}:
            return [told]
        case _:
            raise UnreadableError(Fault.NOT_GEOJSON)


def _raw(told: Any) -> _Raw:
    if not isinstance(told, dict):
        return _Raw({}, None, {Note.BROKEN})
    row = _Raw(_properties(told.get("properties")), None, set())
    polygons = _polygons(told.get("geometry"))
    if polygons is None:
        row.notes.add(Note.NO_SURFACE if told.get("geometry") else Note.EMPTY)
        return row
    try:
        row.shape = MultiPolygon([_polygon(each, row.notes) for each in polygons])
    except _BrokenError:
        row.notes = {Note.BROKEN}
    return row


def _properties(told: Any) -> dict[str, str]:
    """What the row says in words and numbers; without characters that nothing can keep."""
    if not isinstance(told, dict):
        return {}
    said = {_line(name): _line(value) for name, value in told.items() if _is_plain(value)}
    return dict(list(said.items())[:_MOST_PROPERTIES])


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _line(value: Any) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in str(value)[: _LONGEST * 2])
    return " ".join(plain.split())[:_LONGEST]


def _polygons(geometry: Any) -> list[Any] | None:
    match geometry:
        case {"type": "Polygon", "coordinates": list(rings)}:
            return [rings]
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            return polygons
        case {"type": "GeometryCollection", "geometries": list(parts)}:
            inner = [found for each in parts if (found := _polygons(each)) is not None]
            return [each for found in inner for each in found] or None
        case _:
            return None


def _polygon(rings: Any, notes: set[Note]) -> Polygon:
    if not isinstance(rings, list) or not rings:
        raise _BrokenError
    outer, *holes = [_ring(each, notes) for each in rings]
    return Polygon(outer, holes)


def _ring(told: Any, notes: set[Note]) -> list[Point]:
    if not isinstance(told, list):
        raise _BrokenError
    points = list(_points(told, notes))
    if len(set(points)) < _FEWEST_POINTS:
        raise _BrokenError
    if points[0] != points[-1]:
        notes.add(Note.CLOSED)
    return points


def _points(told: Iterable[Any], notes: set[Note]) -> Iterator[Point]:
    for point in told:
        if not isinstance(point, list) or len(point) < _FLAT or not all(map(_is_number, point)):
            raise _BrokenError
        if len(point) > _FLAT:
            notes.add(Note.FLATTENED)
        yield float(point[0]), float(point[1])


def _is_number(value: Any) -> bool:
    """JSON as Python reads it has numbers without end, and whole ones of any length."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e9 and isfinite(value)  # noqa: PLR2004 - the earth is smaller, in metres


def _feature(raw: _Raw, to_degrees: Any) -> Feature:
    if raw.shape is None:
        return Feature(raw.properties, None, frozenset(raw.notes))
    shape = shapely.transform(raw.shape, to_degrees)
    if not is_in_sweden(shape):
        return Feature(raw.properties, None, frozenset({Note.OUTSIDE}))
    try:
        found = boundary(shape)
    except (NoSurfaceError, shapely.GEOSException):
        return Feature(raw.properties, None, frozenset({Note.BROKEN}))
    return Feature(raw.properties, found, found.notes | raw.notes)
