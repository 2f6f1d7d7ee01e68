from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Body, BodyKind, BodyName, Placement
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert('hej')</script>"
FORMULAS = ["=1+1", "+46 322 61 60 00", "-3", "@SUM(A1)", "=cmd|' /C calc'!A0", SCRIPT]


def test_a_body_has_its_name_from_its_first_day() -> None:
    board = make.body("Socialnämnden", starts_on=make.LONG_AGO)

    name = BodyName.objects.get(body=board)
    assert (name.name, name.starts_on, name.ends_on) == ("Socialnämnden", make.LONG_AGO, None)


def test_a_body_lies_under_another_from_its_first_day() -> None:
    top = make.body("Kommunstyrelsen")

    board = make.body("Socialnämnden", parent=top)

    place = Placement.objects.get(body=board)
    assert (place.parent_id, place.starts_on, place.ends_on) == (top.pk, make.LONG_AGO, None)


def test_a_body_may_be_older_than_anyone_remembers() -> None:
    board = make.body("Kyrkan", starts_on=None)

    reader = make.actor(Role.PARTICIPANT)
    assert queries.bodies(reader, date(1850, 1, 1)).get(pk=board.pk).name == "Kyrkan"


def test_two_bodies_of_one_name_get_keys_of_their_own() -> None:
    one, two = make.body("Enheten Öst"), make.body("Enheten Öst")

    assert (one.key, two.key) == ("enheten-ost", "enheten-ost-2")


def test_the_same_key_may_be_used_in_another_municipality() -> None:
    here = make.body("Socialnämnden")
    there = make.body("Socialnämnden", municipality_id=TYRESO)

    assert here.key == there.key


def test_a_name_without_letters_still_gets_a_key() -> None:
    assert make.body("!?").key == "namnlos"


@pytest.mark.parametrize("kind", list(BodyKind))
def test_every_kind_of_organisation_has_its_place(kind: BodyKind) -> None:
    assert make.body(kind=kind).kind == kind


@pytest.mark.parametrize("name", ["x" * 10_000, "x" * 201, "", " ", " Nämnden", "två\nrader"])
def test_a_name_that_is_not_one_line_is_refused(name: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.body(name)

    assert Body.objects.count() == 0


def test_a_short_name_of_10_000_characters_is_refused() -> None:
    about = actions.Description(BodyKind.BOARD)

    with pytest.raises(RuleBrokenError, match="högst 200 tecken"):
        actions.create_body(
            "Nämnden", about, starts_on=None, short_name="x" * 10_000, actor=make.operator()
        )


def test_a_name_of_200_characters_is_accepted() -> None:
    make.body("Ö" * 200)

    assert BodyName.objects.get().name == "Ö" * 200


@pytest.mark.parametrize("name", FORMULAS)
def test_script_and_formulas_are_kept_as_text(name: str) -> None:
    board = make.body(name)

    reader = make.actor(Role.PARTICIPANT)
    assert queries.bodies(reader).get(pk=board.pk).name == name


@pytest.mark.parametrize("number", ["2120001355", "212000-1355"])
def test_an_organisation_number_is_kept_in_one_form(number: str) -> None:
    about = actions.Description(BodyKind.BOARD, organisation_number=number)

    board = actions.create_body("Kommunen", about, starts_on=None, actor=make.operator())

    assert board.organisation_number == "212000-1355"


@pytest.mark.parametrize("number", ["212000-1356", "20180101-2392", "180101-2392", "=1+1", "x"])
def test_what_is_no_organisation_number_is_refused(number: str) -> None:
    about = actions.Description(BodyKind.BOARD, organisation_number=number)

    with pytest.raises(RuleBrokenError, match="Organisationsnumret stämmer inte"):
        actions.create_body("Kommunen", about, starts_on=None, actor=make.operator())


def test_a_body_cannot_begin_before_the_one_above_it() -> None:
    top = make.body(starts_on=date(2024, 1, 1))

    with pytest.raises(RuleBrokenError, match="utanför den tid"):
        make.body("Enheten", parent=top, starts_on=date(2023, 1, 1))
