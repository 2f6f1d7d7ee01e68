"""Forums that may do the same work are found; those that do not are left in peace.

The forums are those of Tyresö as the audit of 2023 describes them, in short; members, ages and
focus areas are read between the lines where it does not say.
"""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samsyn.forums.domain.overlap import Aspect, Likeness, Reason, Traits, likely_parallel
from samsyn.kernel.period import Period
from samsyn.search.words import STOP_WORDS, fold, stump, words

SCHOOL, PRESCHOOL, UPPER = "grundskola", "förskola", "gymnasium"


def stems(text: str) -> Counter[str]:
    return Counter(stump(fold(word)) for word in words(text) if word.lower() not in STOP_WORDS)


def forum(name: str, text: str, *, bodies: str = "", functions: str = "", **more: Any) -> Traits:
    return Traits(
        name,
        tuple(stems(text).items()),
        bodies=frozenset(bodies.split()),
        functions=frozenset(functions.split()),
        **more,
    )


TYRESO = [
    forum(
        "bus",
        """
        Överenskommelse mellan region och kommun om samverkan kring barn i behov av särskilt
        stöd. Övergripande frågor som berör barn, former för samordnad individuell plan SIP,
        uppdatera varandra om verksamheterna, skapa förståelse för varandras roller,
        gemensam målbild.
        """,
        bodies="skola socialtjänst elevhälsa bup habilitering",
        functions="förvaltningschef-social elevhälsochef enhetschef-barn-unga skolchef",
        ages=range(18),
        school_forms=frozenset({PRESCHOOL, SCHOOL, UPPER}),
        focus_areas=frozenset({"särskilt-stöd", "sip"}),
        level="strategisk",
    ),
    forum(
        "samverkansforum",
        """
        Forum mellan skola, socialtjänst och centrala elevhälsan. Diskutera samverkan och
        svårigheter mellan förvaltningarna och elever ur olika perspektiv. Tidigare
        samordnad individuell plan SIP i fokus. Barn i behov av stöd.
        """,
        bodies="skola socialtjänst elevhälsa",
        functions="skolchef elevhälsochef enhetschef-barn-unga",
        ages=range(6, 18),
        school_forms=frozenset({SCHOOL}),
        focus_areas=frozenset({"särskilt-stöd", "sip"}),
        level="strategisk",
    ),
    forum(
        "handlingsplansgrupp",
        """
        Gemensam handlingsplan för skola, förskola och socialtjänst. Tidigt identifiera
        våldsutsatta familjer, konsultation till förskola och skola, revidera
        handlingsplanen varje år.
        """,
        bodies="skola förskola socialtjänst",
        functions="mottagningsgruppen",
        ages=range(17),
        school_forms=frozenset({PRESCHOOL, SCHOOL}),
        focus_areas=frozenset({"våld", "särskilt-stöd"}),
        level="operativ",
    ),
    forum(
        "stormöten",
        """
        Stormöten för förskola och skola med socialtjänst. Teman som SIP, Signs of Safety,
        anmälan av misstanke om brott mot barn. Förstå varandras verksamheter och uppdrag.
        """,
        bodies="skola förskola socialtjänst bup",
        functions="mottagningsgruppen resurssamordnare",
        ages=range(17),
        school_forms=frozenset({PRESCHOOL, SCHOOL}),
        focus_areas=frozenset({"särskilt-stöd"}),
        level="operativ",
    ),
    forum(
        "skolnätverk",
        """
        Brottsförebyggande skolnätverk. Samla rektorer och samverkanspartner,
        kunskapshöjning och informationsdelning, aktuella händelser, lägesbild från varje
        verksamhet sammanställs, våld och narkotika, skapa förståelse för varandras
        verksamheter.
        """,
        bodies="skola elevhälsa socialtjänst fritid polis ungdomsmottagning",
        functions="brottsförebyggande-strateg kommunpolis rektor fritidsgårdschef",
        ages=range(6, 20),
        school_forms=frozenset({SCHOOL, UPPER}),
        focus_areas=frozenset({"brott", "narkotika", "våld"}),
        level="operativ",
    ),
    forum(
        "lägesbild",
        """
        Gemensam lägesbild av vad som är på gång i kommunen. Verksamheter som kan påverka
        trygghet, säkerhet och minska brottslighet får del av lägesbild, insatser och
        information. Aktuella händelser, områden där ungdomar samlas, trender och mönster.
        """,
        bodies="socialtjänst skola fritid polis räddningstjänst bostadsbolag kyrka",
        functions="brottsförebyggande-strateg kommunpolis fritidsgårdschef fältassistent",
        ages=range(10, 25),
        focus_areas=frozenset({"brott", "trygghet"}),
        level="operativ",
    ),
    forum(
        "granängsringen",
        """
        Platssamverkan, höja trygghet och attraktionskraft i bostadsområdet Granängsringen.
        Utemiljö, närvaro av vuxna, allaktivitetslokal.
        """,
        bodies="fritid polis socialtjänst bostadsbolag stadsbyggnad",
        functions="brottsförebyggande-strateg kommunpolis kommundirektör",
        focus_areas=frozenset({"trygghet"}),
        level="operativ",
    ),
    forum(
        "ungdomsutsättning",
        """
        Socialsekreterare lyfter tillsammans med polisen individuella ärenden som det finns
        oro kring, efter samtycke från vårdnadshavare.
        """,
        bodies="socialtjänst polis",
        functions="socialsekreterare kommunpolis",
        ages=range(12, 21),
        focus_areas=frozenset({"brott"}),
        level="kring barnet",
    ),
    forum(
        "våld-i-nära-relationer",
        """
        Nätverk med fokus på våld i nära relationer, som berör barn och unga och alla
        åldrar. Förebygga våld, upptäcka våld tidigt.
        """,
        bodies="socialtjänst skola polis",
        functions="enhetschef-vuxen",
        focus_areas=frozenset({"våld"}),
        level="operativ",
    ),
    forum(
        "våld-i-ungas-relationer",
        """
        Förstudiegrupp för att förebygga våld i ungas relationer.
        """,
        bodies="socialtjänst skola fritid",
        functions="brottsförebyggande-strateg",
        ages=range(13, 21),
        school_forms=frozenset({SCHOOL, UPPER}),
        focus_areas=frozenset({"våld"}),
        level="operativ",
    ),
    forum(
        "tsi",
        """
        Projektgrupp som ser över förutsättningar för tidiga samordnade insatser, komma in
        tidigare med samverkan kring barn som behöver stöd. Behovsanalys.
        """,
        bodies="skola socialtjänst elevhälsa bup",
        functions="enhetschef-barn-unga",
        ages=range(18),
        school_forms=frozenset({SCHOOL}),
        focus_areas=frozenset({"särskilt-stöd", "tidiga-insatser"}),
        level="strategisk",
    ),
    forum(
        "öppna-förskolan",
        """
        Öppen förskola som drivs gemensamt, mötesplats för föräldrar med små barn.
        Fördelning av ansvar och kostnad.
        """,
        bodies="förskola socialtjänst",
        functions="förskolechef",
        ages=range(6),
        school_forms=frozenset({PRESCHOOL}),
        focus_areas=frozenset({"föräldrastöd"}),
        level="operativ",
    ),
]
# Made by another, or below it.
RELATED = [("bus", "tsi"), ("handlingsplansgrupp", "stormöten")]


