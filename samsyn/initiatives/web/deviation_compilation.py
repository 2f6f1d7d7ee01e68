"""A year of deviations: counts for everyone, and what was changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import PAPER_ENDINGS, Actor, Municipality, Request, page
from samsyn.initiatives.queries import deviation_counts as counts
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules.deviations import READ_DEVIATIONS
from samsyn.initiatives.web.deviation_addresses import deviations_crumbs
from samsyn.pages.api import Crumb, Fact, formats


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of counts, with the way to the reports that one may read."""

    name: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Counting:
    """A table of counts: what each line is of, and the lines with the most first."""

    title: str
    of_what: str
    lines: list[Line]


def asked_year(actor: Actor, request: HttpRequest) -> int:
    """The year that the address asks for, if it is one that there is anything of."""
    found = {str(year): year for year in queries.years(actor)}
    return found.get(request.GET.get("ar", ""), actor.today.year)


def countings(actor: Actor, year: int) -> list[Counting]:
    told = (
        (_("Per ämne"), _("Ämne"), "amne", _("inget ämne"), counts.by_category(actor, year)),
        (_("Per part"), _("Part"), "part", "", counts.by_party(actor, year)),
        (_("Per forum"), _("Forum"), "forum", _("inget forum"), counts.by_forum(actor, year)),
    )
    return [
        Counting(title, what, [_line(each, key, none, year) for each in rows])
        for title, what, key, none, rows in told
    ]


def _line(each: counts.Counted, key: str, none: str, year: int) -> Line:
    asked = {"ar": year, "visa": "alla"}
    if each.key:
        return Line(each.name, each.count, register_url(asked | {key: each.key}))
    more = {"forum": "ingen"} if key == "forum" else {}
    return Line(each.name or none, each.count, register_url(asked | more))


def register_url(asked: dict[str, Any]) -> str:
    return f"{reverse('initiatives:deviations')}?{urlencode(asked)}"


def facts_of(actor: Actor, year: int) -> Iterator[Fact]:
    """How many, how long the answers took, and how many were late."""
    found = counts.answers_of_year(actor, year)
    yield Fact(_("Rapporter"), formats.number(found.reports))
    same = counts.not_counted(actor, year)
    if same:
        told = _("Samma som en annan, återtagna eller ingen avvikelse")
        yield Fact(told, formats.number(same))
    yield Fact(_("Besvarade"), formats.number(found.answered))
    if found.median_days is not None and found.longest_days is not None:
        told = _("%(days)s dagar") % {"days": formats.number(found.median_days, 1)}
        yield Fact(_("Hälften fick svar inom"), told)
        yield Fact(_("Längsta väntan på svar"), _days(found.longest_days))
    yield Fact(_("Besvarade för sent"), formats.number(found.late))
    yield Fact(_("Väntar på svar som skulle ha kommit"), formats.number(found.waits_too_long))


def _days(count: int) -> str:
    return ngettext("%(count)d dag", "%(count)d dagar", count) % {"count": count}


@page(READ_DEVIATIONS)
def compilation(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    year = asked_year(actor, request)
    context = {
        "year": year,
        "years": queries.years(actor),
        "facts": list(facts_of(actor, year)),
        "countings": countings(actor, year),
        "closed": list(counts.closed_in_year(actor, year)),
        "papers": [
            (ending, f"{reverse(f'initiatives:print-deviations-{ending}')}?ar={year}")
            for ending in PAPER_ENDINGS
        ],
        "breadcrumbs": [*deviations_crumbs(actor, municipality), Crumb(_("Sammanställning"))],
    }
    return render(request, "initiatives/deviation_compilation.html", context)
