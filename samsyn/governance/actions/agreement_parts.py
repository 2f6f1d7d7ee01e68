"""Every change to the parts of an agreement: parties, clauses, limits and settlements."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, within
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.models import Agreement, Block, Clause, Limit, Party, Settlement, Step
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.sources.api import uncite

_LEAP_YEAR = 2024
_TEXTS = frozenset({"text", "evidence"})
_LINES = frozenset({"note"})


class NotAPartyError(RuleBrokenError):
    pass


class NoSuchDayError(RuleBrokenError):
    pass


class PartyHasDecidedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Promise:
    """What a clause says, who owns it and what shows that it is done."""

    block: Block
    text: str
    owner_id: UUID | None = None
    evidence: str = ""
    evidence_document_id: UUID | None = None
    evidence_meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Paid:
    """What a party was to pay for a year, and when it did."""

    amount: Decimal
    settled_on: date | None = None
    note: str = ""


def add_party(
    agreement: Agreement,
    body_id: UUID,
    *,
    answers_for: str = "",
    share_percent: Decimal | None = None,
    actor: Actor,
) -> Party:
    with one_change():
        return Party.objects.create(
            municipality_id=actor.municipality_id,
            agreement=agreement,
            body_id=body_id,
            answers_for=guarded(answers_for),
            share_percent=share_percent,
        )


def change_party(
    party: Party, *, answers_for: str, share_percent: Decimal | None, actor: Actor
) -> None:
    del actor
    with one_change():
        party.answers_for, party.share_percent = guarded(answers_for), share_percent
        party.save(update_fields=["answers_for", "share_percent"])


def remove_party(party: Party, *, actor: Actor) -> None:
    """Take back a party that was added by mistake; one that has decided stays."""
    steps = within(Step, actor).filter(matter__agreement=party.agreement_id, body=party.body_id)
    if steps.exclude(decided_on=None, signed_on=None).exists():
        raise PartyHasDecidedError(_("Parten har beslutat eller skrivit under, och står kvar."))
    settled = within(Settlement, actor).filter(agreement=party.agreement_id, body=party.body_id)
    if settled.exists():
        raise PartyHasDecidedError(_("Parten har avräkningar, och står kvar."))
    _forget(party, actor)


def add_clause(agreement: Agreement, promise: Promise, *, actor: Actor) -> Clause:
    said = asdict(promise)
    refuse_ended_owner(said, actor)
    with one_change():
        rows = within(Clause, actor).filter(agreement=agreement)
        last = rows.aggregate(last=Max("ordinal"))["last"] or 0
        return Clause.objects.create(
            municipality_id=actor.municipality_id,
            agreement=agreement,
            ordinal=last + 1,
            **kept(said, _TEXTS),
        )


def change_clause(clause: Clause, promise: Promise, *, actor: Actor) -> None:
    said = asdict(promise)
    refuse_ended_owner(said, actor, of=clause)
    with one_change():
        for field, value in kept(said, _TEXTS).items():
            setattr(clause, field, value)
        clause.save(update_fields=list(said))


def review_clause(
    clause: Clause,
    on: date,
    evidence: str,
    *,
    document_id: UUID | None = None,
    meeting_id: UUID | None = None,
    actor: Actor,
) -> None:
    """Write that someone has looked at how it goes, and what shows it."""
    refuse_to_come(on, actor)
    with one_change():
        clause.reviewed_on, clause.evidence = on, guarded(evidence)
        clause.evidence_document_id, clause.evidence_meeting_id = document_id, meeting_id
        fields = ["reviewed_on", "evidence", "evidence_document", "evidence_meeting"]
        clause.save(update_fields=fields)


def remove_clause(clause: Clause, *, actor: Actor) -> None:
    _forget(clause, actor)


def add_limit(agreement: Agreement, what: str, told: Mapping[str, Any], *, actor: Actor) -> Limit:
    """Write a number of the agreement: a time that something may take, or a day each year."""
    month, day = told.get("by_month"), told.get("by_day")
    if month and day and day > monthrange(_LEAP_YEAR, month)[1]:
        raise NoSuchDayError(_("Den dagen finns inte i den månaden."))
    with one_change():
        return Limit.objects.create(
            municipality_id=actor.municipality_id,
            agreement=agreement,
            what=guarded_line(what),
            **told,
        )


def remove_limit(limit: Limit, *, actor: Actor) -> None:
    _forget(limit, actor)


def settle(
    agreement: Agreement, body_id: UUID, year: int, paid: Paid, *, actor: Actor
) -> Settlement:
    """Write what one party was to pay for a year."""
    if not within(Party, actor).filter(agreement=agreement, body=body_id).exists():
        raise NotAPartyError(_("Bara den som är part kan ha en avräkning."))
    with one_change():
        return Settlement.objects.create(
            municipality_id=actor.municipality_id,
            agreement=agreement,
            body_id=body_id,
            year=year,
            **kept(asdict(paid), (), _LINES),
        )


def change_settlement(settlement: Settlement, paid: Paid, *, actor: Actor) -> None:
    del actor
    with one_change():
        for field, value in kept(asdict(paid), (), _LINES).items():
            setattr(settlement, field, value)
        settlement.save(update_fields=list(asdict(paid)))


def _forget(part: Party | Clause | Limit, actor: Actor) -> None:
    """Delete a part of an agreement; what it rests on says nothing without it."""
    with one_change():
        uncite([part.pk], actor=actor)
        part.delete()
