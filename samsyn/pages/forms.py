"""Plain Django forms in the look of the design system."""

from collections.abc import Container, Iterable, Sequence
from html import escape
from typing import Any

from django.forms import BoundField
from django.forms.utils import flatatt
from django.forms.widgets import (
    CheckboxInput,
    CheckboxSelectMultiple,
    ClearableFileInput,
    DateInput,
    RadioSelect,
    Select,
    Textarea,
    Widget,
)
from django.utils.safestring import SafeString, mark_safe

_ROWS = "5"
_OWN_SIZE = (CheckboxInput, RadioSelect, CheckboxSelectMultiple, ClearableFileInput)


class Choices(Select):
    """One of many: Django's own asks a template for each option, three hundred for a page."""

    choices: Sequence[tuple[Any, Any]] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        del renderer
        told = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        inner = options(self.choices, set(self.format_value(value)))
        return mark_safe(f"<select{told}>{inner}</select>")  # noqa: S308


def options(choices: Iterable[tuple[Any, Any]], chosen: Container[str]) -> SafeString:
    """Print answers to choose among; a template takes longer for hundreds than for the page."""
    return mark_safe("".join(_option(value, label, chosen) for value, label in choices))  # noqa: S308


def _option(value: Any, label: Any, chosen: Container[str]) -> str:
    selected = " selected" if str(value) in chosen else ""
    return f'<option value="{escape(str(value))}"{selected}>{escape(str(label))}</option>'


def control(field: BoundField) -> SafeString:
    """Print the control alone: its label, help and error belong to the field component."""
    widget = field.field.widget
    attrs: dict[str, Any] = {"class": f"{widget.attrs.get('class', '')} ds-input".strip()}
    # The label stands above; a grey copy of it in the control only looks like an answer.
    widget.attrs.pop("placeholder", None)
    if isinstance(widget, DateInput):
        _speak_iso(widget)
    if isinstance(widget, Textarea):
        _grow_with_the_page(widget)
    if is_wide(widget):
        attrs["data-width"] = "full"
    return field.as_widget(attrs=attrs)


def is_wide(widget: Widget) -> bool:
    """Tell a control that is as wide as the form from one that has its own size."""
    return not isinstance(widget, (*_OWN_SIZE, DateInput))


def kind(field: BoundField) -> str:
    """Tell the field component how label and control stand: one, toggle, group or hidden."""
    if field.is_hidden:
        return "hidden"
    widget = field.field.widget
    if isinstance(widget, CheckboxInput):
        return "toggle"
    return "group" if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)) else "one"


def _speak_iso(widget: DateInput) -> None:
    # A date control of the browser takes and gives ISO dates whatever the language of the page.
    widget.input_type = "date"
    widget.format = "%Y-%m-%d"
    widget.is_localized = False


def _grow_with_the_page(widget: Textarea) -> None:
    widget.attrs.pop("cols", None)
    if widget.attrs.get("rows") == "10":
        widget.attrs["rows"] = _ROWS
