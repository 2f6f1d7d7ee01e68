"""The map of areas counts as the portfolio does, and the table says the same."""

import html
import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import parts, portfolio
from samsyn.initiatives.actions.values import Slice
from samsyn.initiatives.models import Phase
from samsyn.initiatives.web.area_picture import Steps
from samsyn.organisation.models import Area, AreaKind
from tests import factories as make
from tests import indicator_rows as figures
from tests import initiative_rows as rows
from tests.boundary_rows import square
from tests.governance.visiting import at, get, told
from tests.people import TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def drawn(name: str, n: int = 0, kind: AreaKind = AreaKind.DISTRICT) -> Area:
    area = make.area(name, kind=kind)
    make.boundary(area, square(n))
    return area


def placed(title: str, *areas: Area, **said: Any) -> Any:
    row = rows.initiative(title, **said)
    portfolio.choose_areas(row, [each.pk for each in areas], actor=make.operator())
    return row


def page_of(reader: Account, query: str = "") -> Any:
    return get(reader, "initiatives:area-map", query=query)


def surfaces(response: Any) -> dict[str, str]:
    """What each area on the map is called aloud, and the step that it is coloured by."""
    found = re.findall(r'class="(step-\d)" d="M[^"]+"><title>([^<]+)<', response.content.decode())
    return {html.unescape(name): step for step, name in found}


def test_the_number_of_initiatives_is_written_in_each_area(reader: Account) -> None:
    north, south = drawn("Norra", 0), drawn("Södra", 1)
    drawn("Västra", 2)
    placed("Skolsocialt team", north, south)
    placed("Lärstudio", north)

    response = page_of(reader)

    assert surfaces(response) == {
        "Norra: 2 insatser": "step-2",
        "Södra: 1 insats": "step-1",
        "Västra: 0 insatser": "step-0",
    }
    assert "Norra 2 – – Södra 1 – – Västra 0 – –" in told(response)


def test_an_area_leads_to_its_initiatives_in_the_list(reader: Account) -> None:
    north = drawn("Norra")
    placed("Skolsocialt team", north, phase=Phase.SUPPORT)
    placed("Lärstudio", north, phase=Phase.PLAN)
    placed("Avslutad", north, phase=Phase.SUPPORT, ends_on=TODAY)

    response = page_of(reader, "?fas=support")
    [url] = re.findall(r'<a href="([^"]+)" aria-label', response.content.decode())
    listed = told(at(reader).get(html.unescape(url)))

    assert surfaces(response) == {"Norra: 1 insats": "step-1"}
    assert "Skolsocialt team" in listed
    assert "Lärstudio" not in listed
    assert "Avslutad" not in listed


@pytest.mark.parametrize("asked", ["fas=plan", "omrade=Ungas+h%C3%A4lsa", "forebygger=universal"])
def test_it_is_narrowed_as_the_portfolio_is(reader: Account, asked: str) -> None:
    north = drawn("Norra")
    placed(
        "Föräldrastöd",
        north,
        phase=Phase.PLAN,
        focus_areas=["Ungas hälsa"],
        prevention=["universal"],
    )
    placed("Lärstudio", north)
    placed("Avslutad", north, phase=Phase.PLAN, ends_on=TODAY - timedelta(days=1))

    assert surfaces(page_of(reader)) == {"Norra: 2 insatser": "step-2"}
    assert surfaces(page_of(reader, f"?{asked}")) == {"Norra: 1 insats": "step-1"}
    assert surfaces(page_of(reader, "?fas=nonsens&indelning=x&indikator=x")) == {
        "Norra: 2 insatser": "step-2"
    }


def test_the_kind_of_area_that_most_initiatives_use_is_shown_first(reader: Account) -> None:
    drawn("Norra", 0)
    small = drawn("0138A0010", 1, AreaKind.DESO)
    placed("Lärstudio", small)
    placed("Allt", drawn("Kommunen", 3, AreaKind.MUNICIPALITY))
    placed("Också allt", Area.objects.get(name="Kommunen"))

    usual, asked = page_of(reader), page_of(reader, "?indelning=district")

    assert set(surfaces(usual)) == {"0138A0010: 1 insats"}
    assert set(surfaces(asked)) == {"Norra: 0 insatser"}
    assert "insatser för områden av andra slag: kommun , DeSO ." in told(asked)


