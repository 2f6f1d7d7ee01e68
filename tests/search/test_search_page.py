import pytest
from django.test import Client

from samsyn.access.api import Role
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


@pytest.fixture
def participant(client: Client) -> Client:
    client.force_login(make.account_with(Role.PARTICIPANT))
    return client


def page(client: Client, question: str, **more: str) -> str:
    response = client.get("/sok/", {"q": question, **more})
    assert response.status_code == 200
    return response.content.decode()


def test_what_is_found_stands_under_its_kind_with_a_link(participant: Client) -> None:
    board = make.body("Kulturnämnden")
    make.position(board, "Kulturchef")

    answer = page(participant, "kultur")

    assert f'href="/organ/{board.pk}/"' in answer
    assert "Organ (1)" in answer
    assert "Funktioner (1)" in answer
    assert "2 träffar" in answer


def test_a_likeness_is_said_to_be_one(participant: Client) -> None:
    make.body("Kulturnämnden")

    answer = page(participant, "kulturnämden")

    assert "Det här liknar" in answer
    assert "liknande stavning" in answer


def test_the_rest_of_a_kind_is_a_link_away(participant: Client) -> None:
    for number in range(7):
        make.body(f"Nämnd {number}")

    first, all_of_them = (
        page(participant, "nämnd"),
        page(participant, "nämnd", typ="organisation.body"),
    )

    assert "typ=organisation.body" in first
    assert ("Nämnd 6" in first, "Nämnd 6" in all_of_them) == (False, True)


def test_an_empty_question_teaches(participant: Client) -> None:
    assert "Du behöver inte veta exakt" in page(participant, "")


def test_nothing_found_says_what_to_try(participant: Client) -> None:
    assert "Pröva färre eller andra ord" in page(participant, "qqqqqq")


def test_an_unknown_kind_is_as_none(participant: Client) -> None:
    make.body("Kulturnämnden")

    assert "Kulturnämnden" in page(participant, "kultur", typ="'; drop")


def test_script_is_shown_and_not_run(participant: Client) -> None:
    make.body("<script>alert(1)</script>nämnden")

    answer = page(participant, "<script>alert(1)</script>")

    assert "<script>alert" not in answer
    assert "&lt;script&gt;alert(1)" in answer


def test_htmx_gets_the_part_alone(participant: Client) -> None:
    make.body("Kulturnämnden")

    response = participant.get("/sok/", {"q": "kultur"}, headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert "Kulturnämnden" in response.content.decode()
    assert "HX-Request" in response.headers["Vary"]


def test_a_post_is_not_answered(participant: Client) -> None:
    assert participant.post("/sok/", {"q": "kultur"}).status_code == 405


def test_one_without_a_role_learns_nothing(client: Client) -> None:
    make.body("Kulturnämnden")
    client.force_login(make.account_with())

    assert client.get("/sok/", {"q": "kultur"}).status_code == 404


def test_a_user_of_another_municipality_learns_nothing(client: Client) -> None:
    make.body("Kulturnämnden")
    client.force_login(make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO))

    assert "Inga träffar" in page(client, "kulturnämnden")
