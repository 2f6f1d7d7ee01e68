from math import cos, radians

import shapely

from samsyn.geography.drawing import WIDEST, drawn
from samsyn.geography.shapes import Boundary, boundary


def box(west: float, south: float, east: float, north: float) -> Boundary:
    return boundary(shapely.box(west, south, east, north))


def test_what_lies_to_the_north_is_drawn_above_and_to_the_east_beside() -> None:
    found = drawn({"sw": box(18, 59, 18.1, 59.1), "ne": box(18.1, 59.1, 18.2, 59.2)})

    low, high = found.outlines["sw"], found.outlines["ne"]
    assert low.x < high.x
    assert low.y > high.y
    assert max(found.width, found.height) == WIDEST


def test_the_picture_is_as_wide_as_the_land_is() -> None:
    found = drawn({1: box(18, 59, 18.2, 59.1)})

    across = (found.width - 16) / (found.height - 16)
    assert abs(across - 2 * cos(radians(59.05))) < 0.01


def test_an_area_too_small_to_see_is_still_drawn() -> None:
    found = drawn({1: box(18, 59, 19, 60), 2: box(18.5, 59.5, 18.50001, 59.50001)})

    assert found.outlines[2].path.startswith("M")
    assert 0 < found.outlines[2].x < found.width


def test_nothing_makes_no_picture() -> None:
    assert drawn({}).outlines == {}
