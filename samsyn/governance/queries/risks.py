"""Questions about risks, obstacles and proposals."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from samsyn.access.api import Actor, visible, within
from samsyn.governance.models import Judgement
from samsyn.governance.rules.risks import READ_RISK
from samsyn.organisation.api import queries as organisation

OPEN = Q(closed_on__isnull=True)
# What most of those who collaborate meet; each municipality writes its own words beside them.
USUAL_CATEGORIES = (
    *("stuprörstänk", "personalomsättning", "otydliga syften", "parallella spår"),
    *("sekretess", "resurser", "uppföljning saknas"),
)


def overdue(day: date) -> Q:
    return OPEN & Q(due_on__lt=day)


def risks(actor: Actor) -> QuerySet[Any]:
    """The register: each with its owner, who is to act, and how it was last judged."""
    rows = visible(actor, READ_RISK).select_related("owner", "towards_agreement")
    judged = within(Judgement, actor).filter(risk=OuterRef("pk")).order_by("-judged_on")
    told: QuerySet[Any] = rows.annotate(
        towards_name=organisation.name_on(actor.today, "towards_body_id"),
        likelihood=Subquery(judged.values("likelihood")[:1]),
        consequence=Subquery(judged.values("consequence")[:1]),
        judged_on=Subquery(judged.values("judged_on")[:1]),
        product=F("likelihood") * F("consequence"),
    )
    return told.order_by("title_key", "pk")


def risks_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    return visible(actor, READ_RISK).filter(pk__in=ids).order_by("pk")


def judgements(actor: Actor, risk_id: UUID) -> QuerySet[Judgement]:
    """How it has been judged, the latest first."""
    return within(Judgement, actor).filter(risk_id=risk_id).order_by("-judged_on", "pk")


def categories(actor: Actor) -> list[str]:
    """Every word that is used, so that all write it alike."""
    used = visible(actor, READ_RISK).exclude(category="").order_by("category")
    return list(used.values_list("category", flat=True).distinct())


def my_open_risks(actor: Actor) -> QuerySet[Any]:
    """What functions that the actor holds own and have not closed, the most urgent first."""
    held = organisation.functions_of_account(actor).order_by().values("pk")
    rows = visible(actor, READ_RISK).filter(OPEN, owner__in=held)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")
