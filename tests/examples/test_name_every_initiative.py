"""The initiatives that the sources tell of, and that nothing more is said of them."""

from typing import NamedTuple

import pytest

from samsyn.initiatives.models import ClaimLevel, Course, EvaluationKind, InitiativeKind
from tests.examples import collaboration_files as written

# the words of the source | the section and the key of the record
ALINGSAS = """
utvecklat folkhälsoarbetets organisation | initiatives folkhalsoarbetets-organisation
Skolsocialt team är en satsning | initiatives skolsocialt-team
en satsning på skolsocialt arbete | initiatives skolsocialt-team
Kraftsamling Bjärke | initiatives kraftsamling-bjarke
samverkan på fritidsgårdsverksamhet | initiatives fritidsgardsverksamhet-i-norra-kommundelen
föreläsningar i årskurs 7 | initiatives polisens-forelasningar-i-arskurs-7
återkommande besök på gymnasiet | initiatives polisens-besok-pa-gymnasiet
öka vuxennärvaron | initiatives okad-vuxennarvaro
gemensamma utbildningar | initiatives gemensamma-utbildningar
förskola och årskurs F–6 | initiatives skolnarvaro-i-forskola-och-f-6
en särskild satsning på skolnärvaro | initiatives skolnarvaro-pa-hogstadiet
föräldragrupper enligt ABC-programmet | initiatives foraldragrupper-enligt-abc
ABC-programmet | methods abc-programmet
Inventeringsmöten har utvecklats | initiatives inventeringsmoten
fem tematiska träffar | initiatives barngrupper-med-skolpsykologer
fyra socialpedagoger | initiatives socialpedagoger
digitala föräldragrupper | initiatives digitala-foraldragrupper
föräldracaféer | initiatives foraldracafeer
Föräldrastödet har utvecklats | initiatives foraldrastod
Familjens hus i Sollebrunn | initiatives familjens-hus-i-sollebrunn
Familjens hus i Sollebrunn | venues familjens-hus-i-sollebrunn
öppen förskola till fyra dagar | venues oppna-forskolan-i-sollebrunn
riktade insatser genomförts | initiatives riktade-insatser-i-skola-och-forskola
suicidpreventiva planen | initiatives psykisk-halsa-och-suicidprevention
det våldsförebyggande arbetet | initiatives valdsforebyggande-arbete
fysisk aktivitet och rörelseglädje | initiatives fysisk-aktivitet-och-rorelsegladje
ohälsosamma levnadsvanor | initiatives ohalsosamma-levnadsvanor
Screening sker genom hälsosamtalen | initiatives halsosamtal
besök av kommunens fältassistenter | initiatives faltassistenters-och-polisens-besok
arbete kring hälsa och droger | initiatives skolans-arbete-kring-halsa-och-droger
Mini-Maria liksom Ungdomsmottagningen | initiatives mottagningarnas-besok-i-skolorna
dialoger mellan skola och vårdnadshavare | initiatives dialoger-mellan-skola-och-vardnadshavare
Under 2022 inleddes ett arbete | initiatives prioriterat-arbete-i-norra-kommundelen
familjecentrerat arbetssätt | initiatives familjecentralsliknande-verksamhet
"""

TYRESO = """
lärstudio med behandling | initiatives larstudio-pusselbiten
ett avtal gällande öppna förskolan | initiatives oppna-forskolan
ett avtal gällande öppna förskolan | venues oppna-forskolan
Mobila teamet är en insats | initiatives mobila-teamet
fyra fältassistenter | initiatives faltassistenterna
2019 påbörjades projektet | initiatives ett-tryggare-granangsringen
allaktivitetslokal | venues allaktivitetslokalen
trygghetsvandringar | initiatives trygghetsvandringar
Tyresömodell | initiatives tyresomodellen
projekt kring God och nära vård | initiatives god-och-nara-vard
formerna för SIP utvecklats | initiatives formerna-for-sip
en mindre projektgrupp | initiatives tidiga-samordnade-insatser
samverkansprojekt med Prima | initiatives samverkansprojekt-prima
projekt från Länsstyrelsen 2011 | initiatives tidig-upptackt-av-valdsutsatta-familjer
förebygga våld i ungas relationer | initiatives forebygga-vald-i-ungas-relationer
införa dessa insatser | initiatives sig-sspf-eller-egen-modell
MiniMaria som är en mottagning | initiatives minimaria
MiniMaria som är en mottagning | venues minimaria
Ungdomsmottagningen drivs gemensamt | initiatives ungdomsmottagningen
Ungdomsmottagningen drivs gemensamt | venues ungdomsmottagningen
Idrott utan gränser | initiatives idrott-utan-granser
Futbol Espanyol | initiatives futbol-espanyol
Sisus rörelsesatsning | initiatives sisus-rorelsesatsning
Tyresö utlands och fredsförening | initiatives samarbetet-med-tuf
Scouterna och kyrkan | initiatives samarbetet-med-scouterna
Scouterna och kyrkan | initiatives samarbetet-med-kyrkan
sker via överenskommelser | initiatives fritidsverksamhetens-samarbeten
Signs of Safety | methods signs-of-safety
våldspyramiden | methods valdspyramiden
"""

