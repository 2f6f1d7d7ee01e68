"""The questions by which every view of the portfolio is narrowed alike."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor
from samsyn.initiatives.models import InitiativeKind, Phase, Prevention
from samsyn.initiatives.queries import portfolio as queries
from samsyn.pages.api import Filter

NOTHING = (("", ""),)  # a filter without choices would take any words
AREA = "var"


def of_itself(actor: Actor) -> Iterator[Filter[Any]]:
    def equal(field: str) -> Callable[[QuerySet[Any], str], QuerySet[Any]]:
        return lambda rows, answer: rows.filter(**{field: answer})

    areas = queries.areas_in_use(actor)
    yield Filter("titel", gettext_lazy("Namn innehåller"), equal("title__icontains"))
    yield Filter("fas", gettext_lazy("Fas"), equal("phase"), tuple(Phase.choices))
    yield Filter("slag", gettext_lazy("Slag"), equal("kind_now"), tuple(InitiativeKind.choices))
    yield Filter(
        "omrade",
        gettext_lazy("Bär området"),
        lambda rows, area: rows.filter(focus_areas__contains=[area]),
        tuple((area, area) for area in areas) or NOTHING,
    )
    yield Filter(
        "forebygger",
        gettext_lazy("Förebygger"),
        lambda rows, level: rows.filter(prevention__contains=[level]),
        tuple(Prevention.choices),
    )
