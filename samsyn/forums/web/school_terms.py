"""The school year, which the suggested days of meetings follow."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Button,
    Edit,
    Municipality,
    Request,
    page,
    register_page,
)
from samsyn.forums import actions, queries, rules
from samsyn.forums.models import SchoolTerm
from samsyn.forums.web.addresses import forums_crumbs
from samsyn.pages.api import Cell, Column, Crumb, Empty, Listing, fields, formats

_A_DAY = timedelta(days=1)


def _breaks(term: Any) -> Cell:
    told = (f"{each.name} {formats.period(each)}" for each in term.breaks.all())
    return Cell("; ".join(told))


def _name(term: SchoolTerm) -> Cell:
    return Cell(term.name)


def _name_to_change(term: SchoolTerm) -> Cell:
    return Cell(term.name, reverse("forums:change-school-term", args=[term.pk]))


def _columns(*, may_change: bool) -> tuple[Column[Any], ...]:
    name = _name_to_change if may_change else _name
    return (
        Column("namn", gettext_lazy("Termin"), name, ("name",)),
        Column(
            "fran", gettext_lazy("Från och med"), lambda term: Cell(term.starts_on), ("starts_on",)
        ),
        Column(
            "till",
            gettext_lazy("Till och med"),
            lambda term: Cell(term.ends_on - _A_DAY),
            ("ends_on",),
        ),
        Column("lov", gettext_lazy("Lov"), _breaks, width=60),
    )


@page(rules.READ_FORUMS)
def school_terms(request: Request, _municipality: Municipality, /) -> HttpResponse:
    may_keep = rules.KEEP_SCHOOL_TERMS.name in request.permitted_here
    new = reverse("forums:add-school-term")
    listing = Listing(
        request.GET,
        queries.school_terms(request.actor),
        _columns(may_change=may_keep),
        _("Läsårstider"),
        default_sort="-fran",
        file_name="lasarstider",
        empty=Empty(
            _("Här står när skolorna har undervisning, så att möten föreslås då."),
            _("Till exempel vårterminen 2026 med sportlov och påsklov."),
            _("Lägg till en termin") if may_keep else "",
            new if may_keep else "",
        ),
    )
    buttons = [Button(_("Lägg till termin"), new)] if may_keep else []
    return register_page(request, listing, _("Läsårstider"), buttons=buttons)


class SchoolTermForm(forms.Form):
    name = fields.one_line(
        gettext_lazy("Termin"), help_text=gettext_lazy("Till exempel Vårterminen 2026.")
    )
    starts_on = fields.day(gettext_lazy("Från och med"))
    ends_on = fields.last_day(gettext_lazy("Till och med"), required=True)
    breaks = fields.text(
        gettext_lazy("Lov"),
        help_text=gettext_lazy("Ett på varje rad: Sportlov 2026-02-09–2026-02-13"),
    )

    def clean_breaks(self) -> list[tuple[str, date, date]]:
        rows = [line.strip() for line in self.cleaned_data["breaks"].splitlines()]
        return [self._break(row) for row in rows if row]

    def _break(self, row: str) -> tuple[str, date, date]:
        name, _space, days = row.rpartition(" ")
        first, _dash, last = days.replace("–", "/").partition("/")
        try:
            starts_on = date.fromisoformat(first)
            ends_on = date.fromisoformat(last or first) + _A_DAY
        except ValueError as error:
            told = _("Raden ”%(row)s” går inte att läsa. Skriv: Sportlov 2026-02-09–2026-02-13")
            raise forms.ValidationError(told % {"row": row[:40]}) from error
        if not name or ends_on <= starts_on:
            raise forms.ValidationError(_("Lovet slutar innan det börjar."))
        return name, starts_on, ends_on


def _as_written(term: SchoolTerm) -> dict[str, Any]:
    rows = (
        f"{each.name} {each.starts_on}–{each.ends_on - _A_DAY}"
        for each in term.breaks.order_by("starts_on")
    )
    return {
        "name": term.name,
        "starts_on": term.starts_on,
        "ends_on": term.ends_on,
        "breaks": "\n".join(rows),
    }


def _add(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    actions.add_school_term(**form.cleaned_data, actor=actor)
    return reverse("forums:school-terms")


def _change(term: SchoolTerm, form: forms.Form, actor: Actor) -> str:
    actions.change_school_term(term, **form.cleaned_data, actor=actor)
    return reverse("forums:school-terms")


def _remove(term: SchoolTerm, _form: forms.Form, actor: Actor) -> str:
    actions.remove_school_term(term, actor=actor)
    return reverse("forums:school-terms")


def _crumbs(actor: Actor, row: Any) -> list[Crumb]:
    here = Crumb(_("Läsårstider"), reverse("forums:school-terms"))
    return [*forums_crumbs(actor, row), here]


def _crumbs_of_term(actor: Actor, term: SchoolTerm) -> list[Crumb]:
    here = Crumb(term.name, reverse("forums:change-school-term", args=[term.pk]))
    return [*_crumbs(actor, term), here]


ADD = Edit(
    action=rules.KEEP_SCHOOL_TERMS,
    title=gettext_lazy("Lägg till termin"),
    submit=gettext_lazy("Lägg till"),
    form=lambda _actor, _row, data: SchoolTermForm(data),
    act=_add,
    crumbs=_crumbs,
    done=gettext_lazy("Terminen är tillagd."),
)
CHANGE = Edit(
    action=rules.CHANGE_SCHOOL_TERM,
    title=gettext_lazy("Ändra termin"),
    submit=gettext_lazy("Spara"),
    form=lambda _actor, term, data: SchoolTermForm(data, initial=_as_written(term)),
    act=_change,
    crumbs=_crumbs,
    done=gettext_lazy("Terminen är ändrad."),
    other=(gettext_lazy("Ta bort terminen"), "forums:remove-school-term"),
)
REMOVE = Edit(
    action=rules.CHANGE_SCHOOL_TERM,
    title=gettext_lazy("Ta bort terminen"),
    lead=gettext_lazy("Möten som redan är planerade står kvar. Nya dagar föreslås utan terminen."),
    submit=gettext_lazy("Ta bort"),
    form=lambda _actor, _term, data: forms.Form(data),
    act=_remove,
    crumbs=_crumbs_of_term,
    done=gettext_lazy("Terminen är borttagen."),
    color="danger",
)
