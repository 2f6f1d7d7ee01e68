"""The log of what has been done, the page of one activity, and the lists of what is to be done."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Button,
    Municipality,
    Request,
    allowed,
    page,
    register_page,
    visible,
)
from samsyn.initiatives.models import Activity, ActivityKind, Grade, TaskState
from samsyn.initiatives.queries import activities as queries
from samsyn.initiatives.queries import portfolio
from samsyn.initiatives.rules import activities as rules
from samsyn.initiatives.web import words
from samsyn.initiatives.web.activity_addresses import activities_crumbs, activity_url
from samsyn.initiatives.web.addresses import initiative_url, position_url
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats
from samsyn.sources import api as sources

_NOTHING = (("", ""),)  # a filter without choices would take any words
_OVERDUE, _ALL = "forsenade", "alla"
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def few() -> str:
    """What is said where the number of children is too small to be told."""
    return _("färre än %(fewest)d") % {"fewest": queries.FEWEST}


def _came(row: Any) -> Cell:
    return Cell(few()) if row.is_small else Cell(row.came)


ACTIVITY_COLUMNS: tuple[Column[Any], ...] = (
    Column("dag", gettext_lazy("Dag"), lambda row: Cell(row.held_on), ("held_on",), width=12),
    Column(
        "vad",
        gettext_lazy("Vad"),
        lambda row: Cell(row.what, url=activity_url(row.pk)),
        ("what",),
        width=44,
    ),
    Column("slag", gettext_lazy("Slag"), lambda row: Cell(ActivityKind(row.kind).label), ("kind",)),
    Column(
        "insats",
        gettext_lazy("Insats"),
        lambda row: Cell(row.initiative.title, url=initiative_url(row.initiative_id)),
        ("initiative__title_key",),
        width=36,
    ),
    Column("var", gettext_lazy("Var"), lambda row: Cell(where(row)), width=30),
    Column(
        "arskurser", gettext_lazy("Årskurser"), lambda row: Cell(words.grades(row.grades)), width=14
    ),
    Column(
        "klasser",
        gettext_lazy("Klasser"),
        lambda row: Cell(row.classes),
        ("classes",),
        is_number=True,
    ),
    Column("deltog", gettext_lazy("Deltog"), _came, is_number=True),
    Column("av", gettext_lazy("Av"), lambda row: Cell(row.body_name), width=30),
)


def where(row: Any) -> str:
    """The unit, the venue or the place in words, as far as it is told."""
    told = (row.unit_name, row.venue.name if row.venue else "", row.place)
    return ", ".join(part for part in told if part)


def _in_year(rows: QuerySet[Any], said: str) -> QuerySet[Any]:
    if not (said.isascii() and said.isdigit() and _FIRST_YEAR <= int(said) <= _LAST_YEAR):
        return rows
    year = int(said)
    return rows.filter(held_on__gte=date(year, 1, 1), held_on__lt=date(year + 1, 1, 1))


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    return (
        Filter(
            "vad",
            gettext_lazy("Vad innehåller"),
            lambda rows, said: rows.filter(what__icontains=said),
        ),
        Filter(
            "insats",
            gettext_lazy("Insats"),
            lambda rows, pk: rows.filter(initiative=pk),
            tuple(portfolio.initiative_choices(actor)) or _NOTHING,
        ),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(ActivityKind.choices),
        ),
        Filter("ar", gettext_lazy("År"), _in_year),
        Filter(
            "arskurs",
            gettext_lazy("Årskurs"),
            lambda rows, grade: rows.filter(grades__contains=[grade]),
            tuple(Grade.choices),
        ),
    )


@page(rules.READ_ACTIVITIES)
def activities(request: Request, _municipality: Municipality, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        queries.activities(request.actor),
        ACTIVITY_COLUMNS,
        _("Aktiviteter"),
        default_sort="-dag",
        filters=_filters(request.actor),
        file_name="aktiviteter",
        empty=Empty(
            _("Här står vad som har gjorts, av vem, när och för hur många."),
            _("Till exempel besök i årskurs 7, eller en träff i en föräldragrupp."),
        ),
    )
    lead = _("Vad som har gjorts i insatserna. Färre än fem barn räknas inte ut.")
    return register_page(request, listing, _("Aktiviteter"), lead=lead, buttons=_ways_in(request))


def _ways_in(request: Request) -> list[Button]:
    if not visible(request.actor, rules.LOG_ACTIVITY).exists():
        return []
    there = reverse("initiatives:import-activities")
    return [Button(_("Läs in aktiviteter"), there, variant="secondary")]


@page(rules.READ_ACTIVITY)
def activity(request: Request, found: Activity, /) -> HttpResponse:
    actor = request.actor
    row = queries.activities(actor).select_related("series", "position").get(pk=found.pk)
    context = {
        "row": row,
        "facts": _facts(row),
        "may": allowed(actor, found, (rules.CHANGE_ACTIVITY, rules.NOTE_ACTIVITY)),
        "sources": sources.sources_of(actor, [row.pk], lambda _citation: ""),
        "breadcrumbs": [*activities_crumbs(actor, row), Crumb(row.what)],
    }
    return render(request, "initiatives/activity.html", context)


def _facts(row: Any) -> list[Fact]:
    by = row.position.title if row.position else ""
    by_url = position_url(row.position_id) if row.position_id else ""
    facts = [
        Fact(_("Insats"), row.initiative.title, initiative_url(row.initiative_id)),
        Fact(_("Dag"), formats.long_day(row.held_on)),
        Fact(_("Slag"), str(row.get_kind_display())),
        Fact(_("Serie"), row.series.title if row.series else ""),
        Fact(_("Av"), row.body_name or ""),
        Fact(_("Av funktionen"), by, by_url),
        Fact(_("Var"), where(row)),
        Fact(_("Årskurser"), words.grades(row.grades)),
        Fact(_("Klasser"), "" if row.classes is None else formats.number(row.classes)),
        Fact(_("Deltog"), came(row), "", str(row.get_whom_display()) if came(row) else ""),
        Fact(_("Betyg, av 5"), formats.short(row.mean) if row.mean else ""),
    ]
    return [fact for fact in facts if fact.text]


def came(row: Any) -> str:
    if row.is_small:
        return few()
    return "" if row.came is None else formats.number(row.came)


def task_tag(row: Any, actor: Actor) -> Tag:
    if row.ended_on is None and row.due_on is not None and row.due_on < actor.today:
        return Tag(_("försenad"), "danger")
    state = TaskState(row.state)
    colors = {TaskState.TO_DO: "info", TaskState.BEGUN: "info", TaskState.DONE: "success"}
    return Tag(state.label, colors.get(state, "neutral"))


def _task_columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column("vad", gettext_lazy("Vad"), _what, ("what_key",), width=44),
        Column(
            "laget",
            gettext_lazy("Läget"),
            lambda row: Cell(tags=(task_tag(row, actor),)),
            ("state",),
        ),
        Column("dag", gettext_lazy("Klar senast"), lambda row: Cell(row.due_on), ("due_on",)),
        Column("agare", gettext_lazy("Ägare"), _owner, ("owner__title_key",), width=36),
        Column(
            "insats",
            gettext_lazy("Insats"),
            lambda row: Cell(row.initiative.title, url=initiative_url(row.initiative_id)),
            ("initiative__title_key",),
            width=36,
        ),
        Column("resultat", gettext_lazy("Vad det blev"), lambda row: Cell(row.result), width=50),
    )


def _what(row: Any) -> Cell:
    return Cell(row.what, url=f"{initiative_url(row.initiative_id)}#lista")


def _owner(row: Any) -> Cell:
    return Cell(row.owner.title) if row.owner else Cell(tags=(Tag(_("utan ägare"), "danger"),))


@page(rules.READ_TASKS)
def tasks(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """Every list in one: what is to be done in projects, by whom and by when."""
    actor = request.actor

    def shown(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        return rows.filter(due_on__lt=actor.today) if answer == _OVERDUE else rows

    rows = queries.tasks(actor)
    if request.GET.get("visa") != _ALL:
        rows = rows.filter(queries.OPEN)
    listing = Listing(
        request.GET,
        rows,
        _task_columns(actor),
        _("Aktivitetslistor"),
        default_sort="dag",
        filters=(
            Filter(
                "vad",
                gettext_lazy("Vad innehåller"),
                lambda rows, said: rows.filter(what__icontains=said),
            ),
            Filter(
                "insats",
                gettext_lazy("Insats"),
                lambda rows, pk: rows.filter(initiative=pk),
                tuple(portfolio.initiative_choices(actor)) or _NOTHING,
            ),
            Filter(
                "visa",
                gettext_lazy("Visa"),
                shown,
                (
                    (_OVERDUE, gettext_lazy("bara försenade")),
                    (_ALL, gettext_lazy("också avslutade")),
                ),
            ),
        ),
        file_name="aktivitetslistor",
        empty=Empty(
            _("Här står vad som ska göras i projekt och insatser, av vem och till när."),
            _("Till exempel att se över belysningen på torget."),
        ),
    )
    lead = _("Det som ska göras i projekt och insatser. Det som är klart avslutas i skrift.")
    return register_page(request, listing, _("Aktivitetslistor"), lead=lead)
