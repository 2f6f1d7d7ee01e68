"""How far a deviation has come, in the words and the colours of the pages."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import Actor
from samsyn.initiatives.models import DeviationState, StepTaken
from samsyn.pages.api import Tag

_COLOURS = {
    DeviationState.REPORTED: "warning",
    DeviationState.HANDLED: "info",
    DeviationState.LIFTED: "info",
    DeviationState.ANSWERED: "success",
    DeviationState.CLOSED: "neutral",
}
# What the one who reported by a link is told; notes are between those who handle it.
TOLD_BY_LINK = frozenset({StepTaken.ANSWERED, StepTaken.LIFTED, StepTaken.CLOSED})


def state_tag(row: Any) -> Tag:
    state = DeviationState(row.state)
    return Tag(state.label, _COLOURS[state])


def tags_of(row: Any, actor: Actor) -> tuple[Tag, ...]:
    """Its state, and what it has waited for too long."""
    return (state_tag(row), *_waits(row, actor))


def _waits(row: Any, actor: Actor) -> Iterator[Tag]:
    if row.closed_on or row.answered_on:
        return
    if row.answer_by is not None and row.answer_by < actor.today:
        days = (actor.today - row.answer_by).days
        told = ngettext("%(days)d dag försenad", "%(days)d dagar försenad", days)
        yield Tag(told % {"days": days}, "danger")
    is_with_above = row.state == DeviationState.LIFTED
    if row.lift_by is not None and row.lift_by <= actor.today and not is_with_above:
        yield Tag(_("dags att lyfta"), "warning")


def between(row: Any) -> str:
    return ", ".join(each.body_name for each in row.between)


def reported_by(row: Any) -> str:
    """By which function, by someone with an account, or by a link."""
    if row.reporter is not None:
        return str(row.reporter.title)
    if row.account_id is not None:
        return _("någon med konto, utan funktion")
    return _("någon utan konto, med en länk") if row.link_id else ""
