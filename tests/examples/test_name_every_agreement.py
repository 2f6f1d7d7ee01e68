"""The agreements, plans, matters and laws that the sources name, and what they say is missing."""

import re
from typing import NamedTuple

import pytest

from samsyn.governance.models import AgreementKind, Block, DocumentKind, LawKind, Renewal
from tests.examples import collaboration_files as written

# the words of the source | the section and the key of the record
ALINGSAS = """
En ny samverkansöverenskommelse för BUS-samverkan | agreements bus-2023-2026
i skrivelse den 27 februari 2023 | matters bus-overenskommelsen-2023-2026
Diarienummer: 2023.006 BUN | governing_documents verksamhetsberattelse-2022
Diarienummer: 2025.355 BUN | governing_documents verksamhetsberattelse-2025
Verksamhetsplan för folkhälsoarbete | governing_documents verksamhetsplan-for-folkhalsoarbete
den lokala suicidpreventiva planen | governing_documents suicidpreventiva-planen
Ett samverkansdokument | governing_documents samverkansdokument-for-skolsocialt-arbete
en genomlysning och analys | governing_documents genomlysning-2019
förvaltningarnas analyser | governing_documents forvaltningarnas-analyser
Den nya socialtjänstlagen | laws sol-2025-400
kommunens aktivitetsansvar | laws skollag-2010-800
"""

TYRESO = """
BUS-överenskommelsen | agreements bus-overenskommelsen
Avtal behandlande skola | agreements avtal-behandlande-skola
gällande den ekonomiska fördelningen | agreements avtal-behandlande-skola
Avtal öppna förskolan | agreements avtal-oppna-forskolan
både mellan kommunen och regionen | agreements samverkansavtal-ungdomsmottagningen
kommunens del av Ungdomsmottagningen | agreements avtal-ungdomsmottagningen-kommunens-del
samverkansavtal gällande MiniMaria | agreements samverkansavtal-minimaria
Ett nytt samverkansavtal har tagits fram | agreements samverkansavtal-polisen
ettårsavtal skrivet kring trygghetsvandringarna | agreements avtal-trygghetsvandring
Avtal Trygghetsvandring | agreements avtal-trygghetsvandring
mer behovsstyrt och sker via överenskommelser | agreements samverkan-med-lokala-foreningar
tillhörande samverkansrutin | governing_documents samverkansrutin-bus
Lokala överenskommelser och rutiner kan innehålla | governing_documents lokala-bus-rutiner
en behovsanalys | governing_documents behovsanalys-tsi
en gemensam handlingsplan | governing_documents handlingsplan-skola-forskola-socialtjanst
Checklista - rutiner för samverkan | governing_documents checklista-rutiner-for-samverkan
nya rutiner och dagordning för forumet | governing_documents rutiner-for-samverkansforumet
en genomlysning av samtliga delar | governing_documents genomlysning-av-samverkan
kommundirektören haft dialogmöten | governing_documents kommundirektorens-dialogmoten
visar utvärderingen | governing_documents utvardering-av-larstudion
riktlinjer och arbetsbeskrivningar | governing_documents riktlinjer-och-arbetsbeskrivningar
ha rutiner och processer som | governing_documents socialtjanstens-rutiner-och-processer
i nämndplan för 2020 | governing_documents namndplan-2020-asn
i nämndplan för 2020 | governing_documents namndplan-2020-bun
plan 2022 Arbetsmarknads- och social | governing_documents namnd-och-forvaltningsplan-2022-asn
plan 2022 Barn- och utbildning | governing_documents namnd-och-forvaltningsplan-2022-bun
plan 2022 Kultur- och fritid | governing_documents namnd-och-forvaltningsplan-2022-kfn
socialförvaltning 2021 | governing_documents verksamhetsberattelse-2021-asf
utbildningsförvaltningen 2021 | governing_documents verksamhetsberattelse-2021-buf
*Delårsrapport 1 och 2* | governing_documents delarsrapport-1-2022-buf
*Delårsrapport 1 och 2* | governing_documents delarsrapport-2-2022-buf
årsredovisning för kultur- och fritidsnämnden | governing_documents arsredovisning-kfn
bilagan till årsrapporten | governing_documents arsrapportens-bilaga
Strategi för brottsförebyggande arbete | governing_documents strategi-mot-kriminalitet-bland-unga
utarbetas riktlinjer/handlingsplaner | governing_documents riktlinjer-utifran-strategin
våldsförebyggande handlingsplan | governing_documents valdsforebyggande-handlingsplan
Rapporteringsmall Trygghetsvandring | governing_documents rapporteringsmall-trygghetsvandring
Projektplan ETG 2023 | governing_documents projektplan-etg-2023
Aktivitetslista ETG 2022-2025 | governing_documents aktivitetslista-etg-2022-2025
utvärderats genom en slutrapport | governing_documents slutrapport-etg
Granskningsplan för arbetsmarknads- | governing_documents granskningsplan-2022
Granskningsrapport Öppna förskolan | governing_documents granskningsrapport-oppna-forskolan
risk- och väsentlighetsanalys 2022 | governing_documents risk-och-vasentlighetsanalys-2022
Granskning av samverkan mellan | governing_documents granskning-av-samverkan
Enligt tjänsteskrivelse 15 november 2020 | matters tyresomodellen-2020-11-15
Tjänsteskrivelse 2020-12-09 | matters tyresomodellen-2020-12-09
protokollsutdrag 2021-01-26 § 4 | matters asn-2021-01-26
Tjänsteskrivelse 2021-11-22 | matters tyresomodellen-2021-11-22
Tjänsteskrivelse Pusselbiten | matters larstudio-med-behandling
Förvaltningslagen (2017:900) | laws fl-2017-900
Skollagen (2010:800) | laws skollag-2010-800
Socialtjänstlagen (2001:453) | laws sol-2001-453
SOSFS 2011:19 | laws sosfs-2011-9
Barnkonventionen, barnets bästa | laws barnkonventionen
"""

