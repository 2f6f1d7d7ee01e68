"""Questions about what audits have recommended."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from samsyn.access.api import Actor, visible
from samsyn.forums.api import queries as forums
from samsyn.governance.domain.recommending import Standing, Written, standing
from samsyn.governance.models import DocumentKind, GoverningDocument, Recommendation
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.risks import READ_RECOMMENDATION
from samsyn.organisation import api as organisation
from samsyn.sources.api import SourceDocument
from samsyn.sources.api import documents as records

OPEN = Q(closed_on__isnull=True)
_MOST_MEETINGS = 200
_STANDING = {
    Standing.UNANSWERED: OPEN & Q(answered_on__isnull=True, action=""),
    Standing.ANSWERED: OPEN & Q(answered_on__isnull=False, action=""),
    Standing.UNDER_WAY: OPEN & ~Q(action=""),
    Standing.DONE: Q(closed_as=Standing.DONE.value),
    Standing.REJECTED: Q(closed_as=Standing.REJECTED.value),
}


def overdue(day: date) -> Q:
    return OPEN & Q(due_on__lt=day)


def that_are(state: Standing) -> Q:
    return _STANDING[state]


def standing_of(row: Recommendation) -> Standing:
    return standing(Written(row.answered_on is not None, bool(row.action), row.closed_as))


def recommendations(actor: Actor) -> QuerySet[Any]:
    """The register: each with the audit, the body that is to answer, and who acts."""
    rows = visible(actor, READ_RECOMMENDATION).select_related(
        "audit", "record", "owner", "closed_by", "evidence_document"
    )
    told: QuerySet[Any] = rows.annotate(
        body_name=organisation.queries.name_on(actor.today, "body_id"),
        body_key=organisation.queries.name_on(actor.today, "body_id", column="name_key"),
    )
    return told.order_by("given_on", "number", "body_key", "pk")


def recommendations_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    return visible(actor, READ_RECOMMENDATION).filter(pk__in=ids).order_by("pk")


def my_open_recommendations(actor: Actor) -> QuerySet[Any]:
    """What functions that the actor holds are to see done, the most urgent first."""
    held = organisation.queries.functions_of_account(actor).order_by().values("pk")
    rows = visible(actor, READ_RECOMMENDATION).filter(OPEN, owner__in=held)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")


def audits(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of every document that is an audit."""
    rows = visible(actor, READ_DOCUMENT).filter(kind=DocumentKind.AUDIT)
    told = rows.order_by("title_key", "pk").values_list("pk", "title")
    return [(str(pk), title) for pk, title in told]


def audit(actor: Actor, pk: str) -> GoverningDocument | None:
    return visible(actor, READ_DOCUMENT).get(pk=pk) if pk else None


def record(actor: Actor, pk: str) -> SourceDocument | None:
    found: SourceDocument | None = records(actor).get(pk=pk) if pk else None
    return found


def meetings(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of the latest meetings that the actor may read, to be shown as evidence."""
    rows = forums.meetings(actor).filter(meets_on__lte=actor.today)[:_MOST_MEETINGS]
    return [(str(row.pk), f"{row.forum.name} {row.meets_on}") for row in rows]
