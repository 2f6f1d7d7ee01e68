"""The page that finds everything."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from samsyn.access.api import Municipality, Request, page
from samsyn.pages.api import Crumb, page_or_part
from samsyn.search import queries
from samsyn.search.kinds import Kind, registered
from samsyn.search.matches import Why
from samsyn.search.queries import Findings, Hit
from samsyn.search.rules import SEARCH

_SHOWN_OF_EACH_KIND = 5
_SHOWN_OF_CHOSEN_KIND = 50

_REASONS = {
    Why.TEXT: _l("i uppgifterna"),
    Why.PART: _l("del av ord"),
    Why.MISSPELT: _l("liknande stavning"),
}


@dataclass(frozen=True, slots=True)
class Row:
    hit: Hit
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; `all_url` leads to the rest, when there is more."""

    name: str
    label: str
    count: int
    rows: tuple[Row, ...]
    all_url: str


@page(SEARCH)
def search(request: Request, _municipality: Municipality, /) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    chosen = _chosen(request.GET.get("typ", ""))
    limit = _SHOWN_OF_CHOSEN_KIND if chosen else _SHOWN_OF_EACH_KIND
    kinds = [chosen.name] if chosen else None
    found = queries.findings(request.actor, words, kinds=kinds, limit=limit)
    context = {
        "breadcrumbs": [Crumb(_("Sök"))],
        "search_words": words,
        "kinds": registered(),
        "chosen": chosen.name if chosen else "",
        "total": found.total,
        "groups": list(_groups(found, words)),
        "only_alike": bool(found.hits) and all(hit.why == Why.MISSPELT for hit in found.hits),
    }
    return page_or_part(request, "search/search.html", part="search/_found.html", context=context)


def _chosen(name: str) -> Kind | None:
    return next((kind for kind in registered() if kind.name == name), None)


def _groups(found: Findings, words: str) -> Iterator[Group]:
    for kind in registered():
        rows = tuple(_row(hit) for hit in found.hits if hit.kind == kind.name)
        if rows:
            count = found.counts[kind.name]
            query = urlencode({"q": words, "typ": kind.name})
            url = f"{reverse('search:search')}?{query}" if count > len(rows) else ""
            yield Group(kind.name, str(kind.label), count, rows, url)


def _row(hit: Hit) -> Row:
    return Row(hit, str(_REASONS.get(hit.why, "")))
