"""What of the organisation the search finds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor
from samsyn.organisation.models import (
    Appointment,
    Body,
    BodyKind,
    BodyName,
    Person,
    Position,
)
from samsyn.organisation.rules import READ_BODY, READ_PERSON, READ_POSITION
from samsyn.search import api as search

BODY, POSITION, PERSON = "organisation.body", "organisation.position", "organisation.person"


def register() -> None:
    """Tell the search of the kinds, in the order in which it shows them."""
    search.register(BODY, _("Organ"), READ_BODY, "organisation:body")
    search.register(POSITION, _("Funktioner"), READ_POSITION, "organisation:position")
    search.register(
        PERSON, _("Personer"), READ_PERSON, "organisation:person", has_personal_names=True
    )


def show_body(body: Body, municipality_id: UUID | None = None) -> None:
    """Find the body by all that it has been called, and its functions by what it is called now.

    A body that spans several municipalities is shown to one of them at a time.
    """
    seen_by = municipality_id or body.municipality_id
    if seen_by is None:
        raise ValueError("a shared body is shown to one municipality at a time")
    title, *rest = _names(body) or [body.key]
    text = ", ".join([_kind(body), *rest])
    of_it = Position.objects.filter(body=body, municipality_id=seen_by)
    search.index_many(
        [
            search.Draft(BODY, body.pk, seen_by, title, text=text),
            *(_of_position(position, title) for position in of_it),
        ]
    )


def show_position(position: Position) -> None:
    names = _names(position.body)
    search.index_many([_of_position(position, names[0] if names else "")])


def show_person(person: Person) -> None:
    """Find the person by name, and by the functions she holds or has held."""
    held = Appointment.objects.filter(person=person).select_related("position")
    titles = {appointment.position.title for appointment in held}
    search.index_many([_of_person(person, titles)])


def show_many(ids: Collection[UUID], *, actor: Actor) -> None:
    """Tell the search of every body, function and person among the ids, set by set."""
    municipality_id = actor.municipality_id
    # One array; told one by one, thousands of identifiers take longer to say than to find.
    wanted = RawSQL("select unnest(%s::uuid[])", [list(ids)])
    bodies = Body.objects.filter(Body.within(municipality_id), pk__in=wanted)
    here = Position.objects.filter(municipality_id=municipality_id)
    positions = here.filter(Q(pk__in=wanted) | Q(body_id__in=wanted))
    persons = Person.objects.filter(municipality_id=municipality_id)
    held = Appointment.objects.filter(position__in=wanted).values("person_id")
    search.index_many(
        chain(
            _of_bodies(bodies, municipality_id),
            _of_positions(positions),
            _of_persons(persons.filter(Q(pk__in=wanted) | Q(pk__in=held))),
        )
    )


def _of_bodies(bodies: QuerySet[Body], municipality_id: UUID) -> Iterator[search.Draft]:
    called = _all_names(bodies.values("pk"))
    for body in bodies:
        title, *rest = called.get(body.pk) or [body.key]
        text = ", ".join([_kind(body), *rest])
        yield search.Draft(BODY, body.pk, municipality_id, title, text=text)


def _of_positions(positions: QuerySet[Position]) -> Iterator[search.Draft]:
    called = _all_names(positions.values("body_id"))
    for position in positions:
        yield _of_position(position, next(iter(called.get(position.body_id, ())), ""))


def _of_persons(persons: QuerySet[Person]) -> Iterator[search.Draft]:
    held: dict[UUID, set[str]] = defaultdict(set)
    rows = Appointment.objects.filter(person__in=persons.values("pk"))
    for person_id, title in rows.values_list("person_id", "position__title"):
        held[person_id].add(title)
    for person in persons:
        yield _of_person(person, held.get(person.pk, ()))


def _of_person(person: Person, titles: Iterable[str]) -> search.Draft:
    detail = _invented() if person.is_invented else ""
    text = ", ".join(sorted(titles))
    return search.Draft(PERSON, person.pk, person.municipality_id, person.name, detail, text)


def _all_names(bodies: QuerySet[Any]) -> dict[UUID, list[str]]:
    """What each of the bodies is and has been called, the newest first."""
    rows = BodyName.objects.filter(body__in=bodies).order_by(F("starts_on").desc(nulls_last=True))
    called: dict[UUID, list[str]] = defaultdict(list)
    for body_id, *texts in rows.values_list("body_id", "name", "short_name"):
        called[body_id] += [text for text in texts if text]
    return called


def _names(body: Body) -> list[str]:
    newest_first = BodyName.objects.filter(body=body).order_by(F("starts_on").desc(nulls_last=True))
    return [text for row in newest_first.values_list("name", "short_name") for text in row if text]


def _invented() -> str:
    with translation.override("sv"):
        return gettext("påhittad")


def _kind(body: Body) -> str:
    with translation.override("sv"):  # the index is in the language of the municipality
        return str(BodyKind(body.kind).label)


def _of_position(position: Position, body_name: str) -> search.Draft:
    return search.Draft(POSITION, position.pk, position.municipality_id, position.title, body_name)
