"""The forums that the sources name, where and in what words, and what they say is missing."""

import re
from datetime import date
from typing import NamedTuple

import pytest

from tests.examples import collaboration_files as written

# chapter | the words of the source | the key of the forum
ALINGSAS = """
Organisation och uppdrag | BUS-verksamheten ska genom samverkan | bus
Organisation och uppdrag | BUS styrgrupp består av | bus-styrgrupp
Uppdrag 2022 | Styrgruppen genomförde 2019 en genomlysning | bus-styrgrupp
Områden för samverkan | BUS presidium 2024 | bus-presidium
Organisation och uppdrag | BUS ledningsgrupp består av | bus-ledningsgrupp
Plan för Folkhälsoarbete | BUS arbetsgrupp i samråd med kommunstyrelsen | bus-arbetsgrupp
Beredning | I BUS arbetsgrupp ingår Folkhälsostrateg | bus-arbetsgrupp
Politisk samverkan | två möten per år, ett på våren och ett på hösten | bus-politisk-samverkan
Förvaltningarnas samverkan | flera forum för samverkan för barn | forvaltningarnas-samverkan
Insatser i fokus | dialogerna mellan kommunen och polisen | samverkan-polis-och-raddningstjanst
Insatser i fokus | Samverkan polis och räddningstjänst | samverkan-polis-och-raddningstjanst
Skolsocialt arbete | arbetsgruppens förväntningar | skolsocialt-arbete-arbetsgrupp
Skolsocialt arbete | Inventeringsmöten har utvecklats | inventeringsmoten
Beredning | SAMLA som är nuvarande närvårdssamverkan | samla
"""

TYRESO = """
1.1 | en lokal BUS-grupp | bus-samverkan
2.1 | SIP-möten | sip-moten
2.1 | återkommande stormöten | stormoten
2.1 | samverkansmöten mellan förvaltningarna på enhetschefsnivå | samverkansmoten-pa-enhetschefsniva
2.1 | kommundirektören haft dialogmöten | kommundirektorens-dialogmoten
2.2 | en förstudiegrupp om att förebygga | forstudiegruppen-vald-i-ungas-relationer
2.2 | en samverkansgrupp inom ett projekt | handlingsplanens-samverkansgrupp
2.2 | fyra stormöten per termin | stormoten
2.2 | ett samverkansforum mellan skolchef | samverkansforum-skola-socialtjanst-elevhalsan
3.1 | sammankallande för BUS- samverkan | bus-samverkan
3.1 | en mindre projektgrupp under hösten | tsi-gruppen
3.2 | Samordnad individuell planering - SIP kan genomföras | sip-moten
4.1 | ett nätverk med fokus på våld i nära relationer | natverket-vald-i-nara-relationer
4.1 | det brottsförebyggande skolnätverket | brottsforebyggande-skolnatverket
4.1 | ett för högstadium och gymnasium | brottsforebyggande-natverk-hogstadium-gymnasium
4.1 | uppdelade på låg- och mellanstadium | forebyggande-natverk-lag-mellanstadium
4.1 | gemensam lägesbild | gemensam-lagesbild
4.1 | platssamverkan kring *Ett tryggare Granängsringen* | ett-tryggare-granangsringen
4.1 | styrgruppen består av bland annat | etg-styrgrupp
4.1 | I arbetsgruppen deltar bland annat | etg-arbetsgrupp
4.1 | ett samverkansprojekt med Prima barnpsykiatri | samverkansprojekt-prima-barnpsykiatri
4.1 | *Ungdomsutsättning* | ungdomsutsattning
4.1 | SIG (Sociala Insatsgrupper) och SSPF | workshop-sig-och-sspf
4.1 | En workshop ska anordnas efter årsskiftet | workshop-sig-och-sspf
Bilaga 1 | brottsförebyggande nätverk högstadium/ | brottsforebyggande-natverk-hogstadium-gymnasium
Bilaga 1 | förebyggande nätverk låg-/mellanstadium | forebyggande-natverk-lag-mellanstadium
Bilaga 1 | våld i ungas relationer 220117 | forstudiegruppen-vald-i-ungas-relationer
Bilaga 2 | BUSSAM är ett beslutande forum | bussam
"""

