"""What is told in the form of each command of initiatives, and the rows that they need."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model

from samsyn.initiatives.actions import activities, course, logic
from tests import factories as make
from tests import governance_rows as governed
from tests import indicator_rows
from tests import initiative_rows as rows
from tests.access.test_knock_at_every_door import Door
from tests.people import TODAY

_TODAY = TODAY.isoformat()
_INDICATOR = {
    "name": "Närvaro",
    "measure": "count",
    "disclosure": "count",
    "direction": "more",
    "frequency": "year",
}

WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "initiatives.add_initiative": {"kind": "project"},
    "initiatives.describe_initiative": {"kind": "project"},
    "initiatives.move_initiative": {"phase": "support", "on": _TODAY, "why": "Klart."},
    "initiatives.add_funding": {"origin": "Statsbidrag"},
    "initiatives.change_funding": {"origin": "Statsbidrag"},
    "initiatives.add_staffing": {"profession": "Kurator"},
    "initiatives.change_staffing": {"profession": "Kurator"},
    "initiatives.plan_evaluation": {"kind": "follow_up", "due_on": _TODAY},
    "initiatives.note_afterwards": {"done_on": _TODAY, "meant": "Fler vuxna ute."},
    "initiatives.note_activity": {"done_on": _TODAY, "meant": "Fler vuxna ute."},
    "initiatives.correct_decision": {"decided_on": _TODAY, "why": "Gav inget."},
    "initiatives.change_visit_plan": {"classes": "14"},
    "initiatives.evaluate": {"done_on": _TODAY, "result": "Det gick."},
    "initiatives.decide_course": {"course": "stop", "decided_on": _TODAY, "why": "Gav inget."},
    "initiatives.log_activity": {
        "what": "Besök",
        "kind": "visit",
        "held_on": _TODAY,
        "whom": "children",
        "table": f"Dag\tVad\n{_TODAY}\tBesök",
        "heading-0": "held_on",
        "heading-1": "what",
    },
    "initiatives.change_activity": {
        "what": "Besök",
        "kind": "visit",
        "held_on": _TODAY,
        "whom": "children",
    },
    "initiatives.plan_visits": {"classes": "15"},
    "initiatives.plan_shift": {"place": "Torget", "weekday": "5"},
    "initiatives.change_shift": {"ends_on": _TODAY},
    "initiatives.add_task": {"what": "Boka lokal", "state": "to_do"},
    "initiatives.change_task": {"what": "Boka lokal", "state": "begun"},
    "initiatives.end_task": {"state": "done", "ended_on": _TODAY, "result": "Ny belysning."},
    "initiatives.deliver": {"on": (TODAY - timedelta(days=2)).isoformat()},
    "initiatives.add_method": {"evidence": "unknown"},
    "initiatives.change_method": {"evidence": "unknown"},
    "initiatives.offer_service": {"what": "fritidsgård"},
    "initiatives.change_service": {"what": "fritidsgård"},
    "initiatives.end_responsibility": {"ends_on": _TODAY},
    "initiatives.add_indicator": _INDICATOR,
    "initiatives.describe_indicator": _INDICATOR,
    "initiatives.enter_values": {
        "period-0": "2025",
        "value-0": "52",
        "table": "År\tVärde\n2024\t52",
    },
    "initiatives.mark_break": {"break_note": "Gränsen är ny."},
    "initiatives.set_target": {
        "number": "10",
        "starts_on": "2030-01-01",
        "ends_on": "2030-12-31",
    },
    "initiatives.change_target": {
        "number": "12",
        "starts_on": "2030-01-01",
        "ends_on": "2030-12-31",
    },
    "initiatives.judge_indicator": {"colour": "red", "why": "Det ökar.", "judged_on": "2026-01-01"},
    "initiatives.add_step": {"kind": "problem", "text": "Hög frånvaro."},
    "initiatives.change_step": {"kind": "problem", "text": "Hög frånvaro."},
    "initiatives.make_claim": {"level": "output", "text": "Många kom.", "said_by": "Rektor"},
    "initiatives.change_claim": {"level": "output", "text": "Många kom.", "said_by": "Rektor"},
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "initiatives.import_activities": lambda _row: {
        "table": f"Dag\tVad\tInsats\n{_TODAY}\tBesök\t{rows.initiative('Besöken').title}",
        **{f"heading-{at}": each for at, each in enumerate(("held_on", "what", "initiative"))},
    },
    "initiatives.add_responsible": lambda _row: {"body": make.body("Nämnden").pk},
    "initiatives.add_partner": lambda _row: {"body": make.body("Polisen").pk},
    "initiatives.change_partner": lambda _row: {"body": make.body("Polisen").pk},
    "initiatives.add_belonging": lambda _row: {"forum": make.forum("Skolnätverket").pk},
    "initiatives.add_measure": lambda _row: {
        "indicator": indicator_rows.indicator().pk,
        "use": "outcome",
    },
    "initiatives.order": lambda _row: {
        "what": "Vandringar",
        "agreement": governed.agreement("Avtal").pk,
        "body": make.body("Föreningen").pk,
    },
    "initiatives.change_commission": lambda _row: {
        "what": "Vandringar",
        "body": make.body("Föreningen").pk,
    },
    "initiatives.split_cost": lambda row: {
        str(each.body_id): "100" for each in row.responsible.all()
    },
}


_FRESH: Mapping[str, Callable[[], Model]] = {
    "initiatives.evaluate": rows.evaluation,
    "initiatives.correct_decision": lambda: course.decide_course(
        rows.initiative(), rows.DECIDED, actor=make.operator()
    ),
    "initiatives.change_step": lambda: logic.add_step(
        rows.initiative(), {"kind": "problem", "text": "Hög frånvaro."}, actor=make.operator()
    ),
    "initiatives.change_claim": lambda: logic.make_claim(
        rows.initiative(),
        {"level": "output", "text": "Många kom.", "said_by": "Rektor"},
        actor=make.operator(),
    ),
    "initiatives.change_series": lambda: activities.add_series(
        rows.initiative(), {"title": "Fem träffar"}, actor=make.operator()
    ),
    "initiatives.change_activity": rows.activity,
    "initiatives.change_task": rows.task,
    "initiatives.end_task": rows.task,
    "initiatives.change_commission": rows.commission,
}


def built(door: Door) -> Model | None:
    """A row of its own for what takes a row away."""
    make_row = _FRESH.get(door.action)
    return make_row() if make_row else None


def told(action: str, row: Model) -> dict[str, Any]:
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}
