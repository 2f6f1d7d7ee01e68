"""What is taken out in a workbook comes back as it was, and one changed cell changes one thing."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from tests.exchange.files import HEAD, exported, import_files, import_text
from tests.exchange.workbooks import Rows, bring_in, changed, rows_of, taken_out, workbook

_EXAMPLES = Path(__file__).parents[2] / "examples"

OLD_NAMES = """
bodies:
  kommunstyrelsen: {kind: executive_board, name: Kommunstyrelsen}
  bun:
    kind: board
    period: 2015-01-01/..
    names:
      - {name: Utbildningsnämnden, period: 2015-01-01/2022-12-31}
      - {name: Barn- och ungdomsnämnden, short_name: BUN, period: 2023-01-01/..}
    placements:
      - {under: kommunstyrelsen, period: 2016-01-01/2020-12-31}
      - {under: nya, period: 2021-01-01/..}
    contacts:
      - {kind: email, value: bun@example.se, label: registrator}
      - {kind: email, value: fler@example.se}
      - {kind: phone, value: 0322-61 60 00}
  nya: {kind: board, name: Nya nämnden}
positions:
  bun-ordforande: {body: bun, title: Ordförande, office: chair}
persons:
  karin: {given_name: Karin, family_name: Sandberg}
appointments:
  - {position: bun-ordforande, person: karin, period: 2023-01-01/2026-12-31, share: 50}
"""


@pytest.fixture
def register(actor: Actor) -> Actor:
    import_text(OLD_NAMES, actor)
    return actor


def _changed(content: bytes, sheet: str, old: Any, new: Any) -> bytes:
    """The workbook with the one cell that holds `old` holding `new`."""
    sheets = _ours(rows_of(content))
    cells = [(row, at) for row in sheets[sheet] for at, value in enumerate(row) if value == old]
    row, at = cells[-1]
    row[at] = new
    return workbook(sheets)


def _example(name: str) -> dict[str, str | bytes]:
    """The example in this municipality; bodies that several share are for the operator alone."""
    return {
        path.name: re.sub(
            "municipality: .*", HEAD.splitlines()[1], path.read_text().replace("shared: true", "")
        )
        for path in sorted((_EXAMPLES / name).glob("*.yaml"))
    }


@pytest.mark.parametrize("example", ["alingsas", "tyreso"])
def test_an_example_comes_back_unchanged(actor: Actor, example: str) -> None:
    import_files(_example(example), actor)
    before = exported(actor)

    plan = bring_in(taken_out(actor), actor)

    assert changed(plan) == []
    assert exported(actor) == before


def test_what_has_changed_over_time_comes_back_unchanged(register: Actor) -> None:
    assert changed(bring_in(taken_out(register), register)) == []


def test_a_name_over_time_has_a_sheet_of_its_own(register: Actor) -> None:
    rows = rows_of(taken_out(register))["Namn"]

    assert [row[1] for row in rows[1:]] == ["Utbildningsnämnden", "Barn- och ungdomsnämnden"]
    assert rows[1][3:] == [date(2015, 1, 1), date(2022, 12, 31)]


CELLS = [
    ("Organ", "BUN", "BoU", "bodies.bun", "names"),
    ("Organ", "Nya nämnden", "Nyaste nämnden", "bodies.nya", "names"),
    (
        "Organ",
        "bun@example.se (registrator); fler@example.se",
        "ny@example.se",
        "bodies.bun",
        "contacts",
    ),
    ("Namn", "Utbildningsnämnden", "Skolnämnden", "bodies.bun", "names"),
    ("Placeringar", date(2020, 12, 31), date(2020, 6, 30), "bodies.bun", "placements"),
    ("Funktioner", "Ordförande", "Presidieordförande", "positions.bun-ordforande", "title"),
    ("Funktioner", "nej", "ja", "positions.bun-ordforande", "several"),
    ("Personer", "Sandberg", "Sandbergh", "persons.karin", "family_name"),
    (
        "Uppdrag",
        date(2026, 12, 31),
        date(2025, 6, 30),
        "appointments.bun-ordforande karin",
        "period",
    ),
    ("Uppdrag", 50.0, 75, "appointments.bun-ordforande karin", "share"),
]


@pytest.mark.parametrize(("sheet", "old", "new", "record", "field"), CELLS)
def test_one_changed_cell_changes_one_field(
    register: Actor, sheet: str, old: Any, new: Any, record: str, field: str
) -> None:
    content = _changed(taken_out(register), sheet, old, new)

    [(where, _what, differences)] = changed(bring_in(content, register))

    assert where == record
    assert [each[0] for each in differences] == [field]


def test_a_name_changed_on_both_sheets_must_be_the_same(register: Actor) -> None:
    rows = rows_of(taken_out(register))
    rows["Organ"] = [[{"BUN": "ETT"}.get(cell, cell) for cell in row] for row in rows["Organ"]]
    rows["Namn"] = [[{"BUN": "TVÅ"}.get(cell, cell) for cell in row] for row in rows["Namn"]]
    report = exchange.Report()

    bring_in(workbook(_ours(rows)), register, report)

    assert [str(problem) for problem in report.problems] == [
        "fil.xlsx: Organ!B2: Här står något annat än på bladet Namn. – skriv samma på båda"
    ]


def _ours(sheets: dict[str, Rows]) -> dict[str, Rows]:
    return {name: rows for name, rows in sheets.items() if name not in {"Val", "Läs mig"}}


def test_a_text_that_looks_like_a_formula_stays_a_text(actor: Actor) -> None:
    import_text('persons: {x: {given_name: "=1+1", family_name: "@SUM(A1)"}}', actor)

    content = taken_out(actor)

    assert rows_of(content)["Personer"][1][1:3] == ["=1+1", "@SUM(A1)"]
    assert changed(bring_in(content, actor)) == []


def test_sources_stay_when_the_record_is_changed(actor: Actor) -> None:
    import_text(
        "documents: {d: {title: Titel}}\n"
        "bodies: {b: {kind: board, name: Gammalt namn, source: {document: d, place: s. 1}}}",
        actor,
    )

    bring_in(_changed(taken_out(actor), "Organ", "Gammalt namn", "Nytt namn"), actor)

    assert "source: {document: d, place: s. 1}" in exported(actor)["bodies.yaml"]


def test_the_template_is_read_as_nothing(actor: Actor) -> None:
    assert changed(bring_in(exchange.write_template(), actor)) == []


def test_the_template_explains_every_column(actor: Actor) -> None:
    rows = rows_of(exchange.write_template())

    told = {row[0] for row in rows["Läs mig"]}
    for register in exchange.registers():
        assert {str(column.heading) for column in register.own} <= told


def test_a_workbook_in_english_is_read_too(register: Actor) -> None:
    with translation.override("en"):
        content = taken_out(register)

    assert changed(bring_in(content, register)) == []
