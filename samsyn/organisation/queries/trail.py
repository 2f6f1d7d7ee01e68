"""The trail of the municipality, with the names of those who acted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samsyn.access.api import Actor, Membership, within
from samsyn.audit.api import events_of
from samsyn.organisation.queries.bodies import bodies
from samsyn.organisation.queries.periods import on
from samsyn.organisation.queries.persons import persons
from samsyn.organisation.queries.positions import positions, vacant


def trail(actor: Actor) -> QuerySet[Any]:
    """Every event of the municipality."""
    return events_of(actor.municipality_id)


def names_of_accounts(actor: Actor) -> Mapping[UUID, str]:
    """What each who can sign in is called now: few beside the events, and read once for all."""
    members = within(Membership, actor).select_related("person")
    return {member.account_id: member.person.name for member in members}


@dataclass(frozen=True, slots=True)
class Figures:
    """How the organisation stands today."""

    bodies: int
    positions: int
    vacancies: int
    holders_of_several: int


def figures(actor: Actor) -> Figures:
    living = positions(actor).order_by()
    several = persons(actor).order_by().filter(held_now__gt=1)
    return Figures(
        bodies=bodies(actor).order_by().filter(on(actor.today)).count(),
        positions=living.count(),
        vacancies=vacant(living, actor.today).count(),
        holders_of_several=several.count(),
    )
