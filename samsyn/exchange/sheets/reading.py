"""Reads a workbook into rows, and tells everything that is wrong in its cells."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from samsyn.exchange.fields import ABSENT
from samsyn.exchange.files import File
from samsyn.exchange.problems import Problem, Report
from samsyn.exchange.records import Outcome, Place
from samsyn.exchange.sheets.cells import (
    Cell,
    CellReport,
    alike,
    as_text,
    cell_name,
    column_name,
    is_fit,
)
from samsyn.exchange.sheets.columns import Column
from samsyn.exchange.sheets.headings import (
    LEFT_OUT,
    Headings,
    Meanings,
    Remembered,
    recognised,
)
from samsyn.exchange.sheets.meeting import SheetPart
from samsyn.exchange.sheets.packing import Marks, NotAWorkbookError, Opened, open_safely
from samsyn.exchange.sheets.registers import Register, is_ours_to_pass_over, registers
from samsyn.exchange.sheets.rows import Row
from samsyn.kernel.identity import holds_personal_number

WORKBOOK_ENDING = ".xlsx"
_EXAMPLE = ("exempel:", "example:")
_MOST_ROWS = 200_000
_MOST_LOOKED_AT, _MOST_SAMPLES = 50, 3


@dataclass(frozen=True)
class Said:
    """What has been said of a workbook: sheets as registers, headings as columns."""

    registers: Mapping[str, str] = field(default_factory=dict)
    meanings: Meanings = field(default_factory=dict)
    remembered: Mapping[str, Remembered] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """A workbook that has been opened, with the headings of each sheet that is read."""

    name: str
    sheets: dict[str, CalamineSheet]
    marks: dict[str, Marks]
    headings: list[Headings]
    passed_over: list[str]

    @property
    def unknown(self) -> list[Headings]:
        """The sheets that have headings which nobody has said what they are."""
        return [each for each in self.headings if each.unknown]

    def samples(self, headings: Headings, at: int) -> list[str]:
        """Some of what stands under a heading, but nobody's personal number."""
        rows = islice(self.sheets[headings.sheet].iter_rows(), headings.row + 1, None)
        texts = dict.fromkeys(as_text(values[at]) for values in islice(rows, _MOST_LOOKED_AT))
        fit = (text for text in texts if text and not holds_personal_number(text))
        return list(islice(fit, _MOST_SAMPLES))


def is_workbook(name: str) -> bool:
    return name.lower().endswith(WORKBOOK_ENDING)


def open_workbook(file: File, said: Said, report: Report) -> Workbook | None:
    """Open the workbook and read its headings, or None with what is wrong told."""
    try:
        data = file.content if file.content is not None else _from_disk(file)
        opened = open_safely(file.name, data)
        sheets = _sheets(opened)
    except NotAWorkbookError as fault:
        report.tell(Problem(file.name, 0, "", fault.wrong, fault.right))
        return None
    except OSError as error:
        wrong = _("Filen går inte att läsa (%(why)s).") % {"why": error.strerror}
        report.tell(Problem(file.name, 0, "", wrong))
        return None
    book = Workbook(file.name, sheets, opened.marks, [], [])
    _recognise(book, said, CellReport(report, file.name))
    return book


def _from_disk(file: File) -> bytes:
    return file.path.read_bytes() if file.path else b""


def _sheets(opened: Opened) -> dict[str, CalamineSheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(opened.content))
        return {name: book.get_sheet_by_name(name) for name in book.sheet_names}
    except CalamineError as error:
        raise NotAWorkbookError(
            _("Kalkylbladet är trasigt och går inte att öppna."),
            _("öppna det i kalkylprogrammet och spara det på nytt som .xlsx"),
        ) from error


def _recognise(book: Workbook, said: Said, report: CellReport) -> None:
    for name, sheet in book.sheets.items():
        row, texts = _heading_row(sheet)
        if not texts or is_ours_to_pass_over(name):
            continue
        found = recognised(name, texts, said.registers.get(alike(name), ""), said.remembered)
        if found is None:
            book.passed_over.append(name)
            continue
        register, meanings = found
        headings = Headings(name, row, texts, register, _of_these(texts, meanings, said.meanings))
        book.headings.append(headings)
        _check_headings(headings, book.marks.get(name, Marks()), report)
    if not book.headings:
        report.say("", _("Inget blad i filen är ett register som går att läsa."), _titles())


def _of_these(texts: Mapping[int, str], *meanings: Meanings) -> dict[str, str]:
    """What is said of these headings, the last that says it."""
    said = {heading: meaning for each in meanings for heading, meaning in each.items()}
    here = {alike(text) for text in texts.values()}
    return {heading: meaning for heading, meaning in said.items() if heading in here}


def _titles() -> str:
    names = ", ".join(str(each.title) for each in registers())
    return _("döp bladet till ett av %(names)s") % {"names": names}


def _heading_row(sheet: CalamineSheet) -> tuple[int, dict[int, str]]:
    """The first row with more than one text: above it there may be a title."""
    first: tuple[int, dict[int, str]] | None = None
    for number, values in enumerate(sheet.iter_rows()):
        texts = {at: as_text(value) for at, value in enumerate(values) if as_text(value)}
        if len(texts) > 1:
            return number, texts
        if texts and first is None:
            first = number, texts
    return first or (0, {})


