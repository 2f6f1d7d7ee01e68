"""Texts that people have written, with links to what they refer to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Reference:
    """A part of a text and where it leads; `warning` is what one who follows it should know."""

    start: int
    end: int
    url: str
    title: str = ""
    warning: str = ""


class References(Protocol):
    """What can be referred to, as somebody finds it in a text."""

    def find(self, text: str) -> Sequence[Reference]: ...


def linked(text: Any, references: References | None) -> SafeString:
    """Write the text for a page, with its references as links; all of it escaped."""
    if not references or hasattr(text, "__html__"):
        return conditional_escape(text)
    said, at, pieces = str(text), 0, []
    for each in references.find(said):
        pieces += [conditional_escape(said[at : each.start]), _link(said, each)]
        at = each.end
    pieces.append(conditional_escape(said[at:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _link(said: str, each: Reference) -> SafeString:
    link = format_html(
        '<a class="ds-link" href="{}" title="{}">{}</a>',
        each.url,
        each.title,
        said[each.start : each.end],
    )
    if not each.warning:
        return link
    told = format_html('<span class="ds-tag" data-color="warning">{}</span>', each.warning)
    return format_html("{} {}", link, told)
