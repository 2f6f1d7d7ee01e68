"""The smallest valid risks, recommendations and rounds, made by the real actions."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.governance.actions import consultations, recommendations, risks
from samsyn.governance.models import (
    Consultation,
    GoverningDocument,
    Recommendation,
    Risk,
    RiskKind,
    Statement,
)
from samsyn.organisation.api import Body, Position
from tests.people import TODAY, body, operator
from tests.surroundings import ALINGSAS

NEXT_MONTH = TODAY + timedelta(days=30)
JUDGED = risks.Judged(3, 4, "Två har slutat i år.")


def risk(
    title: str = "Samverkan stannar när någon slutar",
    kind: RiskKind = RiskKind.RISK,
    *,
    municipality_id: UUID = ALINGSAS,
    **told: Any,
) -> Risk:
    said = {"kind": kind, "title": title, "found_on": TODAY} | told
    return risks.add_risk(said, actor=operator(municipality_id))


def recommendation(
    of: Body | None = None, text: str = "Säkerställ uppföljningen.", **told: Any
) -> Recommendation:
    to = of or body()
    municipality_id: Any = to.municipality_id
    giver = operator(municipality_id)
    said = {"text": text, "given_on": TODAY, "body_id": to.pk} | told
    if not {"audit_id", "record_id"} & said.keys():
        said["record_id"] = _record(giver)
    return recommendations.add_recommendation(said, actor=giver)


def _record(giver: Any) -> UUID:
    from tests.factories import document  # noqa: PLC0415 - they take these rows in

    return document(municipality_id=giver.municipality_id).pk


def consultation(*bodies: Body, municipality_id: UUID = ALINGSAS, **told: Any) -> Consultation:
    said = {
        "title": "Ny handlingsplan",
        "question": "Vad saknas i planen?",
        "text": "Vi möts varje månad.",
        "answer_by": NEXT_MONTH,
    }
    asked = bodies or (body(municipality_id=municipality_id),)
    giver = operator(municipality_id)
    return consultations.send_consultation(said | told, [each.pk for each in asked], actor=giver)


def statement(of: Consultation | None = None) -> Statement:
    """One that is waited for."""
    row = of or consultation()
    operator(row.municipality_id)
    return Statement.objects.filter(consultation=row).order_by("pk")[0]


def stated(of: Consultation | None = None, text: str = "Det är bra.") -> Statement:
    found = statement(of)
    giver = operator(found.municipality_id)
    consultations.make_statement(found, text, TODAY, by=None, actor=giver)
    return found


def whole_risks(owner: Position, forum_id: UUID) -> list[Model]:
    """A row of each kind, owned by the function, asked from the forum to the owner's body."""
    of = risk(owner_id=owner.pk, municipality_id=owner.municipality_id)
    giver = operator(owner.municipality_id)
    judged = risks.judge_risk(of, JUDGED, TODAY, actor=giver)
    recommended = recommendation(owner.body, owner_id=owner.pk)
    plan = GoverningDocument.objects.create(
        municipality_id=owner.municipality_id,
        key="remissad",
        kind="plan",
        title="Plan",
        owner=owner,
    )
    asked = consultation(
        owner.body,
        municipality_id=owner.municipality_id,
        forum_id=forum_id,
        document_id=plan.pk,
    )
    return [of, judged, recommended, asked, statement(asked)]
