import pytest

from samsyn.access.api import Actor, Role
from samsyn.forums import actions
from samsyn.forums.models import ForumKind
from samsyn.search import api as search
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def titles(actor: Actor, question: str) -> list[str]:
    return [hit.title for hit in search.find(actor, question) if hit.kind == "forums.forum"]


@pytest.mark.parametrize(
    "question",
    ["brottsförebyggande", "nätverk", "skolnätet", "narkotika", "vuxennärvaro", "rektorer"],
)
def test_a_forum_is_found_by_its_name_and_what_it_is_for(question: str) -> None:
    told = {
        "short_name": "Skolnätet",
        "purpose": "Att samla rektorer från skolorna.",
        "goals": "Ökad vuxennärvaro.",
        "focus_areas": ["Narkotika"],
    }
    make.forum("Brottsförebyggande nätverket", told)
    make.forum("Presidiet", kind=ForumKind.PRESIDIUM)

    assert titles(make.actor(Role.PARTICIPANT), question) == ["Brottsförebyggande nätverket"]


def test_it_is_found_by_its_new_name_and_the_old() -> None:
    of = make.forum("Gruppen")

    actions.rename_forum(of, "Skolnätverket", starts_on=make.TODAY, actor=make.operator())

    reader = make.actor(Role.PARTICIPANT)
    assert titles(reader, "skolnätverket") == titles(reader, "gruppen") == ["Skolnätverket"]


def test_it_is_found_by_what_is_written_later() -> None:
    of = make.forum("Gruppen")

    actions.describe_forum(of, {"purpose": "Skolfrånvaro"}, actor=make.operator())

    assert titles(make.actor(Role.PARTICIPANT), "skolfrånvaro") == ["Gruppen"]


def test_without_a_role_or_from_elsewhere_it_is_not_found() -> None:
    make.forum("Skolnätverket")

    assert titles(make.actor(), "skolnätverket") == []
    assert titles(make.actor(*Role, municipality_id=TYRESO), "skolnätverket") == []
