"""Looks at all that is stored of a period together, and lets be seen what may be seen of it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samsyn.access.api import Actor, within
from samsyn.initiatives import searchable_indicators as searchable
from samsyn.initiatives.domain.protecting import Lies, Stored, Was, to_hide
from samsyn.initiatives.models import Measurement, Value
from samsyn.organisation.api import Area

_FIELDS = (
    *("pk", "sex", "area_id", "school_form", "state"),
    *("number", "numerator", "denominator", "answers", "is_hidden", "settled_on"),
)


def protect(measurement_ids: Collection[UUID], *, actor: Actor) -> None:
    """Hide and show anew, after any value of these periods, or how they are protected, changed."""
    areas = _areas(actor)
    rows = within(Value, actor).filter(measurement__in=measurement_ids)
    gone = {
        pk
        for (measure, disclosure), stored in _families(rows, actor.today)
        for pk in to_hide(stored, measure, disclosure, areas)
    }
    fresh = Q(is_hidden=False) | Q(settled_on__isnull=True)
    rows.filter(fresh, pk__in=gone).update(is_hidden=True, settled_on=actor.today)
    seen = rows.filter(is_hidden=True).exclude(pk__in=gone)
    seen.update(is_hidden=False, settled_on=actor.today)


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
    rows = within(Measurement, actor).filter(indicator__in=ids)
    protect(list(rows.values_list("pk", flat=True)), actor=actor)


def measurements_came(ids: Collection[UUID], *, actor: Actor) -> None:
    """After values have come in a file: work out what may be shown of them."""
    protect(ids, actor=actor)
