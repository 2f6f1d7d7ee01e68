"""Initiatives, methods and venues in the file: whole, the same again, and refused."""

from datetime import date
from decimal import Decimal

import pytest

from samsyn.access.api import Actor
from samsyn.initiatives.models import Belonging, Initiative, Method, Responsibility, Venue
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.surroundings import TYRESO

_BASE = """
documents: {berattelse: {title: Verksamhetsberättelse 2025}}
areas: {norra: {kind: district, name: Norra}, sodra: {kind: district, name: Södra}}
bodies: {bun: {kind: board, name: Skolnämnden}, sn: {kind: board, name: Socialnämnden}, polisen: {kind: police, name: Polisen}}
positions: {chef: {body: bun, title: Chef}}
forums: {grupp: {name: Gruppen, level: strategic, kind: working_group}}
governing_documents: {plan: {title: Plan, kind: plan}, rapport: {title: Rapport, kind: report}}
agreements: {avtal: {title: Avtal, kind: boards}}
matters: {arende: {title: Teamet}}
assignments: {uppdrag: {title: Ökad närvaro, year: 2022}}
"""
_WHOLE = f"""{_BASE}
methods:
  abc:
    name: ABC
    what: Fyra träffar.
    evidence: moderate
    evidence_says: Två svenska studier.
    licence: Gruppledare är utbildade.
    url: https://example.se/abc
    invented: ja
    source: {{document: berattelse, place: s. 4}}
  samtal: {{name: Samtal}}
venues:
  huset:
    name: Familjens hus
    what: En arena.
    address: Storgatan 1
    area: norra
    services:
      - {{what: Öppen förskola, days_a_week: 2.5, hours: 9–12, body: bun, period: ../2025-06-30}}
      - {{what: Öppen förskola, days_a_week: 4, period: 2025-07-01/.., source: {{document: berattelse}}}}
    invented: ja
initiatives:
  gruppen: {{title: Gruppen före, kind: project, period: ../2020}}
  team:
    title: Skolsocialt team
    kind: commitment
    phase: organise
    what: Ett team.
    purpose: Att öka närvaron.
    period: 2021-08-01/2027-06-30
    begun_year: 2021
    prevention: [selective, indicated]
    scope: individual
    method: abc
    target_group: Elever med frånvaro
    age_from: 6
    age_to: 16
    grades: [F, "1", gy1]
    school_forms: [preschool_class, compulsory]
    sex: girls
    meant_for: 120
    comparison: En skola utan team.
    no_means: ja
    focus_areas: [Skolnärvaro, Hälsa]
    venue: huset
    owner: chef
    predecessor: gruppen
    responsible:
      - {{body: bun, answers_for: Hela teamet., share_percent: 100, period: 2021-08-01/2023-12-31}}
      - {{body: bun, share_percent: 66.67, period: 2024-01-01/.., source: {{document: berattelse, place: s. 4}}}}
      - {{body: sn, share_percent: 33.33, period: 2024-01-01/..}}
    funding: [{{origin: Riktade medel, body: bun, year: 2025, amount: 2500000.5, earmarked: ja, decision: § 7, matter: arende}}, {{origin: Statsbidrag}}]
    staffing: [{{profession: Kurator, position: chef, body: sn, posts: 0.5, period: 2024-01-01/..}}]
    partners: [{{body: polisen, does: Föreläser., period: 2025/..}}]
    areas: [{{area: norra}}, {{area: sodra}}]
    belongings: [{{agreement: avtal}}, {{document: plan}}, {{forum: grupp, how: "arbetsgrupp, varje månad"}}, {{assignment: uppdrag}}]
    moves:
      - {{phase: initiate, moved_on: 2021-01-15, by: chef, why: Frånvaron ökar.}}
      - {{phase: organise, moved_on: 2021-08-01, lacked: [owner, outcome_measure]}}
    evaluations:
      - {{kind: follow_up, form: Enkät, due_on: 2025-06-01, owner: chef, done_on: 2025-06-10, result: Fler går till skolan., lessons: Börja tidigt., report: rapport, source: {{document: berattelse}}}}
      - {{kind: after_action, due_on: 2025-07-01, done_on: 2025-07-01, activity: besok, meant: Ett möte., happened: Två möten., next_time: Ett.}}
      - {{kind: final_report, due_on: 2027-05-31}}
      - {{kind: final_report, done_year: 2023, report: rapport}}
    decisions:
      - {{course: continue, decided_year: 2023, why: Det går bra.}}
      - {{course: extend, decided_on: 2025-09-16, from_on: 2026-01-01, until_on: 2027-07-01, body: bun, forum: grupp, matter: arende, why: Det hjälper., budget_owner: sn, then: Närvaron., source: {{document: berattelse}}}}
    visits: [{{grades: ["7"], classes: 15, about: ja, by: polis}}, {{unit: bun, year: 2026, term: spring, classes: 3}}]
    shifts: [{{place: Torget, weekday: 5, from: "21:00", until: "01:00", body: polisen, period: 2026-01-01/..}}]
    invented: ja
    source: {{document: berattelse, place: s. 4}}
series:
  traffar: {{initiative: team, title: Fem träffar, sessions: 5, led_by: skolpsykologer, starts_on: 2026-01-10, invited: 8, measure: närvaro, measured: 7, before: 71.5, after: 80, said: Det var bra.}}
activities:
  besok: {{initiative: team, series: traffar, kind: session, what: Träff 1, held_on: 2026-01-10, body: bun, position: chef, unit: bun, venue: huset, place: Salen, grades: ["7"], classes: 2, participants: 3, answered: 3, rating: 4.5, note: Lugnt., source: {{document: berattelse}}}}
  kurs: {{initiative: team, kind: training, what: Kurs, held_on: 2026-02-10, whom: adults}}
tasks:
  lampor: {{initiative: team, what: Se över belysningen, owner: chef, starts_on: 2026-01-01, due_on: 2026-03-01, state: done, ended_on: 2026-02-01, result: Tolv lampor.}}
  mer: {{initiative: team, what: Boka lokal}}
commissions:
  vandring: {{agreement: avtal, initiative: team, body: polisen, what: Vandringar, year: 2026, ordered: 40, remuneration: per vandring, amount_each: 1500, deliveries: [{{on: 2026-01-09}}, {{on: 2026-01-16, missed: ja, note: Regn.}}]}}
"""
_ONE = f"{_BASE}initiatives:\n  i: {{title: I, kind: project"
_SPLIT = f"{_ONE}, responsible: [{{body: bun, share_percent: 60"
_TOLD = f"{_ONE}, evaluations: [{{kind: follow_up"
_TWO = f"{_BASE}initiatives:\n  a: {{title: A, kind: project, predecessor: b}}\n  b: {{title: B, kind: project, predecessor: a}}"


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
    team = Initiative.objects.get(key="team", municipality_id=TYRESO)
    assert team.predecessor is not None


