"""Questions about how initiatives have gone: their phases, what they showed, what was decided."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.models import Evaluation, InitiativeDecision, PhaseMove
from samsyn.initiatives.rules.portfolio import EVALUATE, READ_INITIATIVE
from samsyn.organisation.api import queries as organisation

_JULY = 7


def moves(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """How it came to its phase, the latest first."""
    rows: QuerySet[Any] = within(PhaseMove, actor).filter(initiative=initiative_id)
    return rows.select_related("by").order_by("-ordinal")


def evaluations(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """What is to be followed up, the first due first; then what has been, the latest first."""
    rows: QuerySet[Any] = within(Evaluation, actor).filter(initiative=initiative_id)
    found = _with_year(rows.select_related("owner", "report", "activity"), "done_on", "done_year")
    latest = (F("known_year").desc(nulls_first=True), F("done_on").desc(nulls_last=True))
    return found.order_by(*latest, F("due_on").asc(nulls_last=True), "pk")


def evaluable(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """The ids of those that the actor may write in."""
    rows = visible(actor, EVALUATE).filter(initiative=initiative_id)
    return rows.order_by().values_list("pk", flat=True)


def decisions(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(InitiativeDecision, actor).filter(initiative=initiative_id)
    named: QuerySet[Any] = rows.select_related("forum", "matter").annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        budget_owner_name=organisation.name_on(actor.today, "budget_owner_id"),
    )
    return _latest_first(named)


def _latest_first(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Decisions by the day, or the year where no more is known."""
    found = _with_year(rows, "decided_on", "decided_year", "from_on__year")
    latest = (F(day).desc(nulls_last=True) for day in ("decided_on", "from_on"))
    return found.order_by("-known_year", *latest, "pk")


def _with_year(rows: QuerySet[Any], day: str, *years: str) -> QuerySet[Any]:
    """The same with the year of each, of the day or as it was told alone."""
    year = Coalesce(f"{day}__year", *years, output_field=IntegerField())
    told: QuerySet[Any] = rows.annotate(known_year=year)
    return told


def evaluated_since(actor: Actor, day: date) -> QuerySet[Any]:
    """What following up has told since a day, the latest first."""
    since = Q(done_on__gte=day) | Q(done_on=None, done_year__gte=_first_year(day))
    rows = within(Evaluation, actor).filter(since, initiative__in=visible(actor, READ_INITIATIVE))
    told = _with_year(rows.exclude(result="").select_related("initiative"), "done_on", "done_year")
    return told.order_by("-known_year", F("done_on").desc(nulls_last=True), "pk")


def _first_year(day: date) -> int:
    """The first year of which more than half comes after the day."""
    return day.year if day.month < _JULY else day.year + 1


def decided_since(actor: Actor, day: date) -> QuerySet[Any]:
    """What has been decided of initiatives since a day, the latest first.

    Without the day of the decision its year counts, or the day from which it holds.
    """
    since = (
        Q(decided_on__gte=day)
        | Q(decided_on=None, decided_year__gte=_first_year(day))
        | Q(decided_on=None, decided_year=None, from_on__gte=day)
    )
    rows = within(InitiativeDecision, actor).filter(
        since, initiative__in=visible(actor, READ_INITIATIVE)
    )
    return _latest_first(rows.select_related("initiative"))
