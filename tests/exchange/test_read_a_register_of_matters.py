"""A board's own register is brought in as it really is, and refused with the line that is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from samsyn.governance.models import Matter, Step
from tests.exchange.files import import_text

_REAL = Path(__file__).parents[3] / "shared/data/documents/alingsas_arenden_bun_sn_kun.json"
_BODIES = """
bodies:
  barn-och-ungdomsnamnden: {kind: board, name: Barn- och ungdomsnämnden}
  kultur-och-utbildningsnamnden: {kind: board, name: Kultur- och utbildningsnämnden}
  socialnamnden: {kind: board, name: Socialnämnden}
  kommunfullmaktige: {kind: council, name: Kommunfullmäktige}
  kommunstyrelsen: {kind: executive_board, name: Kommunstyrelsen}
"""
_STEP = {
    "date": "2026-05-26",
    "instance": "barn-och-ungdomsnamnden",
    "type": "beslut",
    "decision": "bifall",
    "protocol_ref": "§39 BUN 2026-05-26",
}


def _matter(key: str, number: str | None = "2026.12 BUN", **more: Any) -> dict[str, Any]:
    return {"id": key, "title": "Plan", "diarienummer": number, "steps": [_STEP], **more}


def _bring(
    content: str, actor: Actor, *, name: str = "arenden.json", mapping: str = ""
) -> tuple[list[str], list[str]]:
    """Return what is told of the register, and what is wrong in it."""
    report = exchange.Report()
    columns = exchange.read_mapping("mappning.yaml", mapping.encode(), report)
    try:
        register = exchange.read_register(name, content.encode(), columns, report)
    except exchange.BrokenOffError as fault:
        return [], [f"{fault.line}: {fault.wrong} – {fault.right}"]
    told = exchange.signs_of_register(register, "alingsas")
    file = exchange.File(name, b"")
    outcome = exchange.read([file], signs=lambda _file, _data: told, report=report)
    plans = [exchange.plan(part, report, actor=actor) for part in outcome.parts.values()]
    for plan in [] if report.count else plans:
        exchange.carry_out(plan, [name], actor=actor)
    return list(register.notices()), [str(problem) for problem in report.problems]


@pytest.fixture
def boards(actor: Actor) -> Actor:
    import_text(_BODIES, actor)
    return actor


def test_each_step_of_a_matter_is_kept_in_the_order_of_its_days(boards: Actor) -> None:
    earlier = {**_STEP, "date": "2026-05-12", "type": "beredning", "decision": None}
    content = json.dumps([_matter("a-1", steps=[_STEP, earlier])])

    assert _bring(content, boards) == ([], [])

    first, second = Step.objects.order_by("ordinal")
    assert (first.kind, first.outcome) == ("prepares", "")
    assert (second.kind, second.outcome, second.paragraph) == ("decides", "approved", "§ 39")
    assert second.matter.registry_number == "2026.12 BUN"


def test_what_stands_twice_is_one_and_what_is_alike_is_two(boards: Actor) -> None:
    other = _matter("a-3", title="En annan plan")
    content = json.dumps([_matter("a-1"), _matter("a-2"), other, _matter("a-4", None)])

    told, wrong = _bring(content, boards)

    assert wrong == []
    assert told == [
        "1 rad är ord för ord samma ärende som en annan, och läses inte in igen.",
        "1 ärende saknar diarienummer.",
        "1 diarienummer står på flera ärenden: 2026.12 BUN på 2.",
    ]
    assert set(Matter.objects.values_list("key", flat=True)) == {"a-1", "a-3", "a-4"}


def test_a_number_that_is_none_is_left_out_and_told(boards: Actor) -> None:
    told, wrong = _bring(json.dumps([_matter("a-1", "se pärm 3")]), boards)

    assert wrong == []
    assert told == ["”se pärm 3” går inte att läsa som ett diarienummer, och är utelämnat."]
    assert Matter.objects.get().registry_number == ""


def test_a_board_that_is_not_here_is_told_with_its_line_and_nothing_is_kept(boards: Actor) -> None:
    steps = [_STEP, {**_STEP, "instance": "sn"}]
    content = json.dumps([_matter("a-1", steps=steps)], indent=1)

    _told, [wrong] = _bring(content, boards)

    lines = content.splitlines()
    told_line = int(wrong.split(":")[1])
    assert lines[told_line - 1 : told_line + 2][2].strip() == '"instance": "sn",'
    assert "finns inte under bodies" in wrong
    assert not Matter.objects.exists()


def test_a_mapping_says_what_the_register_calls_things(boards: Actor) -> None:
    content = "Nr;Rubrik;Dnr;Nämnd;Dag;Utfall\n7;Plan;2026.12 BUN;BUN;2026-05-26;Ja\n7;Plan;2026.12 BUN;SN;2026-05-27;Ja\n"
    mapping = """
matter: {key: Nr, title: Rubrik, registry_number: Dnr}
step: {body: Nämnd, decided_on: Dag, outcome: Utfall}
bodies: {BUN: barn-och-ungdomsnamnden, SN: socialnamnden}
outcomes: {ja: approved}
"""

    assert _bring(content, boards, name="arenden.csv", mapping=mapping) == ([], [])

    steps = Step.objects.order_by("ordinal").values_list("body__key", "outcome", "matter__key")
    assert list(steps) == [
        ("barn-och-ungdomsnamnden", "approved", "7"),
        ("socialnamnden", "approved", "7"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "mapping", "wrong"),
    [
        ("a.json", '{"id": 1}', "", "lista av ärenden"),
        ("a.json", "[{]", "", ""),
        ("a.csv", "a;b\n1;2\n", "", "ingen kolumn som heter id"),
        ("a.json", "[]", "stegen: x", "finns inte i en mappning"),
        ("a.json", "[]", "kinds: [beslut]", "ord och vad de betyder"),
        ("a.json", '[{"id": "a", "title": "T", "steps": [{"instance": "x", "date": "i går"}]}]', "", "är inte en dag"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(
    name: str, content: str, mapping: str, wrong: str, boards: Actor
) -> None:
    _told, problems = _bring(content, boards, name=name, mapping=mapping)

    assert problems
    assert any(wrong in problem for problem in problems), problems
    assert not Matter.objects.exists()


@pytest.mark.skipif(not _REAL.exists(), reason="the real registers are not here")
def test_the_registers_of_three_boards_are_read_as_they_are(boards: Actor) -> None:
    committee = "kultur-och-utbildningsnamndens-arbetsutskott: kultur-och-utbildningsnamnden"

    told, wrong = _bring(_REAL.read_text(), boards, mapping=f"bodies: {{{committee}}}")

    assert wrong == []
    assert [line.split()[0] for line in told] == ["27", "34", "63"]
    assert Matter.objects.count() == 704 - 27
    assert Matter.objects.filter(registry_number="2022.315 KUN").count() == 11
