"""What is told in the form of each command of risks and rounds, and the rows that they need."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model

from samsyn.governance.actions import consultations
from samsyn.governance.models import Regard
from tests import factories as make
from tests import risk_rows as rows
from tests.access.test_knock_at_every_door import Door
from tests.people import TODAY

_TODAY = TODAY.isoformat()
_LATER = (TODAY + timedelta(days=60)).isoformat()
_ASKED = {"question": "Vad saknas?", "text": "Vi möts.", "answer_by": _LATER}

WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "governance.add_risk": {"kind": "risk", "found_on": _TODAY},
    "governance.change_risk": {"kind": "risk", "found_on": _TODAY},
    "governance.judge_risk": {
        "judged_on": _TODAY,
        "likelihood": "2",
        "consequence": "2",
        "why": "Två är utsedda.",
    },
    "governance.close_risk": {"closed_on": _TODAY, "outcome": "Det är löst."},
    "governance.answer_recommendation": {"answered_on": _TODAY, "answer": "Vi instämmer."},
    "governance.act_on_recommendation": {"action": "En rutin tas fram."},
    "governance.change_consultation": _ASKED,
    "governance.make_statement": {"text": "Tiden saknas.", "stated_on": _TODAY},
    "governance.meet_statement": {"regard": "met", "changed": "Punkt 3."},
    "governance.compile_consultation": {"summary": "Punkt 3 är ny."},
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "governance.add_recommendation": lambda _row: _recommended(),
    "governance.change_recommendation": lambda _row: _recommended(),
    "governance.close_recommendation": lambda _row: {
        "closed_as": "done",
        "closed_on": _TODAY,
        "closed_by": make.position().pk,
        "result": "Rutinen finns.",
    },
    "governance.send_consultation": lambda _row: _ASKED | {"bodies": [make.body("Skolan").pk]},
    "governance.send_from_forum": lambda _row: _ASKED | {"bodies": [make.body("Skolan").pk]},
}


def _recommended() -> Mapping[str, Any]:
    to, record = make.body("Skolnämnden"), make.document("Granskning")
    return {"text": "Följ upp.", "given_on": _TODAY, "body": to.pk, "record": record.pk}


def _met() -> Model:
    """A round in which the only statement has had its answer."""
    row = rows.consultation()
    statement = rows.stated(row)
    consultations.meet_statement(statement, Regard.MET, "", "", actor=make.operator())
    return row


# Where the usual row of the model does not do.
OTHERWISE: Mapping[str, Callable[[], Model]] = {
    "governance.judge_risk": rows.risk,
    "governance.meet_statement": rows.stated,
    "governance.compile_consultation": _met,
}


def built(door: Door) -> Model | None:
    build = OTHERWISE.get(door.action)
    return build() if build else None


def told(action: str, row: Model) -> dict[str, Any]:
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}