def test_areas_without_a_boundary_are_named_under_the_map(reader: Account) -> None:
    drawn("Norra")
    placed("Lärstudio", make.area("Södra"))
    make.area("Västra")
    rows.initiative("Ingenstans")

    page = told(page_of(reader))

    assert "Utan gräns på kartan: Södra (1) ." in page
    assert "1 insats säger inget om var i kommunen den är." in page
    assert "Södra 1 – –" in page


def test_without_boundaries_it_says_how_they_are_read_in(reader: Account) -> None:
    placed("Lärstudio", make.area("Södra"))

    seen = page_of(reader)
    kept = page_of(make.account_with(Role.COORDINATOR))

    assert "Det finns inga gränser att rita för områden av slaget kommundel" in told(seen)
    assert '<svg class="areas' not in seen.content.decode()
    assert "Södra 1 – –" in told(seen)
    assert "/omraden/granser/" not in seen.content.decode()
    assert "/omraden/granser/" in kept.content.decode()


def test_an_empty_municipality_has_a_page_too(reader: Account) -> None:
    assert "Det finns inga gränser att rita" in told(page_of(reader))


def test_money_and_posts_stand_beside(reader: Account) -> None:
    giver = make.operator()
    row = placed("Lärstudio", drawn("Norra"))
    parts.add_funding(
        row, {"origin": "Medel", "year": 2026, "amount": Decimal(90_000)}, actor=giver
    )
    parts.add_staffing(row, {"profession": "Kurator", "posts": Decimal("1.5")}, actor=giver)

    page = told(page_of(reader))

    assert "Kronor 2026" in page
    assert "Norra 1 90 000 1,50" in page


def test_a_need_that_is_hidden_is_hidden_here_too(reader: Account) -> None:
    north, small = drawn("Norra", 0), drawn("Lilla", 1)
    of = figures.indicator()
    figures.enter(
        of,
        figures.told("2025", 20, Slice(area_id=north.pk)),
        figures.told("2025", 2, Slice(area_id=small.pk)),
    )

    page = told(page_of(reader, f"?indikator={of.pk}"))

    assert "Lilla 0 – – visas inte, för få 2025 Norra 0 – – 20 2025" in page


def test_two_areas_of_the_same_name_have_their_own_needs(reader: Account) -> None:
    district, place = drawn("Norra", 0), make.area("Norra", kind=AreaKind.PLACE)
    of = figures.indicator()
    figures.enter(
        of,
        figures.told("2025", 20, Slice(area_id=district.pk)),
        figures.told("2025", 30, Slice(area_id=place.pk)),
    )

    query = f"&indikator={of.pk}"

    assert "Norra 0 – – 20 2025" in told(page_of(reader, f"?indelning=district{query}"))
    assert "Norra 0 – – 30 2025" in told(page_of(reader, f"?indelning=place{query}"))


def test_another_municipality_is_not_on_the_map(reader: Account) -> None:
    make.boundary(make.area("Bollmora", municipality_id=TYRESO), square())
    make.operator()

    assert "Bollmora" not in told(page_of(reader))


def test_it_asks_as_few_questions_however_many_areas(reader: Account) -> None:
    client = at(reader)
    placed("Lärstudio", drawn("Område 0", 0))

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/insatser/karta/").status_code == 200
        return len(asked)

    questions()
    few = questions()
    for n in range(1, 20):
        placed(f"Insats {n}", drawn(f"Område {n}", n))

    assert questions() == few


@pytest.mark.parametrize(
    ("most", "legend"),
    [
        (0, []),
        (1, ["1 insats"]),
        (3, ["1 insats", "2 insatser", "3 insatser"]),
        (10, ["1–2 insatser", "3–5 insatser", "6–7 insatser", "8–10 insatser"]),
    ],
)
def test_the_legend_says_what_each_step_stands_for(most: int, legend: list[str]) -> None:
    steps = Steps(most)

    assert [said for _step, said in steps.legend[1:]] == legend
    firsts = [int(re.split(r"\D", said)[0]) for said in legend]
    assert [steps.of(first) for first in firsts] == list(range(1, len(legend) + 1))
