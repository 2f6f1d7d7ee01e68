"""What stands in a table: a value with its type, so that page, CSV and Excel each write it well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import escape

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

from samsyn.pages import formats

Words = str | Promise
Value = Words | int | float | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in words; the colour is one of neutral, info, success, warning and danger."""

    word: Words
    color: str = "neutral"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, where it leads, and the states and the remark that stand beside it."""

    value: Value = None
    url: str = ""
    tags: tuple[Tag, ...] = ()
    note: Words = ""

    @property
    def text(self) -> str:
        return shown(self.value)

    @property
    def html(self) -> SafeString:
        """The cell as a page shows it; made here, since a list prints hundreds of them."""
        return mark_safe("".join(self._parts()))  # noqa: S308

    def _parts(self) -> Iterator[str]:
        text = escape(self.text)
        if isinstance(self.value, date):
            text = f'<span class="fixed">{text}</span>'
        yield f'<a class="ds-link" href="{escape(self.url)}">{text}</a>' if self.url else text
        for tag in self.tags:
            word, color = escape(str(tag.word)), escape(tag.color)
            yield f' <span class="ds-tag" data-color="{color}">{word}</span>'
        if self.note:
            yield f' <span class="muted">{escape(str(self.note))}</span>'

    @property
    def plain(self) -> Value:
        """The value for an export, where a state is a word among words."""
        words = [str(tag.word) for tag in self.tags]
        if not words:
            return str(self.value) if isinstance(self.value, Promise) else self.value
        return ", ".join([shown(self.value), *words] if self.value not in {None, ""} else words)


def shown(value: Value) -> str:
    match value:
        case None:
            return ""
        case str() | Promise():
            return str(value)
        case datetime():
            return formats.iso_moment(value)
        case date():
            return value.isoformat()
        case _:
            return formats.number(value)
