import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models
from django.utils import translation

from samsyn.access.models import Role

_GLOSSARY = Path(__file__).parent.parent.parent / "docs" / "glossary.md"
_ROW = re.compile(r"^\| (?P<swedish>[^|]+) \| `(?P<identifier>[\w.]+)` \| [^|]+ \|$", re.MULTILINE)
_MODEL = re.compile(r"[a-z_]+\.[A-Z]\w+")
_CHOICE = re.compile(r"[A-Z]\w+\.[A-Z][A-Z0-9_]*")


def _rows(kind: re.Pattern[str]) -> dict[str, str]:
    """Return the Swedish word of each identifier of a kind that has a row of its own."""
    found = _ROW.finditer(_GLOSSARY.read_text(encoding="utf-8"))
    return {row["identifier"]: row["swedish"] for row in found if kind.fullmatch(row["identifier"])}


def _models() -> set[str]:
    ours = (model for model in apps.get_models() if model.__module__.startswith("samsyn."))
    return {f"{model._meta.app_label}.{model.__name__}" for model in ours}


def _choice_classes(
    above: type[models.TextChoices] = models.TextChoices,
) -> Iterator[type[models.TextChoices]]:
    for choices in above.__subclasses__():
        if choices.__module__.startswith("samsyn."):
            yield choices
        yield from _choice_classes(choices)


def _choices() -> dict[str, str]:
    with translation.override("sv"):
        return {
            f"{choices.__name__}.{member.name}": str(member.label)
            for choices in _choice_classes()
            for member in choices
        }


def test_every_model_stands_in_the_glossary() -> None:
    assert _models() - set(_rows(_MODEL)) == set()


def test_what_stands_there_as_a_model_exists() -> None:
    assert set(_rows(_MODEL)) - _models() == set()


def test_every_choice_stands_there_with_the_word_that_the_interface_shows() -> None:
    assert _rows(_CHOICE) == _choices()


def test_every_kind_of_choice_has_a_part_of_its_own() -> None:
    text = _GLOSSARY.read_text(encoding="utf-8")
    names = [f"{kind.__module__.split('.')[1]}.{kind.__name__}" for kind in _choice_classes()]

    assert names
    assert [name for name in names if f"(`{name}`)" not in text] == []


def test_the_search_for_choices_finds_those_that_we_know() -> None:
    assert Role in set(_choice_classes())
    assert "organisation.Body" in _models()
