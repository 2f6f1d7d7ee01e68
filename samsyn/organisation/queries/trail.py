"""The trail of the municipality, with the names of those who acted."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat

from samsyn.access.api import Actor, Membership, within
from samsyn.audit.api import events_of
from samsyn.organisation.queries.bodies import bodies
from samsyn.organisation.queries.periods import on
from samsyn.organisation.queries.persons import persons
from samsyn.organisation.queries.positions import positions, vacant


def trail(actor: Actor) -> QuerySet[Any]:
    """Every event of the municipality; `who` is the person as she is called now."""
    member = within(Membership, actor).filter(account_id=OuterRef("account_id"))
    name = Concat("person__given_name", Value(" "), "person__family_name", output_field=TextField())
    who = Subquery(member.annotate(name=name).values("name")[:1])
    return events_of(actor.municipality_id).annotate(
        who=Coalesce(who, Value("–", output_field=TextField()))
    )


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
