"""Every change to methods, and to venues and what they offer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from samsyn.access.api import Actor, free_key, one_change
from samsyn.governance.api import kept
from samsyn.initiatives import searchable
from samsyn.initiatives.models import Method, Service, Venue

_TEXTS = frozenset({"what", "evidence_says", "licence"})
_LINES = frozenset({"name", "address", "url", "hours"})


def add_method(told: Mapping[str, Any], *, actor: Actor) -> Method:
    made = Method(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
    with one_change():
        made.key = free_key(Method, actor.municipality_id, made.name)
        made.save(force_insert=True)
        searchable.show_methods([made.pk], actor=actor)
    return made


def change_method(method: Method, told: Mapping[str, Any], *, actor: Actor) -> None:
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(method, field, value)
        method.save(update_fields=list(said))
        searchable.show_methods([method.pk], actor=actor)


def add_venue(told: Mapping[str, Any], *, actor: Actor) -> Venue:
    made = Venue(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
    with one_change():
        made.key = free_key(Venue, actor.municipality_id, made.name)
        made.save(force_insert=True)
        searchable.show_venues([made.pk], actor=actor)
    return made


def change_venue(venue: Venue, told: Mapping[str, Any], *, actor: Actor) -> None:
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(venue, field, value)
        venue.save(update_fields=list(said))
        searchable.show_venues([venue.pk], actor=actor)


def offer_service(venue: Venue, told: Mapping[str, Any], *, actor: Actor) -> Service:
    """Write what is offered there from a day, how often and by whom."""
    with one_change():
        made = Service.objects.create(
            municipality_id=actor.municipality_id,
            venue=venue,
            **kept(told, (), _LINES | {"what"}),
        )
        searchable.show_venues([venue.pk], actor=actor)
    return made


def change_service(
    service: Service, told: Mapping[str, Any], from_on: date | None = None, *, actor: Actor
) -> Service:
    """Let it be otherwise from a day: what was is closed, so that both can be seen.

    Without a day the row is put right as it stands.
    """
    said = kept(told, (), _LINES | {"what"})
    with one_change():
        if from_on is None:
            for field, value in said.items():
                setattr(service, field, value)
            service.save(update_fields=list(said))
            changed = service
        else:
            until, service.ends_on = service.ends_on, from_on
            service.save(update_fields=["ends_on"])
            now = {"starts_on": from_on, "ends_on": until}
            changed = Service.objects.create(
                municipality_id=service.municipality_id,
                venue_id=service.venue_id,
                **{**said, **now},
            )
        searchable.show_venues([service.venue_id], actor=actor)
    return changed
