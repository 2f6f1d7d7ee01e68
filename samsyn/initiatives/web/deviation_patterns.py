"""What comes again and again: the same word, party or forum, and all three together."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.access.api import Municipality, Request, page
from samsyn.initiatives.queries import deviation_counts as counts
from samsyn.initiatives.rules.deviations import READ_DEVIATIONS
from samsyn.initiatives.web.deviation_addresses import MONTHS_BACK, deviations_crumbs, first_day
from samsyn.initiatives.web.deviation_compilation import register_url
from samsyn.initiatives.web.deviations import COUNTED
from samsyn.pages.api import Crumb

_USUAL = 12


@dataclass(frozen=True, slots=True)
class Table:
    """What comes again in one respect, each line with the way to the reports in the register."""

    title: str
    of_what: str
    lines: list[tuple[counts.Again, str]]


@page(READ_DEVIATIONS)
def patterns(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    asked = request.GET.get("manader", "")
    months = int(asked) if asked in {str(each) for each in MONTHS_BACK} else _USUAL
    first = first_day(actor, months)
    tables = [
        _table(_("Samma ämne"), _("Ämne"), "amne", counts.same_word(actor, first), months),
        _table(_("Samma part"), _("Part"), "part", counts.same_party(actor, first), months),
        _table(_("Samma forum"), _("Forum"), "forum", counts.same_forum(actor, first), months),
    ]
    rows = counts.patterns(actor, first)
    context = {
        "tables": [table for table in tables if table.lines],
        "rows": [(row, _pattern_url(row, months)) for row in rows],
        "months": months,
        "choices": MONTHS_BACK,
        "first": first,
        "breadcrumbs": [*deviations_crumbs(actor, municipality), Crumb(_("Mönster"))],
    }
    return render(request, "initiatives/deviation_patterns.html", context)


def _table(title: str, of_what: str, key: str, rows: Iterable[counts.Again], months: int) -> Table:
    return Table(title, of_what, [(row, _url(months, **{key: row.key})) for row in rows])


def _pattern_url(row: counts.Pattern, months: int) -> str:
    forum = str(row.forum_id) if row.forum_id else "ingen"
    return _url(months, amne=row.category, part=str(row.body_id), forum=forum)


def _url(months: int, **asked: str) -> str:
    """The register of the same time, with what is closed too."""
    return register_url({**asked, "manader": months, "visa": COUNTED})