def pairs(found: list[Likeness]) -> list[set[object]]:
    return [{one.a, one.b} for one in found]


def without_focus_areas() -> list[Traits]:
    return [replace(forum, focus_areas=frozenset()) for forum in TYRESO]


@pytest.mark.parametrize(
    "pair",
    [
        {"bus", "samverkansforum"},  # SIP and difficulties of collaboration, in both
        {"skolnätverk", "lägesbild"},  # the same convener gathers a picture from the same, twice
        {"våld-i-nära-relationer", "våld-i-ungas-relationer"},
        {"samverkansforum", "tsi"},
        {"bus", "stormöten"},
    ],
)
def test_the_tracks_that_an_auditor_would_point_at_are_found(pair: set[str]) -> None:
    assert pair in pairs(likely_parallel(TYRESO, related=RELATED))


def test_the_two_that_are_most_alike_come_first() -> None:
    assert pairs(likely_parallel(TYRESO, related=RELATED))[0] == {"bus", "samverkansforum"}


@pytest.mark.parametrize(
    "pair",
    [
        {"bus", "granängsringen"},
        {"bus", "ungdomsutsättning"},
        {"bus", "lägesbild"},
        {"stormöten", "ungdomsutsättning"},
        {"stormöten", "lägesbild"},
        {"tsi", "granängsringen"},
        {"samverkansforum", "öppna-förskolan"},
        {"lägesbild", "öppna-förskolan"},
        {"handlingsplansgrupp", "öppna-förskolan"},
        {"skolnätverk", "bus"},
    ],
)
def test_forums_about_different_things_are_left_in_peace(pair: set[str]) -> None:
    assert pair not in pairs(likely_parallel(TYRESO))


