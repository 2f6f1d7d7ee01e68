"""What the phases demand, in words, with the way to tell it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Button
from samsyn.initiatives.domain.demands import following, lacking, until
from samsyn.initiatives.models import Demand, Initiative, Phase
from samsyn.initiatives.queries import demands as queries

_WAYS = {
    Demand.WHAT: "describe-initiative",
    Demand.PROBLEM: "describe-initiative",
    Demand.BOARD: "add-responsible",
    Demand.OWNER: "describe-initiative-owner",
    Demand.TARGET_GROUP: "describe-initiative-whom",
    Demand.NUMBER: "describe-initiative-whom",
    Demand.CAUSE: "add-step",
    Demand.PROCESS_MEASURE: "add-measure",
    Demand.OUTCOME_MEASURE: "add-measure",
    Demand.COMPARISON: "describe-initiative-whom",
    Demand.METHOD: "describe-initiative",
    Demand.RESOURCES: "add-funding",
    Demand.START: "describe-initiative-period",
    Demand.ACTIVITIES: "log-activity",
    Demand.FOLLOW_UP: "plan-evaluation",
    Demand.FOLLOWED_UP: "plan-evaluation",
    Demand.DECISION: "decide-course",
}
_ASKED = {
    Demand.CAUSE: "?slag=problem",
    Demand.PROCESS_MEASURE: "?slag=process",
    Demand.OUTCOME_MEASURE: "?slag=outcome",
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a phase demands and nobody has told; `is_ahead` of one that it has not come to."""

    title: str
    lines: list[Button]
    is_ahead: bool


def gaps_of(actor: Actor, row: Initiative) -> list[Gaps]:
    """By the phase that asks for it, through the one that comes next."""
    told = queries.met(actor, row.pk)
    now = row.phase or Phase.INITIATE.value
    here = until(now)
    found = [
        Gaps(_title(phase), [_line(row.pk, name) for name in names], phase not in here)
        for phase, names in lacking(told, following(now))
    ]
    return [*_unplaced(row), *found]


def _unplaced(row: Initiative) -> Iterator[Gaps]:
    if not row.phase:
        there = reverse("initiatives:move-initiative", args=[row.pk])
        yield Gaps("", [Button(_("Fas"), there)], is_ahead=False)


def _title(phase: str) -> str:
    return _("För att %(phase)s") % {"phase": Phase(phase).label}


def _line(pk: UUID, name: str) -> Button:
    demand = Demand(name)
    there = reverse(f"initiatives:{_WAYS[demand]}", args=[pk])
    return Button(capfirst(str(demand.label)), there + _ASKED.get(demand, ""))


def named(demands: Iterable[str]) -> str:
    return ", ".join(str(Demand(each).label) for each in demands)


def warnings_of(actor: Actor, row: Initiative) -> str:
    """A sentence for each phase that is ahead and demands what nobody has told."""
    told = queries.met(actor, row.pk)
    ahead = lacking(told, Phase.FOLLOW_UP)
    return " ".join(_warning(phase, names) for phase, names in ahead)


def _warning(phase: str, names: Collection[str]) -> str:
    said = {"phase": Phase(phase).label, "lacking": named(names)}
    return _("För att %(phase)s saknas: %(lacking)s.") % said
