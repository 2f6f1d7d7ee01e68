"""The map of areas: how much is done where, beside money, posts and needs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, page
from samsyn.initiatives.models import Measure
from samsyn.initiatives.queries import areas as queries
from samsyn.initiatives.queries import needs, portfolio, resources
from samsyn.initiatives.queries.cells import Shown
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web import indicator_words, words
from samsyn.initiatives.web.addresses import initiatives_crumbs
from samsyn.initiatives.web.area_picture import picture
from samsyn.initiatives.web.filters import AREA, of_itself
from samsyn.initiatives.web.tabs import tabs
from samsyn.organisation.api import SEND_BOUNDARIES, Area, AreaKind
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, Filter, formats, page_url

_ASKED = ("fas", "omrade", "forebygger")


@dataclass(frozen=True, slots=True)
class Row:
    """An area as the table tells of it; what is hidden of its need is hidden here too."""

    name: str
    url: str
    count: str
    list_url: str
    amount: str
    posts: str
    figure: str
    period: str


@page(rules.READ_INITIATIVES)
def area_map(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    filters = [each for each in of_itself(actor) if each.key in _ASKED]
    answers = {each.key: each.understood(request.GET.get(each.key, "")) for each in filters}
    year = next(iter(resources.years(actor)), actor.today.year)
    done = queries.done_in_areas(actor, _narrowed(actor, filters, answers), year)
    areas = list(organisation.areas(actor))
    kind = _kind(request.GET.get("indelning", ""), areas, done.counts)
    chosen = [each for each in areas if each.kind == kind]
    urls = {each.pk: _list_url(each.pk, answers) for each in chosen}
    drawn = list(organisation.boundaries(actor).filter(area__kind=kind))
    context = {
        "filters": [(each, answers[each.key]) for each in filters],
        "kinds": _kinds(areas),
        "kind": kind,
        "kind_name": AreaKind(kind).label,
        "year": year,
        "picture": picture(drawn, done.counts, urls) if drawn else None,
        "undrawn": _undrawn(chosen, {each.area_id for each in drawn}, done.counts, urls),
        "elsewhere": _elsewhere(areas, kind, done.counts),
        "placeless": done.placeless,
        "may_read_in": SEND_BOUNDARIES.name in request.permitted_here,
        "tabs": tabs("area-map"),
        "breadcrumbs": [*initiatives_crumbs(actor, None), Crumb(_("Karta"))],
        **_table(request, kind, chosen, done, urls),
    }
    return render(request, "initiatives/area_map.html", context)


def _narrowed(actor: Actor, filters: Iterable[Filter[Any]], answers: Mapping[str, str]) -> Any:
    """What the list of the portfolio holds for the same answers."""
    rows = portfolio.initiatives(actor).exclude(portfolio.over(actor))
    for each in filters:
        if answers[each.key]:
            rows = each.narrow(rows, answers[each.key])
    return rows


def _kind(asked: str, areas: Sequence[Area], counts: Counter[UUID]) -> str:
    """The kind of area asked for; otherwise the one that most initiatives are told by."""
    kinds = {each.kind for each in areas}
    if asked in kinds:
        return asked
    used = Counter(dict.fromkeys(kinds, 0))
    for each in areas:
        used[each.kind] += counts[each.pk]
    # The whole municipality makes no map.
    parts = sorted(kinds - {AreaKind.MUNICIPALITY.value}) or sorted(kinds)
    return max(parts, key=lambda kind: used[kind], default=AreaKind.DISTRICT.value)


def _kinds(areas: Iterable[Area]) -> list[tuple[str, Any]]:
    used = {each.kind for each in areas}
    return [(value, label) for value, label in AreaKind.choices if value in used]


def _list_url(area_id: UUID, answers: Mapping[str, str]) -> str:
    asked = {key: answer for key, answer in answers.items() if answer}
    return f"{reverse('initiatives:initiatives')}?{urlencode({AREA: area_id, **asked})}"


def _undrawn(
    areas: Iterable[Area], drawn: set[UUID], counts: Counter[UUID], urls: Mapping[UUID, str]
) -> list[tuple[str, str, str]]:
    """Areas where something is done that no boundary is told of."""
    return [
        (each.name, formats.number(counts[each.pk]), urls[each.pk])
        for each in areas
        if counts[each.pk] and each.pk not in drawn
    ]


def _elsewhere(areas: Iterable[Area], kind: str, counts: Counter[UUID]) -> list[tuple[Any, str]]:
    """The other kinds of area that initiatives are told by."""
    used = {each.kind for each in areas if counts[each.pk]} - {kind}
    return [(label, value) for value, label in AreaKind.choices if value in used]


def _table(
    request: Request,
    kind: str,
    areas: Iterable[Area],
    done: queries.Done,
    urls: Mapping[UUID, str],
) -> dict[str, Any]:
    choices = needs.indicator_choices(request.actor)
    asked = request.GET.get("indikator", "")
    found = needs.indicator(request.actor, UUID(asked)) if asked in dict(choices) else None
    latest = needs.latest_by_area(request.actor, found, area__kind=kind) if found else {}
    measure = found.measure if found else Measure.VALUE
    return {
        "indicators": choices,
        "indicator": found,
        "rows": [_row(each, done, urls[each.pk], measure, latest.get(each.name)) for each in areas],
    }


def _row(area: Area, done: queries.Done, url: str, measure: str, shown: Shown | None) -> Row:
    figure = indicator_words.figure
    return Row(
        area.name,
        page_url("organisation:area", area.pk),
        formats.number(done.counts[area.pk]),
        url if done.counts[area.pk] else "",
        words.amount(done.amounts.get(area.pk)),
        words.amount(done.posts.get(area.pk)),
        figure(measure, shown.cell, is_about=shown.is_about) if shown else "–",
        indicator_words.span(shown.period) if shown else "",
    )
