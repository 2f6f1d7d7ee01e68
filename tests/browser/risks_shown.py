"""Risks, recommendations and rounds with something of everything, for the browser to visit."""

from typing import Any

from samsyn.access.api import Actor
from samsyn.governance.actions import consultations, risks
from samsyn.governance.actions.risks import Judged
from samsyn.governance.models import Regard, Statement
from samsyn.organisation.models import Position
from tests import factories as make
from tests import risk_rows as rows


def ids_of_risks(actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    owner = Position.objects.get(key="folkhalsoarbetet-folkhalsostrateg")
    owned: Any = {"owner_id": owner.pk, "towards_body_id": owner.body_id}
    risk = rows.risk(text="Den hänger\npå en person.", category="personalomsättning", **owned)
    risks.judge_risk(risk, Judged(3, 4, "Två slutade."), actor.today, actor=actor)
    recommendation = rows.recommendation(owner.body, number="1", action="En rutin tas fram.")
    asked, other = owner.body, make.body("Räddningstjänsten")
    round_id = consultations.send_consultation(
        {
            "title": "Ny handlingsplan",
            "question": "Vad saknas\ni planen?",
            "text": "Vi möts varje månad.",
            "answer_by": actor.today,
        },
        [asked.pk, other.pk],
        actor=actor,
    ).pk
    statement = Statement.objects.get(consultation_id=round_id, body=asked)
    consultations.make_statement(statement, "Tiden saknas.", actor.today, by=owner, actor=actor)
    consultations.meet_statement(
        statement, Regard.PARTLY, "Lokalen är upptagen.", "Punkt 3.", actor=actor
    )
    for row in (risk, recommendation):
        make.citation(row)
    return {
        "governance.risk": str(risk.pk),
        "governance.recommendation": str(recommendation.pk),
        "governance.consultation": str(round_id),
        "governance.statement": str(statement.pk),
    }
