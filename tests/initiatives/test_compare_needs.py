"""Needs stand beside resources, and what is hidden is not told by its place in the order."""

from decimal import Decimal

import pytest

from samsyn.access.api import Role
from samsyn.initiatives.actions import indicators as judging
from samsyn.initiatives.actions import logic, parts, portfolio
from samsyn.initiatives.actions.values import Slice
from samsyn.initiatives.models import Colour, Phase, Use
from tests import factories as make
from tests import indicator_rows as figures
from tests import initiative_rows as rows
from tests.governance.visiting import get, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


def test_the_area_with_the_greatest_need_comes_first_and_what_is_hidden_last() -> None:
    giver = make.operator()
    north, south, small = make.area("Norra"), make.area("Södra"), make.area("Lilla")
    of = figures.indicator()
    figures.enter(
        of,
        figures.told("2025", 20, Slice(area_id=north.pk)),
        figures.told("2025", 45, Slice(area_id=south.pk)),
        figures.told("2025", 2, Slice(area_id=small.pk)),
    )
    row = rows.initiative()
    portfolio.choose_areas(row, [north.pk], actor=giver)
    parts.add_funding(row, {"origin": "Medel", "year": 2026, "amount": Decimal(900)}, actor=giver)

    page = told(get(make.account_with(Role.POLITICIAN), "initiatives:needs"))

    assert "Södra 45 2025 – – 0 Norra 20 2025 900 – 1 Lilla visas inte, för få 2025" in page


def test_the_portfolio_and_the_chain_tell_how_the_outcome_was_judged() -> None:
    giver, reader = make.operator(), make.account_with(Role.POLITICIAN)
    row = rows.initiative("Skolsocialt team", phase=Phase.SUPPORT)
    of = figures.indicator()
    logic.add_measure(row, of.pk, Use.OUTCOME, actor=giver)
    judged = {"colour": Colour.YELLOW, "why": "Fler gör det, inte alla.", "judged_on": TODAY}
    judging.judge_indicator(of, judged, actor=giver)

    assert "gul kan inte utvärderas" in told(get(reader, "initiatives:initiatives"))
    assert "Stödja 1 Skolsocialt team gul" in told(get(reader, "initiatives:board"))
