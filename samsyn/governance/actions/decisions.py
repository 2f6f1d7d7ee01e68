"""What each body does with a matter: decides, signs, sends and receives."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, within
from samsyn.governance.actions.matters import DecidedBeforeError
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, name_kept, refuse_to_come
from samsyn.governance.models import (
    Expedition,
    GoverningDocument,
    Matter,
    Outcome,
    Step,
    StepKind,
)
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"text", "reservation"})
_LINES = frozenset({"paragraph", "registry_number", "url", "mandate"})
# The board takes the matter up again, in a step of its own.
_AGAIN = (Outcome.REFERRED_BACK, Outcome.TABLED)


class NotToDecideError(RuleBrokenError):
    pass


class NotApprovedError(RuleBrokenError):
    pass


class SignedBeforeError(RuleBrokenError):
    pass


class NotDecidedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a body decided: the day, the paragraph of its minutes, the outcome and who objected."""

    decided_on: date
    outcome: Outcome
    paragraph: str = ""
    text: str = ""
    reservation: str = ""
    registry_number: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed for a body, by which function and on whose mandate."""

    signed_on: date
    signer_id: UUID | None = None
    signed_by: str = ""
    mandate: str = ""


def record_decision(step: Step, ruling: Ruling, *, actor: Actor) -> None:
    """Write what the body decided; one that referred the matter back is to take it up again."""
    if step.kind == StepKind.SIGNS:
        raise NotToDecideError(_("Parten beslutar inte i ärendet, utan skriver bara under."))
    refuse_to_come(ruling.decided_on, actor)
    if ruling.decided_on < (_waited_for(step) or ruling.decided_on):
        raise DecidedBeforeError(_("Beslutet kan inte vara före tjänsteskrivelsen."))
    if step.signed_on is not None and ruling.outcome not in _APPROVES:
        raise NotApprovedError(_("Beslutet är undertecknat och kan inte vara något annat."))
    said = kept(asdict(ruling), _TEXTS, _LINES)
    was = step.outcome
    with one_change():
        # Two boards may be written down at once: whoever comes last sees both.
        Matter.objects.select_for_update(no_key=True).get(pk=step.matter_id)
        for field, value in said.items():
            setattr(step, field, value)
        step.save(update_fields=list(said))
        if ruling.outcome in _AGAIN:
            _take_up_again(step, actor)
        elif was in _AGAIN:
            _need_not_take_up(step, actor)
        _decide_document(step.matter, actor)


def _waited_for(step: Step) -> date | None:
    """The day of the memo; a board that prepared the matter before that did so without it."""
    written_on, prepared_on = step.matter.written_on, step.prepared_on
    return None if written_on and prepared_on and prepared_on < written_on else written_on


_APPROVES = (Outcome.APPROVED, Outcome.PARTLY)


def name_signer(step: Step, position_id: UUID | None, *, actor: Actor) -> None:
    """Say which function is to sign for the body, as its decision tells it to."""
    if step.signed_on is not None:
        raise SignedBeforeError(_("Det är redan undertecknat."))
    refuse_ended_owner({"to_sign_id": position_id}, actor, of=step)
    with one_change():
        step.to_sign_id = position_id
        step.is_to_sign = step.is_to_sign or position_id is not None
        step.save(update_fields=["to_sign", "is_to_sign"])


def record_signature(step: Step, signed: Signed, *, actor: Actor) -> None:
    """Write who signed; a body that decides has to have approved first."""
    refuse_to_come(signed.signed_on, actor)
    if step.kind == StepKind.DECIDES and step.outcome not in _APPROVES:
        raise NotApprovedError(_("Nämnden har inte bifallit ärendet, och kan inte skriva under."))
    if signed.signer_id is None and not signed.signed_by:
        raise NotApprovedError(_("Skriv vem som skrev under, eller välj en funktion."))
    said = kept(asdict(signed), (), _LINES) | {"signed_by": name_kept(signed.signed_by)}
    with one_change():
        for field, value in said.items():
            setattr(step, field, value)
        step.save(update_fields=list(said))


def send_decision(
    step: Step, sent_on: date, *, to_body_id: UUID | None = None, to_whom: str = "", actor: Actor
) -> Expedition:
    """Write that the decision was sent (expediering)."""
    refuse_to_come(sent_on, actor)
    if step.decided_on is None:
        raise NotDecidedError(_("Det finns inget beslut att expediera än."))
    if sent_on < step.decided_on:
        raise NotDecidedError(_("Beslutet kan inte expedieras innan det är fattat."))
    with one_change():
        return Expedition.objects.create(
            municipality_id=actor.municipality_id,
            step=step,
            to_body_id=to_body_id,
            to_whom=name_kept(to_whom),
            sent_on=sent_on,
        )


def record_receipt(expedition: Expedition, received_on: date, *, actor: Actor) -> None:
    refuse_to_come(received_on, actor)
    with one_change():
        expedition.received_on = received_on
        expedition.save(update_fields=["received_on"])


def _take_up_again(step: Step, actor: Actor) -> None:
    """Make the body a new step, unless it has one that waits already."""
    rows = within(Step, actor).filter(matter=step.matter_id)
    waits = rows.filter(body=step.body_id, kind=step.kind, decided_on=None)
    if waits.exists():
        return
    Step.objects.create(
        municipality_id=actor.municipality_id,
        matter_id=step.matter_id,
        ordinal=rows.aggregate(last=Max("ordinal"))["last"] + 1,
        body_id=step.body_id,
        kind=step.kind,
        named_as=step.named_as,
        is_to_sign=step.is_to_sign,
        to_sign_id=step.to_sign_id,
    )


def _need_not_take_up(step: Step, actor: Actor) -> None:
    """Take back the step that a referral back made, when it was a slip and nothing came of it."""
    rows = within(Step, actor).filter(matter=step.matter_id, body=step.body_id, kind=step.kind)
    later = rows.filter(ordinal__gt=step.ordinal, prepared_on=None, decided_on=None)
    unused = later.filter(signed_on=None, url="", text="")
    # Whoever has one in hand waits for the matter that is held here.
    free = unused.select_for_update(skip_locked=True).values_list("pk", flat=True)
    rows.filter(pk__in=list(free)).delete()


def _decide_document(matter: Matter, actor: Actor) -> None:
    """Write who decided the document, once every deciding body has approved; if nobody has yet."""
    if matter.document_id is None:
        return
    document = within(GoverningDocument, actor).select_for_update().get(pk=matter.document_id)
    if document.decided_on or document.deciding_body_id or document.deciding_forum_id:
        return
    last = _last_of_each_body(matter, actor)
    if not last or any(step.outcome != Outcome.APPROVED for step in last):
        return
    decisive = max(last, key=lambda step: (step.decided_on, step.ordinal))
    document.deciding_body_id = decisive.body_id
    document.decided_on, document.paragraph = decisive.decided_on, decisive.paragraph
    document.save(update_fields=["deciding_body", "decided_on", "paragraph"])


def _last_of_each_body(matter: Matter, actor: Actor) -> list[Any]:
    rows = within(Step, actor).filter(matter=matter, kind=StepKind.DECIDES)
    return list({step.body_id: step for step in rows.order_by("ordinal")}.values())
