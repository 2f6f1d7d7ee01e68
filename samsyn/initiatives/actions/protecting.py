"""Looks at all that is stored of a period together, and lets be seen what may be seen of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samsyn.access.api import Actor, Among, update_many, within
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
    how = _measured(measurement_ids, actor)
    rows = within(Value, actor).filter(measurement__in=measurement_ids)
    stood = {pk: state for pk, *state in rows.values_list("pk", "is_hidden", "settled_on")}
    gone: set[UUID] = set()
    for of, stored in _families(rows, actor.today).items():
        gone |= to_hide(stored, *how[of], areas)
    changed = [
        (pk, pk in gone, actor.today)
        for pk, (is_hidden, settled_on) in stood.items()
        if (pk in gone) != is_hidden or settled_on is None
    ]
    columns = ("id", "is_hidden", "settled_on")
    update_many(Value, columns, changed, municipality_id=actor.municipality_id)


def _measured(ids: Collection[UUID], actor: Actor) -> Mapping[UUID, tuple[str, str]]:
    """What the values of each period are, and how they are protected.

    Asked for apart: of tables that have just been filled, the database does not know how to join.
    """
    rows = within(Measurement, actor).filter(pk__in=ids)
    told = rows.values_list("pk", "indicator__measure", "indicator__disclosure")
    return {pk: (measure, disclosure) for pk, measure, disclosure in told}


def _families(rows: QuerySet[Any], today: date) -> Mapping[UUID, list[Stored]]:
    """All that is stored of each period."""
    families: defaultdict[UUID, list[Stored]] = defaultdict(list)
    for of, pk, sex, area, form, *rest, gone, since in rows.values_list("measurement_id", *_FIELDS):
        was = Was.HIDDEN if gone else Was.SHOWN
        if since is None or since >= today:
            was = Was.NEVER_SEEN
        families[of].append(Stored(pk, (sex, str(area or ""), form), was, *rest))
    return families


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
