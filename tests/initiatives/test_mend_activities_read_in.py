"""Activities that are read in: each is counted once, none is lost, and what is wrong is mended."""

from datetime import date, timedelta

import pytest

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event, Outcome
from samsyn.initiatives.actions import parts
from samsyn.initiatives.models import Initiative
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, told
from tests.initiatives import tables
from tests.initiatives.tables import read_in, sent, stored
from tests.people import TODAY

pytestmark = pytest.mark.django_db

_LINES = [
    ("Datum", "Aktivitet", "Insats", "Antal", "Åk"),
    ("4 mars 2025", "Besök i 7A", "Besöken", "24", "7"),
    ("2025-03-05", "Föreläsning", "besöken", "ca 100", "7–9"),
]


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


@pytest.fixture
def row() -> Initiative:
    return rows.initiative("Besöken")


def test_what_is_wrong_is_shown_row_by_row_and_mended(keeper: Account, row: Initiative) -> None:
    lines = [
        *_LINES,
        ("31/2 2025", "Träff", "Besöken", "många", "7"),
        (TODAY + timedelta(days=2), "Träff", "Besöken", "10", "7"),
        ("2025-03-06", "Träff", "Besöket", "-5", "13-15 år"),
        ("6 mars", "", "", "<5", "2025-09-07"),
    ]

    left = read_in(keeper, lines)

    assert left.status_code == 422
    page = told(left)
    for said in (
        "2 aktiviteter är inlästa.",
        "Rad 4 Dagen ”31/2 2025” finns inte.",
        "”många” är inget antal. Skriv en siffra, eller lämna rutan tom.",
        "Rad 5 Dagen har inte varit än.",
        "Rad 6 Ingen insats heter ”Besöket”.",
        "Menar du ”Besöken”?",
        "”-5” är inget antal.",
        "”13-15 år” är ingen årskurs.",
        "Rad 7 Skriv vilken insats det var. Skriv vad som gjordes.",
        "”6 mars” har inget år.",
        "Kalkylbladet har gjort årskursen till dagen ”2025-09-07”.",
    ):
        assert said in page
    assert len(stored()) == 2

    mended = tables.answers_of(left) | {
        "cell-4-0": "28/2 2025",
        "cell-4-3": "20",
        "cell-5-0": TODAY.isoformat(),
        "cell-6-2": "Besöken",
        "cell-6-3": "5",
        "cell-6-4": "7–9",
        "leave-7": "on",
    }
    answer = sent(keeper, (), **mended)

    assert answer.status_code == 302, told(answer)
    assert [each.participants for each in stored()] == [20, 24, 100, 5, 10]


def test_rows_that_are_still_wrong_keep_their_numbers(keeper: Account, row: Initiative) -> None:
    lines = [("Dag", "Vad"), ("igår", "Träff"), ("2025-03-04", "Träff"), ("imorgon", "Träff")]
    left = read_in(keeper, lines, row.pk)

    again = sent(keeper, (), row.pk, **(tables.answers_of(left) | {"cell-2-0": "2025-03-03"}))

    page = told(again)
    assert "Rad 4 ”imorgon” är ingen dag." in page
    assert "Rad 2" not in page
    assert len(stored()) == 2


def test_the_columns_may_be_chosen_anew_for_what_is_left(keeper: Account, row: Initiative) -> None:
    lines = [("Dag", "Vad", "Av"), ("2025-03-04", "Träff", "polis och fältare")]
    left = read_in(keeper, lines, row.pk)
    assert "Inget organ heter ”polis och fältare”." in told(left)

    asked = sent(keeper, (), row.pk, **(tables.answers_of(left) | {"columns": "1"}))
    answers = tables.answers_of(asked) | {"heading-2": "note"}
    sent(keeper, (), row.pk, **answers)

    assert [each.note for each in stored()] == ["Av: polis och fältare"]


def test_a_file_that_is_sent_twice_counts_nothing_twice(keeper: Account, row: Initiative) -> None:
    read_in(keeper, _LINES)
    before = [each.pk for each in stored()]

    again = read_in(keeper, _LINES)

    assert again.status_code == 200
    page = told(again)
    assert "0 aktiviteter är inlästa. 2 rader finns redan." in page
    assert "Finns redan" in page
    assert f"/aktiviteter/{before[0]}/" in again.content.decode()
    assert [each.pk for each in stored()] == before


def test_what_is_logged_by_hand_is_known_when_it_comes_in_a_file(
    keeper: Account, row: Initiative
) -> None:
    school = make.body("Nolhagaskolan")
    rows.activity(row, what="Besök i 7A", held_on=date(2025, 3, 4), unit_id=school.pk)
    lines = [
        ("Dag", "Vad", "Var", "Åk"),
        ("2025-03-04", "besök i  7a", "nolhagaskolan", "7"),
        ("2025-03-04", "Besök i 7A", "Biblioteket", "7"),
    ]

    answer = read_in(keeper, lines, row.pk)

    assert "1 aktivitet är inläst. 1 rad finns redan." in told(answer)
    assert [each.place for each in stored()] == ["", "Biblioteket"]


def test_the_same_on_two_rows_is_asked_about(keeper: Account, row: Initiative) -> None:
    lines = [("Dag", "Vad", "Åk"), *[("2025-03-04", "Besök", year) for year in ("7", "8", "7")]]

    answer = read_in(keeper, lines, row.pk)

    assert "Rad 4 Samma aktivitet står på rad 2." in told(answer)
    assert len(stored()) == 2


