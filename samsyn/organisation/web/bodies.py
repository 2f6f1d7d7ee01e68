"""The register of bodies, and the page of one as it was on any chosen day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Button, Municipality, Request, page, permitted, register_page
from samsyn.organisation import queries, rules
from samsyn.organisation.day import panels_of
from samsyn.organisation.models import Body, BodyKind, BodyName, Position
from samsyn.organisation.web.addresses import address_of, body_crumbs, here
from samsyn.organisation.web.happenings import happenings
from samsyn.organisation.web.sourced import sources_of
from samsyn.pages.api import Cell, Column, Empty, Fact, Filter, Listing, Tag

_SHOW = "visa"
_ENDED, _ALL = "avslutade", "alla"


def _vacancies(body: Any) -> Cell:
    if not body.vacancies:
        return Cell(0)
    return Cell(body.vacancies, tags=(Tag(_("vakant"), "danger"),))


BODY_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "namn",
        gettext_lazy("Namn"),
        lambda body: Cell(body.name, url=address_of(body)),
        ("name_key",),
        width=44,
    ),
    Column("slag", gettext_lazy("Slag"), lambda body: Cell(BodyKind(body.kind).label), ("kind",)),
    Column(
        "under", gettext_lazy("Lyder under"), lambda body: Cell(body.parent_name), ("parent_name",)
    ),
    Column(
        "funktioner",
        gettext_lazy("Funktioner"),
        lambda body: Cell(body.positions_now),
        ("positions_now",),
        is_number=True,
    ),
    Column("vakanta", gettext_lazy("Vakanta"), _vacancies, ("vacancies",), is_number=True),
)


def _filters(day: date) -> tuple[Filter[Any], ...]:
    def existing(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        return rows.exclude(queries.on(day)) if answer == _ENDED else rows

    return (
        Filter(
            "namn",
            gettext_lazy("Namn innehåller"),
            lambda rows, words: rows.filter(name__icontains=words),
        ),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(BodyKind.choices),
        ),
        Filter(
            _SHOW,
            gettext_lazy("Visa"),
            existing,
            ((_ALL, gettext_lazy("också avslutade")), (_ENDED, gettext_lazy("bara avslutade"))),
        ),
    )


@page(rules.READ_ORGANISATION)
def bodies(request: Request, municipality: Municipality, /) -> HttpResponse:
    may_add = rules.CREATE_BODY.name in request.permitted_here
    new = reverse("organisation:create-body")
    listing = Listing(
        request.GET,
        _rows(request),
        BODY_COLUMNS,
        _("Organ"),
        default_sort="namn",
        filters=_filters(request.actor.today),
        file_name="organ",
        empty=Empty(
            _("Här står alla som samverkar: nämnder, förvaltningar, enheter och parter utanför."),
            _("Till exempel Socialnämnden, Socialförvaltningen och Polisen."),
            _("Lägg till det första organet") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Nämnder, förvaltningar, enheter och alla andra som samverkar i %(place)s.")
    buttons = [Button(_("Lägg till organ"), new)] if may_add else []
    return register_page(
        request, listing, _("Organ"), lead=lead % {"place": municipality}, buttons=buttons
    )


def _rows(request: Request) -> QuerySet[Any]:
    """Those that exist today, unless the ended ones are asked for."""
    rows = queries.bodies_with_counts(request.actor)
    if request.GET.get(_SHOW) in {_ENDED, _ALL}:
        return rows
    return rows.filter(queries.on(request.actor.today))


class DayForm(forms.Form):
    dag = forms.DateField(label=gettext_lazy("Visa som det var"), required=False)


@dataclass(frozen=True, slots=True)
class Seat:
    """A function on the page of its body, with those who held it on the day."""

    position: Position
    url: str
    is_vacant: bool
    vacant_since: date | None


@page(rules.READ_BODY)
def body(request: Request, found: Body, /) -> HttpResponse:
    day = chosen_day(request)
    crumbs = body_crumbs(request.actor, found)
    names = list(queries.body_names(request.actor, found.pk))
    context = {
        "body": queries.bodies(request.actor, day).get(pk=found.pk),
        "day": day,
        "is_today": day == request.actor.today,
        "exists": day in found.period,
        "day_form": DayForm(initial={"dag": day}),
        "facts": _facts(request, found, day),
        "seats": _seats(request, found, day),
        "below": [(row.name, address_of(row)) for row in _below(request, found, day)],
        "names": names,
        "sources": _sources(request, found, names),
        "contacts": queries.contact_points(request.actor, found),
        "happenings": happenings(queries.history(request.actor, found)),
        "panels": panels_of(request.actor, found),
        "may": _may(request, found),
        "breadcrumbs": here(crumbs),
    }
    return render(request, "organisation/body.html", context)


def chosen_day(request: Request) -> date:
    """The day asked for, or today when nothing that can be read was."""
    form = DayForm(request.GET)
    chosen = form.cleaned_data.get("dag") if form.is_valid() else None
    return chosen or request.actor.today


def _may(request: Request, found: Body) -> frozenset[str]:
    actions = [
        rules.RENAME_BODY,
        rules.PLACE_BODY,
        rules.DESCRIBE_BODY,
        rules.END_BODY,
        rules.CREATE_POSITION,
        rules.ADD_CONTACT_TO_BODY,
        rules.CITE_BODY,
    ]
    names = permitted(request.actor, found, actions)
    return frozenset(name.removeprefix("organisation.") for name in names)


def _sources(request: Request, found: Body, names: list[BodyName]) -> list[Any]:
    about = {name.pk: _("Namnet %(name)s") % {"name": name.name} for name in names}
    return sources_of(request.actor, queries.body_and_parts(request.actor, found.pk), about)


def _facts(request: Request, found: Body, day: date) -> list[Fact]:
    above = queries.way_up(request.actor, found.pk, day)
    parent = above[-1] if above else None
    return [
        Fact(_("Slag"), str(found.get_kind_display())),
        Fact(
            _("Lyder under"),
            parent.name if parent else "",
            reverse("organisation:body", args=[parent.body_id]) if parent else "",
        ),
        Fact(_("Egen myndighet"), _("ja") if found.is_own_authority else _("nej")),
        Fact(_("Organisationsnummer"), found.organisation_number),
        Fact(
            _("Område"),
            found.area.name if found.area else "",
            address_of(found.area) if found.area else "",
        ),
        Fact(
            _("Spänner över flera kommuner"), _("ja") if found.municipality_id is None else _("nej")
        ),
    ]


def _seats(request: Request, found: Body, day: date) -> list[Seat]:
    rows = list(queries.positions_of_body(request.actor, found.pk, day))
    since = queries.vacant_since(request.actor, rows, day)
    return [Seat(row, address_of(row), _is_vacant(row), since.get(row.pk)) for row in rows]


def _is_vacant(position: Any) -> bool:
    return not any(held.kind in queries.HOLDS for held in position.held)


def _below(request: Request, found: Body, day: date) -> QuerySet[Any]:
    return queries.bodies_under(request.actor, found.pk, day)
