"""Questions about agreements: how each stands, who is party, and what they have promised."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from samsyn.access.api import Actor, visible, within
from samsyn.governance.domain.renewing import Renews, Terms
from samsyn.governance.domain.standing import Partner, Said, Standing, Taken, standing
from samsyn.governance.models import (
    Agreement,
    AgreementKind,
    Clause,
    Limit,
    Outcome,
    Party,
    Settlement,
    Step,
    StepKind,
)
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.grounds import is_owned
from samsyn.organisation.api import Position, holds
from samsyn.organisation.api import queries as organisation

_SPOKEN = {
    Outcome.APPROVED: Said.APPROVED,
    Outcome.REFERRED_BACK: Said.REFERRED_BACK,
    # Put off to another day, which says nothing yet.
    Outcome.TABLED: Said.NOTHING,
    "": Said.NOTHING,
}


def agreements(actor: Actor) -> QuerySet[Any]:
    """Every agreement there is or has been, in Swedish order, with its owner's title."""
    rows: QuerySet[Any] = visible(actor, READ_AGREEMENT).annotate(
        owner_title=F("owner__title"), owner_forum_name=F("owner_forum__name")
    )
    return rows.order_by("title_key", "pk")


def terms_of(agreement: Agreement) -> Terms:
    return Terms(
        agreement.starts_on,
        agreement.ends_on,
        Renews(agreement.renewal) if agreement.renewal else None,
        agreement.notice_months,
    )


Partners = Mapping[UUID, Sequence[Partner[UUID]]]


def standing_of(actor: Actor, agreement: Agreement) -> Standing[UUID]:
    return standings(actor, [agreement], partners(actor, [agreement.pk]))[agreement.pk]


def standings(
    actor: Actor, found: Collection[Agreement], parties: Partners
) -> Mapping[UUID, Standing[UUID]]:
    """How each of them stands today, by what its parties have done."""
    return {
        row.pk: standing(
            terms_of(row),
            parties.get(row.pk, ()),
            actor.today,
            activated_on=row.activated_on,
            is_informal=row.kind == AgreementKind.INFORMAL,
        )
        for row in found
    }


def partners(actor: Actor, ids: Collection[UUID]) -> Partners:
    """The parties of each and what they have done, in two queries whatever the number."""
    steps = _steps(actor, ids)
    found: defaultdict[UUID, list[Partner[UUID]]] = defaultdict(list)
    rows = within(Party, actor).filter(agreement__in=ids).order_by("agreement_id", "pk")
    for agreement, body, is_authority in rows.values_list(
        "agreement_id", "body_id", "body__is_own_authority"
    ):
        found[agreement].append(Partner(body, is_authority, steps[agreement, body]))
    return found


def parties_by_name(actor: Actor) -> Mapping[UUID, str]:
    """Everyone who is party of something, in Swedish order, with what each is called today."""
    used = within(Party, actor).order_by().values("body_id").distinct()
    rows = organisation.bodies(actor).filter(pk__in=used)
    return {pk: name for pk, name, _key in rows.values_list("pk", "name", "name_key")}


def _steps(actor: Actor, ids: Collection[UUID]) -> Mapping[tuple[UUID, UUID], list[Taken]]:
    """What each body has decided and signed of each agreement, in order."""
    found: defaultdict[tuple[UUID, UUID], list[Taken]] = defaultdict(list)
    for row in _said(actor, ids).values_list(
        "matter__agreement_id", "body_id", "kind", "outcome", "decided_on", "signed_on"
    ):
        agreement, body, kind, outcome, decided_on, signed_on = row
        said = _SPOKEN.get(outcome, Said.OTHERWISE)
        found[agreement, body].append(
            Taken(said, decided_on, signed_on, decides=kind == StepKind.DECIDES)
        )
    return found


def _said(actor: Actor, ids: Collection[UUID]) -> QuerySet[Step]:
    """The steps that bind, the oldest matter first."""
    rows = within(Step, actor).filter(
        matter__agreement__in=ids, kind__in=[StepKind.DECIDES, StepKind.SIGNS]
    )
    return rows.order_by(
        F("matter__written_on").asc(nulls_first=True), "matter__key", "ordinal", "pk"
    )


def steps_of_agreement(actor: Actor, agreement_id: UUID) -> QuerySet[Any]:
    """What every body has done with the agreement, with what it was called then."""
    rows: QuerySet[Any] = _said(actor, [agreement_id]).select_related("matter", "signer")
    return rows


def parties(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    """Who are parties of these agreements, with what each is called today."""
    rows: QuerySet[Any] = within(Party, actor).filter(agreement__in=ids).select_related("body")
    named: QuerySet[Any] = rows.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        body_key=organisation.name_on(actor.today, "body_id", column="name_key"),
    )
    return named.order_by("agreement_id", "body_key", "pk")


