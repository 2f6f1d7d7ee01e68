"""The pages of deviations that are measured; another is a line more."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from samsyn.access import api as access
from samsyn.initiatives.api import Deviation
from tools.bench.figures import Figure, pages_of_list

_DIFFERENT = 20
_SORTS = ("kom", "rubrik", "svar-senast")
_FILTERED = ("visa=forsenade", "amne=v%C3%A4ntetid&visa=alla")
_WHOLE = {
    "patterns": "/avvikelser/monster/?manader=36",
    "year of deviations": "/avvikelser/sammanstallning/",
    "form of a deviation": "/avvikelser/ny/",
}


def deviations_in(municipality_id: UUID) -> Sequence[UUID]:
    with access.acting_in(municipality_id):
        rows = Deviation._default_manager.order_by("pk")
        return list(rows.values_list("pk", flat=True)[:_DIFFERENT])


def deviation_figures(ids: Sequence[UUID]) -> Iterator[Figure]:
    yield from pages_of_list("avvikelser", _SORTS, _FILTERED)
    for name, path in _WHOLE.items():
        yield Figure(name, (path,))
    if ids:
        yield Figure("deviation", tuple(f"/avvikelser/{pk}/" for pk in ids))