def test_what_is_said_is_kept(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    team = Initiative.objects.get(key="team")
    assert (team.grades, team.ends_on) == (["F", "1", "gy1"], date(2027, 7, 1))
    assert Method.objects.get(key="samtal").evidence == "unknown"
    shares = Responsibility.objects.filter(starts_on=date(2024, 1, 1)).order_by("share_percent")
    assert [row.share_percent for row in shares] == [Decimal("33.33"), Decimal("66.67")]
    days = Venue.objects.get().services.order_by("days_a_week")
    assert [each.days_a_week for each in days] == [Decimal("2.5"), Decimal(4)]
    assert Belonging.objects.count() == 4
    assert team.evaluations.filter(done_on=None, done_year=None).count() == 1


def test_the_same_file_again_changes_nothing(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    assert import_text(_WHOLE, actor).changes == []


def test_boards_may_answer_before_anyone_says_what_they_pay(actor: Actor) -> None:
    import_text(f"{_ONE}, responsible: [{{body: bun}}, {{body: sn}}]}}", actor)

    assert Responsibility.objects.filter(share_percent=None).count() == 2


@pytest.mark.parametrize(
    ("text", "path", "wrong", "right"),
    [
        (f"{_SPLIT}}}, {{body: sn, share_percent: 30}}]}}", "initiatives.i.responsible", "90 procent från början", "tillsammans vara 100"),
        (f"{_SPLIT}, period: ../2023}}, {{body: sn, share_percent: 40}}]}}", "initiatives.i.responsible", "40 procent från 2024-01-01", "100"),
        (f"{_SPLIT}}}, {{body: sn, share_percent: 140}}]}}", "initiatives.i.responsible[2].share_percent", "inte ett belopp", "0 till 100"),
        (f"{_SPLIT}, period: ../2024}}, {{body: bun, period: 2024/..}}]}}", "initiatives.i.responsible[2]", "bun står två gånger", "perioderna"),
        (_TWO, "initiatives.a.predecessor", "efterträder sig själv", "en annan insats"),
        (f"{_ONE}, predecessor: i}}", "initiatives.i.predecessor", "efterträder sig själv", "en annan insats"),
        (f"{_ONE}, belongings: [{{forum: grupp, document: plan}}]}}", "initiatives.i.belongings[1]", "Ange ett av", "agreement"),
        (f"{_ONE}, belongings: [{{how: På något sätt}}]}}", "initiatives.i.belongings[1]", "Ange ett av", "agreement"),
        (f"{_ONE}, belongings: [{{forum: grupp}}, {{forum: grupp, how: Igen}}]}}", "initiatives.i.belongings[2]", "grupp står två gånger", "en gång"),
        (f"{_TOLD}, due_on: 2025-01-01, result: Bra}}]}}", "initiatives.i.evaluations[1]", "inte när den gjordes", "done_on"),
        (f"{_TOLD}, form: Enkät}}]}}", "initiatives.i.evaluations[1]", "varken när", "due_on"),
        (f"{_ONE}, phase: plan, moves: [{{phase: plan, moved_on: 2025-01-01}}, {{phase: support, moved_on: 2025-02-01}}]}}", "initiatives.i.phase", "inte den som insatsen senast kom till", "phase: support"),
        (f"{_ONE}, phase: plan, moves: [{{phase: support, moved_on: 2025-02-01}}, {{phase: plan, moved_on: 2025-01-01}}]}}", "initiatives.i.moves", "inte i den ordning", "den första"),
        (f"{_ONE}, visits: [{{classes: 15, year: 2026}}]}}", "initiatives.i.visits[1]", "både år och termin", "term"),
        (f"{_ONE}, shifts: [{{place: Torget, weekday: 8}}]}}", "initiatives.i.shifts[1].weekday", "inte ett tal", "1 till 7"),
        (f"{_ONE}}}\nseries:\n  s: {{initiative: i, title: Träffar, before: 70}}", "series.s", "inte vad som mättes", "measured"),
        (f"{_ONE}}}\nactivities:\n  a: {{initiative: i, kind: visit, what: Besök, held_on: 2026-01-01, rating: 4}}", "activities.a.rating", "hur många", "answered"),
        (f"{_ONE}}}\nactivities:\n  a: {{initiative: i, kind: visit, what: Besök, held_on: 2026-01-01, participants: -3}}", "activities.a.participants", "inte ett tal", "0 till"),
        (f"{_ONE}}}\ntasks:\n  t: {{initiative: i, what: Ordna, state: done}}", "tasks.t.state", "avslutat ska ha", "result"),
        (f"{_ONE}}}\ncommissions:\n  c: {{agreement: avtal, initiative: i, body: polisen, what: Vandra, deliveries: [{{on: 2026-01-01, missed: ja}}]}}", "commissions.c.deliveries[1]", "varför det inte blev av", "note"),
        (f"{_ONE}, decisions: [{{course: stop, why: Färdigt}}]}}", "initiatives.i.decisions[1]", "inte när det bestämdes", "decided_on"),
        (f"{_ONE}, decisions: [{{course: stop, decided_on: 2025-01-01}}]}}", "initiatives.i.decisions[1]", "why saknas", ""),
        (f"{_ONE}, decisions: [{{course: stop, decided_on: 2025-01-01, until_on: 2026-01-01, why: Färdigt}}]}}", "initiatives.i.decisions[1]", "ny sista dag", "until_on"),
        (f"{_ONE}, partners: [{{body: polisen}}, {{body: polisen, period: 2025/..}}]}}", "initiatives.i.partners[2]", "polisen står två gånger", "perioderna"),
        (f"{_ONE}, areas: [{{area: norra}}, {{area: norra}}]}}", "initiatives.i.areas[2]", "två gånger", "en gång"),
        (f"{_ONE}, age_from: 16, age_to: 6}}", "initiatives.i.age_from", "högre än den högsta", "age_from: 6"),
        (f"{_ONE}, staffing: [{{profession: Kurator, posts: 0}}]}}", "initiatives.i.staffing[1].posts", "inte ett belopp", "0.01"),
        (f"{_ONE}, funding: [{{origin: Statsbidrag, amount: -1}}]}}", "initiatives.i.funding[1].amount", "inte ett belopp", "0 till"),
        (f"{_ONE}, grades: [10]}}", "initiatives.i.grades", "10", ""),
        (f"{_BASE}venues:\n  v: {{name: V, services: [{{what: Café, days_a_week: 8}}]}}", "venues.v.services[1].days_a_week", "inte ett belopp", "till 7"),
        (f"{_BASE}methods:\n  m: {{name: M, url: http://example.se}}", "methods.m.url", "https", ""),
    ],
)  # fmt: skip
def test_one_mistake(text: str, path: str, wrong: str, right: str, refused: Refused) -> None:
    told = refused(text)

    found = [line for line in told if f": {path}: " in line]
    assert found, told
    assert wrong in found[0]
    assert right in found[0]
    assert not Initiative.objects.exists()
    assert not Venue.objects.exists()
