"""Deviations and their routines in the file: whole, the same again, and refused."""

import pytest

from samsyn.access.api import Actor
from samsyn.initiatives.models import Deviation, DeviationRoutine, DeviationStep
from tests import deviation_rows as rows
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.surroundings import TYRESO

_BASE = """
bodies: {bun: {kind: board, name: Skolnämnden}, sn: {kind: board, name: Socialnämnden}}
positions: {ordf: {body: bun, title: Ordförande}, chef: {body: sn, title: Chef}}
forums:
  styr: {name: Styrgruppen, level: strategic, kind: management_group}
  bus: {name: BUS, level: operative, kind: network, above: styr}
agreements: {lan: {title: Länsavtalet, kind: county, limits: [{what: svar, amount: 60, unit: days}]}}
initiatives: {team: {title: Teamet, kind: commitment}}
"""
_WHOLE = f"""{_BASE}
deviation_routines:
  lan: {{title: Avvikelser från avtalet, agreement: lan, limit: svar, lift_after: 14, receiver: chef, local_first: ja, how: Sekretariatet får en kopia., invented: ja}}
  annat: {{title: Allt annat, days: 30}}
deviations:
  besked:
    title: Skolan fick inget besked
    kind: deviation
    what: Planen ändrades.
    category: information kom inte fram
    tried: Vi har ringt.
    happened_on: 2026-01-01
    reported_on: 2026-01-02
    parties: [{{body: bun}}, {{body: sn}}]
    forum: bus
    agreement: lan
    initiative: team
    reporter: ordf
    state: closed
    handler: chef
    lifted_to: styr
    answer_by: 2026-03-03
    lift_by: 2026-03-17
    steps:
      - {{kind: handed, taken_on: 2026-01-02, handler: chef}}
      - {{kind: lifted, taken_on: 2026-01-03, by: chef, forum: styr, text: Det kommer tillbaka.}}
      - {{kind: handed, taken_on: 2026-01-03, handler: chef, text: Ta den.}}
      - {{kind: closed, taken_on: 2026-02-01, by: chef, text: Mallen är ny.}}
    answered_on: 2026-02-01
    closed_on: 2026-02-01
    changed: Mallen är ny.
    invented: ja
  igen:
    title: Inget besked igen
    kind: deviation
    what: Planen ändrades.
    reported_on: 2026-01-04
    state: closed
    steps:
      - {{kind: masked, taken_on: 2026-01-05, text: Ett namn stod där.}}
      - {{kind: closed, taken_on: 2026-01-05, text: Samma som en annan rapport.}}
    answered_on: 2026-01-05
    closed_on: 2026-01-05
    ending: duplicate
    duplicate_of: besked
  hinder: {{title: Lokalen är stängd, kind: obstacle, what: Den är stängd., reported_on: 2026-01-02, state: reported}}
"""
_ONE = f"{_BASE}deviations:\n  d: {{title: D, kind: deviation, what: V, reported_on: 2026-01-02"
_CLOSED = f"{_ONE}, state: closed, answered_on: 2026-01-03, closed_on: 2026-01-03"
_STEP = f"{_ONE}, state: reported, steps: [{{taken_on: 2026-01-02"
_ROUTINE = f"{_BASE}deviation_routines:\n  r: {{title: R"


def test_all_of_it_comes_back_the_same(actor: Actor) -> None:
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


def test_what_is_said_is_kept_in_its_order(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    steps = DeviationStep.objects.order_by("ordinal").values_list("kind", flat=True)
    assert list(steps.filter(deviation__key="besked")) == [
        "handed",
        "lifted",
        "handed",
        "closed",
    ]
    assert Deviation.objects.get(key="igen").duplicate_of == Deviation.objects.get(key="besked")
    assert Deviation.objects.get(key="besked").parties.count() == 2
    assert DeviationRoutine.objects.get(key="lan").limit == "svar"


def test_the_same_file_again_changes_nothing(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    assert import_text(_WHOLE, actor).changes == []


def test_a_step_more_leaves_those_before(actor: Actor) -> None:
    import_text(_WHOLE, actor)
    last = "- {kind: closed, taken_on: 2026-02-01, by: chef, text: Mallen är ny.}"
    noted = "- {kind: noted, taken_on: 2026-01-09, text: Båda har svarat.}"

    import_text(_WHOLE.replace(last, f"{noted}\n      {last}"), actor)

    steps = DeviationStep.objects.order_by("ordinal").values_list("kind", flat=True)
    told = list(steps.filter(deviation__key="besked"))
    assert told == ["handed", "lifted", "handed", "noted", "closed"]


def test_who_came_by_a_link_is_not_told(actor: Actor) -> None:
    rows.deviation(contact_email="anonym@example.org")

    told = "".join(str(text) for text in exported(make.operator()).values())

    assert rows.TITLE in told
    assert "anonym@example.org" not in told


@pytest.mark.parametrize(
    ("text", "path", "wrong", "right"),
    [
        (f"{_ONE}, state: handled}}", "deviations.d.state", "handled står utan handler", "handler: …"),
        (f"{_ONE}, state: lifted}}", "deviations.d.state", "lifted står utan lifted_to", ""),
        (f"{_ONE}, state: reported, handler: chef}}", "deviations.d.state", "är inte ny", "handled"),
        (f"{_ONE}, state: closed}}", "deviations.d.state", "dag, svar och vad", "changed: …"),
        (f"{_ONE}, state: reported, closed_on: 2026-02-01}}", "deviations.d.state", "läget säger", "closed"),
        (f"{_ONE}, state: reported, ending: withdrawn}}", "deviations.d.state", "läget säger", "closed"),
        (f"{_CLOSED}, ending: withdrawn, changed: Ny mall.}}", "deviations.d.state", "dag, svar och vad", ""),
        (f"{_CLOSED}, ending: duplicate}}", "deviations.d", "säger vilken", "duplicate_of: …"),
        (f"{_CLOSED}, changed: Ny., duplicate_of: d}}", "deviations.d.duplicate_of", "samma som", ""),
        (f"{_ONE}, state: answered, answered_on: 2026-01-01}}", "deviations.d.answered_on", "är före reported_on", ""),
        (f"{_ONE}, state: reported, happened_on: 2026-01-03}}", "deviations.d.reported_on", "är före happened_on", ""),
        (f"{_ONE}, state: reported, parties: [{{body: bun}}, {{body: bun}}]}}", "deviations.d.parties[2]", "två gånger", ""),
        (f"{_STEP}, kind: handed}}]}}", "deviations.d.steps[1]", "Bara den som fick", "handler: …"),
        (f"{_STEP}, kind: noted, forum: bus, text: T}}]}}", "deviations.d.steps[1]", "Bara den som fick", ""),
        (f"{_STEP}, kind: noted}}]}}", "deviations.d.steps[1]", "med vilka ord", "text: …"),
        (f"{_ROUTINE}, limit: svar}}", "deviation_routines.r.limit", "antingen", "agreement"),
        (f"{_ROUTINE}}}\n  s: {{title: S}}", "deviation_routines.s", "redan en rutin", ""),
    ],
)  # fmt: skip
def test_one_mistake(text: str, path: str, wrong: str, right: str, refused: Refused) -> None:
    told = refused(text)

    found = [line for line in told if f": {path}: " in line]
    assert found, told
    assert wrong in found[0]
    assert right in found[0]
