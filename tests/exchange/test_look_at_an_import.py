"""What an import changed is told afterwards, by record and by field."""

import csv
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Role
from samsyn.exchange.api import Import, ImportedChange
from tests import factories as make
from tests.exchange.files import HEAD, import_text
from tests.exchange.sending import START, Coordinator

pytestmark = pytest.mark.django_db

FIRST = """\
documents: {bus: {title: Verksamhetsberättelse}}
bodies: {bun: {kind: board, name: Barn- och ungdomsnämnden, source: {document: bus, place: s. 1}}}
positions: {ordf: {body: bun, title: Ordförande}}
persons: {eva: {given_name: Eva, family_name: Ek}}
appointments: [{position: ordf, person: eva, period: 2023-01-01/..}]
"""
FORUMS = """\
forums:
  a: {name: BUS, level: strategic, kind: steering_group}
  b: {name: SSP, level: operative, kind: working_group}
"""
MINUTES = """\
meetings: {m: {forum: a, date: 2026-03-01}}
minutes:
  - meeting: m
    version: 1
    made: 2026-03-02T08:00Z
    approvals: [{position: ordf}]
    content:
      occasion: {forum: BUS, date: 2026-03-01}
      points: [{item: 1, title: A, notes: Nio.}, {item: 2, title: B}]
"""


@pytest.fixture
def reader() -> Coordinator:
    return Coordinator(make.member(Role.AUDITOR))


def page_of(found: Import) -> str:
    return f"{START}{found.pk}/"


def lines(reader: Coordinator, found: Import, asked: str = "") -> Iterator[list[str]]:
    """The list of the page as text."""
    shown = reader.client.get(f"{page_of(found)}{asked}")
    return ([cell.text for _head, cell in line] for line in shown.context["listing"].lines)


def the_import(text: str) -> Import:
    import_text(text, make.operator())
    make.operator()
    return Import.objects.order_by("-at", "-pk")[0]


def test_every_change_is_told_in_words(reader: Coordinator) -> None:
    told = {line[0]: line[3] for line in lines(reader, the_import(FIRST))}

    assert told["Barn- och ungdomsnämnden"].split("\n") == [
        "Slag av organ: nämnd",
        "Namn över tid: Barn- och ungdomsnämnden",
        "Källa: Verksamhetsberättelse, s. 1",
    ]
    assert told["Eva Ek, Ordförande, Barn- och ungdomsnämnden"].split("\n")[1:] == [
        "Personen: Eva Ek",
        "Första och sista dag: från 1\u00a0jan 2023 tills vidare",
    ]


def test_two_forums_that_are_not_the_same_are_told_of_by_both(reader: Coordinator) -> None:
    found = the_import(FORUMS + "apart: [{forums: [b, a], why: Olika., looked_on: 2026-03-02}]\n")

    [line] = lines(reader, found, "?del=apart")
    assert line[:2] == ["SSP, BUS", "Forum som inte är samma sak"]
    assert line[3].split("\n") == [
        "Två forum: BUS, SSP",
        "Varför de inte är samma sak: ”Olika.”",
        "När någon tittade: 2\xa0mars 2026",
    ]


def test_what_is_changed_in_minutes_is_told_without_what_is_not(reader: Coordinator) -> None:
    the_import(FIRST + FORUMS + MINUTES)
    Import.objects.update(at=make.NOW.replace(year=2020))

    found = the_import(MINUTES.replace("Nio.", "Tio."))

    [line] = lines(reader, found)
    assert line[0] == "m, 1"
    assert line[3] == (
        "Det som stod där när de färdigställdes: "
        "1, A, ”Nio.”, på dagordningen → 1, A, ”Tio.”, på dagordningen"
    )


def test_the_sections_stand_in_the_order_of_the_file(reader: Coordinator) -> None:
    sections = [line[1] for line in lines(reader, the_import(FIRST))]

    assert sections == ["Handlingar som är källor", "Organ", "Funktioner", "Personer", "Uppdrag"]


def test_what_has_changed_is_told_with_what_it_was(reader: Coordinator) -> None:
    the_import(FIRST)
    Import.objects.update(at=make.NOW.replace(year=2020))

    found = the_import("persons: {eva: {family_name: Öst}}\nbodies: {bun: {kind: unit}}\n")

    assert [line[2:] for line in lines(reader, found)] == [
        ["", "Slag av organ: nämnd → enhet"],
        ["", "Efternamn: Ek → Öst"],
    ]


@pytest.mark.parametrize(
    ("asked", "number"),
    [("?del=persons", 1), ("?gjort=created", 5), ("?gjort=ended", 0), ("?del=nothing", 5)],
)
def test_the_changes_are_narrowed(asked: str, number: int, reader: Coordinator) -> None:
    assert len(list(lines(reader, the_import(FIRST), asked))) == number


def test_the_changes_are_taken_away_as_a_list(reader: Coordinator) -> None:
    answer = reader.client.get(f"{page_of(the_import(FIRST))}?hamta=csv")

    rows = list(csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Vad", "Del", "Gjort", "Ändringar"]


def test_a_field_that_is_no_more_hides_nothing_else(reader: Coordinator) -> None:
    found = the_import(FIRST)
    change = ImportedChange.objects.get(section="persons")
    change.details = [
        {"field": "nickname", "before": "", "after": "Evis"},
        {"field": "family_name", "before": "[trasig", "after": "Ek"},
    ]
    change.save(update_fields=["details"])

    assert next(lines(reader, found, "?del=persons"))[3] == "Efternamn: Ek"


def test_the_list_tells_of_each_import(reader: Coordinator) -> None:
    the_import(FIRST)

    shown = reader.client.get(START)

    line = [cell.text for _head, cell in shown.context["listing"].lines[0]]
    assert line[1:] == ["den som driver installationen", "a.yaml", "5", "0", "0"]


def test_one_is_told_who_brought_it_in() -> None:
    coordinator = Coordinator()
    coordinator.confirm(coordinator.preview(HEAD + FIRST))

    line = coordinator.client.get(START).context["listing"].lines[0]

    assert line[1][1].text == "Anna Lind"


def test_a_page_of_changes_asks_the_same_of_the_database_however_many(reader: Coordinator) -> None:
    few = "".join(f"p{n}: {{given_name: A, family_name: B}}, " for n in range(2))
    many = "".join(f"q{n}: {{given_name: A, family_name: B}}, " for n in range(20))

    asked = [questions(reader, page_of(the_import(f"persons: {{{text}}}"))) for text in (few, many)]

    assert asked[0] == asked[1]


def test_a_preview_asks_the_same_of_the_database_however_many() -> None:
    keeper = Coordinator(make.account_with(Role.COORDINATOR))
    few, many = (
        keeper.send(HEAD + f"persons: {{{people}}}").url
        for people in (
            "".join(f"p{n}: {{given_name: A, family_name: B}}, " for n in range(number))
            for number in (1, 20)
        )
    )

    assert questions(keeper, few) == questions(keeper, many)


def questions(someone: Coordinator, address: str) -> int:
    someone.client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert someone.client.get(address).status_code == 200
    return len(captured)


def test_the_trail_leads_to_the_import() -> None:
    found = the_import(FIRST)
    administrator = Coordinator(make.member(Role.ADMINISTRATOR))

    shown = administrator.client.get("/sparbarhet/")

    assert f'href="{page_of(found)}"' in shown.content.decode()
