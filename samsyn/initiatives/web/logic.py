"""How an initiative is thought to work: the chain as a picture, what it is measured by, and what
is said to have come of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, allowed
from samsyn.initiatives.models import ClaimLevel, Initiative, LogicKind, Use
from samsyn.initiatives.queries import logic as queries
from samsyn.initiatives.queries.cells import points_of
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web import indicator_words as words
from samsyn.initiatives.web.indicator_addresses import indicator_url
from samsyn.organisation.api import Part, add_panel
from samsyn.pages.api import Tag

_ACTIONS = (rules.ADD_STEP, rules.ADD_MEASURE, rules.MAKE_CLAIM)


@dataclass(frozen=True, slots=True)
class Link:
    """A kind of step with those of it, in the order of the chain."""

    label: str
    steps: list[Any]


@dataclass(frozen=True, slots=True)
class Measured:
    row: Any
    name: str
    url: str
    use: str
    latest: str
    light: Tag


@dataclass(frozen=True, slots=True)
class Said:
    row: Any
    level: str
    tag: Tag
    url: str
    may_change: bool


def register() -> None:
    add_panel(Initiative, _panel)


def _panel(actor: Actor, initiative: Any) -> Part:
    measures = [_measured(*each) for each in queries.measures(actor, initiative.pk)]
    mine = queries.changeable(actor, initiative.pk)
    steps = list(queries.steps(actor, initiative.pk))
    rested_on = {each.after_id for each in steps} | {each.row.step_id for each in measures}
    for each in steps:
        each.may_change = each.pk in mine
        each.may_remove = each.may_change and each.pk not in rested_on
    shown = {
        "row": initiative,
        "chain": list(_chain(steps)),
        "measures": measures,
        "lacking": lacking([each.row.use for each in measures]),
        "claims": [_said(each, mine) for each in queries.claims(actor, initiative.pk)],
        "may": allowed(actor, initiative, _ACTIONS),
    }
    return Part("initiatives/_logic.html", shown)


def lacking(uses: Sequence[str]) -> list[str]:
    """Why it cannot be evaluated; nothing when it can be."""
    told = ((Use.PROCESS, _("processmått saknas")), (Use.OUTCOME, _("utfallsmått saknas")))
    return [reason for use, reason in told if use not in uses]


def _chain(steps: Sequence[Any]) -> Iterator[Link]:
    for kind in LogicKind:
        yield Link(str(kind.label), [each for each in steps if each.kind == kind])


def _measured(measure: Any, indicator: Any) -> Measured:
    points = points_of(indicator)
    told = words.figure(indicator.measure, points[0].cell) if points else ""
    return Measured(
        measure,
        indicator.name,
        indicator_url(indicator.pk),
        str(measure.get_use_display()),
        told,
        words.light_tag(indicator.light),
    )


def _said(claim: Any, mine: set[Any]) -> Said:
    """What someone says, told apart by its level, and by whether it was measured."""
    tag = Tag(_("upplevelse"), "warning") if claim.indicator is None else Tag(_("mätt"), "success")
    url = indicator_url(claim.indicator_id) if claim.indicator_id else ""
    return Said(claim, str(ClaimLevel(claim.level).label), tag, url, claim.pk in mine)
