"""Reads a table in: what is understood is stored, and the rest is shown until it is mended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.functional import Promise

from samsyn.access.api import CONFIRMED, Action, Actor, Request, command, page
from samsyn.initiatives.web.columns import LEFT_OUT, Column, Columns, TableForm, Taken, taken
from samsyn.intake.api import Row, packed
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb

_MOST_SHOWN, _MOST_CELLS, _MOST_HAD = 25, 600, 50


class UnreadRowError(RuleBrokenError):
    """What is wrong in a row: each sentence with the meaning of the column that it is about."""

    def __init__(self, whys: Sequence[tuple[str, str]]) -> None:
        super().__init__(" ".join(why for _column, why in whys))
        self.whys = whys


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that was not understood, as it stood, and why."""

    row: Row
    whys: Sequence[tuple[str, str]]
    asks: bool

    @classmethod
    def of(cls, row: Row, refusal: RuleBrokenError) -> "Wrong":
        whys = refusal.whys if isinstance(refusal, UnreadRowError) else [("", str(refusal))]
        return cls(row, whys, refusal.asks)

    def cells(self, columns: Sequence[Column]) -> list[tuple[Column, str, bool]]:
        """What stands in the columns that are read, and whether it is that which is wrong."""
        wrong = {column for column, _why in self.whys if column}
        return [
            (column, self.row.texts[column.at], column.meant in wrong)
            for column in columns
            if column.meant != LEFT_OUT
        ]


@dataclass(frozen=True, slots=True)
class Had:
    """A row that is stored since before, and where."""

    row: Row
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows were stored, which could not be, and which were there already."""

    stored: int
    wrong: Sequence[Wrong] = ()
    had: Sequence[Had] = ()


@dataclass(frozen=True, slots=True)
class TableImport:
    """A table that someone has, and what is done with its rows.

    `read` stores what it can of what was taken. With `asks_first` the columns are shown before
    anything is stored; without it they are when one of them is not known.
    """

    action: Action[Any]
    title: str | Promise
    lead: Callable[[Any], str]
    columns: Columns
    read: Callable[[Actor, Any, Taken, TableForm], Outcome]
    told: Callable[[Outcome], str]
    crumbs: Callable[[Actor, Any], list[Crumb]]
    form: type[TableForm] = TableForm
    asks_first: bool = False

    def urls(self, route: str, name: str) -> list[URLPattern]:
        """The address of the form, and below it the one that it posts to."""
        return [
            path(route, self._show(), name=name),
            path(f"{route}spara/", self._save(name), name=f"{name}-save"),
        ]

    def _show(self) -> Callable[..., HttpResponse]:
        @page(self.action)
        def show(request: Request, row: Model, /) -> HttpResponse:
            return self._page(request, row, self.form())

        return show

    def _save(self, name: str) -> Callable[..., HttpResponse]:
        @command(self.action)
        def save(request: Request, row: Model, /) -> HttpResponse:
            form, sent = self.form(request.POST, request.FILES), None
            try:
                if form.is_valid():
                    sent = taken(form, request.POST, self.columns, request.actor)
                    if not self._asks(request, sent):
                        return self._stored(request, row, form, sent)
            except RuleBrokenError as refusal:
                form.add_error(None, str(refusal))
            return self._again(request, row, form, sent)

        save.__name__ = name
        return save

    def _asks(self, request: Request, sent: Taken) -> bool:
        """Whether the columns are to be shown before anything is stored."""
        is_told = sent.is_answered or not self.asks_first
        return "columns" in request.POST or not (is_told and all(sent.meant))

    def _stored(self, request: Request, row: Model, form: TableForm, sent: Taken) -> HttpResponse:
        self.columns.refuse_unclear(sent.meant)
        outcome = self.read(request.actor, row, sent, form)
        sent.remember(self.columns.of, request.actor)
        messages.success(request, self.told(outcome))
        if not outcome.wrong and not outcome.had:
            return redirect(self.crumbs(request.actor, row)[-1].url)
        left = self._left(sent, outcome)
        return self._page(request, row, form, left, status=422 if outcome.wrong else 200)

    def _left(self, sent: Taken, outcome: Outcome) -> dict[str, Any]:
        """The rows that can be mended in the page, and all that it has to keep."""
        columns = sent.columns
        read = sum(column.meant != LEFT_OUT for column in columns)
        shown = outcome.wrong[: min(_MOST_SHOWN, max(1, _MOST_CELLS // max(1, read)))]
        left = sent.sheet.with_rows(each.row for each in outcome.wrong)
        return {
            "kept": packed([left]) if outcome.wrong else "",
            "columns": columns,
            "wrong": [(each, each.cells(columns)) for each in shown],
            "waiting": len(outcome.wrong) - len(shown),
            "asks": any(each.asks for each in outcome.wrong),
            "had": outcome.had[:_MOST_HAD],
            "more_had": max(0, len(outcome.had) - _MOST_HAD),
        }

    def _again(
        self, request: Request, row: Model, form: TableForm, sent: Taken | None
    ) -> HttpResponse:
        """Ask, with nothing stored yet."""
        asked: dict[str, Any] = {}
        if sent is not None:
            unknown = LEFT_OUT if self.asks_first else ""
            asked = {
                "kept": packed(sent.sheets),
                "asked": [(column, column.meant or unknown) for column in sent.columns],
                "sheets": list(enumerate(sent.sheets)) if len(sent.sheets) > 1 else [],
                "at": sent.at,
                "many": len(sent.sheet.rows),
            }
        response = self._page(request, row, form, asked, status=422)
        # The trail is not to say that something was done.
        transaction.set_rollback(True)
        return response

    def _page(
        self,
        request: Request,
        row: Model,
        form: TableForm,
        shown: dict[str, Any] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        here = request.path.removesuffix("spara/")
        crumbs = self.crumbs(request.actor, row)
        context = {
            "title": self.title,
            "lead": self.lead(row),
            "form": form,
            "more": [field for field in form if field.name not in TableForm.base_fields],
            "choices": self.columns.offered,
            "confirmed": CONFIRMED,
            "asks_first": self.asks_first,
            "here": here,
            "save_url": f"{here}spara/",
            "back": crumbs[-1].url,
            "breadcrumbs": [*crumbs, Crumb(self.title)],
            **(shown or {}),
        }
        return render(request, "initiatives/table_import.html", context, status=status)
