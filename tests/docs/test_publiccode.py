from pathlib import Path
from typing import Any

import pytest
import yaml

_ROOT = Path(__file__).parent.parent.parent
_MANDATORY = """
    publiccodeYmlVersion name url platforms categories developmentStatus softwareType description
    legal maintenance localisation
""".split()
_LONGEST_SHORT, _SHORTEST_LONG, _LONGEST_LONG = 150, 150, 10_000


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((_ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    return found


def test_it_has_what_version_0_4_of_the_standard_demands(told: dict[str, Any]) -> None:
    assert [key for key in _MANDATORY if not told.get(key)] == []
    assert told["publiccodeYmlVersion"] == "0.4"
    assert told["localisation"]["localisationReady"] is True


@pytest.mark.parametrize("language", ["en", "sv"])
def test_its_descriptions_are_of_the_right_length(told: dict[str, Any], language: str) -> None:
    description = told["description"][language]

    assert len(description["shortDescription"]) <= _LONGEST_SHORT
    assert _SHORTEST_LONG <= len(description["longDescription"]) <= _LONGEST_LONG
    assert len(description["genericName"]) <= 35
    assert description["features"]


def test_its_licence_is_that_of_the_licence_file(told: dict[str, Any]) -> None:
    licence = (_ROOT / "LICENSE").read_text(encoding="utf-8")

    assert told["legal"]["license"] == "EUPL-1.2"
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert "15.Applicable Law" in licence


def test_its_languages_are_those_of_the_site(told: dict[str, Any], settings: Any) -> None:
    assert told["localisation"]["availableLanguages"] == [code for code, _ in settings.LANGUAGES]
