"""`samsyn import` and `samsyn export` with workbooks, as the operator runs them."""

from pathlib import Path

from tests.config.test_exchange_from_the_command_line import samsyn
from tests.exchange.workbooks import Rows, rows_of, workbook

_OWN: dict[str, Rows] = {"Personer": [["Förnamn", "Efternamn", "Smeknamn"], ["Eva", "Ek", "E"]]}


def test_headings_are_named_once_and_the_registers_taken_out(
    committed_database: str, tmp_path: Path
) -> None:
    own, out = tmp_path / "egen.xlsx", tmp_path / "ut.xlsx"
    own.write_bytes(workbook(_OWN))
    here = ("--municipality", "alingsas")

    asked = samsyn("import", str(own), *here)
    trial = samsyn("import", str(own), *here, "--map", "Smeknamn=-", "--dry-run")
    done = samsyn("import", str(own), *here, "--map", "Smeknamn=-")
    again = samsyn("import", str(own), *here)
    taken = samsyn("export", str(out), *here)

    assert [run.returncode for run in (asked, trial, done, again, taken)] == [1, 0, 0, 0, 0]
    assert f"{own}: Personer!C1: Rubriken ”Smeknamn” känns inte igen." in asked.stderr
    assert done.stdout == "alingsas: personer: skapad 1\n"
    assert again.stdout == "alingsas: inget skiljer sig.\n"
    assert "eva-ek" in [row[0] for row in rows_of(out.read_bytes())["Personer"]]


def test_the_template_is_written(committed_database: str, tmp_path: Path) -> None:
    path = tmp_path / "mall.xlsx"

    done = samsyn("export", "--template", str(path))

    assert done.returncode == 0
    assert "Läs mig" in rows_of(path.read_bytes())


def test_a_workbook_says_not_whose_it_is(committed_database: str, tmp_path: Path) -> None:
    path = tmp_path / "egen.xlsx"
    path.write_bytes(workbook(_OWN))

    without = samsyn("import", str(path))
    elsewhere = samsyn("import", str(path), "--municipality", "finns-inte")
    with_others = samsyn("import", str(path), str(tmp_path), "--municipality", "alingsas")
    macros = samsyn("import", str(path.with_suffix(".xlsm")), "--municipality", "alingsas")

    assert "Säg vilken kommun" in without.stderr
    assert "Det finns ingen kommun med nyckeln finns-inte" in elsewhere.stderr
    assert "Läs in ett kalkylblad i taget" in with_others.stderr
    assert "Traceback" not in macros.stderr
    assert {run.returncode for run in (without, elsewhere, with_others, macros)} == {1}
