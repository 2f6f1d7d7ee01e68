"""Fields of forms for long texts and for files."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samsyn.intake.bounds import LONGEST_TEXT
from samsyn.intake.files import ENDINGS, LARGEST, TABLES, SentFile
from samsyn.pages.api import fields


def _told(taken: Mapping[str, tuple[str, ...]]) -> str:
    return ",".join(ending for endings in taken.values() for ending in endings)


def long_text(label: Any, *, help_text: Any = "", required: bool = False) -> forms.CharField:
    """Several lines, as long as someone may need."""
    field = fields.text(label, help_text=help_text, longest=LONGEST_TEXT)
    field.required = required
    return field


class FileField(forms.FileField):
    """One file with what is in it; one that is too large is told of and not read."""

    widget = forms.FileInput(attrs={"accept": _told(ENDINGS)})

    def clean(self, data: Any, initial: Any = None) -> SentFile | None:
        size = getattr(data, "size", None) or 0
        if size > LARGEST:
            told = {"size": -(-size // 1_000_000)}
            raise forms.ValidationError(_("Filen är %(size)d MB. Högst 20 MB tas emot.") % told)
        file = super().clean(data, initial)
        return SentFile(file.name, file.read()) if file else None


class TableField(FileField):
    """A file that a table can be read from."""

    widget = forms.FileInput(attrs={"accept": _told(TABLES)})
