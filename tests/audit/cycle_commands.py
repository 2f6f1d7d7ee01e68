"""What is told in the form of each command of the annual cycle and the priorities."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from tests import factories as make
from tests.people import TODAY

DAY = TODAY.isoformat()
_RECURS = {"kind": "report", "recurs": "week", "week": "11"}

WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "governance.add_duty": _RECURS,
    "governance.change_duty": _RECURS,
    "governance.change_proposal": {"year": "2027"},
    "governance.answer_proposal": {"reply": "taken_up", "answered_on": DAY},
    "governance.decline_duty": {"usual": "varens-politiska-mote", "why": "Vi möts på hösten."},
    "governance.give_assignment": {"year": "2026"},
    "governance.change_assignment": {"year": "2026"},
    "governance.end_assignment": {"ended_as": "done", "ended_on": DAY, "result": "Klart."},
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "governance.do_duty": lambda _row: {"due_on": "2027-03-19", "done_on": DAY},
    "governance.make_proposal": lambda _row: {"year": "2027", "boards": make.body("Nämnden").pk},
    "governance.change_proposal": lambda row: {"boards": row.answers.get().body_id},
}


def told(action: str, row: Model) -> dict[str, Any]:
    """What is answered in the form, beside what most forms have in common."""
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}
