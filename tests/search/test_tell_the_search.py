from uuid import uuid4

import pytest

from samsyn.access.api import Role
from samsyn.search import api as search
from samsyn.search.models import Entry
from tests import factories as make
from tests.search.conftest import BODY
from tests.surroundings import ALINGSAS

pytestmark = pytest.mark.django_db


def test_an_object_that_changes_is_found_by_its_new_text_alone() -> None:
    board = make.body("Socialnämnden")
    reader = make.actor(Role.PARTICIPANT)

    search.index(BODY, board.pk, ALINGSAS, title="Byggbolaget", detail="Företag")

    assert [hit.title for hit in search.find(reader, "bygg")] == ["Byggbolaget"]
    assert search.find(reader, "socialnämnden", kinds=[BODY]) == []


def test_an_object_that_is_forgotten_is_not_found() -> None:
    board = make.body("Socialnämnden")
    reader = make.actor(Role.PARTICIPANT)

    search.forget(BODY, board.pk, ALINGSAS)

    assert search.find(reader, "socialnämnden") == []


def test_the_last_of_two_drafts_of_the_same_object_counts() -> None:
    board = make.body()

    search.index_many(
        search.Draft(BODY, board.pk, ALINGSAS, title) for title in ("Första", "Andra")
    )

    assert Entry.objects.get(object_id=board.pk).title == "Andra"


def test_many_objects_are_shown_at_once() -> None:
    make.operator()

    search.index_many(
        search.Draft(BODY, uuid4(), ALINGSAS, f"Enhet {number}") for number in range(2_500)
    )

    assert Entry.objects.count() == 2_500


@pytest.mark.parametrize(
    "text", ["ord " * 30_000, "x" * 10_000, "=1+1", "<script>alert(1)</script>", "a\x00b"]
)
def test_hostile_text_is_kept_as_it_is_but_for_what_cannot_be_stored(text: str) -> None:
    board = make.body()

    search.index(BODY, board.pk, ALINGSAS, title="Nämnd", detail=text, text=text)

    assert Entry.objects.get(object_id=board.pk).text == text.replace("\x00", "")
