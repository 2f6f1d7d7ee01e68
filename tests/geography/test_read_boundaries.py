"""What map programs save is read as it is meant, or refused with the reason."""

import gzip
import json
from math import atan2, atanh, cos, cosh, pi, radians, sin, sinh, sqrt
from pathlib import Path
from random import Random
from typing import Any

import pytest

from samsyn.geography.reading import MOST_FEATURES, Fault, Read, UnreadableError, read
from samsyn.geography.shapes import (
    MOST_POINTS,
    NoSurfaceError,
    Note,
    boundary,
    from_geojson,
    from_text,
    joined,
)

_DATA = Path("/work/shared/data/geography")
# A square in Tyresö.
SQUARE = [[18.2, 59.2], [18.3, 59.2], [18.3, 59.25], [18.2, 59.25], [18.2, 59.2]]


def feature(rings: Any, kind: str = "Polygon", **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": rings}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def metres(point: list[float], meridian: float, scale: float, east: float) -> list[float]:
    """A second implementation to witness: Krüger's series, on the ellipsoid GRS 80."""
    n = 1 / (2 * 298.257222101 - 1)
    radius = 6_378_137 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16,
        13 * n**2 / 48 - 3 * n**3 / 5,
        61 * n**3 / 240,
    )
    longitude, latitude = radians(point[0] - meridian), radians(point[1])
    flat = 2 * sqrt(n) / (1 + n)
    conformal = sinh(atanh(sin(latitude)) - flat * atanh(flat * sin(latitude)))
    xi = atan2(conformal, cos(longitude))
    eta = atanh(sin(longitude) / sqrt(1 + conformal**2))
    turns = [(factor, 2 * k * xi, 2 * k * eta) for k, factor in enumerate(series, 1)]
    x = xi + sum(factor * sin(a) * cosh(b) for factor, a, b in turns)
    y = eta + sum(factor * cos(a) * sinh(b) for factor, a, b in turns)
    return [scale * radius * y + east, scale * radius * x]


def file_of(*features: Any, **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def one(found: Read) -> Any:
    [row] = found.features
    return row


def fault(content: bytes) -> Fault:
    with pytest.raises(UnreadableError) as refusal:
        read(content)
    return refusal.value.fault


def test_a_surface_is_kept_as_longitude_and_latitude() -> None:
    row = one(read(file_of(feature([SQUARE], namn="Bollmora", kod=17))))

    assert row.properties == {"namn": "Bollmora", "kod": "17"}
    assert row.boundary.shape.bounds == (18.2, 59.2, 18.3, 59.25)
    assert row.notes == frozenset()


def test_coordinates_the_wrong_way_round_are_turned() -> None:
    found = read(file_of(feature([[[y, x] for x, y in SQUARE]])))

    assert found.system.is_swapped
    assert one(found).boundary.shape.bounds == (18.2, 59.2, 18.3, 59.25)


@pytest.mark.parametrize("order", [1, -1])
def test_sweref_99_tm_is_reckoned_into_degrees(order: int) -> None:
    ring = [metres(point, 15, 0.9996, 500_000)[::order] for point in SQUARE]

    found = read(file_of(feature([ring])))

    assert found.system.name == "SWEREF 99 TM"
    assert one(found).boundary.shape.bounds == pytest.approx((18.2, 59.2, 18.3, 59.25), abs=2e-6)


def test_the_system_that_the_file_names_is_believed() -> None:
    ring = [metres(point, 18, 1, 150_000) for point in SQUARE]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3011"}}

    found = read(file_of(feature([ring]), crs=crs))

    assert found.system.name == "SWEREF 99 18 00"
    assert one(found).boundary.shape.bounds == pytest.approx((18.2, 59.2, 18.3, 59.25), abs=2e-6)
    assert fault(file_of(feature([ring]))) is Fault.UNKNOWN_SYSTEM


def test_a_hole_stays_a_hole() -> None:
    hole = [[18.22, 59.21], [18.24, 59.21], [18.24, 59.22], [18.22, 59.22], [18.22, 59.21]]

    row = one(read(file_of(feature([SQUARE, hole]))))

    [[_outer, inner]] = row.boundary.geojson["coordinates"]
    assert len(inner) == 5


def test_a_boundary_that_crosses_itself_is_mended() -> None:
    bow = [[18.2, 59.2], [18.3, 59.25], [18.3, 59.2], [18.2, 59.25], [18.2, 59.2]]

    row = one(read(file_of(feature([bow]))))

    assert row.boundary.shape.is_valid
    assert len(row.boundary.geojson["coordinates"]) == 2
    assert row.notes == {Note.MENDED}


def test_an_open_ring_is_closed_and_heights_are_left_out() -> None:
    row = one(read(file_of(feature([[[*point, 12.5] for point in SQUARE[:-1]]]))))

    assert row.notes == {Note.CLOSED, Note.FLATTENED}
    assert row.boundary.geojson["coordinates"][0][0][0] == [18.2, 59.2]


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ({"type": "Feature", "properties": {}, "geometry": None}, Note.EMPTY),
        (feature([18.2, 59.2], "Point"), Note.NO_SURFACE),
        (feature([SQUARE[:2]]), Note.BROKEN),
        (feature([[[18.2, "59"], [18.3, 59.2], [18.3, 59.3]]]), Note.BROKEN),
        (feature([[[18.2, None], [18.3, 59.2], [18.3, 59.3]]]), Note.BROKEN),
        (feature([[]]), Note.BROKEN),
        (feature([]), Note.BROKEN),
        (feature([[[18.2, 59.2], [18.2, 59.2], [18.2, 59.2], [18.2, 59.2]]]), Note.BROKEN),
        (feature([[[x - 10, y] for x, y in SQUARE]]), Note.OUTSIDE),
        ("Bollmora", Note.BROKEN),
    ],
)
def test_a_row_without_a_surface_in_sweden_is_told_of(row: Any, note: Note) -> None:
    found = read(file_of(feature([SQUARE]), row, feature([SQUARE])))

    assert found.features[1].boundary is None
    assert found.features[1].notes == {note}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Fault.NOT_JSON),
        (b"\x50\x4b\x03\x04 a shapefile", Fault.NOT_JSON),
        (b"[" * 200_000, Fault.NOT_JSON),
        (b'{"type": "FeatureCollection", "features": [', Fault.NOT_JSON),
        (b"[1, 2]", Fault.NOT_GEOJSON),
        (b'{"type": "FeatureCollection"}', Fault.NOT_GEOJSON),
        (b'{"type": "Topology", "objects": {}}', Fault.TOPOJSON),
        (file_of(), Fault.NO_SURFACES),
        (file_of(feature([18.2, 59.2], "Point")), Fault.NO_SURFACES),
        (file_of(feature([[[x - 20, y] for x, y in SQUARE]])), Fault.OUTSIDE),
        (file_of(feature([[[float("nan"), 59.2], [18.3, 59.2], [18.3, 59.3]]])), Fault.NO_SURFACES),
        (file_of(feature([[[10**400, 59], [18, 59], [18, 60]]])), Fault.NO_SURFACES),
        (file_of(*[feature([SQUARE])] * (MOST_FEATURES + 1)), Fault.TOO_MANY),
    ],
)
def test_a_file_that_is_no_map_of_sweden_is_refused(content: bytes, why: Fault) -> None:
    assert fault(content) is why


