"""Sentences are found by their words; there are too many to look inside every word of them."""

import pytest

from samsyn.access.api import Actor, Role
from samsyn.forums.api import FollowUp
from samsyn.search import api as search
from samsyn.search.api import Why
from tests import factories as make
from tests.forums import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def left() -> FollowUp:
    return making.follow_up(what="Ta fram åtgärdsprogrammen för Skärgårdsgympan")


@pytest.fixture
def reader(left: FollowUp) -> Actor:
    return make.actor(Role.COORDINATOR)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("ta fram åtgärdsprogrammen för skärgårdsgympan", Why.EXACT),
        ("ta fram", Why.BEGINS),
        ("åtgärdsprogrammen", Why.TITLE),
        ("atgardsprogrammen", Why.TITLE),
        ("åtgärdsprogrammet", Why.TEXT),
        ("program", Why.TITLE),
        ("skärgård", Why.TITLE),
        ("skärgårdsgympan åtgärd", Why.TITLE),
    ],
)
def test_it_is_found_by_words_inflected_begun_and_parts_of_compounds(
    reader: Actor, question: str, why: Why
) -> None:
    (hit,) = search.find(reader, question)

    assert (hit.title, hit.why) == ("Ta fram åtgärdsprogrammen för Skärgårdsgympan", why)


@pytest.mark.parametrize("question", ["gårdsgymp", "skärgårdsgymapn", "åtgärdsprogrammen bokbuss"])
def test_it_is_not_found_by_what_is_inside_a_word_or_nearly_like_it(
    reader: Actor, question: str
) -> None:
    assert search.find(reader, question) == []


def test_names_and_sentences_are_found_together(reader: Actor) -> None:
    make.body("Skärgårdsgympan")

    assert [hit.title for hit in search.find(reader, "skärgårdsgympan")] == [
        "Skärgårdsgympan",
        "Ta fram åtgärdsprogrammen för Skärgårdsgympan",
    ]
