"""A file or a pasted table as rows of text, and what its headings mean."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from python_calamine import CalamineError, CalamineWorkbook

from samsyn.initiatives.actions.values import UnfitValueError
from samsyn.intake.api import SentFile, judge

MOST_ROWS = 20_000
LEFT_OUT = "left_out"
MEANINGS = (
    ("period", gettext_lazy("Period")),
    ("starts_on", gettext_lazy("Från och med")),
    ("ends_on", gettext_lazy("Till och med")),
    ("sex", gettext_lazy("Kön")),
    ("area", gettext_lazy("Område")),
    ("school_form", gettext_lazy("Skolform")),
    ("value", gettext_lazy("Värde")),
    ("numerator", gettext_lazy("Täljare")),
    ("denominator", gettext_lazy("Nämnare")),
    ("answers", gettext_lazy("Antal svar")),
    ("response_rate", gettext_lazy("Svarsfrekvens")),
    (LEFT_OUT, gettext_lazy("Ska inte läsas in")),
)
# What such columns are usually called, in the files of authorities and in our own.
_USUAL = {
    **dict.fromkeys(("period", "år", "läsår", "termin", "year", "tid"), "period"),
    **dict.fromkeys(("från", "från och med", "fr.o.m.", "start"), "starts_on"),
    **dict.fromkeys(("till", "till och med", "t.o.m.", "slut"), "ends_on"),
    **dict.fromkeys(("kön", "sex", "gender"), "sex"),
    **dict.fromkeys(("område", "kommundel", "regso", "deso"), "area"),
    **dict.fromkeys(("skolform", "verksamhetsform"), "school_form"),
    **dict.fromkeys(("värde", "andel", "antal", "value", "procent"), "value"),
    **dict.fromkeys(("täljare", "numerator"), "numerator"),
    **dict.fromkeys(("nämnare", "denominator"), "denominator"),
    **dict.fromkeys(("n", "antal svar", "svar", "svarande"), "answers"),
    **dict.fromkeys(("svarsfrekvens", "svarsandel"), "response_rate"),
}
_XLSX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The headings and the rows below them, all as text."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def written(self, rows: Iterable[Sequence[str]]) -> str:
        """The same headings over some of the rows, to be read again."""
        return "\n".join("\t".join(map(_one_line, row)) for row in (self.headings, *rows))


def sheet_of(text: str, sent: SentFile | None) -> Sheet:
    """Read what was sent, or else what was pasted; refuses a table without rows."""
    lines = _of_file(sent) if sent else _of_text(text)
    told = [tuple(cell.strip() for cell in row) for row in lines if any(row)]
    if not told[1:]:
        raise UnfitValueError(_("Det finns inga rader att läsa. Den första raden är rubriker."))
    if len(told) > MOST_ROWS:
        raise UnfitValueError(_("Läs in högst 20 000 rader åt gången."))
    headings = tuple(cell.removeprefix("\ufeff") for cell in told[0])
    wide = len(headings)
    return Sheet(headings, tuple((*row, *[""] * wide)[:wide] for row in told[1:]))


def meanings(headings: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """What each heading means, by what has been said of it before or by what is usual."""
    alike = {heading: " ".join(heading.lower().split()) for heading in headings}
    return {heading: said.get(key) or _USUAL.get(key, "") for heading, key in alike.items()}


def _of_file(sent: SentFile) -> list[list[str]]:
    judge(sent)
    if not sent.name.lower().endswith(_XLSX):
        return _of_text(_decoded(sent.content))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sent.content))
        rows = book.get_sheet_by_index(0).to_python()
    except CalamineError as fault:
        raise UnfitValueError(_("Filen är trasig. Spara om den och försök igen.")) from fault
    return [[_as_text(value) for value in row] for row in rows]


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _of_text(text: str) -> list[list[str]]:
    first = text.lstrip("\ufeff\n\r").partition("\n")[0]
    sign = max("\t;,", key=first.count)
    return list(csv.reader(io.StringIO(text), delimiter=sign))


def _as_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
