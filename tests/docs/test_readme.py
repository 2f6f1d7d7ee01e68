import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from samsyn.config import env

_ROOT = Path(__file__).parent.parent.parent
_README = (_ROOT / "README.md").read_text(encoding="utf-8")
_VARIABLE = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
_TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
_MAKE = re.compile(r"make ([a-z-]+)")


class _Asked(Mapping[str, str]):
    """An empty surrounding that remembers what it was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _variables() -> set[str]:
    asked = _Asked()
    env.read(asked)
    return {name for name in asked.names if not name.endswith("_FILE")}


def _make_commands(text: str) -> set[str]:
    """Return the tasks named in what is written as code."""
    code = re.findall(r"`[^`\n]+`|^    .+$", text, re.MULTILINE)
    return {task for line in code for task in _MAKE.findall(line)}


def test_the_table_names_each_variable_that_is_read_and_no_other() -> None:
    assert set(_VARIABLE.findall(_README)) == _variables()


def test_each_variable_can_be_given_as_a_file() -> None:
    asked = _Asked()

    env.read(asked)

    assert asked.names == _variables() | {f"{name}_FILE" for name in _variables()}


def test_the_two_commands_are_there() -> None:
    assert {"demo", "test"} <= _make_commands(_README)


def test_each_task_that_is_named_exists() -> None:
    targets = set(_TARGET.findall((_ROOT / "Makefile").read_text(encoding="utf-8")))
    contributing = (_ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert _make_commands(_README) | _make_commands(contributing) <= targets