# the words of the source | what kind of thing is missing | the key of the forum
MISSING = {
    "alingsas": """
kan variera under mandatperioden | structure | forvaltningarnas-samverkan
utveckla formerna för uppföljning och identifiering av effekter | follow_up | bus-arbetsgrupp
""",
    "tyreso": """
stort missnöje med utformningen av SIP-möten | other | sip-moten
en återkommande fråga både inom BUS-samverkan | structure | sip-moten
inte längre finns någon samverkansgrupp | structure | handlingsplanens-samverkansgrupp
den ska revideras årligen | follow_up | handlingsplanens-samverkansgrupp
inte är ett levande dokument | other | handlingsplanens-samverkansgrupp
inte sker någon form av utvärdering eller uppföljning | evaluation | stormoten
inte sker någon form av utvärdering eller uppföljning | follow_up | stormoten
ingen dokumenterad uppföljning | follow_up | samverkansforum-skola-socialtjanst-elevhalsan
utforma nya rutiner och dagordning | structure | samverkansforum-skola-socialtjanst-elevhalsan
är personbunden | person_dependence | samverkansforum-skola-socialtjanst-elevhalsan
merparten av det samverkansarbete | follow_up | samverkansmoten-pa-enhetschefsniva
vid personalomsättning inom | person_dependence | samverkansmoten-pa-enhetschefsniva
parallella spår kan uppstå | structure | samverkansmoten-pa-enhetschefsniva
sker muntligt vid efterföljande möte | follow_up | bus-samverkan
inte genomförs dokumenterade uppföljningar | evaluation | bus-samverkan
någon sådan dokumentation inte finns | structure | bus-samverkan
gemensamma mål för arbetet | goals | bus-samverkan
önskvärt om även barnmottagningen | party | bus-samverkan
samverka närmare med SIP-samordnaren | party | bus-samverkan
omorganisering ibland har hindrat samverkan | attendance | bus-samverkan
upplevs som inaktuell | other | bus-samverkan
kvalitativ uppföljning eller utvärdering av om | follow_up | brottsforebyggande-skolnatverket
kvalitativ uppföljning eller utvärdering av om | evaluation | brottsforebyggande-skolnatverket
i mån av tid | attendance | brottsforebyggande-skolnatverket
För att öka deltagandet | attendance | brottsforebyggande-natverk-hogstadium-gymnasium
För att öka deltagandet | attendance | forebyggande-natverk-lag-mellanstadium
kvalitativ uppföljning eller utvärdering av om | follow_up | gemensam-lagesbild
kvalitativ uppföljning eller utvärdering av om | evaluation | gemensam-lagesbild
i mån av tid | attendance | gemensam-lagesbild
starkare relation till polisen på en operativ nivå | other | gemensam-lagesbild
inte sker någon löpande uppföljning | follow_up | ungdomsutsattning
i mån av tid | attendance | ungdomsutsattning
finns inte de formerna för samverkan | structure | workshop-sig-och-sspf
osäkerhet kring om just insatserna SIG och SSPF | mandate | workshop-sig-och-sspf
""",
}

_NOTED = re.compile(
    r"(?:Inbjudan|Mötesanteckningar|Minnesanteckningar) .*?(\d{4}-\d\d-\d\d|\d{6,8})"
)


class Named(NamedTuple):
    chapter: str
    words: str
    forum: str


class Missing(NamedTuple):
    words: str
    kind: str
    forum: str


NAMED = {
    place: [Named(*line.split(" | ")) for line in told.strip().splitlines()]
    for place, told in (("alingsas", ALINGSAS), ("tyreso", TYRESO))
}
LACKING = {
    place: [Missing(*line.split(" | ")) for line in told.strip().splitlines()]
    for place, told in MISSING.items()
}

in_both = pytest.mark.parametrize("place", written.PLACES)
with_the_sources = pytest.mark.skipif(not written.SEEDS.is_dir(), reason="the sources are not here")


@in_both
def test_every_forum_that_the_sources_name_is_in_the_file_and_no_other(place: str) -> None:
    assert set(written.section(place, "forums")) == {named.forum for named in NAMED[place]}


@in_both
def test_what_the_sources_miss_in_a_forum_is_written_at_it_and_nothing_else(place: str) -> None:
    found = [
        (lack["kind"], key)
        for key, forum in written.section(place, "forums").items()
        for lack in forum.get("lacks", ())
    ]

    assert sorted(found) == sorted((each.kind, each.forum) for each in LACKING[place])


@in_both
def test_everything_in_a_forum_says_where_it_is_from(place: str) -> None:
    unsaid = [
        key
        for key, forum in written.section(place, "forums").items()
        for each in (forum, *written.parts(forum))
        if "source" not in each
    ]

    assert unsaid == []


@in_both
def test_a_meeting_is_either_from_a_source_or_invented(place: str) -> None:
    told = [
        *written.section(place, "meetings").items(),
        *written.section(place, "follow_ups").items(),
    ]
    unclear = [key for key, each in told if ("source" in each) == ("invented" in each)]

    assert unclear == []


@in_both
def test_what_is_invented_has_a_file_of_its_own_that_says_so(place: str) -> None:
    for path in written.files(place):
        text = path.read_text(encoding="utf-8")

        if "invented: true" in text:
            assert path.name == "persons.yaml" or path.name.startswith("invented-")
            assert "påhitta" in text.partition("\nsamsyn: 1")[0]


@with_the_sources
@in_both
def test_the_lists_hold_the_words_of_the_sources(place: str) -> None:
    texts = [written.seed(number) for number in written.QUOTED_FROM[place].values()]
    words = [named.words for named in NAMED[place]] + [each.words for each in LACKING[place]]

    assert [each for each in words if not any(each in text for text in texts)] == []


@with_the_sources
def test_every_meeting_that_the_audit_has_papers_of_is_in_the_file() -> None:
    papers = written.seed("004").partition("Bilaga 1. Källförteckning ### ")[2]
    days = {_day(each) for each in _NOTED.findall(papers)}

    held = {each["date"] for each in written.section("tyreso", "meetings").values()}
    assert len(days) == 16
    assert days <= held


def _day(digits: str) -> str:
    return date.fromisoformat(digits if len(digits) > 6 else f"20{digits}").isoformat()
