"""Every bad workbook is refused in one clear line, and nothing is changed."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from tests.exchange.files import exported, import_text
from tests.exchange.workbooks import Rows, bring_in, with_member, workbook

PERSONS = ["Nyckel", "Förnamn", "Efternamn"]
KARIN = ["karin", "Karin", "Sandberg"]
_SHEET = "xl/worksheets/sheet1.xml"


def _persons(*rows: list[Any], headings: list[str] = PERSONS) -> bytes:
    return workbook({"Personer": [headings, *rows]})


@pytest.fixture
def told(actor: Actor) -> Callable[..., list[str]]:
    def refuse(content: bytes, name: str = "fil.xlsx") -> list[str]:
        before = exported(actor)
        report = exchange.Report()
        bring_in(content, actor, report, name=name)
        assert exported(actor) == before
        return [str(problem) for problem in report.problems]

    return refuse


Told = Callable[..., list[str]]


def _merged(content: bytes) -> bytes:
    mark = b'<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells><pageMargins'
    return with_member(content, _SHEET, lambda xml: xml.replace(b"<pageMargins", mark, 1))


def _unpacking_to(size: int) -> bytes:
    return with_member(_persons(KARIN), "xl/sharedStrings.xml", lambda xml: xml + b" " * size)


def _lying_of_its_size() -> bytes:
    """A directory that says ten bytes of what unpacks to 150 MB."""
    content = bytearray(_unpacking_to(150_000_000))
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        directory = pack.start_dir
    at = content.index(b"xl/sharedStrings.xml", directory) - 46
    struct.pack_into("<I", content, at + 24, 10)
    return bytes(content)


def _garbled() -> bytes:
    """What is packed is not what was packed."""
    content = bytearray(_persons(KARIN))
    at = content.index(b"xl/worksheets/sheet1.xml") + 40
    content[at : at + 60] = bytes(60)
    return bytes(content)


def _far_away() -> bytes:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return with_member(_persons(KARIN), _SHEET, lambda xml: xml.replace(b"</sheetData>", far))


def _laughing() -> bytes:
    laugh = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><sst'
    return with_member(
        _persons(KARIN), "xl/sharedStrings.xml", lambda xml: xml.replace(b"<sst", laugh, 1)
    )


WHOLE: list[tuple[Callable[[], bytes], str, str]] = [
    (
        lambda: _persons(KARIN),
        "fil.xlsm",
        "Kalkylbladet kan innehålla makron. – spara det som .xlsx",
    ),
    (
        lambda: with_member(_persons(KARIN), "xl/vbaProject.bin", lambda _x: b"x"),
        "fil.xlsx",
        "Kalkylbladet innehåller makron. – spara det som .xlsx",
    ),
    (lambda: b"x", "fil.xls", "Kalkylblad läses bara som .xlsx. – spara det som .xlsx"),
    (lambda: b"x", "fil.ods", "Kalkylblad läses bara som .xlsx. – spara det som .xlsx"),
    (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "fil.xlsx",
        (
            "Kalkylbladet är skyddat med lösenord, eller sparat i ett äldre format. – "
            "ta bort lösenordet och spara det som .xlsx"
        ),
    ),
    (
        lambda: _unpacking_to(150_000_000),
        "fil.xlsx",
        "Filen blir 150 MB när den packas upp. – dela den, högst 60 MB läses",
    ),
    (
        _far_away,
        "fil.xlsx",
        "Bladet har celler längre bort än AZ199999. – ta bort det som står där, eller dela filen",
    ),
    *(
        (
            broken,
            "fil.xlsx",
            (
                "Kalkylbladet är trasigt och går inte att öppna. – "
                "öppna det i kalkylprogrammet och spara det på nytt som .xlsx"
            ),
        )
        for broken in (
            lambda: b"",
            lambda: b"Namn;Titel",
            lambda: _persons(KARIN)[:-300],
            lambda: with_member(_persons(KARIN), _SHEET, lambda xml: xml[:300]),
            lambda: with_member(
                _persons(KARIN), "xl/workbook.xml", lambda xml: xml.replace(b"UTF-8", b"UT4-8")
            ),
            _garbled,
            _lying_of_its_size,
            _laughing,
        )
    ),
    (
        lambda: workbook({"Blad1": [["Hej", "Du"], ["a", "b"]]}),
        "fil.xlsx",
        (
            "Inget blad i filen är ett register som går att läsa. – döp bladet till ett av "
            "Organ, Namn, Placeringar, Funktioner, Personer, Uppdrag"
        ),
    ),
    (
        lambda: workbook({"Personer": []}),
        "fil.xlsx",
        (
            "Inget blad i filen är ett register som går att läsa. – döp bladet till ett av "
            "Organ, Namn, Placeringar, Funktioner, Personer, Uppdrag"
        ),
    ),
]


@pytest.mark.parametrize(("content", "name", "line"), WHOLE)
def test_a_file_that_is_not_opened(
    told: Told, content: Callable[[], bytes], name: str, line: str
) -> None:
    assert told(content(), name) == [f"{name}: {line}"]


def _organ(*cells: Any, headings: tuple[str, ...] = ("Namn", "Slag")) -> dict[str, Rows]:
    return {"Organ": [list(headings), list(cells)]}


CELLS: list[tuple[dict[str, Rows], str]] = [
    (
        {"Personer": [PERSONS, ["karin", "=UPPER(A1)", "Sandberg"]]},
        (
            "Personer!B2: Cellen innehåller en formel eller ett fel, inte ett värde. – "
            "kopiera den och klistra in som värde"
        ),
    ),
    (
        {"Personer": [PERSONS, ["karin", "Karin 20180101-2392", "Sandberg"]]},
        "Personer!B2: Här står något som liknar ett personnummer. – ta bort det, det behövs inte",
    ),
    (
        {"Personer": [PERSONS, [201801012392, "Karin", "Sandberg"]]},
        "Personer!A2: Här står något som liknar ett personnummer. – ta bort det, det behövs inte",
    ),
    (
        {"Personer": [[*PERSONS, "Telefon"], [*KARIN, 322616000]]},
        (
            "Personer!D2: Här står ett tal, så en inledande nolla har gått förlorad. – "
            "formatera cellen som text och skriv om det"
        ),
    ),
    (
        {"Personer": [[*PERSONS, "Förnamn"], [*KARIN, "x"]]},
        "Personer!D1: Rubriken ”Förnamn” står redan i Personer!B1. – låt den stå en gång",
    ),
    (
        {"Personer": [PERSONS, KARIN, [], KARIN]},
        (
            "Personer!A4: Samma post står redan i Personer!A2. – "
            "låt den stå en gång, eller ge dem var sin nyckel"
        ),
    ),
    (
        {"Personer": [PERSONS[:2], KARIN[:2]]},
        "Personer!A2: Kolumnen Efternamn saknas, och raden är ny.",
    ),
    (
        {"Personer": [PERSONS, ["Karin S", "Karin", "Sandberg"]]},
        (
            "Personer!A2: Nyckeln går inte att använda. – "
            "skriv den med a–z, 0–9 och bindestreck: karin-s"
        ),
    ),
    (
        {"Personer": [PERSONS, ["karin", None, "Sandberg"]]},
        "Personer!B2: Cellen får inte vara tom.",
    ),
    (_organ("Nämnden", "nämd"), "Organ!B2: ”nämd” finns inte att välja. – menade du nämnd?"),
    (
        _organ("Nämnden", "nämnd", "2023-02-30", headings=("Namn", "Slag", "Till och med")),
        "Organ!C2: Dagen 2023-02-30 finns inte. – månaden slutar 2023-02-28",
    ),
    (
        _organ("Nämnden", "nämnd", 44927, headings=("Namn", "Slag", "Till och med")),
        "Organ!C2: ”44927” är inte en dag. – skriv år, månad och dag som 2023-01-31",
    ),
    (
        _organ(
            "N", "nämnd", "2023", "2022", headings=("Namn", "Slag", "Från och med", "Till och med")
        ),
        "Organ!D2: Sista dagen ligger före den första. – byt plats på dem, eller rätta den ena",
    ),
    (
        _organ("N", "nämnd", "kanske", headings=("Namn", "Slag", "Egen myndighet")),
        "Organ!C2: ”kanske” är varken ja eller nej. – skriv ja eller nej",
    ),
    (
        _organ("N", "nämnd", "Soc", headings=("Namn", "Slag", "Överordnat organ")),
        "Organ!C2: ”Soc” finns inte. – välj bland N",
    ),
    (
        _organ("N", "nämnd", "N", headings=("Namn", "Slag", "Överordnat organ")),
        "Organ!C2: Organet ligger under sig självt. – ange ett organ som är överordnat",
    ),
    (
        {"Personer": [PERSONS, [*KARIN, "x"], [None, None, None, "y"]]},
        "Personer!D2: Kolumnen har ingen rubrik. – skriv en, eller ta bort det som står där",
    ),
    (
        {"Funktioner": [["Organ", "Titel"], ["Soc", "Chef"]]},
        "Funktioner!A2: ”Soc” finns inte.",
    ),
]


@pytest.mark.parametrize(("sheets", "line"), CELLS)
def test_a_cell_that_is_wrong(told: Told, sheets: dict[str, Rows], line: str) -> None:
    assert told(workbook(sheets)) == [f"fil.xlsx: {line}"]


def test_merged_cells(told: Told) -> None:
    assert told(_merged(_persons(KARIN))) == [
        "fil.xlsx: Personer!B2: Cellen är sammanfogad med andra. – dela upp den"
    ]


def test_every_error_is_told_at_once(told: Told) -> None:
    rows: Rows = [["Namn", "Slag"], ["A", "x"], [None, "nämnd"], ["C", "y"]]

    assert len(told(workbook({"Organ": rows}))) == 3


def test_a_name_that_two_have_does_not_tell_who_is_meant(actor: Actor, told: Told) -> None:
    import_text(
        "persons:\n"
        "  anna: {given_name: Anna, family_name: Ek}\n"
        "  anna-2: {given_name: Anna, family_name: Ek}\n",
        actor,
    )

    assert told(workbook({"Personer": [["Förnamn", "Efternamn"], ["Anna", "Ek"]]})) == [
        (
            "fil.xlsx: Personer!A2: Det framgår inte vilken ”Anna Ek” som menas. – "
            "skriv nyckeln: anna, anna-2"
        )
    ]


def test_a_rows_own_rules_are_told_by_the_cell(actor: Actor, told: Told) -> None:
    import_text(
        "bodies: {soc: {kind: board, name: Soc}}\n"
        "positions: {chef: {body: soc, title: Chef}}\n"
        "persons: {a: {given_name: A, family_name: B}, c: {given_name: C, family_name: D}}\n"
        "appointments: [{position: chef, person: a, period: 2023-01-01/..}]",
        actor,
    )
    rows: Rows = [
        ["Organ", "Funktion", "Person", "Från och med"],
        ["Soc", "Chef", "D, C", "2024-01-01"],
    ]

    assert told(workbook({"Uppdrag": rows})) == [
        (
            "fil.xlsx: Uppdrag!D2: a innehar funktionen 2023-01-01/.., "
            "och den kan bara en inneha. – "
            "avsluta det ena uppdraget först, eller skriv several: true på funktionen"
        )
    ]


def test_two_hundred_thousand_rows_are_the_most(told: Told) -> None:
    rows = b"".join(b'<row r="%d"/>' % number for number in (199_999, 200_000))
    content = with_member(
        _persons(KARIN), _SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>")
    )

    assert len(told(content)) == 1
