"""Deviations with something of everything, for the browser to visit."""

from datetime import timedelta
from typing import Any

from django.db.models import Model

from samsyn.access.api import Actor
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.actions.deviation_endings import close_deviation
from samsyn.initiatives.actions.deviation_routines import make_receipt, send_report_link
from samsyn.initiatives.models import Deviation, DeviationKind
from samsyn.organisation.models import Position
from tests import deviation_rows as rows
from tests import factories as make


def ids_of_deviations(actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    owner = Position.objects.get(key="folkhalsoarbetet-folkhalsostrateg")
    own = rows.routine(days=30, lift_after=14, receiver_id=owner.pk)
    above = make.forum("Styrgruppen för avvikelser")
    below = make.forum("Närgruppen för avvikelser", {"above_id": above.pk})
    row = _reported(
        rows.TITLE,
        owner,
        actor,
        category="information kom inte fram",
        tried="Vi har\nringt varandra.",
        forum_id=below.pk,
        happened_on=actor.today,
    )
    actions.note_on_deviation(row, "Båda har\nsagt sitt.", actor=actor)
    due = actor.today + timedelta(days=9)
    actions.name_handler(row, owner.pk, due, "Ta det med båda.", actor=actor)
    closed = _reported("Väntan blev lång", owner, actor, category="väntetid")
    close_deviation(closed, "Vi ringer varandra varje vecka.", actor=actor)
    again = _reported("Väntan igen", owner, actor, category="väntetid")
    actions.answer_deviation(again, "Vi ringer oftare.", actor=actor)
    return {
        "initiatives.deviation": str(row.pk),
        "initiatives.deviationroutine": str(own.pk),
        "closed deviation": str(closed.pk),
        "link of a body": _link(owner.body, actor),
        "link of a forum": _link(below, actor),
        "link to a receipt": make_receipt(again, rows.KIM, actor=actor).address,
    }


def _link(row: Model, actor: Actor) -> str:
    return send_report_link(row, str(row), rows.KIM, actor=actor).address


def _reported(title: str, of: Position, actor: Actor, **told: Any) -> Deviation:
    said = {"title": title, "what": rows.WHAT, "kind": DeviationKind.DEVIATION} | told
    return actions.report_deviation(said, [of.body_id], actor=actor)
