"""The smallest agreement and matter, with a row of everything that hangs on them."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.governance import models
from samsyn.governance.actions import agreement_parts, agreements, decisions, editions, matters
from samsyn.intake.api import SentFile
from samsyn.organisation import actions as organisation
from samsyn.organisation.models import Body, BodyKind, Position
from tests.people import LONG_AGO, TODAY, operator, position
from tests.surroundings import ALINGSAS


def board(name: str = "Barn- och ungdomsnämnden", *, municipality_id: UUID = ALINGSAS) -> Body:
    """A board that is an authority of its own, and so decides."""
    about = organisation.Description(BodyKind.BOARD, is_own_authority=True)
    giver = operator(municipality_id)
    return organisation.create_body(name, about, starts_on=LONG_AGO, actor=giver)


def agreement(
    title: str = "Överenskommelse om BUS",
    kind: models.AgreementKind = models.AgreementKind.BOARDS,
    *,
    municipality_id: UUID = ALINGSAS,
    **told: Any,
) -> models.Agreement:
    giver = operator(municipality_id)
    return agreements.create_agreement(title, kind, told, actor=giver)


def party(of: models.Agreement, who: Body | None = None, **told: Any) -> models.Party:
    assert of.municipality_id is not None
    body = who or board(municipality_id=of.municipality_id)
    return agreement_parts.add_party(of, body.pk, **told, actor=operator(of.municipality_id))


def followed_up(of: models.Agreement, by: Position | None = None) -> models.Agreement:
    """With all that activation asks for of follow-up."""
    told = {
        "follow_up": "I en gemensam rapport till nämnderna.",
        "follow_up_on": date(2027, 3, 1),
        "follow_up_owner_id": (by or position()).pk,
    }
    agreements.describe_agreement(of, told, actor=operator())
    return of


def matter(of: models.Agreement | None = None, **told: Any) -> models.Matter:
    memo = matters.Memo(written_on=date(2023, 1, 9), statement="Avtalet är nytt.", proposal="Ja.")
    giver = operator()
    if of is None:
        return matters.create_matter("Remiss om skolskjuts", memo, told, actor=giver)
    return matters.prepare_decision(of, of.title, memo, actor=giver)


def steps_of(of: models.Matter) -> list[models.Step]:
    operator()
    return list(models.Step.objects.filter(matter=of).order_by("ordinal"))


def decide(
    step: models.Step,
    outcome: models.Outcome = models.Outcome.APPROVED,
    on: date = date(2023, 3, 15),
) -> None:
    decisions.record_decision(step, decisions.Ruling(on, outcome, "§ 33"), actor=operator())
    step.refresh_from_db()


def sign(step: models.Step, on: date = date(2023, 3, 20)) -> None:
    decisions.record_signature(
        step, decisions.Signed(on, signed_by="Kim Ek", mandate="§ 33"), actor=operator()
    )
    step.refresh_from_db()


def agreed(of: models.Agreement, on: date = date(2023, 3, 15)) -> models.Matter:
    """Decided and signed by all its parties."""
    prepared = matter(of)
    for step in steps_of(prepared):
        if step.kind == models.StepKind.DECIDES:
            decide(step, on=on)
        sign(step, on=on)
    return prepared


def sent(name: str = "avtal.txt", content: bytes = "Vi är överens.".encode()) -> SentFile:
    return SentFile(name, content)


def whole_agreement(body: Body, held: Position, group: Model | None = None) -> list[Model]:
    """An agreement that the function owns, and the group, with the body as its only party."""
    assert held.municipality_id is not None
    giver = operator(held.municipality_id)
    owners: dict[str, Any] = {"owner_id": held.pk, "owner_forum_id": group.pk if group else None}
    of = agreement(municipality_id=held.municipality_id, **owners)
    partner = agreement_parts.add_party(of, body.pk, actor=giver)
    promise = agreement_parts.Promise(models.Block.GOALS, "Fler i skolan.", held.pk)
    clause = agreement_parts.add_clause(of, promise, actor=giver)
    limit = agreement_parts.add_limit(of, "möte", {"amount": 3, "unit": "weeks"}, actor=giver)
    paid = agreement_parts.Paid(Decimal(1200))
    settled = agreement_parts.settle(of, body.pk, 2025, paid, actor=giver)
    edition = editions.add_edition(of, sent(), actor=giver)
    prepared = matters.prepare_decision(of, of.title, matters.Memo(), actor=giver)
    step = models.Step.objects.get(matter=prepared)
    ruling = decisions.Ruling(TODAY, models.Outcome.APPROVED)
    models.Step.objects.filter(pk=step.pk).update(kind=models.StepKind.DECIDES)
    step.refresh_from_db()
    decisions.name_signer(step, held.pk, actor=giver)
    decisions.record_decision(step, ruling, actor=giver)
    told = decisions.send_decision(step, TODAY, to_body_id=body.pk, actor=giver)
    attachment = models.Attachment.objects.get(matter=prepared)
    return [of, partner, clause, limit, settled, edition, prepared, step, told, attachment]
