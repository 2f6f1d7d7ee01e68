import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.access.api import Actor, Role
from samsyn.search import api as search
from tests import factories as make
from tests.search.conftest import BODY

pytestmark = pytest.mark.django_db

NASTY = [
    "nämnd" * 2_000,
    "a b c d e f g h i j k l m n o p q r s t u v x y z å ä ö " * 200,
    "'; drop table search_entry; --",
    "nämnd & ! | ( ) <-> :* :A \\ % _ \" '",
    "\x00nämnd\x00",
    "😀 nämnd 👩‍👩‍👧 ﷽",
    "\ud800nämnd",
    "%s %(x)s {0} {{ x }} $1",
    "И ١٢٣ 漢字 ﬁ ① ß İ",
    "1e5 0x1f 3.14 a@b.se https://a.b/c?d=e#f --x",
]
EMPTY = ["", " ", "\x00", "&|!()", "%", "😀", "'", "\\", "_" * 50]


@pytest.fixture
def reader() -> Actor:
    make.body("Socialnämnden")
    return make.actor(Role.PARTICIPANT)


@pytest.mark.parametrize("question", NASTY)
def test_a_nasty_question_is_no_error(reader: Actor, question: str) -> None:
    assert isinstance(search.find(reader, question), list)


@pytest.mark.parametrize("question", EMPTY)
def test_a_question_without_words_finds_nothing(reader: Actor, question: str) -> None:
    assert search.findings(reader, question).total == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(question=st.text(max_size=300))
def test_any_question_is_answered(reader: Actor, question: str) -> None:
    assert isinstance(search.find(reader, question), list)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=st.text(max_size=300))
def test_any_title_can_be_shown_and_found_by_itself(reader: Actor, title: str) -> None:
    board = make.body()
    storable = title.encode("utf-8", "ignore").decode().replace("\x00", "")

    search.index(BODY, board.pk, reader.municipality_id, title=storable)

    assert all(hit.title for hit in search.find(reader, storable[:200], limit=5))
