"""Boundaries of areas in the file: the same again, mended, and refused."""

import json

import pytest

from samsyn.access.api import Actor
from samsyn.organisation.models import AreaBoundary
from tests import factories as make
from tests.boundary_rows import square
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.surroundings import TYRESO

_AREA = "areas: {norr: {kind: district, name: Norr}}\n"
_SQUARE = "POLYGON ((18.2 59.2, 18.3 59.2, 18.3 59.3, 18.2 59.3, 18.2 59.2))"


def text(geometry: str = _SQUARE, origin: str = "SCB") -> str:
    return f'{_AREA}boundaries: [{{area: norr, geometry: "{geometry}", origin: {origin}}}]\n'


def test_a_boundary_is_brought_in_and_comes_back_the_same(actor: Actor) -> None:
    import_text(text(), actor)
    files = exported(actor)

    again = import_files(files, actor)

    assert again is not None
    assert not again.changes
    assert 'geometry: "MULTIPOLYGON (((18.2 59.2, ' in str(files["boundaries.yaml"])


def test_what_was_read_from_a_map_comes_back_the_same(actor: Actor) -> None:
    row = make.boundary(make.area("Norr"), square())
    files = {name: said for name, said in exported(actor).items() if name == "boundaries.yaml"}

    plan = import_files(files, make.operator())

    assert plan is not None
    assert not plan.changes
    assert AreaBoundary.objects.get() == row


def test_a_boundary_that_is_told_anew_is_replaced(actor: Actor) -> None:
    import_text(text(), actor)
    moved = _SQUARE.replace("59.3", "59.4")

    import_text(text(moved, "Lantmäteriet"), actor)

    [row] = AreaBoundary.objects.all()
    assert row.origin == "Lantmäteriet"
    assert "59.4" in json.dumps(row.geometry)


def test_a_boundary_that_crosses_itself_is_mended(actor: Actor) -> None:
    import_text(text("POLYGON ((18.2 59.2, 18.3 59.3, 18.3 59.2, 18.2 59.3, 18.2 59.2))"), actor)

    assert len(AreaBoundary.objects.get().geometry["coordinates"]) == 2


@pytest.mark.parametrize(
    "geometry",
    [
        "POINT (18.2 59.2)",
        "LINESTRING (18.2 59.2, 18.3 59.3)",
        "POLYGON EMPTY",
        "POLYGON ((18.2 59.2, 18.3 59.2))",
        "Bollmora",
    ],
)
def test_what_is_no_surface_is_refused(refused: Refused, geometry: str) -> None:
    [told] = refused(text(geometry))

    assert "Det här är ingen yta" in told
    assert "POLYGON ((18.2 59.2" in told


@pytest.mark.parametrize(
    "geometry",
    [
        "POLYGON ((2 48, 3 48, 3 49, 2 48))",
        "POLYGON ((59.2 18.2, 59.3 18.2, 59.3 18.3, 59.2 18.2))",
    ],
)
def test_a_surface_outside_sweden_is_refused(refused: Refused, geometry: str) -> None:
    [told] = refused(text(geometry))

    assert "Ytan ligger utanför Sverige" in told


def test_two_boundaries_of_an_area_are_refused(refused: Refused) -> None:
    row = f'{{area: norr, geometry: "{_SQUARE}", origin: SCB}}'

    assert refused(f"{_AREA}boundaries: [{row}, {row}]")


def test_another_municipality_is_left_alone(actor: Actor) -> None:
    theirs = make.boundary(make.area("Norr", municipality_id=TYRESO), square(3))
    make.operator()

    import_text(text(), actor)

    assert "18.35" not in str(exported(actor)["boundaries.yaml"])
    make.operator(TYRESO)
    assert AreaBoundary.objects.get() == theirs
