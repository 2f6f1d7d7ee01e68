"""The page of one indicator: its series as a picture and a table, its light, and its target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Request, allowed, page
from samsyn.initiatives.models import Indicator, Measure
from samsyn.initiatives.queries import cells
from samsyn.initiatives.queries import indicators as queries
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web import indicator_words as words
from samsyn.initiatives.web.chart import Chart, Drawn, chart
from samsyn.initiatives.web.gaps import gap_of
from samsyn.initiatives.web.indicator_addresses import indicators_crumbs
from samsyn.pages.api import Crumb, Fact, formats
from samsyn.sources.api import sources_of
from samsyn.statistics.cells import Why

_ACTIONS = (
    *(rules.DESCRIBE_INDICATOR, rules.ENTER_VALUES, rules.SET_TARGET, rules.JUDGE_INDICATOR),
    *(rules.CITE_INDICATOR, rules.SEE_STORED_VALUES),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A value in the table beside the picture; never a bare number."""

    period: str
    series: str
    told: str
    is_shown: bool
    counted_on: str
    margin: str
    response_rate: str
    break_note: str


@page(rules.READ_INDICATOR)
def indicator(request: Request, found: Indicator, /) -> HttpResponse:
    actor = request.actor
    row = queries.indicators(actor).get(pk=found.pk)
    may = allowed(actor, found, _ACTIONS)
    shown = cells.shown_values(actor, row)
    totals = [each for each in shown if each.is_total]
    trend = cells.trend_of(totals[: queries.POINTS])
    context = {
        "row": row,
        "light": words.light_tag(row.light),
        "trend": words.trend_tag(row.direction, trend),
        "trend_told": _told_of(trend),
        "latest": _row(row, totals[0]) if totals else None,
        "chart": _drawn(actor, row, totals),
        "values": [_row(row, each) for each in shown],
        "gap": gap_of(row, shown),
        "lights": [(each, words.light_tag(each.colour)) for each in queries.lights(actor, row.pk)],
        "targets": [_target(actor, row, each) for each in queries.targets(actor, row.pk)],
        "facts": [*words.facts(row), *_duties(row)],
        "has_hidden": any(each.cell.why is Why.HIDDEN for each in shown),
        "measurements": [
            (each, words.span(cells.period_of(each)))
            for each in queries.measurements(actor, row.pk)[:12]
        ],
        "may": may,
        "sources": sources_of(actor, [row.pk], lambda _citation: ""),
        "cite_url": reverse("initiatives:cite-indicator", args=[row.pk]),
        "breadcrumbs": [*indicators_crumbs(actor, row), Crumb(row.name)],
    }
    return render(request, "initiatives/indicator.html", context)


def _row(indicator: Any, each: cells.Shown) -> Row:
    rate = each.response_rate
    return Row(
        words.span(each.period),
        words.series(each.series),
        words.figure(indicator.measure, each.cell, is_about=each.is_about),
        each.cell.is_shown,
        words.counted_on(each.cell),
        words.margin(indicator.measure, each.interval),
        f"{formats.short(rate)}\N{NO-BREAK SPACE}%"
        if rate is not None and each.cell.is_shown
        else "",
        each.break_note,
    )


def _told_of(trend: Any) -> str:
    """The change by the year, and between what it may lie."""
    if trend is None:
        return ""
    told = {
        "change": words.number(Measure.VALUE, trend.change),
        "low": words.number(Measure.VALUE, trend.interval.low),
        "high": words.number(Measure.VALUE, trend.interval.high),
    }
    return _("%(change)s om året (mellan %(low)s och %(high)s)") % told


def _drawn(actor: Actor, row: Any, totals: Sequence[cells.Shown]) -> Chart | None:
    target = next(iter(queries.targets(actor, row.pk)), None)
    points = [_point(row, each) for each in reversed(totals)]
    return chart(points, float(target.number) if target else None)


def _point(row: Any, each: cells.Shown) -> Drawn:
    between = each.interval
    return Drawn(
        each.starts_on,
        words.span(each.period),
        words.figure(row.measure, each.cell, is_about=each.is_about),
        each.cell.value,
        between.low if between else None,
        between.high if between else None,
        each.is_broken,
    )


def _target(actor: Actor, row: Any, each: Any) -> dict[str, Any]:
    baseline = cells.baseline_cell(actor, row, each)
    return {
        "pk": each.pk,
        "number": words.number(row.measure, float(each.number)),
        "by": cells.period_of(each).last_day,
        "baseline": words.figure(row.measure, baseline),
        "baseline_on": each.baseline_on,
        "decided": each.decided,
    }


def _duties(row: Any) -> Iterator[Fact]:
    url = reverse("organisation:position", args=[row.owner_id]) if row.owner_id else ""
    yield Fact(_("Ägs av"), row.owner_title or _("utan ägare"), url)