# the year that the words of the source hold | the record
BEGUN = {
    "alingsas": """
2021 | skolsocialt-team
2022 | kraftsamling-bjarke
2022 | fritidsgardsverksamhet-i-norra-kommundelen
2022 | prioriterat-arbete-i-norra-kommundelen
2023 | familjecentralsliknande-verksamhet
2025 | okad-vuxennarvaro
""",
    "tyreso": """
2011 | tidig-upptackt-av-valdsutsatta-familjer
2019 | ett-tryggare-granangsringen
2020 | larstudio-pusselbiten
2020 | tyresomodellen
2022 | tidiga-samordnade-insatser
""",
}
# What no source states of any initiative: it would be our word.
_NEVER_STATED = {"phase", "moves", "period", "meant_for", "sex"}
_SECTIONS = ("methods", "venues", "initiatives")


class Said(NamedTuple):
    words: str
    record: str


def _lines(told: str) -> list[Said]:
    return [Said(*line.split(" | ")) for line in told.strip().splitlines()]


NAMED = {"alingsas": _lines(ALINGSAS), "tyreso": _lines(TYRESO)}

in_both = pytest.mark.parametrize("place", written.PLACES)


def _records(place: str) -> dict[str, written.Record]:
    return {
        f"{name} {key}": record
        for name in _SECTIONS
        for key, record in written.section(place, name).items()
    }


@in_both
def test_all_that_the_sources_name_is_in_the_file_and_no_other(place: str) -> None:
    assert set(_records(place)) == {said.record for said in NAMED[place]}


@in_both
def test_the_words_are_quoted_at_the_record(place: str) -> None:
    records = _records(place)
    unsaid = [
        said
        for said in NAMED[place]
        if not any(said.words in each["quote"] for each in written.sources(records[said.record]))
    ]

    assert unsaid == []


@in_both
def test_everything_says_where_it_is_from(place: str) -> None:
    sourced = (
        *("services", "responsible", "funding", "staffing", "partners"),
        *("evaluations", "decisions"),
    )
    unsaid = [
        key
        for key, record in _records(place).items()
        for each in (record, *(part for name in sourced for part in record.get(name, ())))
        if "source" not in each
    ]

    assert unsaid == []


@in_both
def test_years_are_those_of_the_sources(place: str) -> None:
    found = {
        key: each["begun_year"]
        for key, each in written.section(place, "initiatives").items()
        if "begun_year" in each
    }

    assert found == {said.record: said.words for said in _lines(BEGUN[place])}


@in_both
def test_nothing_is_said_that_the_sources_leave_open(place: str) -> None:
    records = written.section(place, "initiatives").values()

    assert [each["title"] for each in records if _NEVER_STATED & each.keys()] == []
    shares = [part for each in records for part in each.get("responsible", ())]
    assert [part for part in shares if "share_percent" in part] == []
    money = [part for each in records for part in each.get("funding", ())]
    assert [part for part in money if {"amount", "year"} & part.keys()] == []


@in_both
def test_every_choice_is_known(place: str) -> None:
    records = written.section(place, "initiatives").values()
    evaluations = [part for each in records for part in each.get("evaluations", ())]
    decisions = [part for each in records for part in each.get("decisions", ())]

    assert {each["kind"] for each in records} <= set(InitiativeKind.values)
    assert {each["kind"] for each in evaluations} <= set(EvaluationKind.values)
    assert {each["course"] for each in decisions} <= set(Course.values)


def test_well_attended_is_said_and_is_no_effect() -> None:
    [told] = written.claims("alingsas")

    assert told["initiative"] == "fritidsgardsverksamhet-i-norra-kommundelen"
    assert told["level"] == ClaimLevel.OUTPUT
    assert "välbesökt" in told["text"]
    records = written.section("alingsas", "initiatives")
    assert "evaluations" not in records[told["initiative"]]


@in_both
def test_what_is_said_is_quoted_at_the_initiative(place: str) -> None:
    records = written.section(place, "initiatives")
    unsaid = [
        told["text"]
        for told in written.claims(place)
        if not any(
            told["text"].strip("”") in each["quote"]
            for each in written.sources(records[told["initiative"]])
        )
    ]

    assert unsaid == []


def test_the_school_social_team_moved_from_one_board_to_two() -> None:
    boards = written.section("alingsas", "initiatives")["skolsocialt-team"]["responsible"]

    assert {(each["body"], each["period"]) for each in boards} == {
        ("barn-och-ungdomsnamnden", "2021/2023"),
        ("barn-och-ungdomsnamnden", "2024/.."),
        ("socialnamnden", "2024/.."),
    }
