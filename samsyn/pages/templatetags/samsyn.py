"""Formats and components for templates: `{% load samsyn %}`."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django import forms, template
from django.template.defaulttags import CsrfTokenNode
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from samsyn.pages import formats
from samsyn.pages.addresses import page_url
from samsyn.pages.cells import Words
from samsyn.pages.forms import control as print_control
from samsyn.pages.forms import kind as kind_of_field
from samsyn.pages.forms import options as print_options
from samsyn.pages.references import References, linked

register = template.Library()
Value = TypeVar("Value")


def _filter(name: str, write: Callable[[Value], str]) -> None:
    """Register a format that prints nothing for nothing; what it writes needs no escaping."""

    def printed(value: Value | None) -> str:
        return mark_safe(write(value)) if value else ""  # noqa: S308

    register.filter(name, printed)


_filter("day", formats.long_day)
_filter("short_day", formats.short_day)
_filter("weekday_and_day", formats.weekday_and_day)
_filter("iso", date.isoformat)
_filter("week", formats.week)
_filter("moment", formats.moment)
_filter("clock", formats.clock)
_filter("period", formats.period)


@register.filter
def number(value: float | Decimal | None, decimals: int | None = None) -> str:
    return "" if value is None else formats.number(value, decimals)


@register.filter
def percent(share: float | Decimal | None, decimals: int = 0) -> str:
    return "" if share is None else formats.percent(share, decimals)


@register.filter
def referring(text: Words, references: References | None) -> SafeString:
    """What people have written, with links to what it refers to."""
    return linked(text, references)


@register.filter
def control(field: forms.BoundField) -> SafeString:
    return print_control(field)


@register.filter
def kind(field: forms.BoundField) -> str:
    return kind_of_field(field)


register.simple_tag(page_url, name="address")


@register.simple_tag
def options(choices: Iterable[tuple[Any, Any]], answer: str) -> SafeString:
    """Offer the choices, each a value and a label, in a select; the answer is chosen already."""
    return print_options(choices, {answer})


@register.simple_tag
def tag(word: str, color: str = "neutral") -> SafeString:
    """Show a state: the colour helps, the word says it."""
    return format_html('<span class="ds-tag" data-color="{}">{}</span>', color, word)


@register.simple_block_tag
def card(content: str, title: str = "", **options: Any) -> SafeString:
    """Frame what belongs together. Options: link, link_text, level, id, wide."""
    return render_to_string(
        "pages/components/card.html", {"content": content, "title": title, **options}
    )


@register.simple_block_tag
def heading(content: str, title: str, lead: str = "") -> SafeString:
    """Open a page: its one question, answered; the content is the buttons beside."""
    return render_to_string(
        "pages/components/heading.html", {"content": content, "title": title, "lead": lead}
    )


@register.simple_block_tag
def table(content: str, caption: str) -> SafeString:
    """Let a wide table scroll by itself, also by keyboard. The content is thead and tbody."""
    return render_to_string("pages/components/table.html", {"content": content, "caption": caption})


@register.simple_tag(takes_context=True)
def post_button(context: template.Context, label: str, action: str, **options: Any) -> SafeString:
    """Post to a command. Options: variant, color, fields (name to value), about (to be heard).

    Printed here: a list has one on each row, and a template took longer than all else there.
    """
    return format_html(
        '<form class="inline" method="post" action="{}">{}{}'
        '<button class="ds-button" type="submit" data-variant="{}"{}>{}{}</button></form>',
        action,
        CsrfTokenNode().render(context),
        format_html_join("", _HIDDEN, (options.get("fields") or {}).items()),
        options.get("variant") or "secondary",
        _if_any(' data-color="{}"', options.get("color")),
        label,
        _if_any('<span class="ds-sr-only"> {}</span>', options.get("about")),
    )


_HIDDEN = '<input type="hidden" name="{}" value="{}">'


def _if_any(text: str, value: Any) -> str:
    return format_html(text, value) if value else ""


@register.inclusion_tag("pages/components/form.html")
def form(form: forms.Form, submit: str, **options: Any) -> dict[str, Any]:
    """Print a whole form.

    Options: action, cancel (an address), draft (a name), color, extra (hidden fields).
    """
    return {"form": form, "submit": submit, **options}
