"""A file or a pasted table as sheets of text, and the same sheets as a page keeps them."""

import base64
import csv
import io
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from samsyn.intake.domain import sheets as program
from samsyn.intake.domain.sheets import MOST_ROWS
from samsyn.intake.files import TABLES, TEXTS, SentFile, UnfitFileError, decoded, judge

_MOST_COLUMNS = 100
_LONGEST_CELL = 20_000
_LARGEST = 40_000_000
# Excel says in a line of its own what stands between the cells.
_SAID = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)
# What a page keeps must fit in what a form may send.
MOST_KEPT = 2_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stood, by its number in what was sent: headings stand in the first."""

    number: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The headings and the rows below them, all as text."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def with_rows(self, rows: Iterable[Row]) -> "Sheet":
        return replace(self, rows=tuple(rows))

    def mended(self, cells: Mapping[tuple[int, int], str], left: set[int]) -> "Sheet":
        """The same with other texts in some cells, by row and column, and without some rows."""
        return self.with_rows(
            Row(row.number, tuple(cells.get((row.number, at), t) for at, t in enumerate(row.texts)))
            for row in self.rows
            if row.number not in left
        )


def sheets_of(text: str, sent: SentFile | None) -> list[Sheet]:
    """Read what was sent, or else what was pasted; refuses what has no rows below its headings."""
    read = _of_file(sent) if sent else [("", _lines(text))]
    found = [_sheet(name, lines) for name, lines in read]
    sheets = [each for each in found if each.rows]
    if not sheets:
        raise UnfitFileError(_("Det finns inga rader att läsa. Den första raden är rubriker."))
    return sheets


def packed(sheets: Sequence[Sheet]) -> str:
    """Write the sheets small, for a page to keep."""
    told = [
        (each.name, each.headings, [(row.number, *row.texts) for row in each.rows])
        for each in sheets
    ]
    kept = base64.b64encode(zlib.compress(json.dumps(told).encode())).decode()
    if len(kept) > MOST_KEPT:
        raise UnfitFileError(_("Tabellen är för stor för att läsas på en gång. Dela den."))
    return kept


def unpacked(kept: str) -> list[Sheet]:
    """Read what a page has kept."""
    try:
        content = zlib.decompressobj().decompress(base64.b64decode(kept), _LARGEST)
        told = json.loads(content)
        return [_kept_sheet(*each) for each in told]
    except (ValueError, TypeError, AttributeError, zlib.error) as fault:
        raise UnfitFileError(_("Det som sidan hade kvar går inte att läsa. Börja om.")) from fault


def _kept_sheet(name: str, headings: list[str], rows: list[list[str]]) -> Sheet:
    kept = tuple(
        Row(int(number), tuple(map(_one_cell, texts))) for number, *texts in rows[:MOST_ROWS]
    )
    if any(len(row.texts) != len(headings) for row in kept):
        raise ValueError(name)
    return Sheet(_one_cell(name), tuple(map(_one_cell, headings)), kept)


def _sheet(name: str, lines: Iterable[Sequence[str]]) -> Sheet:
    told = [
        Row(number, tuple(map(_one_cell, line)))
        for number, line in enumerate(lines, 1)
        if any(line)
    ]
    headings = told[0].texts if told else ()
    wide = max((at for row in told for at, text in enumerate(row.texts, 1) if text), default=0)
    if len(told) - 1 > MOST_ROWS:
        raise UnfitFileError(_("Läs in högst 20 000 rader åt gången."))
    if wide > _MOST_COLUMNS:
        raise UnfitFileError(_("Tabellen har fler än 100 kolumner. Ta bort de som inte behövs."))
    rows = (Row(row.number, _as_wide(row.texts, wide)) for row in told[1:])
    return Sheet(name, _as_wide(headings, wide), tuple(rows))


def _as_wide(texts: Sequence[str], wide: int) -> tuple[str, ...]:
    return (*texts, *[""] * wide)[:wide]


def _one_cell(text: str) -> str:
    return text.replace("\0", "").strip("\ufeff \t\r\n\N{NO-BREAK SPACE}")[:_LONGEST_CELL]


def _of_file(sent: SentFile) -> list[tuple[str, list[list[str]]]]:
    if judge(sent, TABLES) in TEXTS:
        return [("", _lines(decoded(sent.content) or ""))]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-I", str(program.__file__)],
            input=sent.content,
            capture_output=True,
            timeout=program.MOST_SECONDS,
            check=True,
        )
    except subprocess.SubprocessError as fault:
        raise UnfitFileError(_("Filen är trasig. Spara om den och försök igen.")) from fault
    return [(name, lines) for name, lines in json.loads(done.stdout)]


def _lines(text: str) -> list[list[str]]:
    told = text.lstrip("\ufeff")
    if said := _SAID.match(told):
        told = told[said.end() :]
    first = told.lstrip().partition("\n")[0]
    sign = said[1] if said else max("\t;,", key=first.count)
    try:
        return list(csv.reader(io.StringIO(told, newline=""), delimiter=sign))
    except csv.Error as fault:
        raise UnfitFileError(_("Tabellen går inte att läsa. Spara om den som Excel.")) from fault