def test_few_enough_are_found_to_be_looked_at() -> None:
    assert 5 <= len(likely_parallel(TYRESO, related=RELATED)) <= 10


def test_those_that_belong_together_are_left_out() -> None:
    found = pairs(likely_parallel(TYRESO, related=[("samverkansforum", "bus")]))

    assert {"bus", "samverkansforum"} not in found


def test_the_words_alone_are_enough_to_find_them() -> None:
    found = pairs(likely_parallel(without_focus_areas(), related=RELATED))

    assert found[:1] == [{"bus", "samverkansforum"}]
    assert {"våld-i-nära-relationer", "våld-i-ungas-relationer"} in found
    assert {"skolnätverk", "lägesbild"} in found


def test_the_reasons_name_what_is_shared_the_weightiest_first() -> None:
    [violence] = [one for one in likely_parallel(TYRESO) if one.a == "våld-i-nära-relationer"]
    by_aspect = {reason.aspect: reason for reason in violence.reasons}

    assert [reason.aspect for reason in violence.reasons][:2] == [Aspect.FOCUS_AREAS, Aspect.WORDS]
    assert by_aspect[Aspect.WORDS].shared == ("vald", "forebygg", "relation")
    assert set(by_aspect[Aspect.BODIES].shared) == {"socialtjänst", "skola"}
    assert Aspect.AGES not in by_aspect
    assert by_aspect[Aspect.LEVEL].shared == ("operativ",)


def test_the_ages_in_common_are_told() -> None:
    one, other = (
        Traits(n, (("x", 1),), ages=ages) for n, ages in [(1, range(6, 16)), (2, range(13, 20))]
    )

    [found] = likely_parallel([one, other])

    assert Reason(Aspect.AGES, (13, 16), 3 / 14) in found.reasons


def test_forums_that_followed_on_each_other_are_no_parallel_tracks() -> None:
    day = date(2024, 1, 1)
    before, after = TYRESO[0], replace(TYRESO[0], id="new", period=Period(day))

    assert likely_parallel([before, after]) != []
    assert likely_parallel([replace(before, period=Period(None, day)), after]) == []


def test_the_same_people_who_meet_about_other_things_are_no_parallel_track() -> None:
    sung = tuple(stems("sjunga kör").items())
    one = TYRESO[0]
    other = replace(one, id="choir", words=sung, focus_areas=frozenset())

    assert likely_parallel([one, other]) == []


def test_a_forum_of_another_level_is_less_like() -> None:
    same, above = replace(TYRESO[0], id="same"), replace(TYRESO[0], id="above", level="politisk")

    [first, second] = likely_parallel([TYRESO[0], same, above], related=[("same", "above")])

    assert ({first.a, first.b}, {second.a, second.b}) == ({"bus", "same"}, {"bus", "above"})
    assert second.score == pytest.approx(0.8 * first.score)


def test_a_forum_of_which_nothing_is_known_is_like_none() -> None:
    empty = [Traits(n, ()) for n in range(3)]

    assert likely_parallel([*TYRESO, *empty]) == likely_parallel(TYRESO)


def test_the_order_of_the_register_does_not_matter() -> None:
    forwards, backwards = likely_parallel(TYRESO), likely_parallel(TYRESO[::-1])

    assert [round(one.score, 9) for one in forwards] == [round(one.score, 9) for one in backwards]
    assert pairs(forwards) == pairs(backwards)


def test_a_score_is_between_nought_and_one() -> None:
    twins = [*TYRESO, *(replace(forum, id=f"{forum.id} again") for forum in TYRESO)]

    assert all(0 < one.score <= 1 + 1e-9 for one in likely_parallel(twins, least=0.01))


def test_only_the_likeliest_are_told_of_when_there_are_many() -> None:
    assert likely_parallel(TYRESO, most=2) == likely_parallel(TYRESO)[:2]
