"""Reads the sheets of a workbook: run as a program of its own, which may take only so much.

A workbook may say that it has a cell a million rows away, or the same row a million times. This
program then ends and the site goes on. It is given the workbook, and says the sheets as JSON.
"""

import io
import json
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MOST_SECONDS = 20
MOST_ROWS = 20_000
_MOST_MEMORY = 1_500_000_000
_MIDNIGHT = time()


def sheets_in(content: bytes) -> list[tuple[str, list[list[str]]]]:
    """Give each sheet that is shown and has rows, by its name; one row too many tells of more."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    shown = [
        each.name
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
    ]
    read = [(name, list(_rows(book, name))) for name in shown]
    return [(name, rows) for name, rows in read if rows]


def _rows(book: CalamineWorkbook, name: str) -> Iterator[list[str]]:
    left = MOST_ROWS + 2
    for row in book.get_sheet_by_name(name).iter_rows():
        texts = [as_text(value) for value in row]
        if any(texts):
            yield texts
            left -= 1
        if not left:
            return


def as_text(value: Any) -> str:
    """Write what stands in a cell as a person would.

    >>> [as_text(each) for each in (24.0, 12.5, date(2025, 3, 4), time(13, 30), True, " 7A ")]
    ['24', '12.5', '2025-03-04', '13:30', 'ja', '7A']
    >>> as_text(datetime(2025, 3, 4)), as_text(datetime(2025, 3, 4, 13))
    ('2025-03-04', '2025-03-04 13:00')
    """
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime) and value.time() == _MIDNIGHT:
        return value.date().isoformat()
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    json.dump(sheets_in(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