# Stated by no source: the law before the new one, and the one that has replaced what they cite.
_OTHER = {"alingsas": {"laws sol-2001-453"}, "tyreso": {"laws sol-2025-400"}}
_SECTIONS = ("laws", "governing_documents", "agreements", "matters")
_KINDS = {"laws": LawKind, "governing_documents": DocumentKind, "agreements": AgreementKind}

# the words of the source | what it is missing in
MISSING = {
    "alingsas": """
utveckla formerna för uppföljning | governing_documents verksamhetsplan-for-folkhalsoarbete
""",
    "tyreso": """
upplevs som inaktuell | agreements bus-overenskommelsen
pausat på obestämd tid | agreements bus-overenskommelsen
delvis lever upp till åtagandena | agreements bus-overenskommelsen
I avtalet tydliggörs ansvars- och kostnadsfördelning | agreements avtal-oppna-forskolan
Avtalet tydliggör ansvars- och kostnads | agreements samverkansavtal-ungdomsmottagningen
Avtalet tydliggör ansvars- och kostnads | agreements avtal-ungdomsmottagningen-kommunens-del
Vi har efterfrågat avtalet | agreements samverkansavtal-polisen
kvalitén eller effekten av den samverkan | agreements samverkan-med-lokala-foreningar
ett fortsatt utvecklingsområde | agreements samverkan-med-lokala-foreningar
någon sådan dokumentation inte finns | governing_documents lokala-bus-rutiner
gemensamma kvalitetsindikatorer | governing_documents lokala-bus-rutiner
den ska revideras årligen | governing_documents handlingsplan-skola-forskola-socialtjanst
inte längre finns någon | governing_documents handlingsplan-skola-forskola-socialtjanst
inte är ett levande dokument | governing_documents handlingsplan-skola-forskola-socialtjanst
utforma nya rutiner | governing_documents rutiner-for-samverkansforumet
tydliga uppdrag kring samverkansrollen | governing_documents riktlinjer-och-arbetsbeskrivningar
framgår inte hur projekten | governing_documents verksamhetsberattelse-2021-buf
framgår inte hur projekten | governing_documents delarsrapport-1-2022-buf
framgår inte hur projekten | governing_documents delarsrapport-2-2022-buf
""",
}


