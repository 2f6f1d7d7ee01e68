"""Values are read from files as they are: with BOM, commas, tildes and dots; none is lost."""

import io
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.access.api import Account, Role
from samsyn.initiatives.models import Disclosure, Heading, Indicator, Measure, Value
from tests import factories as make
from tests import indicator_rows as rows
from tests.governance.visiting import send, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


@pytest.fixture
def row() -> Indicator:
    return rows.indicator(measure=Measure.SHARE, disclosure=Disclosure.NONE)


def read_in(by: Account, of: Indicator, table: str = "", **answers: Any) -> Any:
    return send(by, "initiatives:import-values", of.pk, table=table, **answers)


def stored() -> list[tuple[str, Any, str]]:
    make.operator()
    found = Value.objects.order_by("measurement__starts_on", "sex")
    return [(each.sex, each.number, each.state) for each in found]


def test_a_swedish_file_is_read_as_it_is(keeper: Account, row: Indicator) -> None:
    lines = ("Läsår;Kön;Andel", "2023/24;Flickor;12,5", "2023/24;Pojkar;~100", "2024/25;;..")
    text = "\ufeff" + "\r\n".join((*lines, "2025/26;;.", ""))
    file = SimpleUploadedFile("värden.csv", text.encode(), "text/csv")

    answer = read_in(keeper, row, file=file)

    assert answer.status_code == 302, told(answer)
    assert stored() == [
        ("boys", 100, "about"),
        ("girls", 12.5, "known"),
        ("", None, "withheld"),
        ("", None, "impossible"),
    ]


def test_a_workbook_is_read(keeper: Account, row: Indicator) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate([("År", "Värde"), (2024, 12.5), (2025, 13)]):
            sheet.write_row(number, 0, line)
    file = SimpleUploadedFile("värden.xlsx", content.getvalue())

    answer = read_in(keeper, row, file=file)

    assert answer.status_code == 302, told(answer)
    assert [number for _sex, number, _state in stored()] == [12.5, 13]


def test_what_is_not_understood_is_shown_row_by_row_and_kept(
    keeper: Account, row: Indicator
) -> None:
    table = "År\tVärde\n2023\t12,5\nförra året\t13\n2024\t113\n2025\tmånga\n2023\t14"

    answer = read_in(keeper, row, table)

    assert answer.status_code == 422
    page = told(answer)
    assert "1 värde är inläst." in page
    for said in (
        "Rad 3 ”förra året” är ingen period.",
        "Rad 4 En andel kan inte vara mer än 100 procent.",
        "Rad 5 ”många” är inget tal",
        "Rad 6 Samma period står redan på en rad ovanför.",
    ):
        assert said in page
    assert 'name="cell-5-1" value="många"' in answer.content.decode()
    assert [number for _sex, number, _state in stored()] == [12.5]


def test_a_heading_is_asked_for_once_and_remembered(keeper: Account, row: Indicator) -> None:
    table = "Mättillfälle\tAndel\n2024\t12,5"
    asked = read_in(keeper, row, table)
    assert asked.status_code == 422
    assert "Vad är kolumnerna? " in told(asked)
    assert stored() == []

    answer = read_in(keeper, row, table, **{"heading-0": "period", "heading-1": "value"})

    assert answer.status_code == 302, told(answer)
    make.operator()
    assert Heading.objects.get(heading="mättillfälle").meaning == "period"
    assert read_in(keeper, row, table.replace("2024", "2025")).status_code == 302


@pytest.mark.parametrize("table", ["", "År\tVärde", "\ufeff", "\n\n"])
def test_nothing_to_read_is_refused(keeper: Account, row: Indicator, table: str) -> None:
    answer = read_in(keeper, row, table)

    assert answer.status_code == 422
    assert "inga rader att läsa" in told(answer)


def test_a_file_that_is_something_else_is_refused(keeper: Account, row: Indicator) -> None:
    answer = read_in(keeper, row, file=SimpleUploadedFile("värden.xlsx", b"PK\x03\x04skrap"))

    assert answer.status_code == 422
    assert "Filen är trasig" in told(answer)
