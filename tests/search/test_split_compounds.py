import csv
import doctest
import json
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.search import asked, compounds, words
from samsyn.search.compounds import swedish, swedish_without_accents

SHARED = Path(__file__).parents[3] / "shared"

SPLIT = """
socialnämnden social nämnd
utbildningsnämnden utbildning nämnd
omsorgsnämnden omsorg nämnd
skolfrånvaro skola frånvaro
åtgärdsprogrammen åtgärd program
ungdomsmottagningen ungdom mottagning
fältassistenter fält assistent
förvaltningschef förvaltning chef
fritidsförvaltningen fritid förvaltning
familjecentral familj central
kommunpolisen kommun polis
räddningstjänst räddning tjänst
brottsförebyggande brott förebyggande
folkhälsostrateg folk hälsa strateg
elevhälsoarbetet elev hälsa arbete
grundskolan grund skola
grundskolechefen grund skola chef
gymnasieskolan gymnasium skola
gymnasiesärskolan gymnasium särskola
kulturskolans kultur skola
skolnärvaro skola närvaro
skolpsykologer skola psykolog
skolsocionomer skola socionom
socialsekreterare social sekreterare
socialtjänstlagen social tjänst lag
socialstyrelsens social styrelse
länsstyrelsen län styrelse
kommunstyrelsen kommun styrelse
kommundirektören kommun direktör
nämndplanerna nämnd plan
verksamhetsberättelse verksamhet berättelse
verksamhetsområden verksamhet område
trygghetsvandringar trygghet vandring
våldsförebyggande våld förebyggande
drogförebyggande drog förebyggande
närvarofrämjande närvaro främjande
familjebehandlare familj behandlare
familjeomsorg familj omsorg
barnpsykiatri barn psykiatri
barnmottagningen barn mottagning
barnomsorg barn omsorg
barnkonventionen barn konvention
föräldragrupper föräldrar grupp
föräldrastödet föräldrar stöd
fritidsgårdarna fritid gård
fritidsledare fritid ledare
styrgruppen styra grupp
arbetsgrupp arbete grupp
ledningsgrupp ledning grupp
projektägare projekt ägare
samverkansöverenskommelse samverkan överenskommelse
samverkansavtal samverkan avtal
målgrupper mål grupp
lägesbilden läge bild
handlingsplan handling plan
biblioteksplan bibliotek plan
kompetensförsörjningsplan kompetens försörjning plan
stadsbyggnadskontoret stad byggnad kontor
hyresgästföreningen hyresgäst förening
bostadsbolaget bostad bolag
dataskyddsombud data skydd ombud
kvalitetsindikatorer kvalitet indikator
uppehållstillstånd uppehåll tillstånd
årsredovisning år redovisning
lokalpolisområde lokal polis område
patientsäkerhetsberättelse patient säkerhet berättelse
tjänsteskrivelsen tjänst skrivelse
modersmål moder mål
orosanmälan oro anmälan
"""

ONE_PIECE = """
samverkan förvaltning utbildning missbruk ordförande ledamot avdelning enheten
Alingsås Tyresö Sollebrunn Landskrona Karlsson Barnevik Lindström Johansson Bergqvist Nordgren
Christoffer Kristina Manuela Samuelsson samtliga politisk tillfällig redovisas
"""


@pytest.mark.parametrize("line", SPLIT.strip().splitlines())
def test_a_word_of_the_documents_is_split_into_its_parts(line: str) -> None:
    word, *parts = line.split()

    assert swedish().analyse(word).parts == tuple(parts)


@pytest.mark.parametrize("word", ONE_PIECE.split())
def test_a_simple_word_or_a_name_stays_whole(word: str) -> None:
    assert swedish().analyse(word).parts == ()


def test_a_known_last_part_is_found_after_a_name() -> None:
    assert swedish().analyse("Nolhagaskolan").parts == ("nolhaga", "skola")


def test_inflections_share_a_base() -> None:
    forms = ("åtgärdsprogram", "åtgärdsprogrammen", "åtgärdsprogrammets")

    assert {swedish().analyse(form).base for form in forms} == {"åtgärdsprogram"}


def test_what_is_typed_without_accents_is_split_all_the_same() -> None:
    assert swedish_without_accents().analyse("raddningstjanst").parts == ("räddning", "tjänst")


def test_the_lexicon_is_sorted_and_names_each_stem_once() -> None:
    stems = [line.split()[0] for line in compounds._lexicon()]

    assert stems == sorted(set(stems), key=lambda s: s.translate(str.maketrans("åäö", "{|}")))


@given(st.text())
def test_any_text_can_be_split(text: str) -> None:
    assert all(swedish().analyse(text).parts)


@pytest.mark.parametrize("module", [asked, compounds, words], ids=lambda m: m.__name__)
def test_the_examples_in_the_docstrings_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.skipif(not SHARED.exists(), reason="the primary sources are not here")
def test_most_long_words_of_the_sources_are_known() -> None:
    text = " ".join(path.read_text(encoding="utf-8") for path in (SHARED / "seeds").glob("*.txt"))
    matters = SHARED / "data" / "documents" / "alingsas_arenden_bun_sn_kun.json"
    text += " ".join(matter["title"] for matter in json.loads(matters.read_text(encoding="utf-8")))
    long_words = set(re.findall(r"[a-zåäö]{12,}", text.lower()))

    known = [word for word in long_words if swedish().analyse(word).parts]

    assert len(known) / len(long_words) > 0.5


@pytest.mark.skipif(not SHARED.exists(), reason="the lists of names are not here")
@pytest.mark.parametrize("file", ["surnames_common", "tilltalsnamn-kvinnor", "tilltalsnamn-man"])
def test_personal_names_are_hardly_ever_split(file: str) -> None:
    with (SHARED / "data" / "names" / f"{file}.csv").open(encoding="utf-8") as rows:
        names = [row["name"] for row in csv.DictReader(rows)]

    split = [name for name in names if swedish().analyse(name).parts]

    assert len(split) <= len(names) / 500
