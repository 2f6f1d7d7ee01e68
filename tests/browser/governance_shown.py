"""An agreement and a matter with something of everything, for the browser to visit."""

from datetime import date
from decimal import Decimal
from typing import Any

from samsyn.access.api import Actor
from samsyn.governance.actions import agreement_parts, agreements, decisions, editions, matters
from samsyn.governance.models import (
    Agreement,
    AgreementKind,
    Block,
    Clause,
    Expedition,
    Limit,
    Matter,
    Outcome,
    Party,
    Settlement,
    Step,
)
from samsyn.intake.api import SentFile
from samsyn.organisation.models import Body, Position
from tests import factories as make
from tests.forums.sending import pdf

_BOARDS = ("barn-och-ungdomsnamnden", "kultur-och-utbildningsnamnden", "socialnamnden")


def ids_of_governance(held: Position, actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    of = _agreement(held, actor)
    prepared = _matter(of, actor)
    bare = agreements.create_agreement("Samverkan utan avtal", AgreementKind.INFORMAL, actor=actor)
    ended = agreements.create_agreement(
        "Avtalet för länge sedan", AgreementKind.POLICE, _ended(of), actor=actor
    )
    make.citation(of)
    found = {
        model._meta.label_lower: str(model.objects.filter(agreement=of)[0].pk)
        for model in (Party, Clause, Limit, Settlement)
    }
    return found | {
        "governance.agreement": str(of.pk),
        "governance.matter": str(prepared.pk),
        "governance.step": str(Step.objects.filter(matter=prepared).earliest("ordinal").pk),
        "governance.expedition": str(Expedition.objects.get(step__matter=prepared).pk),
        "governance.edition": str(of.editions.earliest("number").pk),
        "bare agreement": str(bare.pk),
        "ended agreement": str(ended.pk),
    }


def _ended(successor: Agreement) -> dict[str, Any]:
    days = {"starts_on": date(2012, 1, 1), "ends_on": date(2015, 1, 1)}
    return days | {"details_id": successor.pk}


def _agreement(held: Position, actor: Actor) -> Agreement:
    told = {
        "starts_on": date(2023, 1, 1),
        "renewal": "one_year",
        "notice_months": 3,
        "purpose": "Tidiga insatser.\nIngen ska falla mellan stolarna.",
        "areas": ["närvaro i skolan", "psykisk hälsa"],
        "registry_number": "2023.043 KUN",
        "responsibilities": "BUS styrgrupp leder arbetet.",
        "cost_sharing": "Socialnämnden betalar 40 procent.",
        "owner_id": held.pk,
    }
    of = agreements.create_agreement(
        "Överenskommelse om barn- och ungdomssamverkan", AgreementKind.BOARDS, told, actor=actor
    )
    for key in _BOARDS:
        _party(of, Body.objects.get(key=key), actor)
    promise = agreement_parts.Promise(
        Block.GOALS, "Fler elever är i skolan.", held.pk, "Statistik."
    )
    agreement_parts.add_clause(of, promise, actor=actor)
    unshown = agreement_parts.Promise(Block.DEVIATIONS, "Svar inom 60 dagar.")
    agreement_parts.add_clause(of, unshown, actor=actor)
    agreement_parts.add_limit(of, "Möte", {"amount": 3, "unit": "weeks"}, actor=actor)
    agreement_parts.add_limit(of, "Rapport", {"by_month": 3, "by_day": 1}, actor=actor)
    return of


def _party(of: Agreement, body: Body, actor: Actor) -> None:
    agreement_parts.add_party(
        of, body.pk, answers_for="Egna insatser.", share_percent=Decimal(30), actor=actor
    )
    paid = agreement_parts.Paid(Decimal("298500.50"), date(2026, 2, 1))
    agreement_parts.settle(of, body.pk, 2025, paid, actor=actor)


def _matter(of: Agreement, actor: Actor) -> Matter:
    """One board has decided and signed, one referred it back, and one waits."""
    editions.add_edition(of, SentFile("förslag.txt", "Förslaget.".encode()), "Remiss", actor=actor)
    editions.add_edition(of, SentFile("avtal.pdf", pdf("Avtal")), is_signed=True, actor=actor)
    memo = matters.Memo(
        of.parties.all()[0].body_id,
        date(2023, 1, 9),
        "Skälen, med stöd av 6 kap. 38 § KL och SoL (2001:453).",
        "Nämnden säger ja.",
        "Ett gemensamt team. Det blev för dyrt.",
    )
    prepared = matters.prepare_decision(of, "Överenskommelse om BUS", memo, actor=actor)
    first, second, third = Step.objects.filter(matter=prepared).order_by("ordinal")
    yes = decisions.Ruling(date(2023, 3, 15), Outcome.APPROVED, "§ 33", reservation="Ett parti.")
    decisions.record_decision(first, yes, actor=actor)
    signed = decisions.Signed(date(2023, 3, 20), signed_by="Kim Ek", mandate="§ 33")
    decisions.record_signature(first, signed, actor=actor)
    decisions.send_decision(first, date(2023, 3, 21), to_body_id=second.body_id, actor=actor)
    back = decisions.Ruling(date(2023, 3, 16), Outcome.REFERRED_BACK, "§ 12")
    decisions.record_decision(second, back, actor=actor)
    Step.objects.filter(pk=third.pk).update(named_as="Nämnden som den hette förr")
    return prepared
