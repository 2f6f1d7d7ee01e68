"""The schema has to say of every file what the import says, as far as a schema can."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from samsyn.exchange.api import made_up, schema

EXAMPLES = sorted(Path("examples").glob("*/*.yaml"))
HEAD = "samsyn: 1\nmunicipality: alingsas\n"


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2: days are text, and so are yes and no."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith((":timestamp", ":bool"))]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf")
)


def faults(text: str) -> list[str]:
    told: Any = yaml.load(text, AsEditorsRead)
    found = Draft202012Validator(schema()).iter_errors(told)
    return [".".join(map(str, fault.absolute_path)) for fault in found]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=str)
def test_the_examples_are_as_it_says(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


def test_what_is_made_up_is_as_it_says() -> None:
    for _folder, _name, text in made_up(1, 1, 1, forums=4):
        assert faults("".join(text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bodies: {a: {kind: bord, name: A}}", "bodies.a.kind"),
        ("bodies: {a: {kind: board, nam: A}}", "bodies.a"),
        ("bodies: {Åsa: {kind: board, name: A}}", "bodies"),
        ("terms: {2023–2026: {period: 2023-01-01}}", "terms.2023–2026.period"),
        ("appointments: [{position: a}]", "appointments.0"),
        ("appointments: [{position: a, person: b, share: 101}]", "appointments.0.share"),
        ("forums: {a: {school_forms: [skola]}}", "forums.a.school_forms"),
        ("forums: {a: {rhythms: [{per: week, at: '25:00'}]}}", "forums.a.rhythms"),
        ("forums: {a: {agenda: [{note: B}]}}", "forums.a.agenda"),
        ("forums: {a: {agenda: [{title: A, ordinal: 1}]}}", "forums.a.agenda"),
        ("forums: {a: {age_to: 121}}", "forums.a.age_to"),
        ("meetings: {a: {state: hållet}}", "meetings.a.state"),
        ("meetings: {a: {url: 'http://a.se'}}", "meetings.a.url"),
        ("decisions: {a: {number: 0}}", "decisions.a.number"),
        ("follow_ups: {a: {new_days: [{due: 2026-01-01}]}}", "follow_ups.a.new_days"),
        ("school_terms: {VT: {breaks: [{name: Lov}]}}", "school_terms.VT.breaks"),
        ("organs: {}", ""),
    ],
)
def test_what_the_import_refuses_is_marked(text: str, place: str) -> None:
    assert place in faults(HEAD + text)
