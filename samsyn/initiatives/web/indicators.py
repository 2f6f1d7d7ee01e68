"""The register of indicators: how each stands, where it is heading, and how it is judged."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, page, register_page
from samsyn.initiatives.models import Colour, Measure
from samsyn.initiatives.queries import indicators as queries
from samsyn.initiatives.queries.cells import points_of, trend_of
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web import indicator_words as words
from samsyn.initiatives.web.indicator_addresses import indicator_url
from samsyn.kernel.period import Period
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag

_NOTHING = (("", ""),)  # a filter without choices would take any words
_UNJUDGED = "inte-bedomda"


def _columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column("namn", gettext_lazy("Indikator"), _name, ("name_key",), width=46),
        Column(
            "ljus",
            gettext_lazy("Bedömning"),
            lambda row: Cell(tags=(words.light_tag(row.light),)),
            ("light",),
        ),
        Column("varde", gettext_lazy("Senaste värde"), _latest, is_number=True),
        Column("period", gettext_lazy("Period"), _period, ("last_starts_on",), width=22),
        Column("trend", gettext_lazy("Trend"), _trend),
        Column("motiv", gettext_lazy("Motiv"), _why, width=44),
        Column(
            "omraden",
            gettext_lazy("Fokusområden"),
            lambda row: Cell(", ".join(row.focus_areas)),
            width=34,
        ),
        Column(
            "agare",
            gettext_lazy("Ägs av"),
            lambda row: Cell(row.owner_title or "", tags=() if row.owner_id else (_nobody(),)),
            ("owner__title_key",),
            width=30,
        ),
        Column("vantas", gettext_lazy("Väntas"), _awaited(actor)),
    )


def _nobody() -> Tag:
    return Tag(_("utan ägare"), "danger")


def _name(row: Any) -> Cell:
    tags = (Tag(_("påhittat")),) if row.is_invented else ()
    return Cell(row.name, url=indicator_url(row.pk), tags=tags)


def _latest(row: Any) -> Cell:
    points = points_of(row)
    if not points:
        return Cell()
    return Cell(words.figure(row.measure, points[0].cell, is_about=points[0].is_about))


def _why(row: Any) -> Cell:
    return Cell(row.latest_lights[0].why if row.latest_lights else "")


def _period(row: Any) -> Cell:
    points = points_of(row)
    return Cell(words.span(Period(points[0].starts_on, points[0].ends_on)) if points else "")


def _trend(row: Any) -> Cell:
    tag = words.trend_tag(row.direction, trend_of(points_of(row)))
    return Cell(tags=(tag,) if tag else ())


def _awaited(actor: Actor) -> Any:
    def cell(row: Any) -> Cell:
        wait = queries.waited_for(row, actor.today)
        if wait is None:
            return Cell()
        period, due_on = wait
        late = (Tag(_("försenat"), "danger"),) if due_on < actor.today else ()
        return Cell(words.span(period), tags=late)

    return cell


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    def lit(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        return rows.filter(light=None) if answer == _UNJUDGED else rows.filter(light=answer)

    areas = tuple((area, area) for area in queries.words_in_use(actor))
    return (
        Filter(
            "namn",
            gettext_lazy("Namn innehåller"),
            lambda rows, said: rows.filter(name__icontains=said),
        ),
        Filter(
            "ljus",
            gettext_lazy("Bedömning"),
            lit,
            (*Colour.choices, (_UNJUDGED, gettext_lazy("inte bedömda"))),
        ),
        Filter(
            "matt",
            gettext_lazy("Mått"),
            lambda rows, measure: rows.filter(measure=measure),
            tuple(Measure.choices),
        ),
        Filter(
            "omrade",
            gettext_lazy("Bär området"),
            lambda rows, area: rows.filter(focus_areas__contains=[area]),
            areas or _NOTHING,
        ),
    )


@page(rules.READ_INDICATORS)
def indicators(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    may_add = rules.ADD_INDICATOR.name in request.permitted_here
    new = reverse("initiatives:add-indicator")
    listing = Listing(
        request.GET,
        queries.indicators(actor),
        _columns(actor),
        _("Indikatorer"),
        default_sort="namn",
        filters=_filters(actor),
        file_name="indikatorer",
        empty=Empty(
            _("Här står vad ni mäter, hur det går, och hur ni bedömer det."),
            _("Till exempel andelen elever med hög frånvaro, läsår för läsår."),
            _("Lägg till den första indikatorn") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Vad ni mäter, hur det går, och hur ni bedömer det. Små tal skyddas.")
    buttons = [Button(_("Lägg till indikator"), new)] if may_add else []
    return register_page(request, listing, _("Indikatorer"), lead=lead, buttons=buttons)
