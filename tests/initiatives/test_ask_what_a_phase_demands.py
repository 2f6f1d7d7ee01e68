"""What each of the five verbs demands is told on the page, when it is moved, and afterwards."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import logic, portfolio
from samsyn.initiatives.domain.demands import DEMANDS
from samsyn.initiatives.models import Demand, Initiative, Phase, PhaseMove
from tests import factories as make
from tests import indicator_rows as figures
from tests import initiative_rows as rows
from tests.governance.visiting import get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _moved(row: Initiative, phase: Phase) -> PhaseMove:
    return portfolio.move_initiative(
        row, portfolio.Move(phase, TODAY, "Det är dags."), actor=make.operator()
    )


def test_every_demand_is_of_one_phase_and_has_words() -> None:
    assert list(DEMANDS) == Phase.values
    assert sorted(each for names in DEMANDS.values() for each in names) == sorted(Demand.values)


def test_the_page_groups_what_is_lacking_by_the_phase_that_asks(keeper: Account) -> None:
    row = rows.initiative(phase=Phase.SUPPORT, what="Ett team.", purpose="Ökad närvaro.")

    page = told(get(keeper, "initiatives:initiative", row.pk))

    assert "Saknas För att planera Ansvarig nämnd" in page
    assert "Processmått Skriv : Processmått Utfallsmått" in page
    assert "För att organisera Metod, eller åtgärd i den logiska modellen" in page
    assert "För att stödja Aktiviteter, eller en plan för dem" in page
    assert "För att följa upp nästa fas Gjord uppföljning" in page
    assert "För att initiera" not in page


def test_the_form_that_moves_says_what_is_lacking_and_moves_all_the_same(keeper: Account) -> None:
    row = rows.initiative(phase=Phase.INITIATE, what="Ett team.", purpose="Ökad närvaro.")
    offered = told(get(keeper, "initiatives:move-initiative", row.pk))
    assert "För att planera saknas: ansvarig nämnd, ägare, vilka den är till för" in offered
    said = {"phase": "plan", "on": TODAY.isoformat()}

    silent = send(keeper, "initiatives:move-initiative", row.pk, **said)
    answer = send(keeper, "initiatives:move-initiative", row.pk, **said, why="Det brådskar.")

    assert silent.status_code == 422
    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "Planera Det brådskar. Saknades då: ansvarig nämnd, ägare" in page


def test_what_was_lacking_stays_with_the_move_when_it_has_been_told() -> None:
    row = rows.initiative(what="Ett team.", purpose="Ökad närvaro.", meant_for=40)
    made = _moved(row, Phase.PLAN)
    portfolio.describe_initiative(row, {"target_group": "Elever"}, actor=make.operator())

    made.refresh_from_db()

    assert "target_group" in made.lacked
    assert "number" not in made.lacked
    assert "method" not in made.lacked


def test_an_effect_demands_something_to_compare_with() -> None:
    row, giver = rows.initiative(), make.operator()
    assert "comparison" not in _moved(row, Phase.PLAN).lacked
    effect = {"kind": "effect", "text": "Färre hoppar av."}

    logic.add_step(row, effect, actor=giver)
    before = _moved(row, Phase.ORGANISE).lacked
    portfolio.describe_initiative(row, {"comparison": "En skola utan team."}, actor=giver)

    assert "comparison" in before
    assert "comparison" not in _moved(row, Phase.SUPPORT).lacked


def test_that_no_means_are_needed_is_another_thing_than_silence() -> None:
    row = rows.initiative()
    assert "resources" in _moved(row, Phase.ORGANISE).lacked

    portfolio.describe_initiative(row, {"has_no_means": True}, actor=make.operator())

    assert "resources" not in _moved(row, Phase.SUPPORT).lacked


def test_the_portfolio_finds_what_lacks_something_that_its_phase_demands(keeper: Account) -> None:
    whole = rows.initiative("Hel", phase=Phase.INITIATE, what="Ett team.", purpose="Närvaro.")
    rows.initiative("Tom", phase=Phase.INITIATE)
    rows.initiative("Utan fas")
    query = "?saknar=det-fasen-kraver"

    first = told(get(keeper, "initiatives:initiatives", query=query))
    _moved(whole, Phase.PLAN)
    then = told(get(keeper, "initiatives:initiatives", query=query))

    assert "Tom initiera" in first
    assert "Hel initiera" not in first
    assert "Hel planera" in then
    assert "Utan fas fasen" not in then


def test_what_has_everything_lacks_nothing() -> None:
    owner = make.position(make.body("Enheten"), "Strateg")
    giver, board = make.operator(), make.body("Nämnden")
    told_of: Any = {
        "what": "Ett team.",
        "purpose": "Ökad närvaro.",
        "target_group": "Elever",
        "meant_for": 40,
        "owner_id": owner.pk,
        "method_id": rows.method().pk,
        "has_no_means": True,
        "starts_on": date(2026, 1, 1),
    }
    row = rows.initiative(**told_of)
    rows.responsible(row, board)
    logic.add_step(row, {"kind": "cause", "text": "Övergångar."}, actor=giver)
    for number, use in enumerate(("process", "outcome")):
        measure = figures.indicator(f"Mått {number}")
        logic.add_measure(row, measure.pk, use, actor=giver)
    rows.activity(row)
    rows.evaluation(row)

    assert _moved(row, Phase.SUPPORT).lacked == []
    assert _moved(row, Phase.FOLLOW_UP).lacked == ["followed_up", "decision"]


def test_the_filter_asks_once_however_many_they_are(keeper: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            get(keeper, "initiatives:initiatives", query="?saknar=det-fasen-kraver")
        return len(captured)

    rows.initiative("Insats 0", phase=Phase.PLAN)
    asked()
    one = asked()
    for number in range(1, 20):
        rows.initiative(f"Insats {number}", phase=Phase.PLAN)

    assert asked() == one
