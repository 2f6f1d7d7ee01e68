"""What a political meeting has to have before it: gathered from what is already written."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.forums.api import FollowUp, Forum
from samsyn.forums.api import queries as forums
from samsyn.governance.models import Duty, ProposalAnswer, Step, StepKind
from samsyn.governance.queries import priorities
from samsyn.governance.queries.alarms import Warned, alarms
from samsyn.governance.rules.matters import READ_MATTER
from samsyn.organisation.api import queries as organisation

_A_YEAR = timedelta(days=365)
_MOST = 30


@dataclass(frozen=True, slots=True)
class Gathered:
    """Each list as the actor may read it, the most pressing first."""

    waiting: list[Any]
    to_decide: list[Any]
    assignments: list[Any]
    chains: list[priorities.Chain]
    debt: list[FollowUp]
    warnings: list[Warned]


def gathered(actor: Actor, duty: Duty) -> Gathered:
    since = actor.today - _A_YEAR
    given = priorities.assignments(actor).filter(Q(ended_as="") | Q(ended_on__gte=since))
    return Gathered(
        list(_waiting(actor)[:_MOST]),
        list(_to_decide(actor)[:_MOST]),
        list(given[:_MOST]),
        priorities.chains(actor)[:_MOST],
        list(_debt(actor, duty)[:_MOST]),
        alarms(actor)[:_MOST],
    )


def _waiting(actor: Actor) -> QuerySet[Any]:
    """Proposals that some board has not answered, with the boards that are waited for."""
    silent = within(ProposalAnswer, actor).filter(reply="").values("proposal_id")
    return priorities.proposals(actor).filter(pk__in=silent)


def _to_decide(actor: Actor) -> QuerySet[Any]:
    """What each board still has to decide, by matter."""
    name = organisation.name_on(actor.today, "body_id")
    rows = within(Step, actor).filter(kind=StepKind.DECIDES, outcome="")
    known: QuerySet[Any] = rows.filter(matter__in=visible(actor, READ_MATTER))
    named = known.annotate(body_name=name).select_related("matter")
    ordered: QuerySet[Any] = named.order_by("matter__title_key", "ordinal", "pk")
    return ordered


def _debt(actor: Actor, duty: Duty) -> QuerySet[Any]:
    """What is overdue in the group that the meeting is of, and in those below it."""
    rows: QuerySet[Any] = forums.follow_ups(actor).filter(forums.overdue(actor.today))
    if duty.owner_forum_id is None:
        return rows
    below = within(Forum, actor).filter(above=duty.owner_forum_id).values("pk")
    return rows.filter(Q(forum=duty.owner_forum_id) | Q(forum__in=below))
