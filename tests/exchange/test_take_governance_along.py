"""Agreements, decisions, documents and laws in the file: whole, the same again, and refused."""

from decimal import Decimal

import pytest

from samsyn.access.api import Actor
from samsyn.governance.models import Agreement, CitedLaw, GoverningDocument, Law, Party, Step
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.surroundings import TYRESO

_BASE = """
documents: {beslut: {title: Protokoll}}
bodies: {bun: {kind: board, name: Skolnämnden}, sn: {kind: board, name: Socialnämnden}}
positions: {ordf: {body: bun, title: Ordförande}, chef: {body: sn, title: Chef}}
forums: {bus: {name: BUS, level: strategic, kind: management_group}}
meetings: {m: {forum: bus, date: 2026-03-01}}
"""
_WHOLE = f"""{_BASE}
laws:
  sol: {{short_name: SoL, title: Socialtjänstlag, number: "2001:453", kind: act, period: ../2025-06-30, replaced_by: sol-ny}}
  sol-ny:
    short_name: SoL
    title: Socialtjänstlag
    number: "2025:400"
    kind: act
    period: 2025-07-01/..
    url: https://example.se/sfs
    verified_on: 2026-01-31
    note: Paragraferna är inte lästa.
    misprints: ["2025:40"]
    provisions: [{{place: 2 kap. 1 §, says: Ansvaret., verified_on: 2026-01-31}}, {{place: 1 kap. 1 §}}]
  barnkonventionen: {{short_name: Barnkonventionen, title: Konventionen om barnets rättigheter, kind: convention}}
  lanets-rutin: {{short_name: Länets rutin, title: Länets rutin, kind: other}}
governing_documents:
  plan-2025: {{title: Plan 2025, kind: plan, deciding_forum: bus, decided_on: 2025-02-17}}
  plan:
    title: Plan 2026
    kind: plan
    level: strategic
    deciding_body: bun
    decided_on: 2026-02-17
    paragraph: § 13
    registry_number: 2025.355 BUN
    period: 2026-01-01/2026-12-31
    ended_for_good: ja
    applies_to: Perioden 2026
    owner: chef
    owner_forum: bus
    responsible: sn
    replaces: plan-2025
    review_on: 2027-01-31
    review_months: 12
    required_by: 5 § lag (2023:196)
    publication: published
    url: https://example.se/plan
    distribution: Nämnderna
    focus_areas: [Trygghet, Hälsa]
    concerns: [{{forum: bus}}, {{position: chef}}]
    dialogues: [{{held_on: 2026-02-01, with_whom: Medborgare, count: 40, said: Mer ljus.}}, {{with_whom: Chefer}}]
    trainings: [{{given_on: 2026-03-01, to_whom: Rektorer, position: chef, count: 12, what: Planen}}]
    laws: [{{law: sol-ny, place: 2 kap. 1 §}}]
    remarks: [{{text: Saknar mål., noted_on: 2026-03-02, mended_on: 2026-04-01, how: Skrivna.}}]
    invented: ja
    source: {{document: beslut, place: § 13}}
agreements:
  ramen: {{title: Ramen, kind: county}}
  gammal: {{title: BUS 2019–2022, kind: boards, period: 2019-01-01/2022-12-31}}
  bus:
    title: BUS 2023–2026
    kind: boards
    level: political
    registry_number: 2023.007 BUN
    period: 2023-01-01/2026-12-31
    renewal: two_years
    notice_months: 6
    predecessor: gammal
    details: ramen
    purpose: Samordna resurser.
    areas: [Hälsa]
    responsibilities: Styrgruppen föreslår.
    parties: [{{body: bun, answers_for: Skolan, share_percent: 33.33}}, {{body: sn, share_percent: 66.67, source: {{document: beslut}}}}]
    clauses:
      - {{block: goals, text: Fler fullföljer., owner: chef, evidence: Statistik, evidence_document: plan, evidence_meeting: m, reviewed_on: 2026-01-01}}
      - {{text: Annat.}}
    limits: [{{what: Möte, amount: 3, unit: weeks}}, {{what: Rapport, by_month: 3, by_day: 1}}]
    cost_sharing: Efter andel.
    settlements: [{{body: bun, year: 2025, amount: 1250.5, settled_on: 2026-02-01, note: Klart}}]
    follow_up: Årlig genomgång.
    follow_up_on: 2026-12-01
    follow_up_owner: ordf
    owner: chef
    owner_forum: bus
    activated_on: 2023-04-01
    url: https://example.se/avtal
    laws: [{{law: sol-ny}}]
    remarks: [{{text: Uppföljningen är oklar.}}]
    invented: ja
matters:
  arende: {{title: Överenskommelse, registry_number: 2023.043 KUN, category: BUS, agreement: bus, written_by: sn, written_on: 2023-02-27, statement: Yttrande., alternatives: Ett avtal var. Det blir dyrare., proposal: Godkänn., invented: ja}}
  om-plan: {{title: Planen, document: plan}}
steps:
  - matter: arende
    number: 1
    body: bun
    named_as: Barn- och utbildningsnämnden
    registry_number: 2023.007 BUN
    prepared_on: 2023-03-01
    decided_on: 2023-03-15
    paragraph: § 33
    outcome: approved
    text: Godkänner.
    reservation: En ledamot.
    signs: ja
    to_sign: chef
    signed_on: 2023-04-01
    signer: ordf
    signed_by: Anna Lind
    mandate: Nämndens beslut § 33
    url: https://example.se/protokoll
    expeditions: [{{body: sn, sent_on: 2023-03-20, received_on: 2023-03-21}}, {{to_whom: Polisen}}]
  - {{matter: arende, number: 2, body: sn, kind: prepares}}
duties:
  vart-annat: {{title: Översyn, kind: review, recurs: months, every: 24, counts_from: 2024-07-01, law: sol-ny, place: 6 §}}
  varmote:
    title: Vårens möte
    kind: meeting
    what: Ett gemensamt möte.
    agenda: |
      Det gångna året
      Nuläget
    owner: chef
    owner_forum: bus
    recurs: day
    every: 2
    by_month: 5
    by_day: 31
    counts_from: 2024-01-01
    days_ahead: 60
    period: 2023-01-01/2026-12-31
    agreement: bus
    document: plan
    basis: Eget beslut
    done: [{{due_on: 2024-05-31, done_on: 2024-05-20, result: Hölls., document: plan, meeting: m, source: {{document: beslut}}}}]
    invented: ja
declined_duties:
  - {{usual: stockholmsenkaten, why: Vi är inte med., declined_on: 2025-03-02, taken_back_on: 2026-01-15}}
  - {{usual: stockholmsenkaten, why: Vi slutade., declined_on: 2026-01-15}}
priority_areas:
  halsa: {{name: Ungas hälsa, what: Allt., period: 2025-01-01/.., chosen_year: 2024, chosen_on: 2024-10-01, chosen_by: bus, why: Analysen., bases: [{{document: plan}}], outcome: Bättre.}}
proposals:
  gemensamt: {{title: Gemensam plan, text: Vi föreslår., year: 2027, made_on: 2026-05-01, made_by: bus, meeting: m, area: halsa, answers: [{{body: bun, reply: taken_up, answered_on: 2026-06-01, paragraph: § 5, text: Ja., matter: arende}}, {{body: sn}}], invented: ja}}
assignments:
  narvaro: {{title: Närvaro, text: Gör., year: 2022, period: 2022-01-01/.., given_by: bun, owner: chef, owner_forum: bus, area: halsa, proposal: gemensamt, report_on: 2026-12-01, final_report: plan, ended_as: regular, ended_on: 2026-06-01, result: Ordinarie., invented: ja}}
"""
_AGREEMENT = f"{_BASE}agreements:\n  a: {{title: A, kind: boards"
_MATTER = f"{_BASE}matters: {{a: {{title: A, written_on: 2023-02-27}}}}\nsteps:\n  - {{matter: a, number: 1, body: bun"


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
    assert Agreement.objects.get(key="bus", municipality_id=TYRESO).predecessor is not None


