"""Fields of forms, with their limits told in words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.pages.forms import Choices
from samsyn.pages.receiving import LARGEST_FILE, TooLargeFile

LONGEST = 200
LONGEST_TEXT = 2_000
_TOO_LONG = {"max_length": _("Skriv högst %(limit_value)d tecken. Nu är det %(show_value)d.")}


def one_line(label: Any, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        required=required,
        help_text=help_text,
        error_messages=_TOO_LONG,
    )


def text(label: Any, *, help_text: Any = "", longest: int = LONGEST_TEXT) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        required=False,
        help_text=help_text,
        error_messages=_TOO_LONG,
        widget=forms.Textarea,
    )


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text)


class LastDayField(forms.DateField):
    """A last day that is in, as people write it; cleaned to the day after, which is not."""

    def clean(self, value: Any) -> date | None:
        last: date | None = super().clean(value)
        return last + timedelta(days=1) if last and last < date.max else last

    def prepare_value(self, value: Any) -> Any:
        return value - timedelta(days=1) if isinstance(value, date) else value


def last_day(label: Any, *, required: bool = False, help_text: Any = "") -> LastDayField:
    return LastDayField(label=label, required=required, help_text=help_text)


class _SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; those that were too large to receive are told of by name."""

    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[Any]"]:
        sent = data if isinstance(data, list) else [data]
        too_large = [file for file in sent if isinstance(file, TooLargeFile)]
        if too_large:
            raise forms.ValidationError([_told_too_large(file) for file in too_large])
        return [super(FilesField, self).clean(file, initial) for file in sent or [None]]


def _told_too_large(file: TooLargeFile) -> str:
    size = file.size or 0
    if size <= LARGEST_FILE:
        return gettext("Filerna är tillsammans större än 100 MB. Skicka dem i omgångar.")
    told = {"name": file.name, "size": -(-size // 1_000_000)}
    return gettext("%(name)s är %(size)d MB. Högst 50 MB går att skicka i en fil.") % told


def files(label: Any, *, endings: Sequence[str], help_text: Any = "") -> FilesField:
    control = _SeveralFiles(attrs={"accept": ",".join(endings)})
    return FilesField(label=label, help_text=help_text, widget=control)


class _OneOf(forms.ChoiceField):
    """Keeps the pairs that it is given: Django would look through thousands, and twice."""

    @property
    def choices(self) -> list[tuple[str, Any]]:
        return self._choices

    @choices.setter
    def choices(self, pairs: list[tuple[str, Any]]) -> None:
        self._choices = self.widget.choices = pairs


def choice(
    label: Any,
    choices: Sequence[tuple[str, Any]] = (),
    *,
    empty: Any = None,
    help_text: Any = "",
) -> forms.ChoiceField:
    """One of the choices; with `empty` none of them is an answer too, and is called that."""
    nothing = [] if empty is None else [("", empty)]
    return _OneOf(
        label=label,
        choices=[*nothing, *choices],
        required=empty is None,
        help_text=help_text,
        widget=Choices,
    )


def several(label: Any, *, none: Any = None, help_text: Any = "") -> forms.MultipleChoiceField:
    """One of the choices or more, as boxes to tick; `none` is said when none is ticked."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        error_messages={"required": none} if none else None,
        widget=forms.CheckboxSelectMultiple,
    )


def offer(form: forms.Form, **offered: Iterable[tuple[str, Any]]) -> None:
    """Add choices to fields, after those that they have already."""
    for name, choices in offered.items():
        field: Any = form.fields[name]
        field.choices = [*field.choices, *choices]


def chosen(answer: str) -> UUID | None:
    """The row that was chosen, if one was."""
    return UUID(answer) if answer else None
