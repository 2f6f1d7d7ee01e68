"""Activities come from the lists that people have, as they have them."""

import io
from datetime import date, datetime
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives.models import Heading, Initiative
from samsyn.search import api as search
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, told
from tests.initiatives import tables
from tests.initiatives.tables import read_in, sent, stored

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


def test_the_columns_are_shown_with_their_first_rows_before_anything_is_stored(
    keeper: Account, row: Initiative
) -> None:
    asked = sent(keeper, _LINES)

    assert asked.status_code == 422
    page = told(asked)
    assert "Tabellen har 2 rader." in page
    assert "Datum 4 mars 2025 · 2025-03-05" in page
    answers = tables.answers_of(asked)
    guessed = [answers[f"heading-{at}"] for at in range(5)]
    assert guessed == ["held_on", "what", "initiative", "participants", "grades"]
    assert stored() == []


def test_a_pasted_table_is_read_in(keeper: Account, row: Initiative) -> None:
    answer = read_in(keeper, _LINES, kind="visit")

    assert answer.status_code == 302, told(answer)
    first, second = stored()
    assert (first.what, first.held_on, first.initiative_id) == (
        "Besök i 7A",
        date(2025, 3, 4),
        row.pk,
    )
    assert (first.participants, first.kind, first.grades) == (24, "visit", ["7"])
    assert (second.participants, second.grades) == (100, ["7", "8", "9"])
    assert second.note == "Antalet som deltog är ungefärligt."
    assert search.find(make.actor_for(make.account_with(Role.POLITICIAN)), "föreläsning")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_file_of_text_is_read_as_it_is_saved(
    keeper: Account, row: Initiative, encoding: str, sign: str
) -> None:
    lines = [("Dag", "Vad"), ("2025-03-04", "Träff på Ängen")]
    file = SimpleUploadedFile("logg.csv", tables.as_text(lines, sign).encode(encoding))

    asked = sent(keeper, (), row.pk, file=file)
    sent(keeper, (), row.pk, **tables.answers_of(asked))

    assert [each.what for each in stored()] == ["Träff på Ängen"]


def test_a_workbook_is_read_with_its_days_and_numbers(keeper: Account, row: Initiative) -> None:
    lines = [
        ("När", "Vad", "Deltagare", "Kl"),
        (date(2025, 3, 4), "Träff", 24, "18.30"),
        (datetime(2025, 3, 5, 13, 30), "Träff till", 12.0, ""),  # noqa: DTZ001 - as in a cell
    ]

    asked = sent(keeper, (), row.pk, file=tables.workbook({"Blad1": lines}))
    sent(keeper, (), row.pk, **tables.answers_of(asked))

    first, second = stored()
    assert (first.held_on, first.participants, first.note) == (
        date(2025, 3, 4),
        24,
        "Kl: 18.30",
    )
    assert (second.held_on, second.participants) == (date(2025, 3, 5), 12)


def test_an_open_document_is_read(keeper: Account, row: Initiative) -> None:
    file = tables.open_document("Blad1", [("Dag", "Vad"), ("4/3 2025", "Träff")])

    asked = sent(keeper, (), row.pk, file=file)
    sent(keeper, (), row.pk, **tables.answers_of(asked))

    assert [each.held_on for each in stored()] == [date(2025, 3, 4)]


def test_the_sheet_is_chosen_when_there_are_several(keeper: Account, row: Initiative) -> None:
    book: Any = {
        "Läs mig": [("Om listan",), ("Den är förd sedan 2020.",)],
        "Våren": [("Dag", "Vad"), ("2025-03-04", "Träff i mars")],
        "Hösten": [("Datum", "Aktivitet"), ("2025-10-04", "Träff i oktober")],
    }
    asked = sent(keeper, (), row.pk, file=tables.workbook(book))
    answers = tables.answers_of(asked)
    assert answers["sheet"] == "1", "the first whose headings are known"

    other = sent(keeper, (), row.pk, **(answers | {"sheet": "2", "columns": "1"}))
    assert "Aktivitet Träff i oktober" in told(other)
    sent(keeper, (), row.pk, **tables.answers_of(other))

    assert [each.what for each in stored()] == ["Träff i oktober"]


