"""What is told in the form of each command of initiatives, and the rows that they need."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from tests import factories as make
from tests import initiative_rows as rows
from tests.access.test_knock_at_every_door import Door
from tests.people import TODAY

_TODAY = TODAY.isoformat()

WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "initiatives.add_initiative": {"kind": "project"},
    "initiatives.describe_initiative": {"kind": "project"},
    "initiatives.move_initiative": {"phase": "support", "on": _TODAY, "why": "Klart."},
    "initiatives.add_funding": {"origin": "Statsbidrag"},
    "initiatives.change_funding": {"origin": "Statsbidrag"},
    "initiatives.add_staffing": {"profession": "Kurator"},
    "initiatives.change_staffing": {"profession": "Kurator"},
    "initiatives.plan_evaluation": {
        "kind": "follow_up",
        "due_on": _TODAY,
        "done_on": _TODAY,
        "meant": "Fler vuxna ute.",
    },
    "initiatives.evaluate": {"done_on": _TODAY, "result": "Det gick."},
    "initiatives.decide_course": {"course": "stop", "decided_on": _TODAY, "why": "Gav inget."},
    "initiatives.add_method": {"evidence": "unknown"},
    "initiatives.change_method": {"evidence": "unknown"},
    "initiatives.offer_service": {"what": "fritidsgård"},
    "initiatives.change_service": {"what": "fritidsgård"},
    "initiatives.end_responsibility": {"ends_on": _TODAY},
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "initiatives.add_responsible": lambda _row: {"body": make.body("Nämnden").pk},
    "initiatives.add_partner": lambda _row: {"body": make.body("Polisen").pk},
    "initiatives.change_partner": lambda _row: {"body": make.body("Polisen").pk},
    "initiatives.add_belonging": lambda _row: {"forum": make.forum("Skolnätverket").pk},
    "initiatives.split_cost": lambda row: {
        str(each.body_id): "100" for each in row.responsible.all()
    },
}


def built(door: Door) -> Model | None:
    """A row of its own for what takes a row away."""
    if door.action == "initiatives.evaluate":
        return rows.evaluation()
    return None


def told(action: str, row: Model) -> dict[str, Any]:
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}
