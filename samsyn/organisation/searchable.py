"""What of the organisation the search finds."""

from uuid import UUID

from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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
    titles = sorted({appointment.position.title for appointment in held})
    search.index(
        PERSON,
        person.pk,
        person.municipality_id,
        title=person.name,
        detail=_invented() if person.is_invented else "",
        text=", ".join(titles),
    )


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
