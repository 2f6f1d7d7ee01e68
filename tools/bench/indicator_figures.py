"""The pages of indicators that are measured."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from samsyn.access import api as access
from samsyn.initiatives.api import Indicator
from tools.bench.figures import Figure, pages_of_list

_DIFFERENT = 20


def indicators_in(municipality_id: UUID) -> Sequence[UUID]:
    with access.acting_in(municipality_id):
        rows = Indicator._default_manager.order_by("pk")
        return list(rows.values_list("pk", flat=True)[:_DIFFERENT])


def indicator_figures(ids: Sequence[UUID]) -> Iterator[Figure]:
    yield from pages_of_list("indikatorer", ("namn", "ljus"), ("ljus=red", "namn=skol"))
    if ids:
        yield Figure("indicator", tuple(f"/indikatorer/{pk}/" for pk in ids))
        yield Figure("values of an indicator", tuple(f"/indikatorer/{pk}/varden/" for pk in ids))
