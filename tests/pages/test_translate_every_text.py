import importlib.util
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.forms import CharField, DateField
from django.utils import translation

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "tools" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def own(catalogue: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Work on a product of one template and one module."""
    (tmp_path / "a" / "templates").mkdir(parents=True)
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    monkeypatch.setattr(catalogue, "PACKAGE", tmp_path)
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(catalogue, "ENGLISH", tmp_path / "locale/en/LC_MESSAGES/django.po")
    return catalogue


def texts(catalog: Catalog) -> set[Any]:
    return {message.id for message in catalog if message.id}


def test_every_text_has_its_english(catalogue: ModuleType) -> None:
    assert catalogue.complaints() == []


def test_texts_are_found_in_code_and_templates(own: Any, tmp_path: Path) -> None:
    (tmp_path / "a" / "a.py").write_text('_("Organ")\nngettext("%(n)s rad", "%(n)s rader", n)\n')
    (tmp_path / "a" / "templates" / "a.html").write_text(
        '    {% trans "Spara" %}\n  {% blocktrans count n=n trimmed %}\n    {{ n }} nyckel\n'
        "    {% plural %}\n    {{ n }} nycklar\n  {% endblocktrans %}\n"
        '{% trans "Maj" context "månad" %}'
    )

    found = own.wanted()

    assert texts(found) == {
        "Organ",
        ("%(n)s rad", "%(n)s rader"),
        "Spara",
        ("%(n)s nyckel", "%(n)s nycklar"),
        "Maj",
    }
    assert found.get("Maj", context="månad") is not None


def test_a_text_without_english_is_pointed_out(own: Any, tmp_path: Path) -> None:
    (tmp_path / "a" / "a.py").write_text('_("Organ")\n')
    own.gather()

    assert own.complaints() == ["no English: Organ"]


def test_english_that_no_text_has_is_pointed_out_and_falls_away(own: Any, tmp_path: Path) -> None:
    (tmp_path / "a" / "a.py").write_text('_("Organ")\n')
    own.gather()
    own.ENGLISH.write_text(own.ENGLISH.read_text().replace('msgstr ""\n', 'msgstr "Body"\n'))
    (tmp_path / "a" / "a.py").write_text("")

    complaints = own.complaints()
    own.gather()

    assert (complaints, own.complaints()) == (["obsolete: Organ"], [])


def test_a_place_for_a_value_that_no_value_fills_is_pointed_out(own: Any, tmp_path: Path) -> None:
    (tmp_path / "a" / "a.py").write_text('_("Hej %(name)s")\n')
    own.gather()
    filled = own.ENGLISH.read_text().replace('%(name)s"\nmsgstr ""', '%(name)s"\nmsgstr "Hi %(n)s"')
    own.ENGLISH.write_text(filled)

    assert own.complaints() == ["placeholders differ: Hej %(name)s"]


def test_a_new_text_never_borrows_the_english_of_one_that_is_like_it(
    own: Any, tmp_path: Path
) -> None:
    (tmp_path / "a" / "a.py").write_text('_("Organet är avslutat.")\n')
    own.gather()
    own.ENGLISH.write_text(own.ENGLISH.read_text().replace('msgstr ""\n', 'msgstr "Ended."\n'))
    (tmp_path / "a" / "a.py").write_text('_("Organet är avslutad.")\n')

    own.gather()

    assert own.complaints() == ["no English: Organet är avslutad."]


def test_gathering_twice_changes_nothing(own: Any, tmp_path: Path) -> None:
    (tmp_path / "a" / "a.py").write_text('_("Å")\n_("A")\n_("Ö")\n')
    own.gather()
    once = own.ENGLISH.read_bytes()

    own.gather()

    assert own.ENGLISH.read_bytes() == once
    assert len(texts(read_po(BytesIO(once), locale="en"))) == 3


@pytest.mark.parametrize("field", [CharField(), DateField()])
def test_django_speaks_swedish_of_its_own_fields(field: Any) -> None:
    with translation.override("sv"):
        required = str(field.error_messages["required"])

    assert required == "Detta fält måste fyllas i."


def test_what_the_sign_in_package_says_is_plain_swedish() -> None:
    with translation.override("sv"):
        said = translation.gettext("Incorrect password.")

    assert said == "Lösenordet stämmer inte."
