"""Fields that the forms of meetings share."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _


def clock(label: Any) -> forms.TimeField:
    control = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(label=label, required=False, widget=control)


def moment(label: Any, *, help_text: Any = "") -> forms.DateTimeField:
    # A control of the browser takes and gives ISO moments whatever the language of the page.
    control = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    return forms.DateTimeField(label=label, required=False, help_text=help_text, widget=control)


def function_choices(positions: list[Any]) -> list[tuple[str, str]]:
    """Value and name of each function, and whether nobody holds it."""
    return [(str(each.pk), _named(each)) for each in positions]


def _named(position: Any) -> str:
    name = f"{position.body_name}: {position.title}"
    return name if position.held else _("%(function)s (vakant)") % {"function": name}
