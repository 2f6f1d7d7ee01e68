"""Where the pages of the organisation are, and the way to them."""

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.organisation import queries
from samsyn.organisation.models import Area, Body, Person, Position
from samsyn.pages.api import Crumb, address


def address_of(row: Model) -> str:
    """The page of a body, a function, a person or an area."""
    return address(f"organisation:{row._meta.model_name}", row.pk)


def here(crumbs: list[Crumb]) -> list[Crumb]:
    """The same way, but on the page where it ends."""
    return [*crumbs[:-1], Crumb(crumbs[-1].label)]


def bodies_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Organ"), reverse("organisation:bodies"))]


def body_crumbs(actor: Actor, body: Body) -> list[Crumb]:
    """Where the body lies today, and the body."""
    way = queries.way_to(actor, body.pk, actor.today)
    steps = [Crumb(step.name, reverse("organisation:body", args=[step.body_id])) for step in way]
    return [*bodies_crumbs(actor, body), *steps]


def position_crumbs(actor: Actor, position: Position) -> list[Crumb]:
    return [*body_crumbs(actor, position.body), Crumb(position.title, address_of(position))]


def persons_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Personer"), reverse("organisation:persons"))]


def person_crumbs(actor: Actor, person: Person) -> list[Crumb]:
    return [*persons_crumbs(actor, person), Crumb(person.name, address_of(person))]


def areas_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Områden"), reverse("organisation:areas"))]


def area_crumbs(actor: Actor, area: Area) -> list[Crumb]:
    return [*areas_crumbs(actor, area), Crumb(area.name, address_of(area))]


def terms_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Mandatperioder"), reverse("organisation:terms"))]
