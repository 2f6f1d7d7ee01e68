import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Role
from samsyn.access.tenancy import bind
from samsyn.organisation.rules import CREATE_POSITION, END_BODY
from samsyn.search import api as search
from samsyn.search.models import Entry
from tests import factories as make
from tests.search.conftest import BODY
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db
QUESTIONS = ["Kulturnämnden", "kult", "nämnd", "kulturnämden"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_of_another_municipality_is_found(question: str) -> None:
    make.body("Kulturnämnden", municipality_id=TYRESO)
    stranger = make.actor(Role.ADMINISTRATOR, municipality_id=ALINGSAS)

    found = search.findings(stranger, question)

    assert (found.hits, found.total) == ((), 0)


def test_row_security_holds_without_the_explicit_filter() -> None:
    make.body("Kulturnämnden", municipality_id=TYRESO)

    bind(ALINGSAS, None)
    assert Entry.objects.count() == 0

    bind(None, None)
    assert Entry.objects.count() == 0


def test_the_index_of_words_holds_to_the_municipality_that_one_acts_in() -> None:
    make.body("Kulturnämnden", municipality_id=TYRESO)
    make.body("Kulturnämnden", municipality_id=ALINGSAS)

    def held() -> int:
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from search_holding(false, 'kulturnamnden'::tsquery)")
            return int(cursor.fetchone()[0])

    bind(ALINGSAS, None)
    assert held() == 1
    bind(None, None)
    assert held() == 0


def test_an_entry_cannot_be_written_for_another_municipality() -> None:
    board = make.body("Kulturnämnden", municipality_id=TYRESO)
    bind(ALINGSAS, None)

    search.forget(BODY, board.pk, TYRESO)

    reader = make.actor(Role.PARTICIPANT, municipality_id=TYRESO)
    assert [hit.object_id for hit in search.find(reader, "kulturnämnden")] == [board.pk]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_policy_hides_is_neither_shown_nor_counted(question: str) -> None:
    make.body("Kulturnämnden")
    search.register(BODY, "Organ", END_BODY, "organisation:body")

    reader, keeper = make.actor(Role.PARTICIPANT), make.actor(Role.COORDINATOR)

    assert search.findings(reader, question).total == 0
    assert search.findings(keeper, question).total == 1


def test_a_director_finds_her_own_body_alone() -> None:
    own = make.body("Kulturnämnden")
    make.body("Kulturförvaltningen")
    search.register(BODY, "Organ", CREATE_POSITION, "organisation:body")
    director = make.actor(Role.DIRECTOR, body=own)

    found = search.findings(director, "kultur")

    assert ([hit.title for hit in found.hits], found.total) == (["Kulturnämnden"], 1)


def test_what_remains_of_a_vanished_object_is_not_found() -> None:
    reader = make.actor(Role.PARTICIPANT)
    search.index(BODY, ALINGSAS, ALINGSAS, title="Spöknämnden")

    assert search.find(reader, "spöknämnden") == []


def test_it_asks_the_database_as_often_however_much_is_found() -> None:
    reader = make.actor(Role.PARTICIPANT)

    def queries_with(bodies: int) -> int:
        for number in range(bodies):
            make.body(f"Nämnd {number}")
        bind(reader.municipality_id, reader.account_id)
        with CaptureQueriesContext(connection) as asked:
            assert search.find(reader, "nämnd", limit=100)
        return len(asked)

    assert queries_with(4) == queries_with(20) == 1
