"""Questions about persons."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce, Concat

from samsyn.access.api import (
    Actor,
    Membership,
    assignments_of_person,
    prepared,
    roles_in_municipality,
    visible,
    within,
)
from samsyn.organisation.models import Appointment, Person
from samsyn.organisation.queries.bodies import name_on
from samsyn.organisation.queries.periods import on
from samsyn.organisation.rules import READ_PERSON

_MOST_WORDS = 5


def persons(actor: Actor) -> QuerySet[Any]:
    """Every person, with the number of functions held today (`held_now`), in Swedish order."""
    now = within(Appointment, actor).filter(on(actor.today), person=OuterRef("pk"))
    counted = now.order_by().values("person").annotate(n=Count("pk")).values("n")
    return (
        visible(actor, READ_PERSON)
        .annotate(held_now=Coalesce(Subquery(counted), 0))
        .order_by("family_key", "given_key", "pk")
    )


def appointments_of(actor: Actor, person_id: UUID) -> QuerySet[Any]:
    """What the person holds and has held, with what the body was called when it ended."""
    rows = within(Appointment, actor).filter(person_id=person_id)
    return (
        rows.select_related("position", "term")
        .annotate(body_name=name_on(actor.today, "position__body_id"))
        .order_by("-starts_on", "pk")
    )


def appointments_today(actor: Actor, person_id: UUID, day: date) -> QuerySet[Any]:
    return appointments_of(actor, person_id).filter(on(day))


def holders_of_several(actor: Actor) -> QuerySet[Any]:
    """Persons with more than one function today: much hangs on them."""
    return holding_several(persons(actor), actor)


def holding_several(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    held = within(Appointment, actor).filter(on(actor.today)).order_by().values("person_id")
    several = held.annotate(n=Count("pk")).filter(n__gt=1).values("person_id")
    return rows.filter(pk__in=several)


def name_of_account(actor: Actor) -> str:
    """What the actor is called in the municipality."""
    question = prepared.written("name of account", _name_of_account)
    found = prepared.answers(question, actor)
    return " ".join(found[0]) if found else ""


def _name_of_account() -> "QuerySet[Any, Any]":
    members = within(Membership, prepared.SOMEONE).filter(account_id=prepared.SOMEONE.account_key)
    return members.values_list("person__given_name", "person__family_name")


def called(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those whose name holds every word."""
    found: QuerySet[Any] = rows.annotate(
        name_in_full=Concat("given_name", Value(" "), "family_name", output_field=TextField())
    )
    for word in words.split()[:_MOST_WORDS]:
        found = found.filter(name_in_full__icontains=word)
    return found


def persons_called(actor: Actor, words: str, *, most: int = 20) -> list[Person]:
    """Persons by name, for a form that asks for one."""
    return list(called(persons(actor), words)[:most])


def person_by_text(actor: Actor, identifier: str) -> Person | None:
    """The person that a form answered with, if it is one at all and may be seen."""
    try:
        return persons(actor).filter(pk=UUID(identifier)).first()
    except ValueError:
        return None


def persons_with_positions(actor: Actor) -> QuerySet[Any]:
    """The register of persons, with what each holds today (`held`)."""
    now = within(Appointment, actor).filter(on(actor.today)).select_related("position")
    return persons(actor).prefetch_related(
        Prefetch("appointments", now.order_by("starts_on", "pk"), to_attr="held")
    )


def roles_of_person(actor: Actor, person_id: UUID) -> QuerySet[Any]:
    """The roles that the person's account has and has had, with what each body is called."""
    rows = assignments_of_person(actor, person_id)
    return rows.annotate(body_name=name_on(actor.today, "body_id"))


def account_holders(actor: Actor) -> QuerySet[Any]:
    """Every account of the municipality with its person, and its roles today (`roles`)."""
    roles = roles_in_municipality(actor).annotate(body_name=name_on(actor.today, "body_id"))
    return (
        within(Membership, actor)
        .select_related("account", "person")
        .prefetch_related(Prefetch("account__assignments", roles, to_attr="roles_here"))
        .annotate(family_key=F("person__family_key"), given_key=F("person__given_key"))
        .order_by("family_key", "given_key", "pk")
    )


def appointments_ending(actor: Actor, before: date) -> QuerySet[Any]:
    """What is held today and ends soon, with no one to follow."""
    following = Appointment.objects.filter(
        position=OuterRef("position"), starts_on__gte=OuterRef("ends_on")
    )
    rows = within(Appointment, actor).filter(on(actor.today), ends_on__lte=before)
    return (
        rows.filter(~Exists(following))
        .select_related("position", "person")
        .annotate(body_name=name_on(actor.today, "position__body_id"))
        .order_by("ends_on", "pk")
    )
