"""The trail of the municipality, with the names of those who acted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samsyn.access.api import Actor, Membership, prepared, within
from samsyn.audit.api import events_of
from samsyn.organisation.queries.bodies import bodies
from samsyn.organisation.queries.periods import on
from samsyn.organisation.queries.persons import holders_of_several
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
    return Figures(**{name: prepared.count(name, rows, actor) for name, rows in _FIGURES.items()})


_SOMEONE = prepared.SOMEONE
_FIGURES: Mapping[str, Callable[[], QuerySet[Any]]] = {
    "bodies": lambda: bodies(_SOMEONE).filter(on(_SOMEONE.today)),
    "positions": lambda: positions(_SOMEONE),
    "vacancies": lambda: vacant(positions(_SOMEONE), _SOMEONE.today),
    "holders_of_several": lambda: holders_of_several(_SOMEONE),
}
