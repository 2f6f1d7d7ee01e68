"""What of indicators the search finds: what they are, and never what they show."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Among, within
from samsyn.initiatives.models import Indicator
from samsyn.initiatives.rules.indicators import READ_INDICATOR
from samsyn.search import api as search

INDICATOR = "initiatives.indicator"


def register() -> None:
    search.register(INDICATOR, _("Indikator"), READ_INDICATOR, "initiatives:indicator")


def show_indicators(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Indicator, actor).filter(Among("pk", ids))
    search.index_many(_indicator(each) for each in rows)


def _indicator(row: Indicator) -> search.Draft:
    said = (row.population, row.numerator, row.denominator, row.source, row.method_note)
    words = "\n".join(part for part in (*said, *row.focus_areas) if part)
    kind = str(row.get_measure_display())
    return search.Draft(INDICATOR, row.pk, row.municipality_id, row.name, kind, words)
