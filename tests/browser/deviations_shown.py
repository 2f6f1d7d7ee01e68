"""Deviations with something of everything, for the browser to visit."""

from datetime import timedelta

from samsyn.access.api import Actor
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.actions.deviation_routines import make_receipt
from samsyn.organisation.models import Position
from tests import deviation_rows as rows
from tests import factories as make


def ids_of_deviations(actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    owner = Position.objects.get(key="folkhalsoarbetet-folkhalsostrateg")
    own = rows.routine(days=30, lift_after=14, receiver_id=owner.pk)
    above = make.forum("Styrgruppen för avvikelser")
    below = make.forum("Närgruppen för avvikelser", {"above_id": above.pk})
    row = rows.deviation(
        rows.TITLE,
        owner.body,
        category="information kom inte fram",
        tried="Vi har\nringt varandra.",
        forum_id=below.pk,
        happened_on=actor.today,
    )
    actions.note_on_deviation(row, "Båda har\nsagt sitt.", actor=actor)
    due = actor.today + timedelta(days=9)
    actions.name_handler(row, owner.pk, due, "Ta det med båda.", actor=actor)
    closed = rows.deviation("Väntan blev lång", owner.body, category="väntetid")
    actions.close_deviation(closed, "Vi ringer varandra varje vecka.", actor=actor)
    again = rows.deviation("Väntan igen", owner.body, category="väntetid")
    actions.answer_deviation(again, "Vi ringer oftare.", actor=actor)
    receipt = make_receipt(again, rows.KIM, actor=actor)
    return {
        "closed deviation": str(closed.pk),
        "link of a body": rows.report_link(owner.body).address,
        "link of a forum": rows.report_link(below).address,
        "link to a receipt": receipt.address,
        "initiatives.deviation": str(row.pk),
        "initiatives.deviationroutine": str(own.pk),
    }
