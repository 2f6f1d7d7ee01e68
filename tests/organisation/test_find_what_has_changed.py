"""The search knows of every change at once."""

from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.organisation import actions
from samsyn.organisation.models import BodyKind, BodyName
from samsyn.search.api import find
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def found(words: str, kind: str) -> list[str]:
    reader = make.actor(Role.PARTICIPANT)
    return [hit.title for hit in find(reader, words, kinds=[f"organisation.{kind}"])]


def test_a_new_body_is_found() -> None:
    make.body("Socialnämnden")

    assert found("socialnämnd", "body") == ["Socialnämnden"]


def test_a_body_is_found_by_its_kind() -> None:
    make.body("Trygg i Alingsås", kind=BodyKind.ASSOCIATION)

    assert found("förening", "body") == ["Trygg i Alingsås"]


def test_a_renamed_body_is_found_by_both_names() -> None:
    board = make.body("Barnnämnden")

    actions.rename_body(
        board, "Utbildningsnämnden", starts_on=date(2024, 1, 1), actor=make.operator()
    )

    assert found("barnnämnden", "body") == ["Utbildningsnämnden"]
    assert found("utbildningsnämnden", "body") == ["Utbildningsnämnden"]


def test_a_body_is_found_by_its_short_name() -> None:
    about = actions.Description(BodyKind.BOARD)
    actions.create_body(
        "Utbildningsnämnden", about, starts_on=None, short_name="BUN", actor=make.operator()
    )

    assert found("bun", "body") == ["Utbildningsnämnden"]


def test_a_corrected_name_is_found_and_the_misspelt_forgotten() -> None:
    board = make.body("Xylofonen")
    row = BodyName.objects.get(body=board)

    actions.correct_name(board, row, "Kulturnämnden", actor=make.operator())

    assert found("kulturnämnden", "body") == ["Kulturnämnden"]
    assert found("xylofonen", "body") == []


def test_another_kind_of_body_is_found_by_it() -> None:
    board = make.body("Trygghet", kind=BodyKind.UNIT)

    actions.describe_body(board, actions.Description(BodyKind.PARISH), actor=make.operator())

    assert found("församling", "body") == ["Trygghet"]


def test_a_new_function_is_found_also_by_its_body() -> None:
    make.position(make.body("Socialnämnden"), "Ordförande")

    assert found("ordförande", "position") == ["Ordförande"]
    assert found("ordförande socialnämnden", "position") == ["Ordförande"]


def test_a_function_is_found_by_its_new_title() -> None:
    chief = make.position(title="Xylofonchef")

    actions.describe_position(
        chief, "Socialchef", office=None, is_single=True, actor=make.operator()
    )

    assert found("socialchef", "position") == ["Socialchef"]
    assert found("xylofonchef", "position") == []


def test_a_function_is_found_by_the_new_name_of_its_body() -> None:
    board = make.body("Gamla nämnden")
    make.position(board, "Ordförande")

    actions.rename_body(board, "Kulturnämnden", starts_on=date(2024, 1, 1), actor=make.operator())

    assert found("ordförande kulturnämnden", "position") == ["Ordförande"]


def test_a_person_is_found_by_name() -> None:
    make.person("Åsa", "Öberg")

    assert found("asa oberg", "person") == ["Åsa Öberg"]


def test_a_person_is_found_by_her_corrected_name() -> None:
    anna = make.person("Anna", "Xylander")

    actions.correct_person(anna, "Anna", "Lindh", actor=make.operator())

    assert found("lindh", "person") == ["Anna Lindh"]
    assert found("xylander", "person") == []


def test_a_person_is_found_by_what_she_holds() -> None:
    make.appointment(make.position(title="Kommunpolis"), make.person("Anna", "Lind"))

    assert found("kommunpolis", "person") == ["Anna Lind"]


def test_a_person_is_found_by_the_new_title_of_what_she_holds() -> None:
    held = make.appointment(make.position(title="Xylofonchef"), make.person("Anna", "Lind"))

    actions.describe_position(
        held.position, "Socialchef", office=None, is_single=True, actor=make.operator()
    )

    assert found("socialchef", "person") == ["Anna Lind"]


def test_nothing_of_another_municipality_is_found() -> None:
    make.body("Socialnämnden", municipality_id=TYRESO)
    make.person("Anna", "Lind", municipality_id=TYRESO)

    assert found("socialnämnden", "body") == found("lind", "person") == []


def test_one_without_a_role_finds_nothing() -> None:
    make.body("Socialnämnden")

    assert find(make.actor_for(make.account_with()), "socialnämnden") == []


@pytest.mark.parametrize("words", ["' or 1=1 --", "%", "\x00", "&|!():*<->", "x" * 10_000, " "])
def test_words_that_mean_something_elsewhere_find_nothing(words: str) -> None:
    make.body("Socialnämnden")

    assert found(words, "body") == []
