"""Where the pages of initiatives, methods and venues are, and the way to them."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.initiatives.models import Initiative, Method, Venue
from samsyn.pages.api import Crumb, page_url


def initiative_url(initiative_id: UUID) -> str:
    return page_url("initiatives:initiative", initiative_id)


def method_url(method_id: UUID) -> str:
    return page_url("initiatives:method", method_id)


def venue_url(venue_id: UUID) -> str:
    return page_url("initiatives:venue", venue_id)


def body_url(body_id: UUID) -> str:
    return page_url("organisation:body", body_id)


def position_url(position_id: UUID) -> str:
    return page_url("organisation:position", position_id)


def address_of(row: Any) -> str:
    """The page of an initiative, or the one where a part of it stands."""
    return initiative_url(row.pk if isinstance(row, Initiative) else row.initiative_id)


def initiatives_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Insatser"), reverse("initiatives:initiatives"))]


def initiative_crumbs(actor: Actor, initiative: Initiative) -> list[Crumb]:
    here = Crumb(initiative.title, initiative_url(initiative.pk))
    return [*initiatives_crumbs(actor, initiative), here]


def part_crumbs(actor: Actor, part: Any) -> list[Crumb]:
    return initiative_crumbs(actor, part.initiative)


def methods_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    methods = Crumb(_("Metoder"), reverse("initiatives:methods"))
    return [*initiatives_crumbs(actor, row), methods]


def method_crumbs(actor: Actor, method: Method) -> list[Crumb]:
    return [*methods_crumbs(actor, method), Crumb(method.name, method_url(method.pk))]


def venues_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    return [*initiatives_crumbs(actor, row), Crumb(_("Platser"), reverse("initiatives:venues"))]


def venue_crumbs(actor: Actor, venue: Venue) -> list[Crumb]:
    return [*venues_crumbs(actor, venue), Crumb(venue.name, venue_url(venue.pk))]


def service_crumbs(actor: Actor, service: Any) -> list[Crumb]:
    return venue_crumbs(actor, service.venue)
