"""What is stored of an indicator, for those who may see it unprotected; each look is traced."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Request, page, trace_export
from samsyn.initiatives.models import Indicator
from samsyn.initiatives.queries import cells
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web import indicator_words as words
from samsyn.initiatives.web.indicator_addresses import indicator_crumbs
from samsyn.pages.api import Cell, Column, Crumb, Empty, Listing, Tag, list_page


def _number(row: Any) -> Cell:
    tags = (Tag(_("skyddat"), "warning"),) if row.is_hidden else ()
    if row.number is None:
        return Cell(str(row.get_state_display()))
    return Cell(row.number.normalize(), tags=tags)


COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "period",
        gettext_lazy("Period"),
        lambda row: Cell(words.span(cells.period_of(row.measurement))),
        ("measurement__starts_on",),
    ),
    Column("kon", gettext_lazy("Kön"), lambda row: Cell(row.get_sex_display()), ("sex",)),
    Column(
        "omrade",
        gettext_lazy("Område"),
        lambda row: Cell(row.area.name if row.area else ""),
        ("area__name_key",),
    ),
    Column(
        "skolform",
        gettext_lazy("Skolform"),
        lambda row: Cell(row.get_school_form_display()),
        ("school_form",),
    ),
    Column("varde", gettext_lazy("Värde"), _number, is_number=True),
    Column("taljare", gettext_lazy("Täljare"), lambda row: Cell(row.numerator), is_number=True),
    Column("namnare", gettext_lazy("Nämnare"), lambda row: Cell(row.denominator), is_number=True),
    Column("svar", gettext_lazy("Antal svar"), lambda row: Cell(row.answers), is_number=True),
    Column(
        "svarsfrekvens",
        gettext_lazy("Svarsfrekvens"),
        lambda row: Cell(row.response_rate),
        is_number=True,
    ),
)


@page(rules.SEE_STORED_VALUES)
def stored(request: Request, indicator: Indicator, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        cells.stored_values(request.actor, indicator.pk),
        COLUMNS,
        _("Värden som de är lagrade"),
        default_sort="-period",
        file_name="lagrade-varden",
        empty=Empty(_("Här står värdena som de är lagrade, utan skydd."), _("Det finns inga än.")),
    )
    trace_export(request, listing)
    context = {
        "title": _("Lagrade värden"),
        "lead": _("Oskyddade. Lämna dem inte vidare: visa sidan om indikatorn i stället."),
        "buttons": [],
        "breadcrumbs": [*indicator_crumbs(request.actor, indicator), Crumb(_("Lagrade värden"))],
    }
    return list_page(request, "pages/register.html", listing, context)
