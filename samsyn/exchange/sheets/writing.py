"""Writes the registers as a workbook that explains itself, with rows or as a template."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality
from samsyn.exchange.sheets.cells import column_name
from samsyn.exchange.sheets.columns import Column, Edge, Named
from samsyn.exchange.sheets.guide import guide
from samsyn.exchange.sheets.registers import BODIES, CHOICES, GUIDE, Register, registers
from samsyn.exchange.sheets.telling import Line, Lines

_EARLIEST = date(1901, 1, 1)  # before that, spreadsheets do not agree on which day it is
_LAST_ROW = 20_000
_MOST_OFFERED = 2_000
_GUIDE_WIDTHS = (24, 56, 12, 66)
_HEIGHT = 15
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(actor: Actor, municipality: Municipality) -> bytes:
    """All that the municipality has of the registers."""
    lines = Lines(actor)
    return _workbook(municipality.name, lines.of, is_template=False)


def write_template() -> bytes:
    """The same sheets with an example in each, that is passed over when they are read."""
    return _workbook("", lambda register: iter([_example(register)]), is_template=True)


def _example(register: Register) -> Line:
    line: Line = {column.name: column.example for column in register.own if column.example != ""}
    first = register.own[0]
    return line | {first.name: _("Exempel: %(what)s") % {"what": first.example}}


def _workbook(name: str, lines: Any, *, is_template: bool) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": _("Register för %(name)s") % {"name": name} if name else ""})
    writer = _Writer(book)
    if is_template:
        writer.guide()
    for register in registers():
        writer.register(register, lines(register), is_example=is_template)
    if not is_template:
        writer.guide()
    writer.choices()
    book.close()
    return file.getvalue()


class _Writer:
    """Writes sheet by sheet, and remembers what there is to choose among."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._chosen: dict[str, Sequence[str]] = {}
        self._heading = book.add_format(
            {"bold": True, "bottom": 1, "bg_color": "#E4EAF1", "text_wrap": True, "valign": "top"}
        )
        self._pale = {"italic": True, "font_color": "#5B6472"}
        self._formats: dict[tuple[str, bool], Any] = {}

    def register(self, register: Register, lines: Iterable[Line], *, is_example: bool) -> None:
        sheet = self._book.add_worksheet(str(register.title))
        sheet.set_row(0, _HEIGHT * 1.4)
        for at, column in enumerate(register.own):
            sheet.set_column(at, at, column.width, self._format(column, is_pale=False))
        for at, column in enumerate(register.own):
            told = f"{column.heading} *" if column.is_required else str(column.heading)
            sheet.write_string(0, at, told, self._heading)
            self._limit(sheet, at, column)
        row = 0
        for row, line in enumerate(lines, 1):
            for at, column in enumerate(register.own):
                value = line.get(column.name) if is_example else column.plain(line[column.name])
                _write(sheet, row, at, value, self._format(column, is_pale=is_example))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        _print_wide(sheet)
        sheet.autofilter(0, 0, max(row, 1), len(register.own) - 1)

    def _format(self, column: Column, *, is_pale: bool) -> Any:
        shape = "yyyy-mm-dd" if isinstance(column, Edge) else column.shape
        if (shape, is_pale) not in self._formats:
            told = {"num_format": shape, "valign": "top", "align": "left"} | (
                self._pale if is_pale else {}
            )
            self._formats[shape, is_pale] = self._book.add_format(told)
        return self._formats[shape, is_pale]

    def _limit(self, sheet: Any, at: int, column: Column) -> None:
        """Let people choose in the cell, where there is something to choose among."""
        source = self._source(column)
        if source:
            rule = {
                "validate": "list",
                "source": source,
                "show_error": bool(column.choices),
                "error_title": str(column.heading),
                "error_message": _("Välj ett av värdena i listan."),
            }
            sheet.data_validation(1, at, _LAST_ROW, at, rule)

    def _source(self, column: Column) -> str:
        if column.choices:
            self._chosen[column.name + str(column.heading)] = column.choices
            place = list(self._chosen).index(column.name + str(column.heading))
            name = column_name(place)
            return f"='{CHOICES}'!${name}$1:${name}${len(column.choices)}"
        if isinstance(column, Named) and column.section == "bodies":
            at = column_name([each.name for each in BODIES.own].index("name"))
            return f"='{BODIES.title}'!${at}$2:${at}${_MOST_OFFERED}"
        return ""

    def choices(self) -> None:
        """The lists that cells choose from, in a sheet that is not shown: some are long."""
        sheet = self._book.add_worksheet(str(CHOICES))
        longest = max(map(len, self._chosen.values()))
        for row in range(longest):
            for at, words in enumerate(self._chosen.values()):
                if row < len(words):
                    sheet.write_string(row, at, words[row])
        sheet.hide()

    def guide(self) -> None:
        sheet = self._book.add_worksheet(str(GUIDE))
        wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        bold = self._book.add_format({"bold": True, "valign": "top", "font_size": 12})
        for at, width in enumerate(_GUIDE_WIDTHS):
            sheet.set_column(at, at, width)
        sheet.hide_gridlines(2)
        _print_wide(sheet)
        for at, line in enumerate(guide()):
            # Not every spreadsheet finds the height of text that wraps by itself.
            sheet.set_row(at, _HEIGHT * (1 if line.is_open else _lines(line.texts)))
            shape = bold if line.is_title else self._heading if line.is_heading else wrapped
            for place, text in enumerate(line.texts):
                runs_on = line.is_open and (place or not line.is_title)
                sheet.write_string(at, place, text, None if runs_on else shape)


def _lines(texts: tuple[str, ...]) -> int:
    """How many lines the longest of the texts takes in its column."""
    widths = zip(texts, _GUIDE_WIDTHS, strict=False)
    return max((-(-len(text) // width) for text, width in widths), default=1) or 1


def _print_wide(sheet: Any) -> None:
    """All columns on one page, and as many pages as it takes."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, at: int, value: Any, shape: Any) -> None:
    match value:
        case None | "":
            return
        case date() if value >= _EARLIEST:
            sheet.write_datetime(row, at, value, shape)
        case int():
            sheet.write_number(row, at, value, shape)
        case _:
            sheet.write_string(row, at, str(value), shape)
