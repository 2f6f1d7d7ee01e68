"""Indicators, values and measures in the file: whole, the same again, protected, and refused."""

from decimal import Decimal

import pytest

from samsyn.access.api import Actor
from samsyn.exchange.rules import EXPORT_FILE
from samsyn.initiatives.models import Claim, Indicator, InitiativeMeasure, LogicStep, Value
from samsyn.initiatives.rules.indicators import SEE_STORED_VALUES
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.surroundings import TYRESO

_BASE = """
documents: {rapport: {title: Rapport 2025}}
areas: {norr: {kind: district, name: Norr}, soder: {kind: district, name: Söder}}
bodies: {bun: {kind: board, name: Skolnämnden}}
positions: {chef: {body: bun, title: Chef}}
initiatives: {team: {title: Skolsocialt team, kind: project}}
"""
_WHOLE = f"""{_BASE}
indicators:
  franvaro:
    name: Hög frånvaro
    measure: count
    population: Elever i grundskolan
    numerator: Elever med mer än 20 procent frånvaro
    unit: elever
    direction: less
    disclosure: count
    frequency: half_year
    breakdowns: [sex, area]
    told_by: Skoladministrationen
    focus_areas: [Skolnärvaro]
    owner: chef
    method_note: Räknas en gång per termin.
    targets:
      - {{period: 2026-01-01/2026-12-31, number: 40, baseline: 57.5, baseline_on: 2025-12-31, decided: Verksamhetsplan}}
    lights:
      - {{judged_on: 2026-01-15, colour: yellow, why: Det vänder., by: chef}}
    source: {{document: rapport, place: s. 2}}
  samtal: {{name: Samtal, measure: count, disclosure: none}}
measurements:
  - indicator: franvaro
    period: 2025-07-01/2025-12-31
    break_note: Ny gräns.
    told_by: Rapport 2025
    values:
      - {{number: 60}}
      - {{sex: girls, number: 57}}
      - {{sex: boys, number: 3}}
      - {{area: norr, state: few}}
      - {{area: soder, state: about, number: 50}}
logic_steps:
  borta: {{initiative: team, kind: problem, text: Många är borta.}}
  otrygg: {{initiative: team, kind: cause, text: Vägen är otrygg., after: borta}}
initiative_measures:
  - {{initiative: team, indicator: franvaro, use: outcome, step: borta}}
  - {{initiative: team, indicator: samtal, use: process}}
claims:
  - {{initiative: team, level: output, text: Den är välbesökt., said_by: Rektor, said_on: 2026-01-01}}
  - {{initiative: team, level: outcome, text: Färre är borta., indicator: franvaro}}
"""
pytestmark = pytest.mark.django_db


def test_they_come_back_the_same_elsewhere(actor: Actor) -> None:
    import_text(_WHOLE, actor)
    first = exported(actor)
    other = make.operator(TYRESO)

    import_files(
        {name: str(text).replace("alingsas", "tyreso") for name, text in first.items()}, other
    )

    again = {
        name: str(text).replace("tyreso", "alingsas") for name, text in exported(other).items()
    }
    named = "municipality.yaml"
    assert {k: v for k, v in again.items() if k != named} == {
        k: v for k, v in first.items() if k != named
    }
    assert Value.objects.filter(municipality_id=TYRESO).count() == 5


def test_the_same_file_again_changes_nothing(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    assert import_text(_WHOLE, actor).changes == []


def test_every_part_of_them_is_kept(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    row = Indicator.objects.get(key="franvaro", owner__key="chef")
    assert (row.measure, row.source) == ("count", "Skoladministrationen")
    assert row.lights.get().colour == "yellow"
    assert row.targets.get().baseline == Decimal("57.5")
    assert LogicStep.objects.filter(key="otrygg", after__key="borta").exists()
    assert InitiativeMeasure.objects.count() == 2
    assert Claim.objects.filter(indicator=None).count() == 1


def test_what_comes_in_a_file_is_protected_at_once(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    gone = Value.objects.filter(is_hidden=True)
    assert set(gone.values_list("sex", flat=True)) == {"girls", "boys"}


def test_a_rule_that_changes_in_a_file_protects_anew(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    import_text("indicators: {franvaro: {disclosure: none}}", actor)

    assert not Value.objects.filter(is_hidden=True).exists()


def test_who_may_take_the_file_out_may_see_what_is_stored() -> None:
    """Otherwise the file would be a way around the protection."""
    may = {role for rule in SEE_STORED_VALUES.permitted for role in rule.roles}

    assert {role for rule in EXPORT_FILE.permitted for role in rule.roles} <= may


_I = f"{_BASE}indicators: {{i: {{name: I, measure: share, disclosure: none, breakdowns: [sex]}}}}\n"
_M = f"{_I}measurements:\n  - {{indicator: i, period: 2025-01-01/2025-12-31, values: "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_M + "[{number: 101}]}", "mer än 100 procent"),
        (_M + "[{number: 50, numerator: 3}]}", "både täljare och nämnare"),
        (_M + "[{number: 50, numerator: 3, denominator: 0}]}", "inte ett tal"),
        (_M + "[{sex: girls}]}", "Skriv ett tal"),
        (_M + "[{number: -1}]}", "mindre än noll"),
        (_M + "[{number: 1}, {number: 2}]}", "redan ett värde"),
        (
            _M + "[]}\n  - {indicator: i, period: 2025-06-01/2026-05-31}",
            "överlappar en annan period",
        ),
        (
            _BASE
            + "indicators: {i: {name: I, measure: count, disclosure: none, targets: ["
            + "{period: 2025-01-01/2025-12-31, number: 1}, {period: 2025-06-01/2026-12-31, number: 2}]}}",
            "redan ett mål",
        ),
        (
            _BASE
            + "logic_steps:\n  a: {initiative: team, kind: effect, text: A}\n"
            + "  b: {initiative: team, kind: cause, text: B, after: a}",
            "kommer efter",
        ),
        (_BASE + "claims: [{initiative: team, level: effect, text: A}]", "vem som säger det"),
    ],
)
def test_what_cannot_be_is_refused_at_its_line(refused: Refused, text: str, said: str) -> None:
    assert any(said in line for line in refused(text))
