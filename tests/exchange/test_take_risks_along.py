"""Risks, recommendations and rounds in the file: whole, the same again, and refused."""

import pytest

from samsyn.access.api import Actor
from samsyn.governance.models import Consultation, Recommendation, Risk
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.surroundings import TYRESO

_BASE = """
documents: {granskning: {title: Granskning 2023}}
bodies: {bun: {kind: board, name: Skolnämnden}, sn: {kind: board, name: Socialnämnden}}
positions: {ordf: {body: bun, title: Ordförande}, chef: {body: sn, title: Chef}}
forums: {bus: {name: BUS, level: strategic, kind: management_group}}
meetings: {m: {forum: bus, date: 2026-03-01}}
agreements: {lan: {title: Länsavtalet, kind: county}}
governing_documents: {plan: {title: Plan, kind: plan}, revision: {title: Revision, kind: audit}}
"""
_WHOLE = f"""{_BASE}
risks:
  omsattning:
    title: Samverkan stannar när någon slutar
    kind: risk
    text: Den hänger på en person.
    category: personalomsättning
    owner: chef
    towards_body: bun
    found_on: 2026-01-01
    action: Två utses.
    due_on: 2026-06-30
    judgements:
      - {{judged_on: 2026-01-01, likelihood: 3, consequence: 4, why: Två slutade.}}
      - {{judged_on: 2026-06-01, likelihood: 1, consequence: 4, why: Två är utsedda.}}
    closed_on: 2026-07-01
    outcome: Två är utsedda.
    invented: ja
    source: {{document: granskning, place: s. 2}}
  avtalet: {{title: Avtalet är gammalt, kind: proposal, towards_agreement: lan, found_on: 2026-01-01}}
recommendations:
  ett:
    record: granskning
    number: "1"
    text: Säkerställ uppföljningen.
    body: bun
    given_on: 2026-01-26
    answered_on: 2026-03-01
    answer: Vi instämmer.
    action: En rutin.
    owner: chef
    due_on: 2026-06-30
    evidence: Rutinen finns.
    evidence_document: plan
    evidence_meeting: m
    closed_on: 2026-06-30
    closed_as: done
    closed_by: ordf
    result: Den är beslutad.
    invented: ja
    source: {{document: granskning, place: s. 2}}
  tva: {{audit: revision, text: Dokumentera., body: sn, given_on: 2026-01-26}}
consultations:
  remiss:
    title: Ny plan
    question: Vad saknas?
    text: Planen.
    document: plan
    forum: bus
    sent_on: 2026-01-01
    answer_by: 2026-02-01
    statements:
      - {{body: bun, stated_on: 2026-01-20, stated_by: ordf, text: Tiden., regard: partly, because: Lokalen., changed: Punkt 3.}}
      - {{body: sn}}
    compiled_on: 2026-02-02
    summary: Punkt 3 är ny.
    invented: ja
"""
_RISK = f"{_BASE}risks:\n  r: {{title: R, kind: risk, found_on: 2026-01-02"
_ADVICE = (
    f"{_BASE}recommendations:\n  r: {{record: granskning, text: R, body: bun, given_on: 2026-01-02"
)
_ROUND = f"{_BASE}consultations:\n  c: {{title: C, question: Q, text: T, sent_on: 2026-01-02, answer_by: 2026-02-01"
_ASKED = f"{_ROUND}, statements: [{{body: bun"


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
    assert Risk.objects.get(key="avtalet", municipality_id=TYRESO).towards_agreement is not None


def test_what_is_said_is_kept(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    judged = Risk.objects.get(key="omsattning").judgements.order_by("judged_on")
    assert [each.likelihood for each in judged] == [3, 1]
    assert Recommendation.objects.get(key="ett").closed_as == "done"
    statements = Consultation.objects.get().statements.order_by("text")
    assert [each.because for each in statements] == ["", "Lokalen."]


def test_the_same_file_again_changes_nothing(actor: Actor) -> None:
    import_text(_WHOLE, actor)

    assert import_text(_WHOLE, actor).changes == []


@pytest.mark.parametrize(
    ("text", "path", "wrong", "right"),
    [
        (f"{_RISK}, closed_on: 2026-02-01}}", "risks.r.closed_on", "utan outcome", "outcome: …"),
        (f"{_RISK}, due_on: 2026-01-01}}", "risks.r.due_on", "är före found_on", ""),
        (f"{_RISK}, judgements: [{{judged_on: 2026-01-02, likelihood: 7, consequence: 1, why: V}}]}}", "risks.r.judgements[1].likelihood", "tal", "1 till 4"),
        (f"{_BASE}risks:\n  r: {{title: R, kind: obstacle, found_on: 2026-01-02, judgements: [{{judged_on: 2026-01-02, likelihood: 1, consequence: 1, why: V}}]}}", "risks.r.judgements", "Bara en risk", "kind: risk"),
        (f"{_ADVICE}, audit: revision}}", "recommendations.r.audit", "antingen", "record"),
        (f"{_ADVICE}, answered_on: 2026-02-01}}", "recommendations.r.answered_on", "utan answer", ""),
        (f"{_ADVICE}, due_on: 2026-01-01}}", "recommendations.r.due_on", "är före given_on", ""),
        (f"{_ADVICE}, closed_on: 2026-02-01, closed_as: done, result: Klart}}", "recommendations.r.closed_on", "utan closed_by", ""),
        (f"{_ROUND}}}", "consultations.c", "inte skickad till något", "body"),
        (f"{_ASKED}}}, {{body: bun}}]}}", "consultations.c.statements[2]", "två gånger", "en gång"),
        (f"{_ASKED}, text: Bra}}]}}", "consultations.c.statements[1]", "både dag och text", ""),
        (f"{_ASKED}, stated_on: 2026-01-03, text: Bra, regard: not_met}}]}}", "consultations.c.statements[1]", "inte varför", "because"),
        (f"{_ASKED}}}], compiled_on: 2026-02-01}}", "consultations.c.compiled_on", "utan summary", ""),
    ],
)  # fmt: skip
def test_one_mistake(text: str, path: str, wrong: str, right: str, refused: Refused) -> None:
    told = refused(text)

    found = [line for line in told if f": {path}: " in line]
    assert found, told
    assert wrong in found[0]
    assert right in found[0]
    assert not Risk.objects.exists()
    assert not Recommendation.objects.exists()