def _check_headings(headings: Headings, marks: Marks, report: CellReport) -> None:
    taken: dict[str, str] = {}
    for at, text in headings.texts.items():
        meaning, place = headings.meaning(text), cell_name(headings.sheet, headings.row, at)
        if meaning is None or meaning == LEFT_OUT:
            continue
        if meaning not in headings.register.by_name:
            report.say(place, *_no_such_column(headings.register, meaning))
        elif meaning in taken:
            wrong = _("Rubriken ”%(text)s” står redan i %(place)s.")
            told = wrong % {"text": text[:60], "place": taken[meaning]}
            report.say(place, told, _("låt den stå en gång"))
        taken.setdefault(meaning, place)
    for column, row in marks.merged:
        if row > headings.row:
            wrong = _("Cellen är sammanfogad med andra.")
            report.say(f"{headings.sheet}!{column}{row}", wrong, _("dela upp den"))


def _no_such_column(register: Register, meaning: str) -> tuple[str, str]:
    names = ", ".join(column.name for column in register.columns)
    wrong = _("Registret %(register)s har ingen kolumn %(name)s.")
    told = wrong % {"register": register.title, "name": meaning[:40]}
    return told, _("välj bland %(words)s") % {"words": names}


def refuse_unknown(book: Workbook, report: Report) -> None:
    """Tell which headings nobody has said what they are, with what they probably are."""
    told = CellReport(report, book.name)
    for headings in book.unknown:
        suggested = headings.suggestions()
        for at, text in headings.unknown.items():
            place = cell_name(headings.sheet, headings.row, at)
            right = f'--map "{text[:60]}={suggested[text]}"'
            wrong = _("Rubriken ”%(text)s” känns inte igen.") % {"text": text[:60]}
            told.say(place, wrong, _("säg vad den är: %(option)s") % {"option": right})


def read_rows(
    book: Workbook, key: str, report: Report, *, wait: Callable[[], None] = lambda: None
) -> Outcome:
    """Read every row of every register, to the end, whatever is wrong in them.

    `wait` is called for each row, and may raise when it has taken too long.
    """
    part = SheetPart(Place(key, book.name, 0))
    told, count = CellReport(report, book.name), 0
    for headings in book.headings:
        for row in _rows(book, headings, told, wait):
            count += 1
            part.rows.setdefault(headings.register.name, []).append(row)
    if count > _MOST_ROWS:
        wrong = _("Filen har %(count)d rader.") % {"count": count}
        told.say("", wrong, _("dela den, högst 200 000 rader läses"))
    over = [f"{book.name}, {name}" for name in book.passed_over]
    return Outcome({key: part}, report.problems, report.count, [book.name], over)


def _rows(
    book: Workbook, headings: Headings, report: CellReport, wait: Callable[[], None]
) -> Iterator[Row]:
    columns = headings.columns()
    first, sheet = min(columns, default=0), headings.sheet
    marks = book.marks.get(sheet, Marks())
    marked = marks.formulas | marks.faults
    read = [(at, column, f"{sheet}!{column_name(at)}") for at, column in columns.items()]
    places = {column.name: place for _at, column, place in read}
    bare = _Bare(headings, report)
    for number, values in enumerate(book.sheets[sheet].iter_rows(), 1):
        wait()
        if number <= headings.row + 1 or _is_example(values[first]):
            continue
        bare.look_at(values, number)
        if not any(as_text(values[at]) for at, _column, _place in read):
            continue
        before = report.count
        said = {
            column.name: _value(column, Cell(values[at], f"{place}{number}"), marked, report)
            for at, column, place in read
        }
        yield Row(headings.register, number, places, said, is_broken=report.count > before)


class _Bare:
    """Tells of each column that has something in it but no heading: it would be lost."""

    def __init__(self, headings: Headings, report: CellReport) -> None:
        self._headings, self._report = headings, report
        self._told: set[int] = set()

    def look_at(self, values: list[Any], number: int) -> None:
        known = self._headings.texts
        for at, value in enumerate(values):
            if at not in known and value != "" and at not in self._told and as_text(value):
                self._told.add(at)
                wrong = _("Kolumnen har ingen rubrik.")
                right = _("skriv en, eller ta bort det som står där")
                self._report.say(cell_name(self._headings.sheet, number - 1, at), wrong, right)


def _is_example(value: object) -> bool:
    return isinstance(value, str) and value.strip().lower().startswith(_EXAMPLE)


def _value(column: Column, cell: Cell, marked: frozenset[str], report: CellReport) -> Any:
    report.place = cell.place
    if marked and cell.place.rpartition("!")[2] in marked:
        wrong = _("Cellen innehåller en formel eller ett fel, inte ett värde.")
        report.wrong(0, wrong, _("kopiera den och klistra in som värde"))
        return ABSENT
    if not is_fit(cell, report):
        return ABSENT
    return column.read(cell, report)
