"""Values from a file or a pasted table: what is understood is stored, the rest is shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Request, command, page
from samsyn.initiatives.actions import values as actions
from samsyn.initiatives.actions.headings import remember_headings, remembered
from samsyn.initiatives.actions.values import Told
from samsyn.initiatives.models import Indicator
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web.indicator_addresses import indicator_crumbs, indicator_url
from samsyn.initiatives.web.reading_values import Places, told_of
from samsyn.initiatives.web.value_files import LEFT_OUT, MEANINGS, Sheet, meanings, sheet_of
from samsyn.intake.api import FileField
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb

_MOST_TEXT = 2_000_000
_MEANT = dict(MEANINGS)


class TableForm(forms.Form):
    file = FileField(
        label=gettext_lazy("Fil"), required=False, help_text=gettext_lazy("CSV eller Excel.")
    )
    table = forms.CharField(
        label=gettext_lazy("Eller klistra in från ett kalkylblad"),
        required=False,
        max_length=_MOST_TEXT,
        strip=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("Den första raden är rubriker: Period, Kön, Värde …"),
    )


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that was not understood, as it stood, and why."""

    number: int
    texts: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to answer: what headings mean, and rows that were not understood."""

    meant: Mapping[str, str] = field(default_factory=dict)
    wrong: Sequence[Wrong] = ()
    headings: Sequence[str] = ()


@page(rules.ENTER_VALUES)
def import_values(request: Request, indicator: Indicator, /) -> HttpResponse:
    return _page(request, indicator, TableForm())


@command(rules.ENTER_VALUES)
def save_imported(request: Request, indicator: Indicator, /) -> HttpResponse:
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _again(request, indicator, form)
    try:
        sheet = sheet_of(form.cleaned_data["table"], form.cleaned_data["file"])
        meant = _meant(request, sheet)
        if not all(meant.values()):
            return _again(request, indicator, _with(sheet, sheet.rows), Left(meant))
        told, wrong = _read(request.actor, indicator, sheet, meant)
        remember_headings(meant, actor=request.actor)
        actions.enter_values(indicator, told, actor=request.actor)
    except RuleBrokenError as refusal:
        form.add_error(None, str(refusal))
        return _again(request, indicator, form)
    stored = ngettext("%(n)d värde är inläst.", "%(n)d värden är inlästa.", len(told))
    messages.success(request, stored % {"n": len(told)})
    if not wrong:
        return redirect(indicator_url(indicator.pk))
    left = Left(wrong=wrong, headings=sheet.headings)
    return _page(request, indicator, _with(sheet, [each.texts for each in wrong]), left, status=422)


def _meant(request: Request, sheet: Sheet) -> dict[str, str]:
    """What each heading means: what is said now, what was said before, what is usual."""
    known = meanings(sheet.headings, remembered(request.actor))
    answers = {
        heading: request.POST.get(f"heading-{at}", "") for at, heading in enumerate(sheet.headings)
    }
    return {
        heading: answers[heading] if answers[heading] in _MEANT else known[heading]
        for heading in sheet.headings
    }


def _read(
    actor: Actor, indicator: Indicator, sheet: Sheet, meant: Mapping[str, str]
) -> tuple[list[Told], list[Wrong]]:
    """Every row: what can be stored, and what cannot with why; the last of two alike is wrong."""
    told: dict[Any, Told] = {}
    wrong, places = [], Places.of(actor)
    for number, row in enumerate(sheet.rows, 2):
        said = zip(sheet.headings, row, strict=True)
        texts = {meant[heading]: cell for heading, cell in said if meant[heading] != LEFT_OUT}
        try:
            read = actions.settle(indicator, told_of(texts, places))
            _refuse_nothing(read, told)
            told[read.period.starts_on, read.series] = read
        except RuleBrokenError as refusal:
            wrong.append(Wrong(number, row, str(refusal)))
    return list(told.values()), wrong


def _refuse_nothing(read: Told, told: Mapping[Any, Told]) -> None:
    if read.says_nothing:
        raise RuleBrokenError(_("Raden har inget värde."))
    if (read.period.starts_on, read.series) in told:
        raise RuleBrokenError(_("Samma period står redan på en rad ovanför."))


def _with(sheet: Sheet, rows: Sequence[Sequence[str]]) -> TableForm:
    return TableForm(initial={"table": sheet.written(rows)})


def _again(
    request: Request, indicator: Indicator, form: TableForm, left: Left | None = None
) -> HttpResponse:
    response = _page(request, indicator, form, left, status=422)
    # The trail is not to say that something was done.
    transaction.set_rollback(True)
    return response


def _page(
    request: Request,
    indicator: Indicator,
    form: TableForm,
    left: Left | None = None,
    status: int = 200,
) -> HttpResponse:
    left = left or Left()
    crumbs = indicator_crumbs(request.actor, indicator)
    context = {
        "row": indicator,
        "form": form,
        "unknown": [(at, *each) for at, each in enumerate(left.meant.items())],
        "choices": MEANINGS,
        "wrong": left.wrong,
        "headings": left.headings,
        "save_url": reverse("initiatives:import-values-save", args=[indicator.pk]),
        "back": indicator_url(indicator.pk),
        "breadcrumbs": [*crumbs, Crumb(_("Läs in värden"))],
    }
    return render(request, "initiatives/values_import.html", context, status=status)
