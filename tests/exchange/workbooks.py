"""Workbooks as rows of cells, taken in and out of a municipality."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from samsyn.access.api import Actor, Municipality
from samsyn.exchange import api as exchange

Rows = list[list[Any]]


def workbook(sheets: Mapping[str, Rows], **options: Any) -> bytes:
    """Write a workbook; a text that begins with = is a formula, None is no cell."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, options)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, str) and value.startswith("="):
                    sheet.write_formula(row, column, value, None, "7")
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write(row, column, value)
    book.close()
    return file.getvalue()


def rows_of(content: bytes) -> dict[str, Rows]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def bring_in(
    content: bytes,
    actor: Actor,
    report: exchange.Report | None = None,
    *,
    said: exchange.Said | None = None,
    name: str = "fil.xlsx",
) -> exchange.Plan | None:
    """Carry out what the workbook says, or nothing; a problem must be asked for."""
    told = report or exchange.Report()
    known = said or exchange.Said(remembered=exchange.remembered(actor))
    book = exchange.open_workbook(exchange.File(name, content), known, told)
    if book is not None:
        exchange.refuse_unknown(book, told)
    plan = None
    if book is not None and not told.count:
        outcome = exchange.read_rows(book, "alingsas", told)
        plan = exchange.plan(outcome.parts["alingsas"], told, actor=actor)
    if told.count:
        assert report is not None, [str(problem) for problem in told.problems]
        return None
    assert plan is not None
    exchange.carry_out(plan, [name], actor=actor)
    return plan


def taken_out(actor: Actor) -> bytes:
    place = Municipality.objects.get(pk=actor.municipality_id)
    return exchange.write_workbook(actor, place)


def with_member(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with one of its files changed, or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", 8) as new:
        names: Iterable[str] = dict.fromkeys([*old.namelist(), name])
        for member in names:
            data = old.read(member) if member in old.namelist() else b""
            new.writestr(member, change(data) if member == name else data)
    return file.getvalue()


def changed(plan: exchange.Plan | None) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Every change of a plan, as what and where and the fields that differ."""
    assert plan is not None
    return [
        (
            f"{change.kind.section}.{change.key}",
            str(change.what),
            [(each.field, each.before, each.after) for each in change.differences()],
        )
        for change in plan.changes
    ]
