"""Every change to areas and contact points."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.identity import holds_personal_number
from samsyn.organisation.models import Area, AreaKind, ContactKind, ContactPoint


class NotAContactError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class AreaDescription:
    """What is said of an area."""

    name: str
    kind: AreaKind
    code: str = ""
    description: str = ""
    parent_id: UUID | None = None


_THEN: list[Callable[..., None]] = []


def when_areas_move(then: Callable[..., None]) -> None:
    """Call `then(actor=…)` in the same change whenever an area comes to lie in another, or not."""
    _THEN.append(then)


def create_area(about: AreaDescription, *, actor: Actor) -> Area:
    with one_change():
        return Area.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Area, actor.municipality_id, about.name),
            kind=about.kind,
            name=about.name,
            code=about.code,
            description=about.description,
            parent_id=about.parent_id,
        )


def describe_area(area: Area, about: AreaDescription, *, actor: Actor) -> None:
    before = area.parent_id, area.kind
    with one_change():
        area.name, area.kind, area.code = about.name, about.kind, about.code
        area.description, area.parent_id = about.description, about.parent_id
        area.save(update_fields=["name", "kind", "code", "description", "parent_id"])
        if before != (about.parent_id, about.kind):
            _areas_moved(actor)


def areas_came(ids: Collection[UUID], *, actor: Actor) -> None:
    """After areas have come in a file; the search knows none of them."""
    del ids
    _areas_moved(actor)


def _areas_moved(actor: Actor) -> None:
    for then in _THEN:
        then(actor=actor)


def add_contact(
    owner: Model, kind: ContactKind, value: str, *, label: str = "", actor: Actor
) -> ContactPoint:
    """Say how to reach a body, a position or a person."""
    if holds_personal_number(f"{value} {label}"):
        raise NotAContactError(_("Skriv inget personnummer här. Det behövs inte."))
    with one_change():
        return ContactPoint.objects.create(
            municipality_id=actor.municipality_id,
            kind=kind,
            value=value,
            label=label,
            **{str(owner._meta.model_name): owner},
        )


def remove_contact(contact: ContactPoint, *, actor: Actor) -> None:
    """Forget a way to reach someone; the trail keeps that it was done."""
    contact.delete()
