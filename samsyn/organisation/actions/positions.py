"""Every change to functions, and to who holds them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import searchable
from samsyn.organisation.actions.periods import refuse_backward
from samsyn.organisation.models import (
    Appointment,
    AppointmentKind,
    Body,
    Office,
    Person,
    Position,
    TermOfOffice,
)
from samsyn.organisation.queries import on


class PositionEndedError(RuleBrokenError):
    pass


class AppointmentEndedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Engagement:
    """On what terms a person holds a function."""

    kind: AppointmentKind = AppointmentKind.ORDINARY
    share_percent: int = 100
    term_id: UUID | None = None


def create_position(
    body: Body,
    title: str,
    *,
    office: Office | None = None,
    is_single: bool = True,
    starts_on: date | None = None,
    actor: Actor,
) -> Position:
    """Add a function; without a first day it has existed as long as its body."""
    with one_change():
        position = Position.objects.create(
            municipality_id=actor.municipality_id,
            body=body,
            key=free_key(Position, actor.municipality_id, f"{body.key} {title}"),
            title=title,
            office=office or "",
            is_single=is_single,
            starts_on=starts_on or body.starts_on,
            ends_on=body.ends_on,
        )
        searchable.show_position(position)
    return position


def describe_position(
    position: Position, title: str, *, office: Office | None, is_single: bool, actor: Actor
) -> None:
    with one_change():
        position.title = title
        position.office = office or ""
        position.is_single = is_single
        position.save(update_fields=["title", "office", "is_single"])
        searchable.show_position(position)
        for person in Person.objects.filter(appointments__position=position).distinct():
            searchable.show_person(person)


def correct_life_of_position(
    position: Position, *, starts_on: date | None, ends_on: date | None, actor: Actor
) -> None:
    """Mend the days between which the function exists."""
    refuse_backward(starts_on, ends_on)
    with one_change():
        position.starts_on, position.ends_on = starts_on, ends_on
        position.save(update_fields=["starts_on", "ends_on"])


def end_position(position: Position, *, ends_on: date, actor: Actor) -> None:
    """End a function, and with it what those who hold it then hold."""
    if position.ends_on is not None and position.ends_on <= ends_on:
        raise PositionEndedError(_("Funktionen har redan avslutats."))
    refuse_backward(position.starts_on, ends_on)
    with one_change():
        held = Appointment.objects.filter(position=position, starts_on__lt=ends_on)
        held.filter(on(ends_on)).update(ends_on=ends_on)
        position.ends_on = ends_on
        position.save(update_fields=["ends_on"])


def appoint(
    position: Position,
    person: Person,
    engagement: Engagement | None = None,
    *,
    starts_on: date,
    ends_on: date | None = None,
    actor: Actor,
) -> Appointment:
    """Let the person hold the function for a period."""
    terms = engagement or Engagement()
    refuse_backward(starts_on, ends_on)
    with one_change():
        appointment = Appointment.objects.create(
            municipality_id=actor.municipality_id,
            position=position,
            is_single=position.is_single,
            person=person,
            kind=terms.kind,
            share_percent=terms.share_percent,
            term_id=terms.term_id,
            starts_on=starts_on,
            ends_on=ends_on or position.ends_on,
        )
        searchable.show_person(person)
    return appointment


def correct_appointment(
    appointment: Appointment,
    engagement: Engagement,
    *,
    starts_on: date,
    ends_on: date | None,
    actor: Actor,
) -> None:
    """Mend what was entered wrong about a period in a function."""
    refuse_backward(starts_on, ends_on)
    with one_change():
        appointment.kind = engagement.kind
        appointment.share_percent = engagement.share_percent
        appointment.term_id = engagement.term_id
        appointment.starts_on, appointment.ends_on = starts_on, ends_on
        appointment.save(update_fields=["kind", "share_percent", "term_id", "starts_on", "ends_on"])


def end_appointment(appointment: Appointment, *, ends_on: date, actor: Actor) -> None:
    """End what a person holds; the function is vacant from that day."""
    if appointment.ends_on is not None and appointment.ends_on <= ends_on:
        raise AppointmentEndedError(_("Uppdraget har redan avslutats."))
    refuse_backward(appointment.starts_on, ends_on)
    with one_change():
        appointment.ends_on = ends_on
        appointment.save(update_fields=["ends_on"])


def create_term(name: str, *, starts_on: date, ends_on: date, actor: Actor) -> TermOfOffice:
    refuse_backward(starts_on, ends_on)
    with one_change():
        return TermOfOffice.objects.create(
            municipality_id=actor.municipality_id, name=name, starts_on=starts_on, ends_on=ends_on
        )