def test_what_is_said_is_kept(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    agreement = Agreement.objects.get(key="bus")
    shares = Party.objects.order_by("share_percent").values_list("share_percent", flat=True)
    assert list(shares) == [Decimal("33.33"), Decimal("66.67")]
    assert [clause.text for clause in agreement.clauses.order_by("ordinal")] == [
        "Fler fullföljer.",
        "Annat.",
    ]
    assert GoverningDocument.objects.get(key="plan").registry_number == "2025.355 BUN"
    assert str(GoverningDocument.objects.get(key="plan-2025").deciding_forum) == "BUS"
    assert CitedLaw.objects.count() == 2
    assert str(Law.objects.get(key="barnkonventionen")) == "Barnkonventionen"
    first = Step.objects.get(ordinal=1)
    assert (first.signed_by, str(first.to_sign), str(first.signer)) == (
        "Anna Lind",
        "Chef",
        "Ordförande",
    )
    stated = Agreement.objects.order_by("key").values_list("renewal", flat=True)
    assert list(stated) == ["two_years", "", ""]


def test_the_same_file_again_changes_nothing(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    assert import_text(_WHOLE, actor).changes == []


@pytest.mark.parametrize(
    ("text", "path", "wrong", "right"),
    [
        ('laws:\n  l: {short_name: L, title: L, number: "1", kind: act, replaced_by: l}', "laws.l.replaced_by", "ersätter sig själv", ""),
        ('laws:\n  l: {short_name: L, title: L, number: "1", kind: act}\n  m: {short_name: M, title: M, number: "1", kind: act}', "laws.m.number", "redan lagen l", ""),
        ('laws:\n  l: {short_name: L, title: L, number: "1", kind: act, provisions: [{place: 1 §}, {place: 1 §}]}', "laws.l.provisions[2]", "två gånger", ""),
        ("governing_documents:\n  d: {title: D, kind: plan, registry_number: dnr 12}", "governing_documents.d.registry_number", "form", "2025.355 BUN"),
        ("governing_documents:\n  d: {title: D, kind: plan, replaces: e}\n  e: {title: E, kind: plan, replaces: d}", "governing_documents.d.replaces", "sig självt", ""),
        ("governing_documents:\n  d: {title: D, kind: plan, review_months: 0}", "governing_documents.d.review_months", "tal", "1 till 120"),
        (f"{_BASE}governing_documents:\n  d: {{title: D, kind: role, concerns: [{{forum: bus, position: chef}}]}}", "governing_documents.d.concerns[1]", "antingen", ""),
        ("governing_documents:\n  d: {title: D, kind: plan, remarks: [{text: Nej, how: Nu}]}", "governing_documents.d.remarks[1]", "både dag och hur", ""),
        (f"{_BASE}governing_documents:\n  d: {{title: D, kind: plan, deciding_body: bun, deciding_forum: bus}}", "governing_documents.d.deciding_forum", "antingen ett organ", ""),
        (f"{_AGREEMENT}, period: 2026-01-01/2025-01-01}}", "agreements.a.period", "", ""),
        (f"{_AGREEMENT}, predecessor: a}}", "agreements.a.predecessor", "sig självt", ""),
        (f"{_AGREEMENT}, details: b}}\n  b: {{title: B, kind: county, details: a}}", "agreements.a.details", "sig självt", ""),
        (f"{_AGREEMENT}, parties: [{{body: bun}}, {{body: bun}}]}}", "agreements.a.parties[2]", "två gånger", "en gång"),
        (f"{_AGREEMENT}, parties: [{{body: bun, share_percent: 120}}]}}", "agreements.a.parties[1].share_percent", "belopp", "100"),
        (f"{_AGREEMENT}, parties: [{{body: bun, share_percent: '33,3'}}]}}", "agreements.a.parties[1].share_percent", "belopp", "decimaler"),
        (f"{_AGREEMENT}, limits: [{{what: Möte, amount: 3}}]}}", "agreements.a.limits[1]", "antingen", "weeks"),
        (f"{_AGREEMENT}, activated_on: 2026-01-01}}", "agreements.a.activated_on", "hur, när och av vem", "follow_up"),
        (f"{_AGREEMENT}}}\ngoverning_documents: {{d: {{title: D, kind: plan}}}}\nmatters: {{m: {{title: M, agreement: a, document: d}}}}", "matters.m.document", "antingen", ""),
        (f"{_MATTER}, decided_on: 2023-02-01}}", "steps[1].decided_on", "före tjänsteskrivelsen", ""),
        (f"{_MATTER}, outcome: approved}}", "steps[1]", "ska ha en dag", ""),
        (f"{_MATTER}, decided_on: 2023-03-01, signed_on: 2023-02-28}}", "steps[1].signed_on", "är före", ""),
        (f"{_MATTER}, to_sign: ordf}}", "steps[1].to_sign", "inte skrivas under", "signs: ja"),
        (f"{_MATTER}, expeditions: [{{sent_on: 2023-03-01}}]}}", "steps[1].expeditions[1]", "vem beslutet skickas", ""),
        (f"{_MATTER}, expeditions: [{{to_whom: Polisen, received_on: 2023-03-01}}]}}", "steps[1].expeditions[1]", "innan det skickades", ""),
        ("duties:\n  d: {title: D, kind: review, recurs: day, by_month: 4, by_day: 31}", "duties.d.recurs", "infaller det aldrig", ""),
        ("declined_duties:\n  - {usual: stockholmsenkät, why: Nej, declined_on: 2026-01-15}", "declined_duties[1].usual", "finns inte bland det vanliga", "stockholmsenkaten"),
        ("declined_duties:\n  - {usual: loggkontroll, declined_on: 2026-01-15}", "declined_duties[1]", "why saknas", ""),
        ("declined_duties:\n  - {usual: loggkontroll, why: Nej, declined_on: 2026-01-15, taken_back_on: 2026-01-15}", "declined_duties[1].taken_back_on", "innan det sades", "senare dag"),
        ("declined_duties:\n  - {usual: loggkontroll, why: Nej, declined_on: 2026-01-15, taken_back_on: 2026-02-15}\n  - {usual: loggkontroll, why: Nej, declined_on: 2026-02-14}", "declined_duties[2].declined_on", "redan sagt", "taken_back_on"),
        ("proposals:\n  p: {title: P, year: 1899}", "proposals.p.year", "tal", "1990"),
        (f"{_BASE}proposals:\n  p: {{title: P, year: 2027, answers: [{{body: bun, reply: refused}}]}}", "proposals.p.answers[1]", "både vad och när", ""),
        (f"{_BASE}proposals:\n  p: {{title: P, year: 2027, made_on: 2026-05-01, answers: [{{body: bun, reply: refused, answered_on: 2026-04-30}}]}}", "proposals.p.answers[1]", "före förslaget", ""),
        ("assignments:\n  a: {title: A, year: 2022, ended_as: done}", "assignments.a.ended_as", "dag, hur och resultat", ""),
        ("duties:\n  d: {title: D, kind: review, recurs: week}", "duties.d.recurs", "på ett enda sätt", "week: 11"),
        ("duties:\n  d: {title: D, kind: review, recurs: months, every: 24}", "duties.d.recurs", "på ett enda sätt", "counts_from"),
        ("duties:\n  d: {title: D, kind: review, recurs: week, week: 11, period: 2026-05-01/2026-06-30}", "duties.d.recurs", "infaller det aldrig", ""),
    ],
)  # fmt: skip
def test_one_mistake(text: str, path: str, wrong: str, right: str, refused: Refused) -> None:
    told = refused(text)

    found = [line for line in told if f": {path}: " in line]
    assert found, told
    assert wrong in found[0]
    assert right in found[0]
    assert not Agreement.objects.exists()
    assert not Step.objects.exists()
