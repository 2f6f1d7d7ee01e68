"""Files that cannot be read at all: one clear line each, and nothing is changed."""

import json
import os
from pathlib import Path

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from samsyn.organisation.models import Person
from tests.exchange.files import HEAD, import_files

_PERSON = "persons:\n  anna: {given_name: Anna, family_name: Lind}\n"
_BOMB = "samsyn: 1\na: &a [x, x]\nb: &b [*a, *a]\nmunicipality: alingsas\n" + _PERSON


def _refusals(content: str | bytes, actor: Actor, name: str = "a.yaml") -> list[str]:
    report = exchange.Report()
    import_files({name: content}, actor, report)
    return [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (HEAD + "persons:\n  anna: {given_name: Anna\n", 5, "avslutas aldrig"),
        (HEAD + 'persons:\n  anna:\n    given_name: "Anna\n', 6, "citattecken avslutas aldrig"),
        (HEAD + "persons:\n\tanna: {}\n", 4, "tabb"),
        (HEAD + "persons:\n  anna:\n    a: b: c\n", 5, "kolon"),
        (HEAD + "persons:\n  anna:\n    a: b\n   c: d\n", 6, "Indraget"),
        ((HEAD + _PERSON).replace("Anna", "Åsa").encode("latin-1"), 4, "inte sparad som UTF-8"),
        ((HEAD + _PERSON).encode("utf-16"), 1, "sparad som UTF-16"),
        (HEAD + _PERSON.replace("Anna", "An\x00na"), 4, "styrtecken"),
        (HEAD + _PERSON.replace("Anna", "An\x07na"), 4, "styrtecken"),
        (_BOMB, 2, "&a används inte"),
        (HEAD + "persons:\n  anna: *a\n", 4, "*a används inte"),
        (HEAD + "persons: !!python/object:os.system {}\n", 3, "används inte"),
        (HEAD + "persons: !person {}\n", 3, "!person används inte"),
        (HEAD + _PERSON + "---\nsamsyn: 1\n", 5, "flera dokument"),
        (HEAD + "persons: " + "[" * 30 + "]" * 30, 3, "djupt"),
        (HEAD + "persons: " + "[" * 30_000, 3, "djupt"),
        ("", 1, "tom"),
        ("# bara en anmärkning\n", 1, "tom"),
        ("- samsyn\n", 1, "ingen samverkansfil"),
        ("municipality: alingsas\n", 1, "samsyn: 1"),
        (_PERSON, 1, "samsyn: 1"),
        ("samsyn: 1\n" + _PERSON, 2, "municipality"),
        ("samsyn: 2\nmunicipality: alingsas\n", 1, "nyare Samsyn"),
        ("samsyn: ja\nmunicipality: alingsas\n", 1, "ska vara ett tal"),
    ],
)
def test_one_that_cannot_be_read(content: str | bytes, line: int, said: str, actor: Actor) -> None:
    told = _refusals(content, actor)

    assert [each for each in told if each.startswith(f"a.yaml:{line}: ") and said in each], told
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"samsyn": 1,}', "JSON"),
        ('{"samsyn": 1', "JSON"),
        ("[" * 100_000, "djupt"),
        ("[]", "ingen samverkansfil"),
    ],
)
def test_json_that_cannot_be_read(content: str, said: str, actor: Actor) -> None:
    assert said in _refusals(content, actor, "a.json")[0]


def test_json_that_can(actor: Actor) -> None:
    persons = {
        "anna": {"given_name": "Åsa \U0001f600", "family_name": 'a "b" \\ c', "invented": True}
    }
    told = {"samsyn": 1, "municipality": "alingsas", "persons": persons}

    import_files({"a.json": json.dumps(told, indent=1)}, actor)

    assert (Person.objects.get().given_name, Person.objects.get().is_invented) == (
        "Åsa \U0001f600",
        True,
    )


def test_json_tells_the_line(actor: Actor) -> None:
    text = '{"samsyn": 1,\n"municipality": "alingsas",\n"persons": {"anna": {\n"nam": "x"}}}'

    assert _refusals(text, actor, "a.json")[0].startswith("a.json:4: persons.anna: Fältet nam")


def test_a_byte_order_mark_is_passed_over(actor: Actor) -> None:
    import_files({"a.yaml": "\ufeff" + HEAD + _PERSON}, actor)

    assert Person.objects.count() == 1


def test_a_key_that_stands_twice_in_a_file(actor: Actor) -> None:
    told = _refusals(HEAD + _PERSON + "  anna: {given_name: A, family_name: B}\n", actor)

    assert told == ["a.yaml:5: persons.anna: Nyckeln står redan på rad 4. – låt den stå en gång"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", HEAD + "persons: {a: {given_name: A, family_name: B, given_name: C}}\n"),
        ("a.yaml", HEAD + "persons: {a: {given_name: A}, a: {family_name: B}}\n"),
        ("a.json", '{"samsyn": 1, "municipality": "alingsas", "persons": {}, "persons": {}}'),
    ],
)
def test_a_key_that_stands_twice_in_a_line(name: str, text: str, actor: Actor) -> None:
    report = exchange.Report()
    import_files({name: text}, actor, report)

    assert any("Nyckeln står redan på rad" in problem.wrong for problem in report.problems)


def test_a_key_that_stands_in_two_files(actor: Actor) -> None:
    report = exchange.Report()
    import_files({"a.yaml": HEAD + _PERSON, "b.yaml": HEAD + _PERSON}, actor, report)

    assert [str(problem) for problem in report.problems] == [
        "b.yaml:4: persons.anna: Nyckeln används redan i a.yaml:4. – låt den stå en gång"
    ]


def test_every_problem_of_every_file_is_told(actor: Actor) -> None:
    report = exchange.Report()
    broken, wrong = "samsyn: 1\nx: [", HEAD + "persons:\n  anna: {nam: A}\n"
    import_files({"a.yaml": broken, "b.yaml": wrong, "c.yaml": b"\xff"}, actor, report)

    assert {problem.file for problem in report.problems} == {"a.yaml", "b.yaml", "c.yaml"}


def _found(path: Path) -> list[str]:
    report = exchange.Report()
    found = exchange.find([path], report)
    exchange.read(found.files, report=report)
    return [problem.wrong for problem in report.problems]


def test_a_folder_without_files(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("hej")

    assert _found(tmp_path) == ["Mappen innehåller ingen samverkansfil."]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _found(tmp_path / "a.yaml") == ["Filen finns inte."]


def test_a_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "secret.yaml"
    folder.mkdir()
    outside.write_text(HEAD)
    (folder / "a.yaml").symlink_to(outside)

    assert _found(folder) == ["Länken leder ut ur mappen."]


def test_a_link_to_a_folder_outside(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b").symlink_to("/etc")

    assert _found(tmp_path / "in") == ["Länken leder ut ur mappen."]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")

    assert _found(tmp_path)[0].startswith("Filen går inte att läsa")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(100_000_000)

    assert _found(tmp_path) == ["Filen är 100 MB."]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD)
    (tmp_path / "a.yaml").chmod(0)

    assert _found(tmp_path)[0].startswith("Filen går inte att läsa")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")

    assert _found(tmp_path) == ["Filen är ingen vanlig fil."]


def test_files_are_read_in_order_and_others_passed_over(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", "c/d.json", ".git/e.yaml", "f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HEAD)

    found = exchange.find([tmp_path], exchange.Report())

    names = [str(file.path.relative_to(tmp_path)) for file in found.files if file.path]
    assert names == ["a.yaml", "b.yml", "c/d.json"]
    assert found.passed_over == [str(tmp_path / "f.txt")]
