"""Values written fast: a grid with a row for each period, of one series at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Request, command, page
from samsyn.forums.api import SchoolForm
from samsyn.initiatives.actions import values as actions
from samsyn.initiatives.actions.values import Slice, Told
from samsyn.initiatives.domain.spans import next_span
from samsyn.initiatives.models import Breakdown, Frequency, Indicator, Measure, Sex
from samsyn.initiatives.queries import cells
from samsyn.initiatives.queries import indicators as queries
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web import indicator_words as words
from samsyn.initiatives.web.indicator_addresses import indicator_crumbs, indicator_url
from samsyn.initiatives.web.reading_values import Places, told_of
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, formats

_OLDEST, _EMPTY, _MOST = 12, 3, 60
_SIGNS = {"few": "~", "withheld": "..", "impossible": "."}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the grid as it is written, and what is wrong in it."""

    number: int
    texts: Mapping[str, str]
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    series: Slice
    columns: list[tuple[str, str]]
    lines: list[Line] = field(default_factory=list)


def _columns(indicator: Indicator) -> list[tuple[str, str]]:
    """What is asked of each period: the value, or what it is counted on."""
    counted = [("numerator", _("Täljare")), ("denominator", _("Nämnare"))]
    surveyed = [("answers", _("Antal svar")), ("response_rate", _("Svarsfrekvens, %"))]
    value = [("value", _("Värde"))]
    if indicator.measure == Measure.COUNT:
        return value
    if indicator.measure == Measure.VALUE:
        return [*value, *surveyed]
    return [*value, *counted, *surveyed]


def _asked(indicator: Indicator, asked: QueryDict) -> Slice:
    """The series that the address asks for; nonsense means all."""
    sex, form, area = (asked.get(name, "") for name in ("kon", "skolform", "omrade"))
    told = set(indicator.breakdowns)
    return Slice(
        sex if sex in Sex.values and Breakdown.SEX in told else "",
        _id_of(area) if Breakdown.AREA in told else None,
        form if form in SchoolForm.values and Breakdown.SCHOOL_FORM in told else "",
    )


def _id_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _stored(actor: Actor, indicator: Indicator, series: Slice) -> list[Line]:
    rows = cells.stored_values(actor, indicator.pk).filter(
        sex=series.sex, area=series.area_id, school_form=series.school_form
    )
    written = {row.measurement_id: _texts(row) for row in rows}
    periods = list(queries.measurements(actor, indicator.pk)[:_OLDEST])
    told = [
        {"period": words.span(cells.period_of(each)), **written.get(each.pk, {})}
        for each in reversed(periods)
    ]
    told += [{"period": span} for span in _coming(periods, indicator, actor)]
    return [Line(number, texts) for number, texts in enumerate(told)]


def _texts(row: Any) -> dict[str, str]:
    """A stored value as it would be written in the grid."""
    number = "" if row.number is None else formats.short(row.number).replace("\u202f", "")
    sign = "~" if row.state == "about" else _SIGNS.get(row.state, "")
    told = {
        "value": "" if row.numerator is not None else f"{sign}{number}",
        "numerator": row.numerator,
        "denominator": row.denominator,
        "answers": row.answers,
        "response_rate": None if row.response_rate is None else formats.short(row.response_rate),
    }
    return {name: "" if value is None else str(value) for name, value in told.items()}


def _coming(periods: list[Any], indicator: Indicator, actor: Actor) -> Iterator[str]:
    """Rows for what comes next, with their periods written where they are known."""
    last = cells.period_of(periods[0]) if periods else None
    for _row in range(_EMPTY):
        last = next_span(last, Frequency(indicator.frequency), actor.today)
        yield words.span(last) if last else ""


@page(rules.ENTER_VALUES)
def values(request: Request, indicator: Indicator, /) -> HttpResponse:
    series = _asked(indicator, request.GET)
    lines = _stored(request.actor, indicator, series)
    return _page(request, indicator, Grid(series, _columns(indicator), lines))


@command(rules.ENTER_VALUES)
def save_values(request: Request, indicator: Indicator, /) -> HttpResponse:
    series = _asked(indicator, request.POST)
    grid = Grid(series, _columns(indicator), list(_written(request.POST, _columns(indicator))))
    told, lines = _understood(request.actor, indicator, grid)
    wrong = _enter(request.actor, indicator, told) if not any(each.wrong for each in lines) else ""
    if not wrong and not any(each.wrong for each in lines):
        messages.success(request, _("Värdena är sparade."))
        return redirect(f"{request.path.removesuffix('spara/')}?{_query(series)}")
    response = _page(request, indicator, Grid(series, grid.columns, lines), wrong, status=422)
    # The trail is not to say that something was done.
    transaction.set_rollback(True)
    return response


def _enter(actor: Actor, indicator: Indicator, told: list[Told]) -> str:
    try:
        actions.enter_values(indicator, told, actor=actor)
    except RuleBrokenError as refusal:
        return str(refusal)
    return ""


def _written(posted: QueryDict, columns: list[tuple[str, str]]) -> Iterator[Line]:
    for number in range(_MOST):
        if f"period-{number}" in posted:
            names = ("period", *(name for name, _label in columns))
            yield Line(number, {name: posted.get(f"{name}-{number}", "") for name in names})


def _understood(actor: Actor, indicator: Indicator, grid: Grid) -> tuple[list[Told], list[Line]]:
    """What can be stored, and every row again with what is wrong in it."""
    told, lines, places = [], [], Places.of(actor)
    had = {each.texts["period"] for each in _stored(actor, indicator, grid.series)}
    for line in grid.lines:
        is_empty = not any(value for name, value in line.texts.items() if name != "period")
        if is_empty and line.texts["period"].strip() not in had:
            lines.append(line)
            continue
        try:
            read = told_of(line.texts, places)
            told.append(actions.settle(indicator, replace(read, series=grid.series)))
            lines.append(line)
        except RuleBrokenError as refusal:
            lines.append(Line(line.number, line.texts, str(refusal)))
    return told, lines


def _query(series: Slice) -> str:
    query = QueryDict(mutable=True)
    told = (("kon", series.sex), ("omrade", series.area_id), ("skolform", series.school_form))
    query.update({name: str(value) for name, value in told if value})
    return query.urlencode()


def _page(
    request: Request, indicator: Indicator, grid: Grid, wrong: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "row": indicator,
        "columns": grid.columns,
        "lines": [
            (line, line.texts["period"], [(n, lb, line.texts.get(n, "")) for n, lb in grid.columns])
            for line in grid.lines
        ],
        "wrong": wrong,
        "choices": _choices(request.actor, indicator, grid.series),
        "save_url": reverse("initiatives:enter-values-save", args=[indicator.pk]),
        "import_url": reverse("initiatives:import-values", args=[indicator.pk]),
        "back": indicator_url(indicator.pk),
        "breadcrumbs": [*indicator_crumbs(request.actor, indicator), Crumb(_("Skriv in värden"))],
    }
    return render(request, "initiatives/values.html", context, status=status)


def _choices(actor: Actor, indicator: Indicator, series: Slice) -> list[Any]:
    """How the series is chosen: name, label, the choices, and the one that is shown."""
    offered = {
        Breakdown.SEX: ("kon", _("Kön"), Sex.choices, series.sex),
        Breakdown.AREA: (
            *("omrade", _("Område"), organisation.area_choices(actor)),
            str(series.area_id or ""),
        ),
        Breakdown.SCHOOL_FORM: ("skolform", _("Skolform"), SchoolForm.choices, series.school_form),
    }
    return [told for breakdown, told in offered.items() if breakdown in indicator.breakdowns]
