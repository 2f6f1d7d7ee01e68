"""The initiatives along time, as a drawing: a line for each, from when it began."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from samsyn.initiatives.web.addresses import initiative_url

_ROW, _TOP, _LEFT, _A_YEAR, _BAR = 26, 30, 300, 72, 12
_LONGEST = 40
_DAYS, _MOST_YEARS = 365.25, 40


@dataclass(frozen=True, slots=True)
class Timeline:
    """Its measures are written already: a number would be put in the words of a language."""

    width: str
    height: str
    body: SafeString


def drawn(rows: Sequence[Any], today: date) -> Timeline:
    """Draw what has a known beginning; what has no end goes on beyond the last year."""
    if not rows:
        return Timeline("0", "0", mark_safe(""))
    first = max(min(_begins(row).year for row in rows), today.year - _MOST_YEARS)
    last = max(today.year + 2, *(row.ends_on.year for row in rows if row.ends_on), today.year)
    last = min(last, today.year + _MOST_YEARS)
    width = _LEFT + (last - first + 1) * _A_YEAR
    height = _TOP + len(rows) * _ROW + 8
    parts = [_year(each, first, height) for each in range(first, last + 1)]
    parts.append(_now(today, first, height))
    ordered = sorted(rows, key=lambda row: (_begins(row), row.title_key))
    parts += [_line(row, _TOP + n * _ROW, first, width) for n, row in enumerate(ordered)]
    return Timeline(f"{width:d}", f"{height:d}", mark_safe("".join(parts)))  # noqa: S308 - escaped


def _begins(row: Any) -> date:
    begun: date = row.starts_on or date(row.begun_year, 1, 1)
    return begun


def _place(day: date, first: int) -> int:
    days = (day - date(first, 1, 1)).days
    return _LEFT + max(0, round(days / _DAYS * _A_YEAR))


def _year(year: int, first: int, height: int) -> str:
    x = _LEFT + (year - first) * _A_YEAR
    return (
        f'<line class="grid" x1="{x:d}" y1="20" x2="{x:d}" y2="{height:d}"/>'
        f'<text x="{x + 4:d}" y="14">{year:d}</text>'
    )


def _now(today: date, first: int, height: int) -> str:
    x = _place(today, first)
    return f'<line class="now" x1="{x:d}" y1="20" x2="{x:d}" y2="{height:d}"/>'


def _line(row: Any, y: int, first: int, width: int) -> str:
    start = _place(_begins(row), first)
    end = min(width, _place(row.ends_on, first)) if row.ends_on else width
    name = row.title if len(row.title) <= _LONGEST else f"{row.title[: _LONGEST - 1]}…"
    bar = "open" if row.ends_on is None else "ended"
    return (
        f'<a href="{initiative_url(row.pk)}"><text x="0" y="{y + _BAR:d}">{escape(name)}</text></a>'
        f'<rect class="bar {bar}" x="{start:d}" y="{y + 2:d}"'
        f' width="{max(end - start, 3):d}" height="{_BAR:d}" rx="3"/>'
    )
