"""What is to be handed over, what waits for a successor, and what rests on one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from heapq import nlargest
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from samsyn.access.api import Actor, Among, visible, within
from samsyn.forums.models import FollowUp, Forum, HandOver, Lack, Meeting, MeetingState, Seat
from samsyn.forums.queries.charter import forums
from samsyn.forums.rules import READ_FOLLOW_UP, READ_MEETING
from samsyn.organisation.api import Appointment, AppointmentKind, Person
from samsyn.organisation.api import queries as organisation

# How long before and after the last day a hand-over is asked for.
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=365)


def leads(position: Any) -> Q:
    """The forums that the function leads, or whose follow-up it owns."""
    return (
        Q(convener=position)
        | Q(chair=position)
        | Q(secretary=position)
        | Q(follow_up_owner=position)
    )


def led_forums(actor: Actor, position_id: UUID) -> QuerySet[Any]:
    return forums(actor).filter(organisation.on(actor.today)).filter(leads(position_id))


def seats_of(actor: Actor, position_id: UUID) -> QuerySet[Any]:
    rows = within(Seat, actor).filter(organisation.on(actor.today), position_id=position_id)
    return rows.select_related("forum").order_by("forum__name_key", "pk")


def seats_of_body(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """The seats of a body today, function by function."""
    rows = within(Seat, actor).filter(organisation.on(actor.today), body_id=body_id)
    return rows.select_related("forum", "position").order_by("forum__name_key", "pk")


def asked_for(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """Where the body is missed."""
    rows = within(Lack, actor).filter(body_id=body_id, mended_on__isnull=True)
    return rows.select_related("forum").order_by("forum__name_key", "pk")


def open_follow_ups_of(actor: Actor, position_id: UUID) -> QuerySet[FollowUp]:
    rows = visible(actor, READ_FOLLOW_UP).filter(owner_id=position_id, closed_on__isnull=True)
    return rows.select_related("forum").order_by("due_on", "pk")


def coming_meetings_of(actor: Actor, position_id: UUID) -> QuerySet[Meeting]:
    """Planned meetings of the forums that the function leads or has a seat in."""
    here = within(Forum, actor).filter(leads(position_id)).values("pk")
    seated = within(Seat, actor).filter(organisation.on(actor.today), position_id=position_id)
    planned = visible(actor, READ_MEETING).filter(state=MeetingState.PLANNED)
    rows = planned.filter(meets_on__gte=actor.today)
    of_them = rows.filter(Q(forum__in=here) | Q(forum__in=seated.values("forum_id")))
    return of_them.select_related("forum").order_by("meets_on", "pk")


@dataclass(slots=True)
class Duties:
    """How many forums something leads or sits in, and how much it is to do."""

    led: int = 0
    seats: int = 0
    owned: int = 0

    @property
    def all(self) -> int:
        return self.led + self.seats + self.owned

    def add(self, other: "Duties") -> None:
        self.led += other.led
        self.seats += other.seats
        self.owned += other.owned


def duties(actor: Actor) -> dict[UUID, Duties]:
    """What rests on each function today, in three questions: few functions have any."""
    found: dict[UUID, Duties] = defaultdict(Duties)
    living = within(Forum, actor).filter(organisation.on(actor.today))
    for leading in living.values_list("convener", "chair", "secretary", "follow_up_owner"):
        for position_id in set(leading) - {None}:
            found[position_id].led += 1
    seated = within(Seat, actor).filter(organisation.on(actor.today), position__isnull=False)
    for position_id, count in _counted(seated, "position"):
        found[position_id].seats = count
    owned = within(FollowUp, actor).filter(closed_on__isnull=True)
    for position_id, count in _counted(owned, "owner"):
        found[position_id].owned = count
    return dict(found)


def _counted(rows: QuerySet[Any], field: str) -> Iterable[tuple[UUID, int]]:
    counted: QuerySet[Any] = rows.order_by().values_list(field).annotate(number=Count("pk"))
    return counted


def leaving(actor: Actor, resting: Mapping[UUID, Duties]) -> QuerySet[Any]:
    """Those who leave or have left a function with duties, and whose hand-over is not accepted."""
    accepted = within(HandOver, actor).filter(
        position=OuterRef("position"),
        leaver=OuterRef("person"),
        left_on=OuterRef("ends_on"),
        accepted_at__isnull=False,
    )
    rows = within(Appointment, actor).filter(
        ends_on__gte=actor.today - _AFTER, ends_on__lte=actor.today + _BEFORE
    )
    named: QuerySet[Any] = (
        rows.filter(~Exists(accepted), Among("position_id", resting))
        .exclude(kind=AppointmentKind.DEPUTY)
        .select_related("person", "position")
        .annotate(body_name=organisation.name_on(actor.today, "position__body_id"))
    )
    return named.order_by("ends_on", "pk")


def hand_overs(actor: Actor) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(HandOver, actor).select_related("position", "leaver", "successor")
    called = organisation.name_on(actor.today, "position__body_id")
    named: QuerySet[Any] = rows.annotate(body_name=called)
    return named.order_by(F("accepted_at").desc(nulls_first=True), "-left_on", "pk")


def holders_with_duties(
    actor: Actor, resting: Mapping[UUID, Duties], most: int
) -> list[tuple[Person, Duties]]:
    """Persons on whom forums, seats and follow-ups rest, those with the most first."""
    held = within(Appointment, actor).filter(
        organisation.on(actor.today), Among("position_id", resting)
    )
    sums: dict[UUID, Duties] = defaultdict(Duties)
    for person_id, position_id in held.values_list("person_id", "position_id"):
        sums[person_id].add(resting[position_id])
    heaviest = nlargest(most, sums, key=lambda person_id: (sums[person_id].all, person_id))
    persons = within(Person, actor).in_bulk(heaviest)
    return [(persons[person_id], sums[person_id]) for person_id in heaviest]


def conveners_without_deputy(actor: Actor) -> QuerySet[Any]:
    """Forums whose convening function nobody is deputy for today, or that is vacant."""
    now = within(Appointment, actor).filter(
        organisation.on(actor.today), position=OuterRef("convener")
    )
    deputy = now.filter(kind=AppointmentKind.DEPUTY)
    holder = now.filter(kind__in=organisation.HOLDS)
    rows = forums(actor).filter(organisation.on(actor.today), convener__isnull=False)
    told = rows.filter(~Exists(deputy)).select_related("convener")
    found: QuerySet[Any] = told.annotate(
        is_vacant=~Exists(holder),
        body_name=organisation.name_on(actor.today, "convener__body_id"),
    )
    return found
