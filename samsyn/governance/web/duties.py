"""The annual cycle as a wheel and a list, the register of what recurs, and the page of one."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, allowed, page, register_page
from samsyn.governance.domain.cycle import State
from samsyn.governance.models import Duty, DutyKind
from samsyn.governance.queries import duties as queries
from samsyn.governance.queries.duties import Due
from samsyn.governance.rules import duties as rules
from samsyn.governance.rules.grounds import is_owned
from samsyn.governance.web.duty_words import in_words
from samsyn.governance.web.usual import suggested, usual
from samsyn.governance.web.wheel import wheel
from samsyn.kernel.period import Period
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, formats
from samsyn.sources import api as sources

_YEAR, _MINE = "ar", "mina"
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
STATES: Mapping[State, tuple[Promise, str]] = {
    State.DONE: (pgettext_lazy("årshjul", "gjort"), "success"),
    State.SOON: (pgettext_lazy("årshjul", "snart"), "warning"),
    State.COMING: (pgettext_lazy("årshjul", "kommer"), "neutral"),
    State.NOT_NOTED: (pgettext_lazy("årshjul", "inget antecknat"), "danger"),
}


def duty_url(duty: Duty) -> str:
    return reverse("governance:duty", args=[duty.pk])


def cycle_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Årshjul"), reverse("governance:annual-cycle"))]


def duty_crumbs(actor: Actor, duty: Duty) -> list[Crumb]:
    return [*cycle_crumbs(actor, duty), Crumb(duty.title, duty_url(duty))]


@page(rules.READ_CYCLE)
def annual_cycle(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    year = _year(request)
    rows = queries.of_today(actor)
    is_mine = request.GET.get("visa") == _MINE
    if is_mine:
        rows = rows.filter(is_owned(actor))
    found = queries.due_in(actor, rows, Period(date(year, 1, 1), date(year + 1, 1, 1)))
    may_add = rules.ADD_DUTY.name in request.permitted_here
    found_usual = usual(actor)
    context = {
        "year": year,
        "years": (year - 1, year + 1),
        "is_mine": is_mine,
        "lead": _("Det som återkommer varje år där %(place)s samverkar: vad, när och vem.")
        % {"place": municipality},
        "wheel": wheel(year, found),
        "months": _by_month(found),
        "feed_of": {
            "object_type": Municipality._meta.label_lower,
            "object_id": str(municipality.pk),
        },
        "add_url": reverse("governance:add-duty") if may_add else "",
        "usual": suggested(found_usual, actor) if may_add else (),
        "declined": found_usual.declined,
        "may_take_back": queries.may_be_taken_back(actor),
    }
    return render(request, "governance/annual_cycle.html", context)


def _year(request: Request) -> int:
    asked = request.GET.get(_YEAR, "")
    year = int(asked) if asked.isascii() and asked.isdigit() else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else request.actor.today.year


def _by_month(found: Sequence[Due]) -> list[tuple[str, list[tuple[int, Due, str, str]]]]:
    """Each month with what is due in it: number in the wheel, the time, and its state in words."""
    numbered = [(number, due, *_told(due)) for number, due in enumerate(found, 1)]
    return [
        (formats.month(date(year, month, 1)), list(rows))
        for (year, month), rows in groupby(
            numbered, key=lambda row: (row[1].when.due_on.year, row[1].when.due_on.month)
        )
    ]


def _told(due: Due) -> tuple[str, str]:
    word, color = STATES[due.when.state]
    return str(word), color


DUTY_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "rubrik",
        gettext_lazy("Vad"),
        lambda duty: Cell(duty.title, url=duty_url(duty)),
        ("title_key",),
        width=44,
    ),
    Column("slag", gettext_lazy("Slag"), lambda duty: Cell(duty.get_kind_display()), ("kind",)),
    Column("nar", gettext_lazy("När"), lambda duty: Cell(in_words(duty)), width=40),
    Column("vem", gettext_lazy("Vem"), lambda duty: Cell(_owner(duty)), width=30),
    Column("grund", gettext_lazy("Vilar på"), lambda duty: Cell(_basis(duty)), width=40),
)


def _owner(duty: Duty) -> str:
    if duty.owner is not None:
        return duty.owner.title
    return duty.owner_forum.name if duty.owner_forum else ""


def _basis(duty: Duty) -> str:
    law = f"{duty.place} {duty.law}".strip() if duty.law else ""
    others = (str(each) for each in (duty.agreement, duty.document) if each)
    return ", ".join(part for part in (law, *others, duty.basis) if part)


def _filters(_request: Request) -> tuple[Filter[Any], ...]:
    def words(rows: QuerySet[Any], said: str) -> QuerySet[Any]:
        return rows.filter(title__icontains=said)

    def kind(rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        return rows.filter(kind=chosen)

    return (
        Filter("rubrik", gettext_lazy("Vad innehåller"), words),
        Filter("slag", gettext_lazy("Slag"), kind, tuple(DutyKind.choices)),
    )


@page(rules.READ_CYCLE)
def duties(request: Request, municipality: Municipality, /) -> HttpResponse:
    may_add = rules.ADD_DUTY.name in request.permitted_here
    new = reverse("governance:add-duty")
    listing = Listing(
        request.GET,
        queries.duties(request.actor),
        DUTY_COLUMNS,
        _("Årshjulets innehåll"),
        default_sort="rubrik",
        filters=_filters(request),
        file_name="arshjul",
        empty=Empty(
            _("Här står det som återkommer, på vilken grund och vem som ser till det."),
            _("Till exempel vårens politiska möte, eller översynen av handlingsplanen."),
            _("Lägg till det första") if may_add else "",
            new if may_add else "",
        ),
    )
    buttons = [Button(_("Lägg till"), new)] if may_add else []
    above = cycle_crumbs(request.actor, municipality)
    return register_page(request, listing, _("Årshjulets innehåll"), buttons=buttons, above=above)


@page(rules.READ_DUTY)
def duty(request: Request, found: Duty, /) -> HttpResponse:
    actor = request.actor
    told = queries.duty(actor, found.pk)
    due = queries.around_today(actor, [told])
    may = allowed(actor, found, [rules.CHANGE_DUTY, rules.DO_DUTY])
    context = {
        "duty": told,
        "lead": f"{told.get_kind_display()} · {in_words(told)}",
        "facts": _facts(told),
        "agenda": [line.strip() for line in told.agenda.splitlines() if line.strip()],
        "coming": [(each, *_told(each)) for each in due if each.when.state is not State.DONE],
        "times": list(reversed(told.times)),
        "sources": _sources(actor, told),
        "may": may,
        "breadcrumbs": [*cycle_crumbs(actor, found), Crumb(found.title)],
    }
    return render(request, "governance/duty.html", context)


def _sources(actor: Actor, told: Any) -> list[Any]:
    about = {time.pk: formats.long_day(time.done_on) for time in told.times}
    ids = [told.pk, *about]
    return sources.sources_of(actor, ids, lambda each: about.get(each.object_id, ""))


def _facts(duty: Duty) -> list[Fact]:
    return [
        Fact(_("Vem"), _owner(duty), _owner_url(duty)),
        Fact(_("När"), in_words(duty)),
        Fact(_("Vilar på"), _basis(duty)),
        Fact(_("Gäller"), formats.period(duty)),
    ]


def _owner_url(duty: Duty) -> str:
    if duty.owner_id:
        return reverse("organisation:position", args=[duty.owner_id])
    return reverse("forums:forum", args=[duty.owner_forum_id]) if duty.owner_forum_id else ""