def clauses(actor: Actor, agreement_id: UUID) -> QuerySet[Clause]:
    rows = within(Clause, actor).filter(agreement_id=agreement_id)
    told = rows.select_related("owner", "evidence_document")
    return told.order_by("ordinal", "pk")


def limits(actor: Actor, agreement_id: UUID) -> QuerySet[Limit]:
    return within(Limit, actor).filter(agreement_id=agreement_id).order_by("what", "pk")


@dataclass(frozen=True, slots=True)
class SettledYear:
    """What was settled for a year: what each paid, the sum, and the share that it was of it."""

    year: int
    rows: Sequence[Any]
    total: Any


def settlements(actor: Actor, agreement_id: UUID) -> list[SettledYear]:
    """The years with what each party paid, the newest first."""
    found = within(Settlement, actor).filter(agreement_id=agreement_id)
    named: QuerySet[Any] = found.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        body_key=organisation.name_on(actor.today, "body_id", column="name_key"),
        share=_agreed_share(actor),
    )
    years: defaultdict[int, list[Any]] = defaultdict(list)
    for row in named.order_by("-year", "body_key", "pk"):
        years[row.year].append(row)
    return [_settled(year, rows) for year, rows in years.items()]


def _agreed_share(actor: Actor) -> Subquery:
    of_it = {"agreement": OuterRef("agreement_id"), "body": OuterRef("body_id")}
    return Subquery(within(Party, actor).filter(**of_it).values("share_percent")[:1])


def _settled(year: int, rows: Sequence[Any]) -> SettledYear:
    total = sum(row.amount for row in rows)
    for row in rows:
        row.part = row.amount / total if total else None
    return SettledYear(year, rows, total)


def successors(actor: Actor, agreement_id: UUID) -> QuerySet[Any]:
    return agreements(actor).filter(predecessor_id=agreement_id)


def detailed_by(actor: Actor, agreement_id: UUID) -> QuerySet[Any]:
    return agreements(actor).filter(details_id=agreement_id)


def agreement_choices(actor: Actor, but: UUID | None = None) -> list[tuple[str, str]]:
    rows = agreements(actor).exclude(pk=but).values_list("pk", "title")
    return [(str(pk), title) for pk, title in rows]


def agreement_and_parts(actor: Actor, agreement_id: UUID) -> QuerySet[Any]:
    """The ids of an agreement and of its parts that can have sources."""
    whole: QuerySet[Any] = visible(actor, READ_AGREEMENT).filter(pk=agreement_id).order_by()
    parts: tuple[Any, ...] = (Party, Clause, Limit)
    own = [
        within(part, actor).filter(agreement_id=agreement_id).order_by().values("pk")
        for part in parts
    ]
    return whole.values("pk").union(*own, all=True)


def parts_of_agreements(actor: Actor, model: Any, ids: Collection[UUID]) -> QuerySet[Any]:
    """Parts of agreements that may be seen, with their agreements."""
    seen: QuerySet[Any] = within(model, actor).filter(
        pk__in=ids, agreement__in=visible(actor, READ_AGREEMENT)
    )
    return seen.select_related("agreement")


def functions(actor: Actor, ids: Collection[UUID | None]) -> Mapping[UUID, Any]:
    """Functions with what each body is called and who holds them today."""
    rows = within(Position, actor).filter(pk__in=[pk for pk in ids if pk])
    named = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    return {row.pk: row for row in organisation.with_holders(named, actor, actor.today)}


def areas_in_use(actor: Actor) -> list[str]:
    """Every area that some agreement is about, so that all write it alike."""
    used = visible(actor, READ_AGREEMENT).values_list("areas", flat=True)
    return sorted({area for areas in used for area in areas})


def mine_to_follow_up(actor: Actor) -> QuerySet[Any]:
    """Agreements whose follow-up is due, by a function that I hold."""
    mine = organisation.functions_of_account(actor).values("pk")
    rows = visible(actor, READ_AGREEMENT).filter(organisation.on(actor.today))
    due = rows.filter(follow_up_owner__in=mine, follow_up_on__lte=actor.today)
    return due.order_by("follow_up_on", "pk")


def mine_that_ran_out(actor: Actor) -> QuerySet[Any]:
    """Agreements that I own whose time is out, when nothing says whether they go on."""
    later = within(Agreement, actor).filter(predecessor=OuterRef("pk"))
    rows = visible(actor, READ_AGREEMENT).filter(is_owned(actor), ~Exists(later))
    return rows.filter(ends_on__lte=actor.today, renewal="").order_by("ends_on", "pk")


def agreements_with_days(actor: Actor) -> QuerySet[Agreement]:
    """Those that the actor owns or follows up, and that have a day to come."""
    rows = visible(actor, READ_AGREEMENT).filter(organisation.on(actor.today))
    follows_up = holds("follow_up_owner_id").condition(actor)
    return rows.filter(is_owned(actor) | follows_up).order_by("pk")
