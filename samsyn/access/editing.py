"""A form and the command it posts to: shown by GET, done by POST, shown again when refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.access.confirming import CONFIRMED
from samsyn.access.domain import Actor
from samsyn.access.doors import Request, command, page
from samsyn.access.rules import Action
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb

_CONFIRM = _("Ja, spara ändå. Texten pekar inte ut något barn.")

FormMaker = Callable[[Actor, Any, Any], forms.Form]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a person makes through a form.

    `form` is made from the actor, the row and what was posted (or None); `act` makes the change and
    returns the address to go to; `crumbs` leads back to the row. `other` is another change to the
    same row, as a text and the name of its address. `prefill` says which fields the
    address may fill, and what they are called there.
    """

    action: Action[Any]
    title: str | Promise
    submit: str | Promise
    form: FormMaker
    act: Callable[[Any, Any, Actor], str]
    crumbs: Callable[[Actor, Any], list[Crumb]]
    done: str | Promise
    lead: str | Promise = ""
    color: str = ""
    other: tuple[str | Promise, str] | None = None
    prefill: tuple[tuple[str, str], ...] = ()

    def urls(self, route: str, name: str) -> list[URLPattern]:
        """The address of the form, and below it the one that it posts to."""
        return [
            path(route, self._show(), name=name),
            path(f"{route}spara/", self._save(name), name=f"{name}-save"),
        ]

    def _show(self) -> Callable[..., HttpResponse]:
        @page(self.action)
        def show(request: Request, row: Model, /) -> HttpResponse:
            form = self.form(request.actor, row, None)
            form.initial = {**form.initial, **self._asked(form, request.GET)}
            return self._page(request, row, form)

        return show

    def _asked(self, form: forms.Form, asked: QueryDict) -> dict[str, Any]:
        """What the address fills in; of what may have several answers, all of them."""
        several = {
            name
            for name, each in form.fields.items()
            if isinstance(each, forms.MultipleChoiceField)
        }
        return {
            name: asked.getlist(key) if name in several else asked[key]
            for name, key in self.prefill
            if key in asked
        }

    def _save(self, name: str) -> Callable[..., HttpResponse]:
        @command(self.action)
        def save(request: Request, row: Model, /) -> HttpResponse:
            form = self.form(request.actor, row, request.POST)
            form.files = request.FILES
            there = self._done(request, row, form) if form.is_valid() else None
            if there is not None:
                messages.success(request, str(self.done))
                return redirect(there)
            response = self._page(request, row, form, status=422)
            # The trail is not to say that something was done.
            transaction.set_rollback(True)
            return response

        save.__name__ = name
        return save

    def _done(self, request: Request, row: Model, form: forms.Form) -> str | None:
        try:
            return self.act(row, form, request.actor)
        except RuleBrokenError as refusal:
            form.add_error(None, str(refusal))
            if refusal.asks:
                form.fields[CONFIRMED] = forms.BooleanField(label=_CONFIRM, required=False)
            return None

    def _page(
        self, request: Request, row: Model, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        here = request.path.removesuffix("spara/")
        crumbs = self.crumbs(request.actor, row)
        context = {
            "title": self.title,
            "lead": self.lead,
            "submit": self.submit,
            "color": self.color,
            "form": form,
            "save_url": f"{here}spara/",
            "cancel": crumbs[-1].url,
            "other": self._other(row),
            "breadcrumbs": [*crumbs, Crumb(self.title)],
        }
        return render(request, "pages/edit.html", context, status=status)

    def _other(self, row: Model) -> Crumb | None:
        return Crumb(self.other[0], reverse(self.other[1], args=[row.pk])) if self.other else None