class Said(NamedTuple):
    words: str
    record: str


def _lines(told: str) -> list[Said]:
    return [Said(*line.split(" | ")) for line in told.strip().splitlines()]


NAMED = {"alingsas": _lines(ALINGSAS), "tyreso": _lines(TYRESO)}
LACKING = {place: _lines(told) for place, told in MISSING.items()}

in_both = pytest.mark.parametrize("place", written.PLACES)
with_the_sources = pytest.mark.skipif(not written.SEEDS.is_dir(), reason="the sources are not here")


def _records(place: str) -> dict[str, written.Record]:
    return {
        f"{name} {key}": record
        for name in _SECTIONS
        for key, record in written.section(place, name).items()
    }


@in_both
def test_all_that_the_sources_name_is_in_the_file_and_no_other(place: str) -> None:
    named = {said.record for said in NAMED[place]}

    assert set(_records(place)) == named | _OTHER[place]


@in_both
def test_what_the_sources_miss_is_written_at_it_and_nothing_else(place: str) -> None:
    found = [
        (name, " ".join(source["quote"] for source in written.sources(remark)))
        for name, record in _records(place).items()
        for remark in record.get("remarks", ())
    ]

    unsaid = [
        (said.words, said.record)
        for said in LACKING[place]
        if not any(said.record == name and said.words in quoted for name, quoted in found)
    ]
    assert unsaid == []
    assert sorted(name for name, _ in found) == sorted(said.record for said in LACKING[place])


@in_both
def test_everything_says_where_it_is_from(place: str) -> None:
    told = [*_records(place).items(), *((each["matter"], each) for each in written.steps(place))]
    sourced = ("parties", "clauses", "remarks", "expeditions")
    unsaid = [
        key
        for key, record in told
        for each in (record, *(part for name in sourced for part in record.get(name, ())))
        if "source" not in each
    ]

    assert unsaid == []


@in_both
def test_every_choice_is_known(place: str) -> None:
    for name, kinds in _KINDS.items():
        found = {each["kind"] for each in written.section(place, name).values()}
        assert found <= set(kinds.values)
    agreements = written.section(place, "agreements").values()
    clauses = [clause for each in agreements for clause in each.get("clauses", ())]
    assert {each["renewal"] for each in agreements if "renewal" in each} <= set(Renewal.values)
    assert {each.get("block", "other") for each in clauses} <= set(Block.values)


@in_both
def test_no_agreement_is_in_use_by_our_word(place: str) -> None:
    agreements = written.section(place, "agreements").items()

    assert [key for key, each in agreements if "activated_on" in each] == []


@with_the_sources
@in_both
def test_the_lists_hold_the_words_of_the_sources(place: str) -> None:
    texts = [written.seed(number) for number in written.QUOTED_FROM[place].values()]
    words = [said.words for said in (*NAMED[place], *LACKING[place])]

    assert [each for each in words if not any(each in text for text in texts)] == []


@with_the_sources
def test_every_paper_that_the_audit_has_read_is_quoted() -> None:
    papers = written.seed("004").partition("*Dokumentation:*")[2].partition("## Bilaga 2")[0]
    quotes = [source.get("quote", "") for _, source in written.every_source("tyreso")]
    named = [each.strip() for each in re.split(r"-? ?▶ ", papers) if each.strip()]

    assert len(named) == 40
    assert [each for each in named if not any(each in quote for quote in quotes)] == []
