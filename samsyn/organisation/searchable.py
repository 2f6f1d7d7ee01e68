"""What of the organisation the search finds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Among, within
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

_NEWEST_FIRST = F("starts_on").desc(nulls_last=True)

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
    names = _names(body)
    of_it = Position.objects.filter(body=body, municipality_id=seen_by)
    search.index_many(
        [
            _of_body(body, names, seen_by),
            *(_of_position(position, next(iter(names), body.key)) for position in of_it),
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
    told = list(map(str, ids))  # once, for all that they are asked for
    bodies = list(within(Body, actor).filter(Among("pk", told)))
    positions = _with_those_in(bodies, told, actor)
    persons = _with_holders(told, actor)
    called = _all_names({body.pk for body in bodies} | {each.body_id for each in positions}, actor)
    search.index_many(
        chain(
            (_of_body(body, called[body.pk], actor.municipality_id) for body in bodies),
            (_of_position(each, next(iter(called[each.body_id]), "")) for each in positions),
            _of_persons(persons, actor),
        )
    )


def _with_those_in(bodies: Iterable[Body], ids: Iterable[str], actor: Actor) -> QuerySet[Position]:
    in_them = Among("body_id", [body.pk for body in bodies])
    return within(Position, actor).filter(Q(Among("pk", ids)) | Q(in_them))


def _with_holders(ids: Iterable[str], actor: Actor) -> QuerySet[Person]:
    of_them = Q(Among("pk", ids)) | Q(Among("position_id", ids))
    held = within(Appointment, actor).filter(of_them).values("person_id")
    return within(Person, actor).filter(Q(Among("pk", ids)) | Q(pk__in=held))


def _of_body(body: Body, called: Sequence[str], municipality_id: UUID) -> search.Draft:
    title, *rest = called or [body.key]
    text = ", ".join([_kind(body.kind), *rest])
    return search.Draft(BODY, body.pk, municipality_id, title, text=text)


def _of_persons(persons: QuerySet[Person], actor: Actor) -> Iterator[search.Draft]:
    held: dict[UUID, set[str]] = defaultdict(set)
    rows = within(Appointment, actor).filter(Among("person_id", [each.pk for each in persons]))
    for person_id, title in rows.values_list("person_id", "position__title"):
        held[person_id].add(title)
    for person in persons:
        yield _of_person(person, held.get(person.pk, ()))


def _of_person(person: Person, titles: Iterable[str]) -> search.Draft:
    detail = _invented() if person.is_invented else ""
    text = ", ".join(sorted(titles))
    return search.Draft(PERSON, person.pk, person.municipality_id, person.name, detail, text)


def _all_names(bodies: Collection[UUID], actor: Actor) -> defaultdict[UUID, list[str]]:
    """What each of the bodies is and has been called, the newest first."""
    rows = within(BodyName, actor).filter(Among("body_id", bodies)).order_by(_NEWEST_FIRST)
    called: defaultdict[UUID, list[str]] = defaultdict(list)
    for body_id, *texts in rows.values_list("body_id", "name", "short_name"):
        called[body_id] += [text for text in texts if text]
    return called


def _names(body: Body) -> list[str]:
    rows = BodyName.objects.filter(body=body).order_by(_NEWEST_FIRST)
    return [text for row in rows.values_list("name", "short_name") for text in row if text]


@cache  # thousands of persons are told of at once
def _invented() -> str:
    with translation.override("sv"):
        return gettext("påhittad")


@cache
def _kind(kind: str) -> str:
    with translation.override("sv"):  # the index is in the language of the municipality
        return str(BodyKind(kind).label)


def _of_position(position: Position, body_name: str) -> search.Draft:
    return search.Draft(POSITION, position.pk, position.municipality_id, position.title, body_name)
