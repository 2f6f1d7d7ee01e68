"""Questions about positions and those who hold them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When

from samsyn.access.api import Actor, Membership, visible, within
from samsyn.organisation.models import (
    Appointment,
    AppointmentKind,
    Office,
    Position,
    TermOfOffice,
)
from samsyn.organisation.queries.periods import on
from samsyn.organisation.rules import READ_POSITION

HOLDS = (AppointmentKind.ORDINARY, AppointmentKind.ACTING)


def vacant(positions: QuerySet[Position], day: date) -> QuerySet[Position]:
    """Those that nobody holds on the day; a deputy alone does not fill a function."""
    held = Appointment.objects.filter(on(day), kind__in=HOLDS).values("position_id")
    return positions.exclude(pk__in=held)


def positions(actor: Actor, day: date | None = None) -> QuerySet[Any]:
    """Every function that exists on the day, with its holders then (`held`), in Swedish order."""
    rows = visible(actor, READ_POSITION).filter(on(day or actor.today))
    return in_order(with_holders(rows, actor, day or actor.today))


def with_holders(rows: QuerySet[Position], actor: Actor, day: date) -> QuerySet[Position]:
    now = (
        within(Appointment, actor)
        .filter(on(day))
        .select_related("person")
        .order_by("kind", "starts_on", "pk")
    )
    return rows.prefetch_related(Prefetch("appointments", now, to_attr="held"))


def in_order(rows: QuerySet[Position]) -> QuerySet[Any]:
    """The elected first, chair before vice chair, then by title."""
    ranks = [When(office=office, then=Value(n)) for n, office in enumerate(Office.values)]
    rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
    return rows.annotate(rank=rank).order_by("rank", "title_key", "pk")


def functions_of_account(actor: Actor) -> QuerySet[Position]:
    """The functions that the person of the actor's account holds today, in whatever way."""
    members = within(Membership, actor).filter(account_id=actor.account_key)
    held = within(Appointment, actor).filter(on(actor.today), person__in=members.values("person"))
    return within(Position, actor).filter(pk__in=held.values("position_id"))


def positions_of_body(actor: Actor, body_id: UUID, day: date) -> QuerySet[Position]:
    return positions(actor, day).filter(body_id=body_id)


def vacancies(actor: Actor) -> QuerySet[Position]:
    """Functions that nobody holds today."""
    return vacant(positions(actor), actor.today)


def appointments_to(actor: Actor, position_id: UUID) -> QuerySet[Appointment]:
    rows = within(Appointment, actor).filter(position_id=position_id)
    return rows.select_related("person", "term").order_by("-starts_on", "pk")


def vacant_since(actor: Actor, found: list[Position], day: date) -> Mapping[UUID, date | None]:
    """The day from which each function has had no holder; None if that is not known."""
    ended = (
        within(Appointment, actor)
        .filter(position__in=[position.pk for position in found], kind__in=HOLDS)
        .filter(ends_on__lte=day)
        .order_by("ends_on")
        .values_list("position_id", "ends_on")
    )
    last = dict(ended)
    return {position.pk: last.get(position.pk, position.starts_on) for position in found}


def terms(actor: Actor) -> QuerySet[TermOfOffice]:
    return within(TermOfOffice, actor).order_by("-starts_on", "pk")
