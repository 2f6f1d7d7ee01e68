"""What of deviations the search finds, for those who may read them."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.initiatives.models import Deviation, DeviationStep
from samsyn.initiatives.rules.deviations import READ_DEVIATION
from samsyn.search import api as search

DEVIATION = "initiatives.deviation"


def register() -> None:
    search.register(DEVIATION, _("Avvikelse eller hinder"), READ_DEVIATION, "initiatives:deviation")


def show_deviations(ids: Collection[UUID], *, actor: Actor) -> None:
    """Let them be found, also by what was said of them."""
    said: dict[UUID, list[str]] = {pk: [] for pk in ids}
    steps = within(DeviationStep, actor).filter(deviation__in=ids).order_by("ordinal", "pk")
    for of, text in steps.values_list("deviation_id", "text"):
        said[of].append(text)
    rows = within(Deviation, actor).filter(pk__in=ids)
    search.index_many(_draft(row, said[row.pk]) for row in rows)


def _draft(row: Deviation, said: list[str]) -> search.Draft:
    words = "\n".join(part for part in (row.what, row.tried, row.changed, *said) if part)
    return search.Draft(DEVIATION, row.pk, row.municipality_id, row.title, row.category, words)
