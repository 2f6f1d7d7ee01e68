"""Every change to what audits have recommended."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.governance import searchable_risks as searchable
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.models import Fulfilment, Recommendation
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position

_TEXTS = frozenset({"text", "answer", "action", "evidence"})
_LINES = frozenset({"number"})
_LONGEST_KEY = 60


class RecommendationIsClosedError(RuleBrokenError):
    pass


def add_recommendation(told: Mapping[str, Any], *, actor: Actor) -> Recommendation:
    """Keep what an audit recommends one body."""
    row = Recommendation(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
    refuse_to_come(row.given_on, actor)
    with one_change():
        row.key = free_key(Recommendation, actor.municipality_id, str(row)[:_LONGEST_KEY])
        row.save(force_insert=True)
        searchable.show_recommendations([row.pk], actor=actor)
    return row


def change_recommendation(row: Recommendation, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Correct what it says, or from which audit and to whom it is."""
    refuse_to_come(told.get("given_on"), actor)
    _write(row, told, actor)


def answer_recommendation(row: Recommendation, on: date, answer: str, *, actor: Actor) -> None:
    """Keep what the board answered; what will be done is another thing."""
    refuse_to_come(on, actor)
    _write(row, {"answered_on": on, "answer": answer}, actor)


def act_on_recommendation(row: Recommendation, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Say what is done, by which function and until when, and what shows it."""
    refuse_ended_owner(told, actor, of=row)
    _write(row, told, actor)


def close_recommendation(
    row: Recommendation,
    closed_as: Fulfilment,
    on: date,
    result: str,
    *,
    by: Position,
    actor: Actor,
) -> None:
    """Close it as done or rejected, in writing; nothing of it is changed after."""
    refuse_to_come(on, actor)
    told = {"closed_as": closed_as, "closed_on": on, "closed_by": by, "result": guarded(result)}
    _write(row, told, actor)


def _write(row: Recommendation, told: Mapping[str, Any], actor: Actor) -> None:
    if row.closed_on is not None:
        raise RecommendationIsClosedError(_("Rekommendationen är avslutad och ändras inte mer."))
    for field, value in kept(told, _TEXTS, _LINES).items():
        setattr(row, field, value)
    with one_change():
        row.save(update_fields=list(told))
        searchable.show_recommendations([row.pk], actor=actor)
