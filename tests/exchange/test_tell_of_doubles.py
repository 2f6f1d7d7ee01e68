"""What is brought in may be there already under another key: it is told of, and not refused."""

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from samsyn.organisation.models import Person
from tests.exchange.files import HEAD, import_text

THERE = """
documents:
  bus-2022: {title: Verksamhetsberättelse, number: 2023.006 BUN}
areas:
  norra: {kind: district, name: Norra kommundelen}
bodies:
  bun: {kind: board, names: [{name: BUN, period: ../2022-12-31}, {name: Nämnden, period: 2023/..}]}
positions:
  bun-chef: {body: bun, title: Chef}
persons:
  eva-berg: {given_name: Eva, family_name: Berg}
"""


def told_of(text: str, actor: Actor) -> list[str]:
    report = exchange.Report()
    file = exchange.File("a.yaml", (HEAD + text).encode())
    part = exchange.read([file], report=report).parts["alingsas"]
    plan = exchange.plan(part, report, actor=actor)
    assert not report.count
    return [str(double) for double in exchange.doubles(plan)]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("documents: {b: {title: verksamhetsberättelse}}", "documents.b", "bus-2022"),
        ("documents: {b: {title: Annan, number: 2023.006 BUN}}", "documents.b", "bus-2022"),
        ("areas: {n: {kind: district, name: norra kommundelen}}", "areas.n", "norra"),
        ("bodies: {b: {kind: board, name: bun}}", "bodies.b", "bun"),
        ("positions: {p: {body: bun, title: chef}}", "positions.p", "bun-chef"),
        ("persons: {e: {given_name: EVA, family_name: Berg}}", "persons.e", "eva-berg"),
    ],
)
def test_the_same_name_under_another_key_is_told_of(
    text: str, line: str, key: str, actor: Actor
) -> None:
    import_text(THERE, actor)

    [told] = told_of(text, actor)

    assert told.startswith(f"a.yaml:3: {line}: ")
    assert f": {key}." in told


def test_two_in_the_same_file_are_told_of_once(actor: Actor) -> None:
    twice = "persons: {a: {given_name: A, family_name: B}, b: {given_name: A, family_name: B}}"

    [told] = told_of(twice, actor)

    assert "persons.b" in told


def test_what_is_there_under_its_own_key_is_no_double(actor: Actor) -> None:
    import_text(THERE, actor)

    assert told_of(THERE, actor) == []
    assert told_of("persons: {eva-berg: {family_name: Ek}}", actor) == []


def test_namesakes_are_brought_in(actor: Actor) -> None:
    import_text(THERE, actor)

    import_text("persons: {eva-berg-2: {given_name: Eva, family_name: Berg}}", actor)

    assert Person.objects.filter(given_name="Eva").count() == 2