def test_names_are_found_as_they_are_and_were_written(keeper: Account, row: Initiative) -> None:
    police, school = make.body("Polisen"), make.body("Nolhagaskolan")
    house = rows.venue("Familjens hus")
    lines = [
        ("Dag", "Vad", "Av", "Skola", "Mötesplats", "Typ", "Vilka", "Klasser"),
        (
            *("2025-03-04", "Besök", "POLISEN", "nolhagaskolan", "familjens hus"),
            *("Föreläsning", "elever", "7A, 7B"),
        ),
    ]

    read_in(keeper, lines, row.pk)

    [found] = stored()
    assert (found.body_id, found.unit_id, found.venue_id) == (police.pk, school.pk, house.pk)
    assert (found.kind, found.whom, found.classes) == ("lecture", "children", 2)
    assert found.grades == ["7"]


@pytest.mark.parametrize("said", ["", "-", ".", "..", "\N{EN DASH}"])
def test_what_stands_for_nothing_is_nothing(keeper: Account, row: Initiative, said: str) -> None:
    read_in(keeper, [("Dag", "Vad", "Antal"), ("2025-03-04", "Besök", said)], row.pk)

    assert [each.participants for each in stored()] == [None]


@pytest.mark.parametrize(
    ("said", "number"), [("1 234", 1234), ("~100", 100), ("24 elever", 24), ("0", 0)]
)
def test_numbers_are_read_as_they_are_written(
    keeper: Account, row: Initiative, said: str, number: int
) -> None:
    read_in(keeper, [("Dag", "Vad", "Antal"), ("2025-03-04", "Besök", said)], row.pk)

    assert [each.participants for each in stored()] == [number]


@pytest.mark.parametrize("said", ["50 %", "12,5", "20-25", "elever", "tjugo"])
def test_what_is_no_number_is_left_to_mend(keeper: Account, row: Initiative, said: str) -> None:
    lines = [("Dag", "Vad", "Antal"), ("2025-03-04", "Besök", said)]

    left = read_in(keeper, lines, row.pk)

    assert f"”{said}” är inget antal." in told(left)
    assert stored() == []


@pytest.mark.parametrize("said", ["ca 3", "<5", "färre än 5"])
def test_few_children_are_told_nowhere(keeper: Account, row: Initiative, said: str) -> None:
    read_in(keeper, [("Dag", "Vad", "Antal"), ("2025-03-04", "Liten grupp", said)], row.pk)

    [found] = stored()
    page = told(get(keeper, "initiatives:activity", found.pk))
    assert "3" not in page.partition("Liten grupp")[2].replace("2025-03", "")
    assert "ungefärlig" in page or "för få" in page


def test_a_personal_number_is_refused_and_a_class_is_asked_about(
    keeper: Account, row: Initiative
) -> None:
    lines = [
        ("Dag", "Vad", "Anteckning"),
        ("2025-03-04", "Besök", "Pratade med 20180101-2392."),
        ("2025-03-05", "Besök", "Kalle, 13 år, var rädd."),
        ("2025-03-06", "Besök", "Många frågor."),
    ]
    left = read_in(keeper, lines, row.pk)
    page = told(left)
    assert "Rad 2 Skriv inget personnummer här." in page
    assert "Rad 3 Det här ser ut att peka ut en enskild person" in page
    assert len(stored()) == 1

    answers = tables.answers_of(left) | {"cell-2-2": "Pratade.", "bekraftat": "on"}
    answer = sent(keeper, (), row.pk, **answers)

    assert answer.status_code == 302, told(answer)
    assert len(stored()) == 3
    assert Event.objects.filter(action="access.confirm").exists()


def test_one_logs_only_where_one_may(row: Initiative) -> None:
    police = make.body("Polisen")
    officer = make.holder_of(make.position(police, "Kommunpolis"), Role.PARTICIPANT)
    stranger = make.holder_of(make.position(make.body("Kyrkan"), "Diakon"), Role.PARTICIPANT)
    parts.add_partner(row, {"body_id": police.pk}, actor=make.operator())
    rows.initiative("Någon annans")
    lines = [
        ("Dag", "Vad", "Insats"),
        ("2025-03-04", "Besök", "Besöken"),
        ("2025-03-04", "Besök", "Någon annans"),
    ]

    assert sent(make.account_with(Role.POLITICIAN), lines).status_code == 403
    assert sent(stranger, lines, row.pk).status_code == 403
    assert "Rad 2 Du får inte logga i ”Besöken”." in told(read_in(stranger, lines))
    assert stored() == []
    answer = read_in(officer, lines)

    assert "Rad 3 Du får inte logga i ”Någon annans”." in told(answer)
    assert [each.initiative_id for each in stored()] == [row.pk]


def test_a_row_of_another_initiative_is_not_put_in_this_one(
    keeper: Account, row: Initiative
) -> None:
    rows.initiative("En annan")
    lines = [("Dag", "Vad", "Insats"), ("2025-03-04", "Besök", "En annan")]

    answer = read_in(keeper, lines, row.pk)

    assert "Raden är för en annan insats." in told(answer)
    assert stored() == []


def test_each_initiative_that_is_touched_has_a_trace(keeper: Account, row: Initiative) -> None:
    read_in(keeper, _LINES)

    make.operator()
    done = Event.objects.filter(outcome=Outcome.DONE, account_id=keeper.pk)
    told_of = set(done.values_list("action", "object_id"))
    assert ("initiatives.log_activity", row.pk) in told_of
    assert ("initiatives.import_activities", row.municipality_id) in told_of
