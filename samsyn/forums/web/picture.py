"""The map of forums, as a drawing and as a table.

Written here: three hundred forums have thousands of names and marks, and a template takes longer
for them than all the rest of the page.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from samsyn.forums.models import Forum, Level
from samsyn.forums.queries import Cover
from samsyn.forums.web.addresses import forum_url

_ROW, _COLUMN, _LEFT, _TOP = 28, 28, 320, 190
_LONGEST_NAME, _LONGEST_LABEL = 42, 26


@dataclass(frozen=True, slots=True)
class Row:
    """A forum on the map: how far down its line is, where its marks are and what they mean."""

    forum: Forum
    y: int
    marks: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Forums are lines, columns are bodies or words, marks are where.

    Its measures are written already: a number would be put in the words of a language.
    """

    rows: list[Row]
    columns: list[tuple[str, int]]
    width: str
    height: str

    @property
    def columns_html(self) -> SafeString:
        return _joined([self._column(label, x) for label, x in self.columns])

    @property
    def lines_html(self) -> SafeString:
        return _joined([self._line(row) for row in self.rows])

    @property
    def rows_html(self) -> SafeString:
        levels = {level.value: escape(str(level.label)) for level in Level}
        return _joined([_cells(row, levels) for row in self.rows])

    def _column(self, label: str, x: int) -> str:
        line = f'<line class="grid" x1="{x:d}" y1="180" x2="{x:d}" y2="{self.height}"/>'
        name = escape(_short(label, _LONGEST_LABEL))
        return f'{line}<text transform="translate({x:d} 176) rotate(-50)">{name}</text>'

    def _line(self, row: Row) -> str:
        y = f"{row.y:d}"
        line = f'<line class="grid" x1="0" y1="{y}" x2="{self.width}" y2="{y}"/>'
        name = f'<text x="0" y="{y}" dy="-4">{escape(_short(row.forum.name, _LONGEST_NAME))}</text>'
        marks = "".join(f'<circle class="mark" cx="{x:d}" cy="{y}" r="6"/>' for x in row.marks)
        return f'{line}<a href="{forum_url(row.forum.pk)}">{name}</a>{marks}'


def drawn(cover: Cover) -> Picture:
    places = {key: _LEFT + n * _COLUMN for n, (key, _label) in enumerate(cover.columns)}
    rows = [
        _row(cover, forum, _TOP + n * _ROW, cover.marks.get(forum.pk, ()), places)
        for n, forum in enumerate(cover.forums)
    ]
    columns = [(label, places[key]) for key, label in cover.columns]
    width = _LEFT + max(1, len(columns)) * _COLUMN + _TOP // 2
    return Picture(rows, columns, str(width), str(_TOP + len(rows) * _ROW))


def _row(
    cover: Cover, forum: Forum, y: int, keys: Collection[str], places: Mapping[str, int]
) -> Row:
    found = [(places[key], label) for key, label in cover.columns if key in keys]
    return Row(forum, y, tuple(x for x, _l in found), ", ".join(label for _x, label in found))


def _cells(row: Row, levels: Mapping[str, str]) -> str:
    forum = row.forum
    name = f'<a class="ds-link" href="{forum_url(forum.pk)}">{escape(forum.name)}</a>'
    told = (name, levels[forum.level], escape(forum.target_group or "–"), escape(row.words or "–"))
    cells = "".join(f'<td role="cell">{each}</td>' for each in told)
    return f'<tr role="row">{cells}</tr>'


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _joined(pieces: list[str]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308 - what people have written is escaped in each
