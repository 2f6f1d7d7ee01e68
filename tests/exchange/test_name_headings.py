"""Somebody's own spreadsheet: its headings are asked for once, and then known."""

from datetime import date

import pytest

from samsyn.access.api import Actor, Role
from samsyn.exchange import api as exchange
from samsyn.organisation.models import Appointment
from tests import factories as make
from tests.exchange.files import import_text
from tests.exchange.sending import START, Coordinator, a_file, changes
from tests.exchange.workbooks import Rows, bring_in, workbook
from tests.surroundings import TYRESO

TOWN = """
bodies: {bun: {kind: board, name: Barn- och ungdomsnämnden}}
positions: {ordf: {body: bun, title: Ordförande}}
persons: {karin: {given_name: Karin, family_name: Sandberg}}
"""
HEADINGS = ["Förvaltning/nämnd", "Befattning", "Namn", "Vald till", "Anteckning"]
ROW = ["Barn- och ungdomsnämnden", "Ordförande", "Sandberg, Karin", date(2026, 12, 31), "hej"]
OWN: dict[str, Rows] = {"Blad1": [["Förtroendevalda 2026"], HEADINGS, ROW]}
MEANINGS = {
    "förvaltning/nämnd": "body",
    "befattning": "position",
    "namn": "person",
    "vald till": "ends",
    "anteckning": "-",
}


@pytest.fixture
def register(actor: Actor) -> Actor:
    import_text(TOWN, actor)
    return actor


def _until() -> date | None:
    return Appointment.objects.get().ends_on


def test_headings_that_are_not_known_are_told_with_what_they_probably_are(register: Actor) -> None:
    report = exchange.Report()

    bring_in(workbook(OWN), register, report)

    assert [str(problem) for problem in report.problems] == [
        f"fil.xlsx: Blad1!{cell}2: Rubriken ”{heading}” känns inte igen. – "
        f'säg vad den är: --map "{heading}={column}"'
        for cell, heading, column in zip(
            "ABCDE", HEADINGS, ["body", "position", "person", "ends", "-"], strict=True
        )
    ]


def test_a_sheet_is_read_with_the_headings_that_were_named(register: Actor) -> None:
    bring_in(workbook(OWN), register, said=exchange.Said(meanings=MEANINGS))

    assert _until() == date(2027, 1, 1)


def test_what_was_said_is_remembered_for_the_same_headings(register: Actor) -> None:
    report = exchange.Report()
    file, said = exchange.File("a.xlsx", workbook(OWN)), exchange.Said(meanings=MEANINGS)
    book = exchange.open_workbook(file, said, report)
    assert book is not None
    exchange.remember(book.headings, actor=register)

    bring_in(workbook({"Nytt blad": OWN["Blad1"]}), register)

    assert _until() == date(2027, 1, 1)


def test_a_column_that_there_is_none_of(register: Actor) -> None:
    report = exchange.Report()

    bring_in(
        workbook({"Personer": [["Nyckel", "Alias"], ["karin", "x"]]}),
        register,
        report,
        said=exchange.Said(meanings={"alias": "smeknamn"}),
    )

    [line] = map(str, report.problems)
    assert line.startswith("fil.xlsx: Personer!B1: Registret Personer har ingen kolumn smeknamn.")


def test_what_another_municipality_said_is_not_known_here(register: Actor) -> None:
    book = exchange.open_workbook(
        exchange.File("a.xlsx", workbook(OWN)), exchange.Said(meanings=MEANINGS), exchange.Report()
    )
    assert book is not None
    exchange.remember(book.headings, actor=register)

    assert exchange.remembered(make.operator(TYRESO)) == {}


@pytest.fixture
def coordinator(register: Actor) -> Coordinator:
    return Coordinator(make.account_with(Role.COORDINATOR))


def _sent(coordinator: Coordinator) -> str:
    sent = coordinator.send(a_file(workbook(OWN), "valda.xlsx"))
    return str(coordinator.client.get(sent.url)["Location"])


def test_the_site_asks_what_the_headings_are(coordinator: Coordinator) -> None:
    page = coordinator.client.get(_sent(coordinator))

    form = page.context["form"]
    assert [field.label for field in form] == HEADINGS
    assert [field.initial for field in form] == ["body", "position", "person", "ends", "-"]
    assert "Till exempel: Sandberg, Karin" in page.content.decode()


def test_what_is_answered_leads_to_the_preview_and_is_not_asked_again(
    coordinator: Coordinator,
) -> None:
    address = _sent(coordinator)
    form = coordinator.client.get(address).context["form"]
    answers = {field.name: field.initial for field in form}

    shown = coordinator.client.post(f"{address}spara/", answers, follow=True)

    assert list(changes(shown)) == ["Karin Sandberg, Ordförande, Barn- och ungdomsnämnden"]
    again = coordinator.preview(a_file(workbook(OWN), "valda.xlsx"))
    assert changes(again) == changes(shown)


def test_two_headings_cannot_be_the_same(coordinator: Coordinator) -> None:
    address = _sent(coordinator)
    form = coordinator.client.get(address).context["form"]
    answers = {field.name: "person" for field in form}

    answer = coordinator.client.post(f"{address}spara/", answers)

    assert answer.status_code == 422
    assert "En annan rubrik är redan det" in answer.content.decode()
    make.operator()
    assert exchange.remembered(make.operator()) == {}


def test_a_workbook_is_sent_by_itself(coordinator: Coordinator) -> None:
    answer = coordinator.send(a_file(workbook(OWN), "valda.xlsx"), "samsyn: 1")

    assert answer.status_code == 422
    assert "Skicka ett kalkylblad i taget" in answer.content.decode()


def test_the_registers_are_taken_away_and_sent_back_unchanged(coordinator: Coordinator) -> None:
    content = coordinator.client.get(f"{START}hamta/kalkylblad/").content

    shown = coordinator.preview(a_file(content, "alingsas.xlsx"))

    assert shown.context["title"] == "Inget skiljer sig"


def test_the_template_is_on_the_site(coordinator: Coordinator) -> None:
    answer = coordinator.client.get(f"{START}mall.xlsx")

    assert answer.content.startswith(b"PK")
