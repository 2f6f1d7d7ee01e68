"""`samsyn import`, `export` and `schema`, as the operator runs them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests import surroundings
from tests.exchange.files import HEAD
from tests.organisation.test_share_a_body_from_the_command_line import on_this_database

_NEW = 'samsyn: 1\nmunicipality: {key: ny, name: Ny kommun, code: "9999"}\n'
_PERSON = "persons:\n  anna: {given_name: Anna, family_name: Lind}\n"
_SHARED = "bodies:\n  polisen: {kind: police, name: Polisen, shared: true}\n"


def samsyn(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        surroundings.command(*arguments),
        env=on_this_database(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_municipality_is_founded_filled_and_taken_out(
    committed_database: str, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(_NEW + _PERSON + _SHARED)

    trial = samsyn("import", str(tmp_path), "--dry-run")
    done = samsyn("import", str(tmp_path))
    again = samsyn("import", str(tmp_path))
    out = samsyn("export", str(tmp_path / "out"), "--municipality", "ny")

    assert [run.returncode for run in (trial, done, again, out)] == [0, 0, 0, 0], done.stderr
    assert "Inget är sparat" in trial.stdout
    assert "ny: personer: skapad 1" in done.stdout
    assert again.stdout == "ny: inget skiljer sig.\n"
    assert "Anna" in (tmp_path / "out" / "persons.yaml").read_text()


def test_mistakes_are_told_in_the_language_and_nothing_is_changed(
    committed_database: str, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + _PERSON + "  bo: {given_nam: Bo}\n")

    done = samsyn("import", str(tmp_path), "--language", "en")
    other = samsyn("import", str(tmp_path), "--municipality", "tyreso")

    assert (done.returncode, other.returncode) == (1, 1)
    assert f"{tmp_path}/a.yaml:5: persons.bo: There is no field given_nam." in done.stderr
    assert "Filen gäller en annan kommun" in other.stderr
    assert "Traceback" not in done.stderr + other.stderr


def test_an_export_does_not_mix_with_other_files(committed_database: str, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("")

    done = samsyn("export", str(tmp_path), "--municipality", "alingsas")

    assert done.returncode == 1
    assert "har andra filer" in done.stderr


def test_what_a_larger_export_left_is_taken_away(committed_database: str, tmp_path: Path) -> None:
    (tmp_path / "meetings-2.yaml").write_text("meetings: {}\n")

    done = samsyn("export", str(tmp_path), "--municipality", "alingsas")

    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "meetings-2.yaml").exists()
    assert (tmp_path / "meetings.yaml").exists()


@pytest.mark.parametrize("arguments", [["import"], ["export"], ["export", "x"]])
def test_wrong_usage(arguments: list[str]) -> None:
    assert samsyn(*arguments).returncode == 2


def test_the_schema_is_json(committed_database: str) -> None:
    told = json.loads(samsyn("schema").stdout)

    assert told["$schema"].endswith("2020-12/schema")
    assert "appointments" in told["properties"]
