"""The registers: what they show, narrow, export, and how many questions they ask."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Role
from samsyn.governance.models import Agreement, AgreementKind, Step
from tests import factories as make
from tests import governance_rows as rows
from tests.governance.visiting import get, told
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(db: None) -> Any:
    return make.account_with(Role.PARTICIPANT)


def in_force(title: str = "Överenskommelse om BUS", **more: Any) -> Agreement:
    of = rows.agreement(title, starts_on=date(2023, 1, 1), areas=["skola"], **more)
    rows.party(of)
    rows.agreed(of)
    rows.followed_up(of)
    Agreement.objects.filter(pk=of.pk).update(activated_on=date(2023, 4, 1))
    return of


def test_the_register_says_how_each_stands(reader: Any) -> None:
    in_force(ends_on=date(2027, 1, 1))
    rows.agreement("Avtal med polisen", AgreementKind.POLICE)

    shown = told(get(reader, "agreements"))

    assert "Barn- och ungdomsnämnden gäller 2026-12-31 2027-03-01" in shown
    assert "överenskommelse med polisen utkast inte angivet saknas" in shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("laget=in_force", True),
        ("laget=draft", False),
        ("omrade=skola", True),
        ("slag=boards", True),
        ("slag=police", False),
        ("titel=bus", True),
        ("part=nonsens", True),
        ("laget=nonsens", True),
    ],
)
def test_the_register_is_narrowed(reader: Any, query: str, found: bool) -> None:
    in_force()

    shown = told(get(reader, "agreements", query=f"?{query}"))

    assert ("Överenskommelse om BUS" in shown) == found


def test_the_register_is_narrowed_by_party(reader: Any) -> None:
    of, other = in_force("Det ena"), rows.agreement("Det andra")
    rows.party(other, rows.board("Socialnämnden"))
    whose = of.parties.get().body_id

    shown = told(get(reader, "agreements", query=f"?part={whose}"))

    assert "Det ena" in shown
    assert "Det andra" not in shown


@pytest.mark.parametrize("name", ["agreements", "matters"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_registers_are_taken_away_as_files(reader: Any, name: str, kind: str) -> None:
    in_force()

    assert get(reader, name, query=f"?hamta={kind}").status_code == 200


def test_a_matter_has_a_row_for_each_body_and_one_when_there_is_none(reader: Any) -> None:
    of = rows.agreement()
    for name in ("Socialnämnden", "Kulturnämnden"):
        rows.party(of, rows.board(name))
    first = rows.steps_of(rows.matter(of))[0]
    rows.decide(first)
    rows.matter()

    shown = told(get(reader, "matters"))

    assert "av 3" in shown
    assert shown.count("Överenskommelse om BUS") == 2
    assert "2023-03-15 § 33 bifall" in shown


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("ar=2023", 1),
        ("ar=1999", 2),
        ("utfall=approved", 1),
        ("utfall=rejected", 0),
        ("visa=vantar", 1),
        ("ord=bus", 2),
        ("ord=skolskjuts", 0),
        ("organ=nonsens", 2),
    ],
)
def test_matters_are_narrowed(reader: Any, query: str, number: int) -> None:
    of = rows.agreement()
    for name in ("Socialnämnden", "Kulturnämnden"):
        rows.party(of, rows.board(name))
    rows.decide(rows.steps_of(rows.matter(of))[0])

    shown = told(get(reader, "matters", query=f"?{query}"))

    assert shown.count("Överenskommelse om BUS") == number


def test_matters_are_narrowed_by_body(reader: Any) -> None:
    of = rows.agreement()
    boards = [rows.board(name) for name in ("Socialnämnden", "Kulturnämnden")]
    for each in boards:
        rows.party(of, each)
    rows.matter(of)

    shown = told(get(reader, "matters", query=f"?organ={boards[0].pk}"))

    assert shown.count("Överenskommelse om BUS") == 1


def queries_of(reader: Any, name: str, *arguments: Any) -> int:
    get(reader, name, *arguments)  # what is prepared once
    with CaptureQueriesContext(connection) as asked:
        assert get(reader, name, *arguments).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["agreements", "matters"])
def test_a_register_asks_as_much_of_one_as_of_twenty(reader: Any, name: str) -> None:
    in_force("Nummer 0")
    one = queries_of(reader, name)
    for number in range(1, 20):
        in_force(f"Nummer {number}")

    assert queries_of(reader, name) == one


def test_the_page_of_an_agreement_asks_as_much_of_one_party_as_of_many(reader: Any) -> None:
    small, large = in_force("Litet"), rows.agreement("Stort", starts_on=date(2023, 1, 1))
    for number in range(8):
        rows.party(large, rows.board(f"Nämnd {number}"))
    prepared = rows.agreed(large)
    rows.followed_up(large)
    Agreement.objects.filter(pk=large.pk).update(activated_on=date(2023, 4, 1))

    assert queries_of(reader, "agreement", large.pk) == queries_of(reader, "agreement", small.pk)
    own = Step.objects.filter(matter__agreement=small).get().matter_id
    assert queries_of(reader, "matter", prepared.pk) == queries_of(reader, "matter", own)


def test_another_municipality_sees_nothing(reader: Any) -> None:
    of = in_force()
    theirs = make.account_with(Role.COORDINATOR, municipality_id=TYRESO)

    assert get(theirs, "agreement", of.pk).status_code == 404
    assert "Överenskommelse om BUS" not in told(get(theirs, "agreements"))
