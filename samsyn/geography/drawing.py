"""Boundaries as a picture: flat enough over a municipality, and in whole numbers for SVG."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any, Generic, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from samsyn.geography.shapes import Boundary
from samsyn.geography.systems import Numbers

Key = TypeVar("Key", bound=Hashable)

WIDEST = 1_000  # units of the picture, whatever size it is shown in
_MARGIN = 8
_FINEST = 0.8


@dataclass(frozen=True, slots=True)
class Outline:
    """The path of an area, and the point in it that is best to write at."""

    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Picture(Generic[Key]):
    width: int
    height: int
    outlines: Mapping[Key, Outline]


def drawn(boundaries: Mapping[Key, Boundary]) -> Picture[Key]:
    """Draw the boundaries in one picture: equirectangular, scaled by the cosine of the latitude.

    >>> square = shapely.box(18.0, 59.0, 18.2, 59.1)
    >>> picture = drawn({"a": Boundary(shapely.MultiPolygon([square]))})
    >>> picture.width, picture.height, picture.outlines["a"].path
    (1000, 973, 'M992 965L992 8L8 8L8 965Z')
    """
    if not boundaries:
        return Picture(0, 0, {})
    shapes = [each.shape for each in boundaries.values()]
    west, south, east, north = shapely.total_bounds(shapes)
    across = cos(radians((south + north) / 2))
    scale = (WIDEST - 2 * _MARGIN) / max((east - west) * across, north - south)

    def placed(points: Numbers) -> Numbers:
        moved = (points - (west, north)) * (across * scale, -scale)
        return np.asarray(moved + _MARGIN, dtype=np.float64)

    flat = shapely.transform(shapes, placed)
    middles = shapely.get_coordinates(shapely.point_on_surface(flat))
    outlines = {
        key: Outline(_path(shape), *_whole(middle))
        for key, shape, middle in zip(boundaries, _coarse(flat), middles, strict=True)
    }
    width, height = _whole(((east - west) * across * scale, (north - south) * scale))
    return Picture(width + 2 * _MARGIN, height + 2 * _MARGIN, outlines)


def _coarse(shapes: NDArray[Any]) -> NDArray[Any]:
    """Leave out what is finer than the picture, but nothing whole: what is tiny stays as it is."""
    coarse = shapely.simplify(shapes, _FINEST, preserve_topology=False)
    return np.where(shapely.is_empty(coarse), shapes, coarse)


def _path(shape: shapely.MultiPolygon) -> str:
    rings = shapely.get_rings(shapely.get_parts(shape))
    return "".join(_ring(shapely.get_coordinates(each)) for each in rings)


def _ring(points: Numbers) -> str:
    whole = np.rint(points[:-1]).astype(int)
    changes = np.any(whole != np.roll(whole, 1, axis=0), axis=1)
    kept = whole[changes] if changes.any() else whole[:1]
    return f"M{'L'.join(f'{x} {y}' for x, y in kept)}Z"


def _whole(numbers: Iterable[float] | Sequence[float]) -> tuple[int, int]:
    x, y = numbers
    return round(x), round(y)
