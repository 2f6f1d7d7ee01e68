"""Questions about what is left to do."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, F, Prefetch, Q, QuerySet, Value, When

from samsyn.access.api import Actor, prepared, visible, within
from samsyn.forums.models import FollowUp, NewDay
from samsyn.forums.rules import READ_FOLLOW_UP, takes_part
from samsyn.organisation import api as organisation

OPEN = Q(closed_on__isnull=True)


def overdue(day: date) -> Q:
    return OPEN & Q(due_on__lt=day)


def overdue_twice(day: date) -> Q:
    """Given a new day once it was late, and late again."""
    return overdue(day) & Q(overruns__gte=1)


def follow_ups(actor: Actor) -> QuerySet[Any]:
    """The register: every follow-up that the actor may read, with its owner and who holds it."""
    told = _told(visible(actor, READ_FOLLOW_UP), actor).order_by("due_on", "pk")
    # Joined, the meetings would be fetched of every row that is sorted, and not of those shown.
    alone: QuerySet[Any] = told.select_related(None).select_related("forum", "owner")
    return alone.prefetch_related("meeting", "carried_by")


def _told(rows: QuerySet[FollowUp], actor: Actor) -> QuerySet[Any]:
    held = (
        within(organisation.Appointment, actor)
        .filter(organisation.queries.on(actor.today), kind__in=organisation.queries.HOLDS)
        .select_related("person")
        .order_by("starts_on", "pk")
    )
    told: QuerySet[Any] = rows.select_related("forum", "meeting", "owner", "carried_by").annotate(
        forum_key=F("forum__name_key"),
        owner_key=F("owner__title_key"),
        body_name=organisation.queries.name_on(actor.today, "owner__body_id"),
    )
    return told.prefetch_related(Prefetch("owner__appointments", held, to_attr="held"))


def debt_of(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """What the forum has open, with the oldest debt first."""
    rows = within(FollowUp, actor).filter(OPEN, forum_id=forum_id)
    return _told(rows, actor).order_by("due_on", "pk")


def left_by(actor: Actor, meeting_id: UUID) -> QuerySet[Any]:
    """What the meeting left to be done, open or closed since."""
    rows = within(FollowUp, actor).filter(meeting_id=meeting_id)
    return _told(rows, actor).order_by("at_item", "due_on", "pk")


class Owed(NamedTuple):
    """What a forum has open, what is raised to it and what it carries out; the oldest first."""

    own: list[Any]
    raised: list[Any]
    carried: list[Any]


def owed_by(actor: Actor, forum_id: UUID, most: int) -> Owed:
    """The first few of each that the actor may be told of: only of those more is fetched."""
    permitted = prepared.answers(prepared.written("owed by a forum", _owed), actor, forum_id)
    raised = prepared.answers(prepared.written("raised to a forum", _raised), actor, forum_id)
    hidden = dict(raised[:most])
    own = [pk for pk, of, _through in permitted if of == forum_id][:most]
    carried = [pk for pk, _of, through in permitted if through == forum_id][:most]
    told = _told(within(FollowUp, actor).filter(pk__in={*own, *hidden, *carried}), actor)
    rows = {row.pk: row for row in told}
    for pk, is_hidden in hidden.items():
        rows[pk].is_hidden = is_hidden
    return Owed(*([rows[pk] for pk in each] for each in (own, hidden, carried)))


def _owed() -> QuerySet[Any, Any]:
    its = Q(forum_id=prepared.SOMETHING) | Q(carried_by_id=prepared.SOMETHING)
    rows = visible(prepared.SOMEONE, READ_FOLLOW_UP).filter(OPEN, its)
    return rows.order_by("due_on", "pk").values_list("pk", "forum_id", "carried_by_id")


def _raised() -> QuerySet[Any, Any]:
    return raised_to(prepared.SOMEONE, prepared.SOMETHING).values_list("pk", "is_hidden")


def raised_to(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """What the forums below have let become late twice: it is for this one to take up.

    Who does not take part in it is told only of what she may read anyway.
    """
    takes_part_above = takes_part("forum__above_id").condition(actor)
    rows = raised_to_any(actor, [forum_id])
    told: QuerySet[Any] = rows.filter(takes_part_above | Q(is_hidden=False))
    return told


def raised_to_any(actor: Actor, forum_ids: Collection[UUID]) -> QuerySet[Any]:
    """The same of several forums, which the caller leads or has entered.

    `is_hidden` tells those whose own page the actor may not open.
    """
    rows = within(FollowUp, actor).filter(overdue_twice(actor.today), forum__above__in=forum_ids)
    may_read = When(READ_FOLLOW_UP.condition(actor), then=Value(False))
    told: QuerySet[Any] = _told(rows, actor).annotate(is_hidden=Case(may_read, default=Value(True)))
    return told.order_by("due_on", "pk")


def without_owner(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """Those that wait for a function that nobody holds today, or that has ended."""
    held = within(organisation.Appointment, actor).filter(
        organisation.queries.on(actor.today), kind__in=organisation.queries.HOLDS
    )
    living = within(organisation.Position, actor).filter(organisation.queries.on(actor.today))
    owned = living.filter(pk__in=held.values("position_id")).values("pk")
    return rows.filter(OPEN).exclude(owner__in=owned)


def ownerless(actor: Actor) -> QuerySet[Any]:
    return without_owner(follow_ups(actor), actor)


def of_my_functions(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    held = organisation.queries.functions_of_account(actor).order_by().values("pk")
    return rows.filter(owner__in=held)


def my_follow_ups(actor: Actor) -> QuerySet[Any]:
    """What waits for the functions that the actor holds today."""
    return of_my_functions(follow_ups(actor).filter(OPEN), actor)


def new_days_of(actor: Actor, follow_up_id: UUID) -> QuerySet[NewDay]:
    rows = within(NewDay, actor).filter(follow_up_id=follow_up_id)
    return rows.order_by("given_at", "pk")
