from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Office, Position
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_function_has_existed_as_long_as_its_body() -> None:
    chief = make.position(make.body(starts_on=date(2022, 3, 1)))

    assert (chief.starts_on, chief.ends_on) == (date(2022, 3, 1), None)


def test_a_function_may_begin_later_than_its_body() -> None:
    chief = make.position(starts_on=date(2025, 1, 1))

    assert chief.starts_on == date(2025, 1, 1)


def test_a_function_cannot_begin_before_its_body() -> None:
    with pytest.raises(RuleBrokenError, match="utanför den tid som organet finns"):
        make.position(starts_on=date(2019, 1, 1))

    assert Position.objects.count() == 0


def test_a_function_of_a_body_that_will_end_ends_with_it() -> None:
    board = make.body()
    actions.end_body(board, ends_on=date(2027, 1, 1), actor=make.operator())

    assert make.position(board).ends_on == date(2027, 1, 1)


@pytest.mark.parametrize("title", ["x" * 10_000, "", "\n", "två\nrader"])
def test_a_title_that_is_not_one_line_is_refused(title: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.position(title=title)


@pytest.mark.parametrize("title", ["=1+1", "<img src=x onerror=alert(1)>", "@chef", "-chef"])
def test_script_and_formulas_are_kept_as_text(title: str) -> None:
    chief = make.position(title=title)

    assert Position.objects.get(pk=chief.pk).title == title


def test_a_function_is_vacant_until_someone_is_appointed() -> None:
    chief = make.position()

    assert list(queries.vacancies(make.actor(Role.PARTICIPANT))) == [chief]


def test_the_elected_come_first_and_chair_before_vice_chair() -> None:
    board = make.body()
    for title, office in (
        ("Ärendehandläggare", None),
        ("Andre vice", Office.SECOND_VICE_CHAIR),
        ("Ordförande", Office.CHAIR),
        ("Administratör", None),
        ("Förste vice", Office.FIRST_VICE_CHAIR),
    ):
        make.position(board, title, office=office)

    found = queries.positions_of_body(make.actor(Role.PARTICIPANT), board.pk, make.TODAY)

    assert [position.title for position in found] == [
        "Ordförande",
        "Förste vice",
        "Andre vice",
        "Administratör",
        "Ärendehandläggare",
    ]
