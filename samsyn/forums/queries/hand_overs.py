"""What is to be handed over, what waits for a successor, and what rests on one person."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, visible, within
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


def has_duties(position: Any) -> Q:
    """Whether a function has anything to hand over here."""
    return (
        Q(Exists(Forum.objects.filter(leads(position), ends_on__isnull=True)))
        | Q(Exists(Seat.objects.filter(position=position, ends_on__isnull=True)))
        | Q(Exists(FollowUp.objects.filter(owner=position, closed_on__isnull=True)))
    )


def leaving(actor: Actor) -> QuerySet[Any]:
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
        rows.filter(~Exists(accepted), has_duties(OuterRef("position")))
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


def holders_with_duties(actor: Actor) -> QuerySet[Any]:
    """Persons on whom forums, seats and follow-ups rest, those with the most first."""
    held = Appointment.objects.filter(
        organisation.on(actor.today),
        municipality_id=actor.municipality_id,
        person=OuterRef(OuterRef("pk")),
    ).values("position_id")
    led = (
        within(Forum, actor)
        .filter(organisation.on(actor.today))
        .filter(Q(convener__in=held) | Q(chair__in=held) | Q(secretary__in=held))
    )
    seated = within(Seat, actor).filter(organisation.on(actor.today), position__in=held)
    owned = within(FollowUp, actor).filter(closed_on__isnull=True, owner__in=held)
    rows: QuerySet[Any] = within(Person, actor).annotate(
        led=_count(led), seats_held=_count(seated), owned=_count(owned)
    )
    rests = F("led") + F("seats_held") + F("owned")
    resting: QuerySet[Any] = rows.annotate(rests=rests).filter(rests__gt=0)
    return resting.order_by("-rests", "family_key", "given_key", "pk")


def _count(rows: QuerySet[Any]) -> Any:
    number = Func(Value(1), function="count", output_field=IntegerField())
    return Coalesce(Subquery(rows.order_by().values_list(number)), 0)


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