def test_what_a_column_is_is_remembered(keeper: Account, row: Initiative) -> None:
    lines = [("Tillfälle nr", "Vad", "Stämning"), ("2025-03-04", "Träff", "God")]
    asked = sent(keeper, lines, row.pk)
    assert tables.answers_of(asked)["heading-0"] == "left_out"
    said = {"heading-0": "held_on", "heading-2": "note"}
    answer = sent(keeper, (), row.pk, **(tables.answers_of(asked) | said))
    assert answer.status_code == 302, told(answer)

    again = tables.answers_of(sent(keeper, lines, row.pk))

    assert [again[f"heading-{at}"] for at in range(3)] == ["held_on", "what", "note"]
    assert [each.note for each in stored()] == ["Stämning: God"]
    assert Heading.objects.get(heading="tillfälle nr").of == "activities"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"heading-0": "left_out"}, "Ingen kolumn är Dag."),
        ({"heading-3": "what"}, "Flera kolumner är Vad gjordes."),
        ({"heading-2": "left_out"}, "Ingen kolumn är Insats."),
    ],
)
def test_columns_that_do_not_say_enough_are_asked_for_again(
    keeper: Account, row: Initiative, answers: dict[str, str], said: str
) -> None:
    answer = read_in(keeper, _LINES, **answers)

    assert answer.status_code == 422
    assert said in told(answer)
    assert stored() == []


def test_those_who_may_are_led_there_from_the_lists(keeper: Account, row: Initiative) -> None:
    reader = make.account_with(Role.POLITICIAN)
    there = "/aktiviteter/las-in/"

    assert there in get(keeper, "initiatives:activities").content.decode()
    assert there not in get(reader, "initiatives:activities").content.decode()
    page = get(keeper, "initiatives:initiative", row.pk).content.decode()
    assert f"/insatser/{row.pk}/las-in/" in page


def test_a_long_file_asks_the_database_no_more_often(keeper: Account, row: Initiative) -> None:
    def asked(many: int, of: str) -> int:
        lines = [("Dag", "Vad"), *[("2025-03-04", f"{of} {number}") for number in range(many)]]
        page = tables.answers_of(sent(keeper, lines, row.pk))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert sent(keeper, (), row.pk, **page).status_code == 302
        return len(queries)

    asked(1, "Först")

    assert asked(2, "Kort") == asked(300, "Långt")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logg.xlsx", b"PK\x03\x04skrap", "Filen är trasig"),
        ("logg.docx", b"PK\x03\x04skrap", "Filen är trasig"),
        ("logg.csv", b"\x89PNG\r\n\x1a\n", "Filen är ingen tabell."),
        ("logg.csv", b"Dag;Vad", "inga rader att läsa"),
    ],
)
def test_what_is_no_table_is_refused(
    keeper: Account, row: Initiative, name: str, content: bytes, said: str
) -> None:
    answer = sent(keeper, (), row.pk, file=SimpleUploadedFile(name, content))

    assert answer.status_code == 422
    assert said in told(answer)


@pytest.mark.parametrize("kept", ["skrap", "eJw=", "", "eNpjYGAAAAADAAE="])
def test_what_the_page_did_not_keep_is_refused(keeper: Account, row: Initiative, kept: str) -> None:
    answer = sent(keeper, (), row.pk, kept=kept)

    assert answer.status_code == 422


def test_a_workbook_that_would_take_all_the_memory_is_refused(
    keeper: Account, row: Initiative
) -> None:
    """A cell in the last corner of a sheet makes it as large as a sheet can be."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Dag", "Vad"))
        sheet.write(1_048_575, 16_383, "långt bort")

    answer = sent(keeper, (), row.pk, file=SimpleUploadedFile("logg.xlsx", content.getvalue()))

    assert answer.status_code == 422
    assert "Filen är trasig" in told(answer)
