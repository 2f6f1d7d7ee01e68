"""Brings workbooks in and takes them out, from the command line."""

from collections.abc import Sequence
from pathlib import Path

from samsyn.access import api as access
from samsyn.config import operator
from samsyn.config.exchanging import carry_through
from samsyn.config.problems import ProblemError
from samsyn.exchange import api as exchange

_ENDINGS = frozenset({".xlsx", ".xlsm", ".xltm", ".xlsb", ".xls", ".ods", ".xltx"})


def is_workbook(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and not path.is_dir()


def bring_in_workbook(
    path: Path,
    said: exchange.Said,
    *,
    key: str | None,
    language: str | None,
    is_trial: bool,
) -> int:
    """Carry out what the workbook says, in one transaction; returns the exit code."""
    if not key:
        raise ProblemError(f"Säg vilken kommun {path} gäller: --municipality NYCKEL.")
    place = operator.municipality(key)

    def read(report: exchange.Report) -> exchange.Outcome | None:
        with access.acting_in(place.pk) as actor:
            told = exchange.Said(said.registers, said.meanings, exchange.remembered(actor))
            file = exchange.File(str(path), path=path)
            book = exchange.open_workbook(file, told, report)
            if book is None:
                return None
            exchange.refuse_unknown(book, report)
            if report.count:
                return None
            exchange.remember(book.headings, actor=actor)
            return exchange.read_rows(book, place.key, report)

    return carry_through(read, only=key, language=language, is_trial=is_trial)


def said_of(headings: Sequence[str], sheets: Sequence[str]) -> exchange.Said:
    """What is said on the command line, as HEADING=column and SHEET=register."""
    return exchange.Said(_parted(sheets, "--sheet"), _parted(headings, "--map"))


def _parted(told: Sequence[str], option: str) -> dict[str, str]:
    parted = {}
    for each in told:
        name, sign, meaning = each.rpartition("=")
        if not (sign and name.strip() and meaning.strip()):
            raise ProblemError(f'Skriv {option} "rubrik=kolumn", inte ”{each}”.')
        parted[exchange.alike(name)] = meaning.strip()
    return parted


def take_out_workbook(path: Path, key: str) -> str:
    """Write the registers of the municipality as a workbook; returns what to tell."""
    place = operator.municipality(key)
    with access.acting_in(place.pk) as actor:
        path.write_bytes(exchange.write_workbook(actor, place))
        access.trace(actor, exchange.EXPORT_FILE.name)
    return f"{path} är skriven."


def write_template(path: Path) -> str:
    path.write_bytes(exchange.write_template())
    return f"{path} är skriven."
