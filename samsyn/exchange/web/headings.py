"""Between what is sent and what it would change: what the headings of a spreadsheet are."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from samsyn.access.api import Request, command, page
from samsyn.exchange import rules, uploads
from samsyn.exchange.models import Upload
from samsyn.exchange.sheets.cells import alike
from samsyn.exchange.sheets.headings import LEFT_OUT, Headings
from samsyn.exchange.sheets.reading import Workbook
from samsyn.exchange.sheets.remembering import remember
from samsyn.exchange.web.overview import crumbs
from samsyn.pages.api import Crumb, fields

_LONGEST_SHOWN = 60


class HeadingsForm(forms.Form):
    """A question for each heading that is not known, answered with what it probably is."""

    def __init__(self, book: Workbook, data: Any = None) -> None:
        super().__init__(data)
        self._asked: dict[str, tuple[Headings, str]] = {}
        for number, sheet in enumerate(book.unknown):
            suggested = sheet.suggestions()
            for at, text in sheet.unknown.items():
                name = f"rubrik-{number}-{at}"
                self._asked[name] = sheet, text
                self.fields[name] = _field(book, sheet, at, text)
                self.fields[name].initial = suggested[text]

    def clean(self) -> dict[str, Any]:
        """Refuse two headings for one column: it would not be known which is meant."""
        taken = {
            (sheet.sheet, column.name)
            for sheet, _text in self._asked.values()
            for column in sheet.columns().values()
        }
        for name, (sheet, _text) in self._asked.items():
            said = self.cleaned_data.get(name, LEFT_OUT)
            if said != LEFT_OUT and (sheet.sheet, said) in taken:
                self.add_error(name, _("En annan rubrik är redan det. Välj något annat."))
            taken.add((sheet.sheet, said))
        return self.cleaned_data

    def answered(self) -> list[Headings]:
        """The sheets, with what their headings have been said to be."""
        told: dict[str, Headings] = {}
        for name, (sheet, text) in self._asked.items():
            known = told.get(sheet.sheet, sheet)
            meanings = {**known.meanings, alike(text): self.cleaned_data[name]}
            told[sheet.sheet] = replace(known, meanings=meanings)
        return list(told.values())


def _field(book: Workbook, sheet: Headings, at: int, text: str) -> forms.Field:
    samples = ", ".join(book.samples(sheet, at))
    shown = Truncator(samples).chars(_LONGEST_SHOWN)
    return fields.choice(
        Truncator(text).chars(_LONGEST_SHOWN),
        [
            (LEFT_OUT, _("läs inte in")),
            *((column.name, column.heading) for column in sheet.register.columns),
        ],
        help_text=_("Till exempel: %(samples)s") % {"samples": shown} if samples else "",
    )


@page(rules.READ_UPLOAD)
def headings(request: Request, found: Upload, /) -> HttpResponse:
    book = _asking(request, found)
    if book is None:
        return redirect("exchange:preview", found.pk)
    return _show(request, found, book, HeadingsForm(book))


@command(rules.NAME_HEADINGS)
def name_headings(request: Request, found: Upload, /) -> HttpResponse:
    book = _asking(request, found)
    if book is None:
        return redirect("exchange:preview", found.pk)
    form = HeadingsForm(book, request.POST)
    if form.is_valid():
        remember(form.answered(), actor=request.actor)
        return redirect("exchange:preview", found.pk)
    response = _show(request, found, book, form)
    response.status_code = 422
    transaction.set_rollback(True)
    return response


def _asking(request: Request, found: Upload) -> Workbook | None:
    return uploads.consider(found, request.municipality, actor=request.actor).asks


def _show(request: Request, found: Upload, book: Workbook, form: HeadingsForm) -> HttpResponse:
    context = {
        "upload": found,
        "file": book.name,
        "form": form,
        "registers": list(_registers(book)),
        "breadcrumbs": [*crumbs(), Crumb(_("Vad är rubrikerna?"))],
    }
    return render(request, "exchange/headings.html", context)


def _registers(book: Workbook) -> Iterator[str]:
    for sheet in book.unknown:
        told = _("Bladet %(sheet)s läses som registret %(register)s.")
        yield told % {"sheet": sheet.sheet, "register": sheet.register.title}
