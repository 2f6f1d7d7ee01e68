import pytest

from samsyn.access.api import Actor, Role
from samsyn.search import api as search
from samsyn.search.api import Why
from tests import factories as make
from tests.search.conftest import BODY, PERSON, POSITION

pytestmark = pytest.mark.django_db


def show(name: str, *, detail: str = "", text: str = "") -> None:
    """Make a body that the search knows by these texts."""
    board = make.body("Ett organ")
    assert board.municipality_id is not None
    search.index(BODY, board.pk, board.municipality_id, title=name, detail=detail, text=text)


def titles(actor: Actor, question: str) -> list[str]:
    return [hit.title for hit in search.find(actor, question)]


FOUND = [
    ("Socialnämnden", "Socialnämnden", Why.EXACT),
    ("socialnämnden", "Socialnämnden", Why.EXACT),
    ("SOCIALNÄMNDEN", "Socialnämnden", Why.EXACT),
    ("socialnamnden", "Socialnämnden", Why.EXACT),
    ("barn- och utbildningsnämnden", "Barn- och utbildningsnämnden", Why.EXACT),
    ("soci", "Socialnämnden", Why.BEGINS),
    ("socialnämnd", "Socialnämnden", Why.BEGINS),
    ("socialnamnd", "Socialnämnden", Why.BEGINS),
    ("socialnämndens", "Socialnämnden", Why.TITLE),
    ("utbildningsnämnd", "Barn- och utbildningsnämnden", Why.TITLE),
    ("utbildningsnämnden barn", "Barn- och utbildningsnämnden", Why.TITLE),
    ("nämnden för barn", "Barn- och utbildningsnämnden", Why.PART),
    ("nämnd", "Socialnämnden", Why.PART),
    ("nämnder", "Socialnämnden", Why.PART),
    ("namnd", "Socialnämnden", Why.PART),
    ("skolor", "Östlyckans grundskola", Why.PART),
    ("skola", "Nolhagaskolan", Why.PART),
    ("skolan", "Nolhagaskolan", Why.PART),
    ("assistent", "Fältassistenter", Why.PART),
    ("frånvaro", "Teamet för skolfrånvaro", Why.PART),
    ("åtgärdsprogram", "Åtgärdsprogrammen", Why.BEGINS),
    ("åtgärdsprogrammet", "Åtgärdsprogrammen", Why.TITLE),
    ("program", "Åtgärdsprogrammen", Why.PART),
    ("böcker", "Bokbussen", Why.PART),
    ("ornskoldsvik", "Örnsköldsviks kommun", Why.BEGINS),
    ("Örnsköldsvik", "Örnsköldsviks kommun", Why.BEGINS),
    ("förvaltingschef", "Förvaltningschefen", Why.MISSPELT),
    ("forvaltingschef", "Förvaltningschefen", Why.MISSPELT),
    ("utbildningnämnd", "Barn- och utbildningsnämnden", Why.PART),
    ("soical", "Socialnämnden", Why.MISSPELT),
    ("kulturskoaln", "Kulturskolan", Why.MISSPELT),
    ("familje central", "Familjecentralen", Why.PART),
]


@pytest.mark.parametrize(("question", "expected", "why"), FOUND)
def test_a_question_finds_what_is_meant(question: str, expected: str, why: Why) -> None:
    show(expected)
    show("Tekniska kontoret")
    reader = make.actor(Role.PARTICIPANT)

    hits = search.find(reader, question)

    assert [(hit.title, hit.why) for hit in hits][:1] == [(expected, why)]
    assert "Tekniska kontoret" not in [hit.title for hit in hits]


def test_the_best_reasons_come_first() -> None:
    show("Nämndhuset i Sollebrunn", detail="Kommunens lokaler")
    show("Kansliet", text="Tidigare nämndens kansli")
    show("Nämnd")
    show("Socialnämnden")
    show("Gamla nämnden")
    reader = make.actor(Role.PARTICIPANT)

    found = search.find(reader, "nämnd")

    assert [hit.why for hit in found] == [
        Why.EXACT,
        Why.BEGINS,
        Why.TITLE,
        Why.TEXT,
        Why.PART,
    ]


def test_an_earlier_name_finds_the_body() -> None:
    show("Utbildningsnämnden", text="Barn- och ungdomsnämnden")
    reader = make.actor(Role.PARTICIPANT)

    hits = search.find(reader, "ungdomsnämnden")

    assert [(hit.title, hit.why) for hit in hits] == [("Utbildningsnämnden", Why.TEXT)]


def test_a_personal_name_is_not_taken_for_a_compound() -> None:
    make.person("Salman", "Lind")
    reader = make.actor(Role.PARTICIPANT)

    assert titles(reader, "Salman") == ["Salman Lind"]
    assert titles(reader, "sal") == ["Salman Lind"]
    assert titles(reader, "män") == []


def test_only_the_chosen_kinds_are_found() -> None:
    make.position(make.body("Kulturnämnden"), "Kulturchef")
    reader = make.actor(Role.PARTICIPANT)

    hits = search.find(reader, "kultur", kinds=[POSITION])

    assert [hit.title for hit in hits] == ["Kulturchef"]


def test_a_hit_leads_to_its_page() -> None:
    board = make.body("Kulturnämnden")
    reader = make.actor(Role.PARTICIPANT)

    assert search.find(reader, "kultur", kinds=[BODY])[0].url == f"/organ/{board.pk}/"


def test_what_is_counted_is_all_that_was_found() -> None:
    for number in range(7):
        show(f"Nämnd {number}")
    reader = make.actor(Role.PARTICIPANT)

    found = search.findings(reader, "nämnd", limit=3)

    assert (len(found.hits), found.total) == (3, 7)


def test_nothing_is_found_where_nothing_is_registered() -> None:
    show("Nämnd")
    reader = make.actor(Role.PARTICIPANT)

    assert search.find(reader, "nämnd", kinds=["unknown"]) == []
    assert search.find(reader, "nämnd", kinds=[PERSON]) == []
