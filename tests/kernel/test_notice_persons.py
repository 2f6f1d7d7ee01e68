"""The guard finds what points at a person, and leaves ordinary texts of the work alone.

The numbers are published for tests: personal numbers by Skatteverket, telephones by PTS.
"""

import csv
from pathlib import Path

import pytest

from samsyn.kernel.persons import Kind, Sign, signs_of_a_person

_SHARED = Path(__file__).parents[3] / "shared"

_POINTED_OUT = {
    Kind.PERSONAL_NUMBER: """
        Elev 20180101-2392 saknas
        Elev 180101-2392 saknas
        201801012392
        1801012392 enligt skolan
        Pojken (18 01 01-2392) har slutat komma
        2018-01-01-2392
        2018-01-01 2392
        2018 01 01 2392
        20180101 – 2392
        180101+2392
        1 8 0 1 0 1 2 3 9 2
        2.0.1.8.0.1.0.1.2.3.9.2
        Samordningsnummer 180161-2399 gäller
        Född 20180101-XXXX
        180101-xxxx
        180101-****
        Reservnummer 20180101-TF12
    """,
    Kind.PHONE: """
        Mamman nås på 070-174 06 05
        Ring 0701740605
        070 174 06 05.
        +46701740605
        +46 70 174 06 05
        +46 (0)70-174 06 05
        0046 70 174 06 05
        070–1740605
        Hemma: 08-465 004 00
        08-46500400
        031-390 06 00
        (031) 390 06 00
        040/628 04 00
        0980-319200
        tel 0980-31 92 00, kvällar
    """,
    Kind.ADDRESS: """
        Familjen bor på Storgatan 5
        Storgatan 12 B, 2 tr
        Norra Järnvägsgatan 114
        Björkvägen 3a
        Karl XII:s väg 7
        hemma på ekstigen 4
        Kvarngränd 2
        Hantverkargatan 17, lgh 1203
        Lindallén 8
        S:t Eriks torg 1
    """,
    Kind.EMAIL: """
        kalle.k@gmail.com
        Skriv till Lisa.A+skola@hotmail.se.
        9ahmed@elev.exempel.se
    """,
    Kind.NAMED_CHILD: """
        Kalle, 13 år, har inte varit i skolan
        Kalle 13 år
        Kalle (13) greps i lördags
        Lisa i 7B
        Lisa i 7 b mår dåligt
        Lisa går i 7B
        Anna A. 14 år
        Anna Andersson, 14 år
        Vi talade om Amina som är 12 år
        13-åriga Fatima har flyttat
        Den 13-årige Ali har flyttat
        13-åringen Sven
        pojke i åk 8 på Centralskolan som heter Ahmed
        Ahmed i åk 8 på Centralskolan
        Ahmed på Björkskolan i 8C
        Eleven Maja behöver stöd
        en flicka vid namn Zeynep
        Sonen heter Leo
        Skolan är orolig för Elin som inte mår bra och går i 9A
        Xochitl, klass 6C
        Åke, född 2011
        Måns i sjuan
        Oskar, tretton år gammal
        Orosanmälan på Noor i 5A
        7B: Lisa har flyttat
        Josef i TE25A
        13 år gamla Ebba har flyttat
        Frågan gäller Kim, 16 år, i Granängsringen
    """,
    Kind.DESCRIBED_CHILD: """
        Flicka 12 år, klass 6C
        En 13-årig pojke i Granängsringen
        eleven i 7B
        Barn 9 år, åk 3, har sökt stöd
        kille, 15 år
        kalle 13 år åk 7
    """,
}
_POINTED_OUT_LINES = [
    (kind, line.strip())
    for kind, lines in _POINTED_OUT.items()
    for line in lines.strip().split("\n")
]

_ORDINARY = """
    Diarienummer: 2025.355 BUN
    Dnr 2023.006 BUN, § 79
    SFS 2025:400, 14 kap. 2 § socialtjänstlagen
    Alingsås kommun, org.nr 212000-1355
    Beslutad den 2026-02-17, gäller 2026-01-01–2026-12-31
    Mötena hölls 220120, 220216 och 221125
    Kostnaden är 1 250 000 kronor, 0,5 tjänst
    Kommunkod 0138 0139 0140
    Telefon 112 eller 1177
    Barn under 18 år i behov av särskilt stöd
    Unga 13–20 år på fritidsgården
    Elever i årskurs 7–9 på Nyboda skola
    Polisen föreläser i årskurs 7 och 8
    Screening sker i årskurs 4 och 8 samt år 1 på gymnasiet
    Stockholmsenkäten görs i årskurs 9
    Projektet har pågått i Tyresö i 3 år och förlängs 3 år
    Avtalet gäller i 4 år från den 1 januari
    Rektor Maria Berg ansvarar för Björkskolan
    Maria Berg, enhetschef, kallar till mötet
    Eleverna i 7B och 7C får besök
    En lärare i varje klass i åk 6
    Handlingsplan 2022, bilaga 2B
    Granängsringen 2022: tryggheten har ökat
    Länsväg 229 och riksväg 73
    Fritidsgården Ringen 45 besök, 13 flickor
    Kontakt: bun@tyreso.exempel.se
    20221110-1117 Gemensam lägesbild
    Kalla Anna till nästa möte, klockan 13.00 i sal 7
    Kl. 08-16 vardagar, 10-12 lördagar
    Personer födda 2011 erbjuds hälsosamtal
    Var tredje vecka, var 6:e vecka, 4 möten per termin
    Budget 2025: 070 tkr, 2026: 080 tkr
    period: 2023-01-01/2023-08-31
    2022-09-01/2026
    Beslut: Skolsköterskan träffar elever i 7B
    Ungdomar i Bollmora, 15 år, får busskort
    Unga från Tyresö, 15 år, får busskort
    Två 15-åringar greps i Bollmora
    Projekt 7B startade 2024 med 1 200 tkr
    Elever från Fårdala skola i åk 7 deltog i Alla hjärtans dag
    ISBN 978-91-620-1234-5, plusgiro 12 34 56-7
""".strip().split("\n")


