"""The page of needs beside resources, area by area, as a basis for a proposal."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.access.api import Municipality, Request, page
from samsyn.initiatives.queries import needs as queries
from samsyn.initiatives.queries import resources
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web import indicator_words as told
from samsyn.initiatives.web import words
from samsyn.initiatives.web.addresses import initiatives_crumbs
from samsyn.initiatives.web.indicator_addresses import indicator_url
from samsyn.initiatives.web.tabs import tabs
from samsyn.pages.api import Crumb, formats


@page(rules.READ_INITIATIVES)
def needs(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    choices = queries.indicator_choices(actor)
    asked = request.GET.get("indikator", "")
    chosen = asked if asked in dict(choices) else (choices[0][0] if choices else "")
    years = resources.years(actor)
    year = years[0] if years else actor.today.year
    context: dict[str, Any] = {
        "choices": choices,
        "chosen": chosen,
        "year": year,
        "tabs": tabs("needs"),
        "breadcrumbs": [*initiatives_crumbs(actor, None), Crumb(_("Behov"))],
    }
    if chosen:
        found = queries.indicator(actor, UUID(chosen))
        rows = queries.needs(actor, found, year)
        context |= {
            "indicator": found,
            "indicator_url": indicator_url(found.pk),
            "rows": [_row(found.measure, row) for row in rows],
        }
    return render(request, "initiatives/needs.html", context)


def _row(measure: str, row: queries.Need) -> dict[str, str]:
    shown = row.shown
    return {
        "area": row.area,
        "figure": told.figure(measure, shown.cell, is_about=shown.is_about) if shown else "–",
        "period": told.span(shown.period) if shown else "",
        "amount": words.amount(row.has.amount or None),
        "posts": words.amount(row.has.posts or None),
        "count": formats.number(row.has.count),
    }
