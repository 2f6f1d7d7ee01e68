"""How governing documents stand today, told by the database of as many as there are."""

from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, within
from samsyn.governance.domain.status import Status
from samsyn.governance.models import Edition, GoverningDocument


def with_status(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """Tell of each how it stands on the day (`status`), as `domain.status` does of one."""
    day = actor.today
    of_it = within(Edition, actor).filter(document=OuterRef("pk"))
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    # One branch for both: what is named twice, the database reckons twice.
    decided = Case(When(begun, then=_is(Status.IN_FORCE)), default=_is(Status.COMING))
    whens = [
        When(is_replaced=True, then=_is(Status.REPLACED)),
        When(ends_on__lte=day, then=_is(Status.ENDED)),
        When(decided__lte=day, then=decided),
        When(starts_on__lte=day, then=_is(Status.UNDECIDED)),
        When(~Q(required_by="") & Q(url="") & ~Exists(of_it), then=_is(Status.MISSING)),
    ]
    found: QuerySet[Any] = _with_successors(with_decision(rows), actor).annotate(
        status=Case(*whens, default=_is(Status.DRAFT), output_field=TextField())
    )
    return found


def not_over(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """Those with a status that are neither replaced nor ended, whatever else they are."""
    ended = Q(ends_on__isnull=False, ends_on__lte=actor.today)
    return rows.filter(~ended, is_replaced=False)


def _is(status: Status) -> Value:
    return Value(status.value)


def _with_successors(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    day = actor.today
    applies = Q(starts_on__lte=day) | Q(starts_on__isnull=True, decided__lte=day)
    later = with_decision(within(GoverningDocument, actor)).filter(applies, replaces=OuterRef("pk"))
    found: QuerySet[Any] = rows.annotate(is_replaced=Exists(later))
    return found


class _ByBoards(Func):
    """When the last of the boards that are to decide has; nothing while one is waited for.

    Written by hand: as subqueries of Django's it took longer to write than to answer.
    """

    template = """(
        select case when bool_or(step.outcome = '') then null
            else max(step.decided_on) filter (where step.outcome in ('approved', 'partly')) end
        from governance_matter matter join governance_step step on step.matter_id = matter.id,
            (values (%(expressions)s)) asked (document_id, municipality_id)
        where matter.document_id = asked.document_id and step.kind = 'decides'
            and step.municipality_id = asked.municipality_id
    )"""
    output_field = DateField()


def with_decision(rows: QuerySet[Any]) -> QuerySet[Any]:
    """When it was decided: as it says itself, or once every board that is to decide has."""
    by_boards = _ByBoards(F("pk"), F("municipality_id"))
    decided: QuerySet[Any] = rows.annotate(decided=Coalesce(F("decided_on"), by_boards))
    return decided
