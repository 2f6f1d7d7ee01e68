"""The sources of initiatives, methods and venues: what they are told of, and how they are added."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor
from samsyn.initiatives.models import (
    Activity,
    Commission,
    Evaluation,
    Funding,
    Initiative,
    InitiativeDecision,
    Method,
    Partner,
    Responsibility,
    Service,
    Shift,
    Staffing,
    Venue,
    VisitPlan,
)
from samsyn.initiatives.queries import activities, places, portfolio
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.activity_addresses import activity_url
from samsyn.initiatives.web.addresses import (
    address_of,
    initiative_crumbs,
    initiative_url,
    method_crumbs,
    method_url,
    venue_crumbs,
    venue_url,
)
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

CITE_INITIATIVE = sources.citing(
    rules.CITE_INITIATIVE, crumbs=initiative_crumbs, address_of=address_of
)
CITE_METHOD = sources.citing(
    rules.CITE_METHOD, crumbs=method_crumbs, address_of=lambda row: method_url(row.pk)
)
CITE_VENUE = sources.citing(
    rules.CITE_VENUE, crumbs=venue_crumbs, address_of=lambda row: venue_url(row.pk)
)


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    sources.register(Initiative, _("Insatser"), _initiatives)
    for model, label in (
        (Responsibility, _("Ansvar för insatser")),
        (Funding, _("Finansiering av insatser")),
        (Staffing, _("Tjänster i insatser")),
        (Partner, _("De som deltar i insatser")),
        (Evaluation, _("Uppföljningar av insatser")),
        (InitiativeDecision, _("Beslut om insatser")),
        (VisitPlan, _("Planerade besök")),
        (Shift, _("Vuxennärvaro")),
    ):
        sources.register(model, label, _parts(model))
    sources.register(Activity, _("Aktiviteter"), _activities)
    sources.register(Commission, _("Beställningar"), _parts(Commission))
    sources.register(Method, _("Metoder"), _methods)
    sources.register(Venue, _("Platser"), _venues)
    sources.register(Service, _("Vad som erbjuds på platser"), _services)


def _initiatives(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    rows = portfolio.initiatives_by_id(actor, ids)
    return {row.pk: Thing(row.title, address_of(row)) for row in rows}


def _parts(model: Any) -> sources.Finder:
    """Name parts by their initiative, where they stand."""

    def things(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
        rows = portfolio.parts_by_id(actor, model, ids)
        return {
            row.pk: Thing(row.initiative.title, initiative_url(row.initiative_id)) for row in rows
        }

    return things


def _activities(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    rows = activities.activities_by_id(actor, ids)
    return {row.pk: Thing(row.what, activity_url(row.pk)) for row in rows}


def _methods(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    return {row.pk: Thing(row.name, method_url(row.pk)) for row in places.methods_by_id(actor, ids)}


def _venues(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    return {row.pk: Thing(row.name, venue_url(row.pk)) for row in places.venues_by_id(actor, ids)}


def _services(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    rows = places.services_by_id(actor, ids)
    return {row.pk: Thing(f"{row.venue.name}: {row.what}", venue_url(row.venue_id)) for row in rows}
