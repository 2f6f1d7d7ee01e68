"""The sources of the organisation: what they are told of, and how they are shown and added."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Action, Actor, visible
from samsyn.organisation import queries, rules
from samsyn.organisation.models import (
    Appointment,
    Area,
    Body,
    BodyName,
    Person,
    Placement,
    Position,
    TermOfOffice,
)
from samsyn.organisation.web.addresses import (
    address_of,
    area_crumbs,
    body_crumbs,
    person_crumbs,
    position_crumbs,
)
from samsyn.sources import api as sources
from samsyn.sources.api import Citation, Thing

Things = Mapping[UUID, Thing]

CITE_BODY = sources.citing(rules.CITE_BODY, crumbs=body_crumbs, address_of=address_of)
CITE_POSITION = sources.citing(rules.CITE_POSITION, crumbs=position_crumbs, address_of=address_of)
CITE_PERSON = sources.citing(rules.CITE_PERSON, crumbs=person_crumbs, address_of=address_of)
CITE_AREA = sources.citing(rules.CITE_AREA, crumbs=area_crumbs, address_of=address_of)


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    sources.register(Body, gettext_lazy("Organ"), _with_pages(queries.bodies, "name"))
    sources.register(BodyName, gettext_lazy("Namn på organ"), _names)
    sources.register(Placement, gettext_lazy("Plats för organ"), _placements)
    sources.register(Position, gettext_lazy("Funktioner"), _positions)
    sources.register(
        Person, gettext_lazy("Personer"), _with_pages(_seen(rules.READ_PERSON), "name")
    )
    sources.register(Appointment, gettext_lazy("Uppdrag"), _appointments)
    sources.register(Area, gettext_lazy("Områden"), _with_pages(_seen(rules.READ_AREA), "name"))
    sources.register(TermOfOffice, gettext_lazy("Mandatperioder"), _terms)


def sources_of(
    actor: Actor, ids: Collection[UUID] | QuerySet[Any], about: Mapping[UUID, str]
) -> list[tuple[str, Citation]]:
    """What a page says of its sources; `about` names the parts that they are of."""
    return sources.sources_of(actor, ids, lambda each: _about(each, about))


def source_in_words(citation: Citation) -> str:
    return ", ".join(part for part in (citation.document.title, citation.place) if part)


def _about(citation: Citation, about: Mapping[UUID, str]) -> str:
    if citation.object_type == Placement._meta.label_lower:
        return _("Plats")
    return about.get(citation.object_id, "")


def _seen(action: Action[Any]) -> Callable[[Actor], QuerySet[Any]]:
    return lambda actor: visible(actor, action)


def _with_pages(rows: Callable[[Actor], QuerySet[Any]], title: str) -> sources.Finder:
    """Name rows that have a page of their own."""

    def things(actor: Actor, ids: Collection[UUID]) -> Things:
        found = rows(actor).filter(pk__in=ids)
        return {row.pk: Thing(getattr(row, title), address_of(row)) for row in found}

    return things


def _names(actor: Actor, ids: Collection[UUID]) -> Things:
    rows = queries.names_by_id(actor, ids)
    return {row.pk: Thing(row.name, _body(row.body_id)) for row in rows}


def _placements(actor: Actor, ids: Collection[UUID]) -> Things:
    return {row.pk: _placement(row) for row in queries.placements_by_id(actor, ids)}


def _placement(row: Any) -> Thing:
    words = {"body": row.body_name, "parent": row.parent_name}
    return Thing(_("%(body)s under %(parent)s") % words, _body(row.body_id))


def _positions(actor: Actor, ids: Collection[UUID]) -> Things:
    rows = queries.positions_by_id(actor, ids)
    return {row.pk: Thing(f"{row.title}, {row.body_name}", address_of(row)) for row in rows}


def _appointments(actor: Actor, ids: Collection[UUID]) -> Things:
    rows = queries.appointments_by_id(actor, ids)
    return {
        row.pk: Thing(
            f"{row.person.name}, {row.position.title}, {row.body_name}",
            address_of(row.position),
        )
        for row in rows
    }


def _terms(actor: Actor, ids: Collection[UUID]) -> Things:
    there = reverse("organisation:terms")
    return {row.pk: Thing(row.name, there) for row in queries.terms(actor).filter(pk__in=ids)}


def _body(body_id: UUID) -> str:
    return reverse("organisation:body", args=[body_id])
