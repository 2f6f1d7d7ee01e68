"""Looks at all that is stored of a period together, and lets be seen what may be seen of it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samsyn.access.api import Actor, Among, within
from samsyn.initiatives import searchable_indicators as searchable
from samsyn.initiatives.domain.protecting import Lies, Stored, Was, to_hide
from samsyn.initiatives.models import Measurement, Value
from samsyn.organisation.api import Area

_AT_A_TIME = 1_000  # periods, so that ten years of a file need not be held at once
_FIELDS = (
    *("pk", "sex", "area_id", "school_form", "state"),
    *("number", "numerator", "denominator", "answers", "is_hidden", "settled_on"),
)


def protect(measurement_ids: Collection[UUID], *, actor: Actor) -> None:
    """Hide and show anew, after any value of these periods, or how they are protected, changed."""
    areas, ids = _areas(actor), list(measurement_ids)
    for first in range(0, len(ids), _AT_A_TIME):
        _protect(ids[first : first + _AT_A_TIME], areas, actor)


def _protect(measurement_ids: Collection[UUID], areas: Mapping[str, Lies], actor: Actor) -> None:
    rows = within(Value, actor).filter(Among("measurement_id", measurement_ids))
    gone: set[UUID] = set()
    told: set[UUID] = set()
    for (measure, disclosure), stored in _families(rows, actor.today):
        gone |= to_hide(stored, measure, disclosure, areas)
        told |= {each.pk for each in stored}
    fresh = Q(is_hidden=False) | Q(settled_on__isnull=True)
    hidden = rows.filter(fresh, Among("pk", gone))
    hidden.update(is_hidden=True, settled_on=actor.today)
    shown = rows.filter(Among("pk", told - gone), is_hidden=True)
    shown.update(is_hidden=False, settled_on=actor.today)


def _families(rows: QuerySet[Any], today: date) -> Iterator[tuple[tuple[str, str], list[Stored]]]:
    told = rows.order_by("measurement_id", "pk").values_list(
        *("measurement_id", "measurement__indicator__measure"),
        "measurement__indicator__disclosure",
        *_FIELDS,
    )
    families: defaultdict[tuple[UUID, str, str], list[Stored]] = defaultdict(list)
    for measurement, measure, disclosure, pk, sex, area, form, *rest, gone, since in told:
        was = Was.HIDDEN if gone else Was.SHOWN
        if since is None or since >= today:
            was = Was.NEVER_SEEN
        key = (sex, str(area or ""), form)
        families[measurement, measure, disclosure].append(Stored(pk, key, was, *rest))
    for (_measurement, *how), stored in families.items():
        yield (how[0], how[1]), stored


def _areas(actor: Actor) -> Mapping[str, Lies]:
    rows: Any = within(Area, actor).values_list("pk", "parent_id", "kind")
    return {str(pk): Lies("" if up is None else str(up), kind) for pk, up, kind in rows}


def protect_areas(*, actor: Actor) -> None:
    """Look anew at all that is told by area: an area has come to lie in another."""
    rows = within(Value, actor).filter(area__isnull=False).order_by()
    protect(set(rows.values_list("measurement_id", flat=True)), actor=actor)


def indicators_came(ids: Collection[UUID], *, actor: Actor) -> None:
    """After indicators have come in a file: let them be found, and protect all that they have."""
    searchable.show_indicators(ids, actor=actor)
    rows = within(Measurement, actor).filter(Among("indicator_id", ids))
    protect(list(rows.values_list("pk", flat=True)), actor=actor)


def measurements_came(ids: Collection[UUID], *, actor: Actor) -> None:
    """After values have come in a file: work out what may be shown of them."""
    protect(ids, actor=actor)
