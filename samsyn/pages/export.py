"""Lists as files that a spreadsheet opens, with nothing in them that it would run."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

import xlsxwriter
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from samsyn.pages.cells import Cell, Value, shown
from samsyn.pages.columns import Column
from samsyn.pages.formats import local_moment

# Blanks, controls and what has no width: a spreadsheet may skip them and find a formula behind.
_UNSEEN = r"[\s\x00-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*"
_FORMULA = re.compile(rf"[\t\r\n]|{_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20]")
# A plain number or a telephone number in groups of digits is text to every spreadsheet, or the
# number it says: -3, +46 70 123 45 67, -1 234,5.
_HARMLESS = re.compile(r"[+-]\d+(?:[ \u00a0\u202f]\d+)*(?:[.,]\d+)?", re.ASCII)


class Exported(Protocol):
    """What can be taken away: a list that the database holds, or rows that are reckoned."""

    @property
    def export(self) -> str: ...
    @property
    def file_name(self) -> str: ...
    @property
    def columns(self) -> Sequence[Column[Any]]: ...
    def all_lines(self) -> Iterator[list[Cell]]: ...


def neutralised(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    if _FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def download(listing: Exported) -> HttpResponse:
    """Answer with the whole list as the file asked for; made at once, inside the transaction."""
    kind = listing.export
    content = _excel(listing) if kind == "xlsx" else _csv(listing)
    response = HttpResponse(content, content_type=_CONTENT_TYPES[kind])
    name = content_disposition_header(True, f"{listing.file_name}.{kind}")
    response["Content-Disposition"] = name or "attachment"
    return response


_CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _csv(listing: Exported) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(neutralised(str(column.label)) for column in listing.columns)
    for line in listing.all_lines():
        writer.writerow(_csv_text(cell.plain) for cell in line)
    return file.getvalue().encode("utf-8-sig")


def _csv_text(value: Value) -> str:
    match value:
        case str():
            return neutralised(value.replace("\x00", ""))
        case int() | float() | Decimal():
            return str(value).replace(".", ",")
        case _:
            return shown(value)


def _excel(listing: Exported) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    _write_sheet(book, listing)
    book.close()
    return file.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, listing: Exported) -> None:
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    formats: dict[type, Any] = {
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }
    for number, column in enumerate(listing.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, str(column.label), bold)
    sheet.freeze_panes(1, 0)
    row = 0
    for row, line in enumerate(listing.all_lines(), start=1):
        for number, cell in enumerate(line):
            _write_cell(sheet, row, number, cell.plain, formats)
    sheet.autofilter(0, 0, row, len(listing.columns) - 1)


def _write_cell(
    sheet: Any, row: int, column: int, value: Value, formats: Mapping[type, Any]
) -> None:
    match value:
        case str():
            sheet.write_string(row, column, value)
        case datetime():
            sheet.write_datetime(row, column, local_moment(value), formats[datetime])
        case date():
            sheet.write_datetime(row, column, value, formats[date])
        case int() | float() | Decimal():
            sheet.write_number(row, column, value)
        case _:
            return
