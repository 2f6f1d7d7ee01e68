"""The smallest valid organisation, with people who can sign in, made by the real actions."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any
from uuid import UUID

from samsyn.access import api as access
from samsyn.access.tenancy import bind
from samsyn.organisation import actions
from samsyn.organisation.models import (
    Appointment,
    AppointmentKind,
    Area,
    AreaKind,
    Body,
    BodyKind,
    ContactKind,
    ContactPoint,
    Person,
    Position,
    TermOfOffice,
)
from tests.surroundings import ALINGSAS

NOW = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
LONG_AGO = date(2020, 1, 1)

_numbers = count(1)


def operator(municipality_id: UUID = ALINGSAS) -> access.Actor:
    """Act in a municipality from here on, as no one in particular."""
    bind(municipality_id, None)
    return access.Actor(None, municipality_id, NOW)


def actor(
    *roles: access.Role, municipality_id: UUID = ALINGSAS, body: Body | None = None
) -> access.Actor:
    """Someone who holds the roles today, in the body or in the whole municipality."""
    account = account_with(*roles, municipality_id=municipality_id, body=body)
    held = tuple(access.Held(role, body.pk if body else None) for role in roles)
    bind(municipality_id, account.pk)
    return access.Actor(account.pk, municipality_id, NOW, held)


def account_with(
    *roles: access.Role,
    municipality_id: UUID = ALINGSAS,
    body: Body | None = None,
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
) -> access.Account:
    account = access.open_account(f"person{next(_numbers)}@example.se")
    giver = operator(municipality_id)
    for role in roles:
        access.grant_role(
            account,
            role,
            body_id=body.pk if body else None,
            starts_on=starts_on,
            ends_on=ends_on,
            actor=giver,
        )
    return account


def body(
    name: str = "Socialnämnden",
    *,
    kind: BodyKind = BodyKind.BOARD,
    starts_on: date | None = LONG_AGO,
    parent: Body | None = None,
    municipality_id: UUID = ALINGSAS,
) -> Body:
    return actions.create_body(
        name,
        actions.Description(kind),
        starts_on=starts_on,
        parent_id=parent.pk if parent else None,
        actor=operator(municipality_id),
    )


def position(of: Body | None = None, title: str = "Socialchef", **more: Any) -> Position:
    owner = of or body()
    assert owner.municipality_id is not None
    return actions.create_position(owner, title, actor=operator(owner.municipality_id), **more)


def person(
    given_name: str = "Anna", family_name: str = "Lind", *, municipality_id: UUID = ALINGSAS
) -> Person:
    return actions.create_person(given_name, family_name, actor=operator(municipality_id))


def appointment(
    to: Position | None = None,
    of: Person | None = None,
    *,
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
    kind: AppointmentKind = AppointmentKind.ORDINARY,
) -> Appointment:
    held = to or position()
    return actions.appoint(
        held,
        of or person(municipality_id=held.municipality_id),
        actions.Engagement(kind),
        starts_on=starts_on,
        ends_on=ends_on,
        actor=operator(held.municipality_id),
    )


def area(
    name: str = "Sollebrunn",
    *,
    kind: AreaKind = AreaKind.DISTRICT,
    parent: Area | None = None,
    municipality_id: UUID = ALINGSAS,
) -> Area:
    about = actions.AreaDescription(name, kind, parent_id=parent.pk if parent else None)
    return actions.create_area(about, actor=operator(municipality_id))


def term(
    starts_on: date = date(2023, 1, 1),
    ends_on: date = date(2027, 1, 1),
    *,
    municipality_id: UUID = ALINGSAS,
) -> TermOfOffice:
    name = f"{starts_on.year}–{ends_on.year}"
    return actions.create_term(
        name, starts_on=starts_on, ends_on=ends_on, actor=operator(municipality_id)
    )


def contact(owner: Body | Position | Person, value: str = "kontakt@example.se") -> ContactPoint:
    assert owner.municipality_id is not None
    giver = operator(owner.municipality_id)
    return actions.add_contact(owner, ContactKind.EMAIL, value, actor=giver)


def member(
    *roles: access.Role, of: Person | None = None, municipality_id: UUID = ALINGSAS
) -> access.Account:
    """Someone who is a person of the municipality, and can sign in."""
    account = account_with(*roles, municipality_id=municipality_id)
    who = of or person(municipality_id=municipality_id)
    access.let_sign_in(who.pk, account.email, actor=operator(municipality_id))
    return account


def actor_for(account: access.Account, municipality_id: UUID = ALINGSAS) -> access.Actor:
    """Act as the account, with the roles that the database says it holds."""
    bind(municipality_id, account.pk)
    return access.Actor(account.pk, municipality_id, NOW)


def holder_of(
    held: Position,
    *roles: access.Role,
    body: Body | None = None,
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
) -> access.Account:
    """Someone who holds the function, and can sign in with the roles."""
    who = person(municipality_id=held.municipality_id)
    appointment(held, who, starts_on=starts_on, ends_on=ends_on)
    account = account_with(*roles, municipality_id=held.municipality_id, body=body)
    access.let_sign_in(who.pk, account.email, actor=operator(held.municipality_id))
    return account
