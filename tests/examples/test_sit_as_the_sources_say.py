"""Who sits in each group in the years that the sources tell of: the same name, other people."""

import pytest

from tests.examples import collaboration_files as written

# the year | the forum | the seats: the function, or the body and the words of the source
ALINGSAS = """
2022 | bus-styrgrupp |
2022 | bus-presidium |
2022 | bus-arbetsgrupp |
2022 | bus-ledningsgrupp | socialnamnden-ordforande; socialnamnden-vice-ordforande; \
barn-och-ungdomsnamnden-ordforande; barn-och-ungdomsnamnden-vice-ordforande; \
kultur-och-utbildningsnamnden-ordforande; kultur-och-utbildningsnamnden-vice-ordforande; \
socialforvaltningen-forvaltningschef; barn-och-ungdomsforvaltningen-forvaltningschef; \
kultur-och-utbildningsforvaltningen-forvaltningschef
2023 | bus-styrgrupp |
2023 | bus-presidium |
2023 | bus-ledningsgrupp | socialforvaltningen-forvaltningschef; \
barn-och-ungdomsforvaltningen-forvaltningschef; \
kultur-och-utbildningsforvaltningen-forvaltningschef
2023 | bus-arbetsgrupp | folkhalsoarbetet-folkhalsostrateg; \
socialforvaltningen: Representanter från respektive förvaltning; \
barn-och-ungdomsforvaltningen: Representanter från respektive förvaltning; \
kultur-och-utbildningsforvaltningen: Representanter från respektive förvaltning
2025 | bus-presidium |
2025 | bus-styrgrupp | socialnamnden-ordforande; socialnamnden-vice-ordforande; \
barn-och-ungdomsnamnden-ordforande; barn-och-ungdomsnamnden-vice-ordforande; \
kultur-och-utbildningsnamnden-ordforande; kultur-och-utbildningsnamnden-vice-ordforande
2025 | bus-ledningsgrupp | socialforvaltningen-forvaltningschef; \
barn-och-ungdomsforvaltningen-forvaltningschef; \
kultur-och-utbildningsforvaltningen-forvaltningschef
2025 | bus | socialnamnden; barn-och-ungdomsnamnden; kultur-och-utbildningsnamnden
"""

TYRESO = """
2022 | bussam | \
kommunerna-i-stockholms-lan: Cheftjänstepersoner från kommunerna i länet, utbildning; \
kommunerna-i-stockholms-lan: Cheftjänstepersoner från kommunerna i länet, socialtjänst; \
region-stockholm: Cheftjänstepersoner från Region Stockholm, psykiatri; \
region-stockholm: Cheftjänstepersoner från Region Stockholm, barnmedicin; \
region-stockholm: Cheftjänstepersoner från Region Stockholm, habilitering
2022 | bus-samverkan | arbetsmarknads-och-socialforvaltningen-forvaltningschef; \
skolan: Representanter på förvaltningschef- och enhetschefs nivå; \
socialtjansten: Representanter på förvaltningschef- och enhetschefs nivå; \
centrala-elevhalsan: Representanter på förvaltningschef- och enhetschefs nivå; \
prima-barnpsykiatri: Representanter på förvaltningschef- och enhetschefs nivå; \
habiliteringen: Representanter på förvaltningschef- och enhetschefs nivå
2022 | ett-tryggare-granangsringen | kommunledningen-kommundirektor
2022 | etg-styrgrupp | kommunledningen-kommundirektor; \
arbetsmarknads-och-socialforvaltningen-forvaltningschef; tyreso-bostader-vd; \
nacka-lokalpolisomrade-kommunpolis; kommunstyrelseforvaltningen-brottsforebyggande-strateg
2022 | etg-arbetsgrupp | fritidsverksamheten: Representanter från fritidsverksamheten; \
kommunstyrelseforvaltningen-brottsforebyggande-strateg; nacka-lokalpolisomrade: Polis; \
socialtjansten: Representanter från socialtjänsten; \
tyreso-bostader: Representanter från bostadsbolaget; \
arbetsmarknad: Representanter från arbetsmarknad; \
stadsbyggnadskontoret: Representanter från stadsbyggnadskontoret
"""

SEATED = [
    (place, *(part.strip() for part in line.split("|")))
    for place, told in (("alingsas", ALINGSAS), ("tyreso", TYRESO))
    for line in told.strip().splitlines()
]


@pytest.mark.parametrize(("place", "year", "forum", "told"), SEATED)
def test_a_group_has_the_seats_of_its_year_and_no_others(
    place: str, year: str, forum: str, told: str
) -> None:
    sitting = _seats(place, forum, year)

    assert sorted(sitting) == sorted(part.strip() for part in told.split(";") if part.strip())


@pytest.mark.parametrize("place", written.PLACES)
def test_a_function_sits_for_its_own_body(place: str) -> None:
    positions = written.section(place, "positions")
    seats = [seat for each in written.section(place, "forums").values() for seat in _all(each)]

    astray = [
        seat["position"]
        for seat in seats
        if "position" in seat and positions[seat["position"]]["body"] != seat["body"]
    ]

    assert seats
    assert astray == []


def _seats(place: str, forum: str, year: str) -> list[str]:
    seats = _all(written.section(place, "forums")[forum])
    sitting = [s for s in seats if s.get("kind") != "guest" and _holds(s, year)]
    return [_told(seat) for seat in sitting]


def _all(forum: written.Record) -> list[written.Record]:
    seats: list[written.Record] = forum.get("seats", [])
    return seats


def _holds(seat: written.Record, year: str) -> bool:
    """The periods of the file are whole years."""
    first, _, last = seat.get("period", "../..").partition("/")
    return (first == ".." or first <= year) and (last == ".." or year <= last)


def _told(seat: written.Record) -> str:
    body, wording = seat["body"], seat.get("wording", "")
    return str(seat.get("position") or (f"{body}: {wording}" if wording else body))