def test_more_details_than_any_map_shows_are_left_out() -> None:
    circle = [
        [18.2 + cos(n * pi / 5000) / 100, 59.2 + sin(n * pi / 5000) / 100] for n in range(10_000)
    ]

    row = one(read(file_of(feature([circle]))))

    [[ring]] = row.boundary.geojson["coordinates"]
    assert 50 < len(ring) <= MOST_POINTS
    assert Note.SIMPLIFIED in row.notes


@pytest.mark.parametrize("seed", range(8))
def test_scribble_becomes_surfaces_that_stay_the_same(seed: int) -> None:
    chance = Random(seed)
    noise = chance.choice([0.05, 0.5, 2])
    ring = [
        [
            18 + cos(n * pi / 150) * (1 + noise * chance.random()) / 50,
            59 + sin(n * pi / 150) * (1 + noise * chance.random()) / 100,
        ]
        for n in range(300)
    ]

    found = one(read(file_of(feature([ring])))).boundary

    assert found.shape.is_valid
    again = from_geojson(found.geojson)
    assert from_text(found.text).text == boundary(again.shape).text == found.text


def test_scribble_that_would_take_hours_is_not_read() -> None:
    chance = Random(1)
    ring = [[18 + chance.random(), 59 + chance.random()] for _ in range(10_000)]

    row = one(read(file_of(feature([ring]))))

    assert row.boundary is None
    assert row.notes == {Note.BROKEN}


def test_surfaces_that_touch_become_one() -> None:
    beside = [[x + 0.1, y] for x, y in SQUARE]
    found = read(file_of(feature([SQUARE]), feature([beside])))

    whole = joined([each.boundary for each in found.features if each.boundary])

    assert len(whole.geojson["coordinates"]) == 1
    assert whole.shape.bounds == (18.2, 59.2, 18.4, 59.25)
    assert Note.JOINED in whole.notes


def test_words_that_nothing_can_keep_are_left_out() -> None:
    row = one(
        read(file_of(feature([SQUARE], namn="Boll\x00mora\n " + "x" * 5_000, är=[1], b=True)))
    )

    assert list(row.properties) == ["namn"]
    assert row.properties["namn"].startswith("Boll mora x")
    assert len(row.properties["namn"]) == 200


def test_heights_in_a_text_are_left_out() -> None:
    told = from_text("POLYGON Z ((18.2 59.2 5, 18.3 59.2 5, 18.3 59.3 5, 18.2 59.2 5))")

    assert told.text == "MULTIPOLYGON (((18.2 59.2, 18.3 59.2, 18.3 59.3, 18.2 59.2)))"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "POLYGON ((nan nan, nan nan, nan nan, nan nan))",
        "POLYGON ((18 59, 18 59, 18 59, 18 59))",
        "POLYGON ((inf 59, 18 59, 18 60, inf 59))",
        "POINT (18 59)",
    ],
)
def test_a_text_that_tells_of_no_surface_is_refused(text: str) -> None:
    with pytest.raises(NoSurfaceError):
        from_text(text)


@pytest.mark.skipif(not _DATA.exists(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("tyreso_basomraden_2010.geojson", 33),
        ("kommun_boundaries_scb_generalised.geojson", 290),
        ("stockholm_county_basomraden_2010.geojson.gz", 1_364),
    ],
)
def test_real_files_are_read_and_come_back_the_same(name: str, count: int) -> None:
    content = (_DATA / name).read_bytes()

    found = read(gzip.decompress(content) if name.endswith(".gz") else content)

    drawn = [each.boundary for each in found.features if each.boundary]
    assert len(drawn) == count
    for each in drawn:
        assert from_geojson(each.geojson).text == each.text
        assert boundary(each.shape).text == from_text(each.text).text == each.text
