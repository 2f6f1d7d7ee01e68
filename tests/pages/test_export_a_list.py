import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from python_calamine import CalamineWorkbook

from samsyn.pages.api import Cell, Column, Tag
from samsyn.pages.export import download
from tests.pages.rows import groups, listing

pytestmark = pytest.mark.django_db


def csv_rows(**arguments: Any) -> list[list[str]]:
    content = download(listing(**arguments)).content.decode("utf-8-sig")
    return list(csv.reader(StringIO(content), delimiter=";"))


def excel_rows(**arguments: Any) -> list[list[Any]]:
    content = download(listing(**arguments)).content
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def only(cell: Cell) -> tuple[Column[Group], ...]:
    return (Column("namn", "Namn", lambda _group: cell, ("name",)),)


def test_the_file_holds_what_the_list_holds_in_the_same_order() -> None:
    groups("bå", "a", "annan")

    rows = csv_rows(asked="hamta=csv&namn=a&ordna=-namn")

    assert [row[0] for row in rows] == ["Namn", "annan", "a"]


def test_every_page_is_in_the_file() -> None:
    groups(*(f"grupp {number:03}" for number in range(60)))

    assert len(csv_rows(asked="hamta=csv&sida=2")) == 61
    assert len(excel_rows(asked="hamta=xlsx&sida=2")) == 61


def test_a_formula_is_text_in_both_kinds_of_file() -> None:
    groups('=HYPERLINK("http://x")')

    assert csv_rows(asked="hamta=csv")[1][0] == '\'=HYPERLINK("http://x")'
    assert excel_rows(asked="hamta=xlsx")[1][0] == '=HYPERLINK("http://x")'


def test_separators_quotes_and_lines_stay_in_their_cell() -> None:
    groups('a;"b"\nc')

    assert csv_rows(asked="hamta=csv")[1] == ['a;"b"\nc', "7"]


def test_numbers_and_days_are_what_they_are() -> None:
    groups("a")

    day = excel_rows(asked="hamta=xlsx", columns=only(Cell(date(2022, 11, 17))))
    number = excel_rows(asked="hamta=xlsx", columns=only(Cell(Decimal("1234.5"))))
    in_csv = csv_rows(asked="hamta=csv", columns=only(Cell(Decimal("1234.5"))))

    assert (day[1], number[1]) == ([date(2022, 11, 17)], [1234.5])
    assert in_csv[1] == ["1234,5"]


def test_a_moment_is_written_in_the_time_of_the_installation() -> None:
    groups("a")
    moment = only(Cell(datetime(2022, 11, 17, 12, 5, tzinfo=UTC)))

    rows = excel_rows(asked="hamta=xlsx", columns=moment)

    assert rows[1] == [datetime(2022, 11, 17, 13, 5)]  # noqa: DTZ001


def test_a_state_is_written_in_its_words() -> None:
    groups("a")

    rows = csv_rows(asked="hamta=csv", columns=only(Cell(tags=(Tag("vakant", "danger"),))))

    assert rows[1] == ["vakant"]


def test_a_text_longer_than_excel_takes_is_cut_and_not_lost() -> None:
    groups("a")

    rows = excel_rows(asked="hamta=xlsx", columns=only(Cell("å" * 40_000)))

    assert len(rows[1][0]) == 32_767


def test_the_file_is_for_saving_and_starts_with_a_mark_of_utf_8() -> None:
    response = download(listing("hamta=csv", file_name="organ"))

    assert response["Content-Disposition"] == 'attachment; filename="organ.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")
