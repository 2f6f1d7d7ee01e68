"""In which coordinates a file is written, told from the numbers; and how they become WGS 84."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# Sweden with its waters: longitude and latitude, which can never be mistaken for each other.
WEST, SOUTH, EAST, NORTH = 10.0, 54.5, 25.0, 70.0
_SWEREF_99_TM, _RT_90 = 3006, 3021
# The national systems in metres, by the number that EPSG gives them.
NAMES = {
    _SWEREF_99_TM: "SWEREF 99 TM",
    **dict(
        zip(
            range(3007, 3019),
            (
                f"SWEREF 99 {zone}"
                for zone in "12 00,13 30,15 00,16 30,18 00,14 15,15 45,17 15,18 45,20 15,21 45,"
                "23 15".split(",")
            ),
            strict=True,
        )
    ),
    _RT_90: "RT 90 2,5 gon V",
}
_NAMED = re.compile(r"EPSG:[\d.]*:?(\d{4,6})$", re.IGNORECASE)


class OutsideError(Exception):
    """The coordinates are degrees, of somewhere else."""


class UnknownSystemError(Exception):
    """The coordinates are metres of a system that the file does not name."""


@dataclass(frozen=True, slots=True)
class System:
    """The coordinates of a file: degrees, or metres of a system; perhaps the wrong way round."""

    epsg: int | None = None
    is_swapped: bool = False

    @property
    def name(self) -> str:
        return NAMES[self.epsg] if self.epsg else ""

    def to_degrees(self) -> Callable[[Numbers], Numbers]:
        turned = _turned if self.is_swapped else _as_they_are
        if self.epsg is None:
            return turned
        change = pyproj.Transformer.from_crs(self.epsg, 4326, always_xy=True)
        return lambda numbers: np.column_stack(change.transform(*turned(numbers).T))


def system_of(shapes: Sequence[Any], crs: Any) -> System:
    """Tell the system of the shapes by where most of their points would be.

    `crs` is what the file itself says, which is believed of metres alone. Raises OutsideError and
    UnknownSystemError.
    """
    x, y = np.median(shapely.get_coordinates(shapes), axis=0)
    if _is_in_sweden(x, y) or _is_in_sweden(y, x):
        return System(is_swapped=not _is_in_sweden(x, y))
    if max(abs(x), abs(y)) <= 180:  # noqa: PLR2004 - degrees
        raise OutsideError
    is_swapped = bool(x > y)
    epsg = _named(crs) or _usual(min(x, y), max(x, y))
    if epsg is None:
        raise UnknownSystemError
    return System(epsg, is_swapped)


def is_in_sweden(shape: Any) -> bool:
    west, south, east, north = shape.bounds
    return bool(west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH)


def _is_in_sweden(x: float, y: float) -> bool:
    return WEST <= x <= EAST and SOUTH <= y <= NORTH


def _named(crs: Any) -> int | None:
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    found = _NAMED.search(name) if isinstance(name, str) else None
    return int(found[1]) if found and int(found[1]) in NAMES else None


def _usual(east: float, north: float) -> int | None:
    """What the metres are when the file does not say: the zones of SWEREF 99 look all the same."""
    if not 6_000_000 < north < 7_800_000:  # noqa: PLR2004 - from Skåne to Treriksröset
        return None
    if 250_000 < east < 1_000_000:  # noqa: PLR2004 - as said by Lantmäteriet
        return _SWEREF_99_TM
    return _RT_90 if 1_200_000 < east < 1_950_000 else None  # noqa: PLR2004 - likewise


def _turned(numbers: Numbers) -> Numbers:
    return numbers[:, ::-1]


def _as_they_are(numbers: Numbers) -> Numbers:
    return numbers