def _kinds(text: str) -> list[Kind]:
    return [sign.kind for sign in signs_of_a_person(text)]


@pytest.mark.parametrize(("kind", "text"), _POINTED_OUT_LINES)
def test_what_points_at_a_person_is_noticed(kind: Kind, text: str) -> None:
    assert kind in _kinds(text)


@pytest.mark.parametrize("text", [line.strip() for line in _ORDINARY])
def test_the_words_of_the_work_raise_no_alarm(text: str) -> None:
    assert signs_of_a_person(text) == []


def test_a_sign_says_where_its_words_stand() -> None:
    text = "Hej. Lisa i 7B, mejl lisa@gmail.com"

    assert signs_of_a_person(text) == [
        Sign(Kind.NAMED_CHILD, "Lisa i 7B", 5, 14),
        Sign(Kind.EMAIL, "lisa@gmail.com", 21, 35),
    ]


def test_words_are_told_of_once() -> None:
    [sign] = signs_of_a_person("Pojken Kalle, 13 år, i 7B på Björkskolan")

    assert (sign.kind, sign.words) == (Kind.NAMED_CHILD, "Pojken Kalle, 13 år, i 7B")


def test_a_child_without_a_name_is_a_weaker_sign() -> None:
    [named] = signs_of_a_person("Lisa i 7B")
    [described] = signs_of_a_person("flickan i 7B")

    assert (named.is_weak, described.is_weak) == (False, True)


def test_the_examples_of_the_repository_raise_no_alarm() -> None:
    texts = sorted((Path(__file__).parents[2] / "examples").glob("*/*.*"))

    assert [text for text in texts if signs_of_a_person(text.read_text(encoding="utf-8"))] == []


def test_a_name_and_an_age_in_different_sentences_are_not_put_together() -> None:
    assert signs_of_a_person("Mötet leddes av Anna. Barn 13 år erbjuds stöd.") == []


def test_nearly_every_name_of_the_country_is_known_as_one_beside_an_age() -> None:
    """Those missed are spelt as words that begin sentences; they are few."""
    names = [name for sex in ("kvinnor", "man") for name in _names(f"tilltalsnamn-{sex}.csv")]

    missed = [name for name in names if Kind.NAMED_CHILD not in _kinds(f"Vi såg {name}, 13 år.")]
    missed_first = [name for name in names if Kind.NAMED_CHILD not in _kinds(f"{name} går i 7B.")]

    assert missed == []
    assert len(missed_first) <= 3


def test_the_published_texts_of_the_municipalities_raise_no_alarm() -> None:
    texts = sorted((_SHARED / "seeds").glob("*.txt")) or pytest.skip("the texts are not beside")

    assert [signs_of_a_person(text.read_text(encoding="utf-8")) for text in texts] == [[]] * len(
        texts
    )


@pytest.mark.parametrize(
    "piece",
    [
        *"a A 1 . - @ ( 0".split(),
        " ",
        "\n",
        "Aa ",
        "A ",
        "0 ",
        "1-",
        "a.",
        "a@",
        "a@a.",
        "070-1 ",
        "Aagata ",
        "gatan ",
        "13 år ",
        "Kalle ",
        "i 7B ",
        "pojke ",
        "pojke Kalle 13 år i 7B ",
        "201801012392",
        "18 01 01 ",
        "+46 ",
        "åk 7 ",
        "åk. ",
    ],
)
def test_a_long_text_of_anything_is_read_to_its_end(piece: str) -> None:
    """One rule that tried every way through it would never come back."""
    text = (piece * 100_000)[:100_000]

    assert all(text[sign.start : sign.end] == sign.words for sign in signs_of_a_person(text))


def _names(file: str) -> list[str]:
    path = _SHARED / "data" / "names" / file
    if not path.exists():
        pytest.skip("the names are not beside the project")
    with path.open(encoding="utf-8") as rows:
        return [row["name"] for row in csv.DictReader(rows)]
