"""Where the need is greatest, as far as it may be told, beside what there is to meet it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.domain.resources import Gathered, gathered
from samsyn.initiatives.models import Direction, Indicator, Value
from samsyn.initiatives.queries.cells import Shown, shown_values
from samsyn.initiatives.queries.resources import held
from samsyn.initiatives.rules.indicators import READ_INDICATOR


@dataclass(frozen=True, slots=True)
class Need:
    """An area: the latest value of the indicator, and the money, posts and initiatives there."""

    area: str
    shown: Shown | None
    has: Gathered


def indicator_choices(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of the indicators that have values by area."""
    by_area = within(Value, actor).filter(measurement__indicator=OuterRef("pk"), area__isnull=False)
    rows = visible(actor, READ_INDICATOR).filter(Exists(by_area)).order_by("name_key", "pk")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def indicator(actor: Actor, pk: UUID) -> Indicator:
    return visible(actor, READ_INDICATOR).get(pk=pk)


def needs(actor: Actor, found: Indicator, year: int) -> list[Need]:
    """Each area with the latest figure that may be shown, the greatest need first.

    The order is of shown figures only: what is hidden comes last, so that its place tells nothing.
    """
    latest = latest_by_area(actor, found)
    has = {each.word: each for each in gathered(held(actor, year), lambda row: row.areas)}
    names = {*latest, *(word for word in has if word)}
    rows = [Need(name, latest.get(name), has.get(name, Gathered(name))) for name in sorted(names)]
    sign = -1 if found.direction != Direction.MORE else 1
    return sorted(rows, key=lambda row: _place(row, sign))


def latest_by_area(actor: Actor, found: Indicator, **of: Any) -> dict[str, Shown]:
    """The latest period's value of each area, of both sexes and all school forms."""
    latest: dict[str, Shown] = {}
    for each in shown_values(actor, found, **of):  # the latest first
        sex, area, form = each.series
        if area and not sex and not form:
            latest.setdefault(area, each)
    return latest


def _place(row: Need, sign: int) -> tuple[bool, float, str]:
    value: Any = row.shown.cell.value if row.shown else None
    return value is None, sign * (value or 0.0), row.area
