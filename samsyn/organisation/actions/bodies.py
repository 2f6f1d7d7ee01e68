"""Every change to bodies."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, bind, free_key, one_change
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.identity import organisation_number
from samsyn.kernel.period import Period
from samsyn.organisation import searchable
from samsyn.organisation.actions.periods import refuse_backward
from samsyn.organisation.models import Body, BodyKind, BodyName, Participation, Placement
from samsyn.organisation.queries import on
from samsyn.sources.api import uncite


class NameGapError(RuleBrokenError):
    pass


class NameOverlapError(RuleBrokenError):
    pass


class OutsideLifeError(RuleBrokenError):
    pass


class NotAnOrganisationNumberError(RuleBrokenError):
    pass


class AlreadyEndedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a body beside its name and place."""

    kind: BodyKind
    is_own_authority: bool = False
    organisation_number: str = ""
    area_id: UUID | None = None


def create_body(
    name: str,
    about: Description,
    *,
    starts_on: date | None,
    parent_id: UUID | None = None,
    short_name: str = "",
    actor: Actor,
) -> Body:
    """Add a body with its first name and its place."""
    number = _number(about.organisation_number)
    with one_change():
        body = Body.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Body, actor.municipality_id, name),
            kind=about.kind,
            is_own_authority=about.is_own_authority,
            organisation_number=number,
            area_id=about.area_id,
            starts_on=starts_on,
        )
        _name(body, name, short_name, Period(starts_on))
        if parent_id is not None:
            _place(body, parent_id, Period(starts_on), actor)
        searchable.show_body(body)
    return body


def share_body(name: str, kind: BodyKind, municipality_ids: list[UUID]) -> Body:
    """Let several municipalities take part in one body; only the operator can.

    A body of that name which is shared already is taken up by those who do not take part yet.
    """
    with one_change():
        body = _shared(name, kind)
        for municipality_id in municipality_ids:
            bind(municipality_id, None)
            Participation.objects.get_or_create(body=body, municipality_id=municipality_id)
            searchable.show_body(body, municipality_id)
    return body


def _shared(name: str, kind: BodyKind) -> Body:
    found = BodyName.objects.filter(municipality__isnull=True, name=name, body__kind=kind).first()
    if found is not None:
        return found.body
    body = Body.objects.create(key=free_key(Body, None, name), kind=kind)
    BodyName.objects.create(body=body, name=name)
    return body


def take_part(keys: Collection[str], *, actor: Actor) -> list[Body]:
    """Let the municipality take part in those that others share already; only the operator can."""
    shared = Body.objects.filter(municipality__isnull=True, key__in=keys)
    missing = shared.exclude(participations__municipality_id=actor.municipality_id).order_by("key")
    with one_change():
        taken = list(missing)
        for body in taken:
            Participation.objects.create(body=body, municipality_id=actor.municipality_id)
            searchable.show_body(body, actor.municipality_id)
    return taken


def describe_body(body: Body, about: Description, *, actor: Actor) -> None:
    with one_change():
        body.kind = about.kind
        body.is_own_authority = about.is_own_authority
        body.organisation_number = _number(about.organisation_number)
        body.area_id = about.area_id
        body.save(update_fields=["kind", "is_own_authority", "organisation_number", "area_id"])
        searchable.show_body(body)


def rename_body(
    body: Body,
    name: str,
    *,
    starts_on: date,
    ends_on: date | None = None,
    short_name: str = "",
    actor: Actor,
) -> BodyName:
    """Call the body something else from a day; what it was called before stays as it was.

    With `ends_on` the new name holds for a while, and has to meet the name that follows it.
    """
    refuse_backward(starts_on, ends_on)
    _refuse_outside(body, starts_on)
    with one_change():
        earlier = BodyName.objects.filter(on(starts_on), body=body).first()
        end = _end_of_new_name(earlier, ends_on)
        if earlier is not None:
            _cut_short(earlier, starts_on)
        new = _name(body, name, short_name, Period(starts_on, end))
        searchable.show_body(body)
    return new


def _end_of_new_name(earlier: BodyName | None, ends_on: date | None) -> date | None:
    room = earlier.ends_on if earlier else None
    if ends_on is None:
        return room
    if room is None or ends_on < room:
        raise NameGapError(
            _("Namnet slutar innan nästa börjar. Lämna slutdagen tom, så blir det inget glapp.")
        )
    if ends_on > room:
        raise NameOverlapError(_("Organet har redan ett annat namn under en del av perioden."))
    return room


def _cut_short(earlier: BodyName, day: date) -> None:
    if earlier.starts_on == day:
        raise NameOverlapError(
            _("Organet fick redan ett namn den dagen. Rätta det namnet i stället.")
        )
    earlier.ends_on = day
    earlier.save(update_fields=["ends_on"])


def correct_name(body: Body, row: BodyName, name: str, *, actor: Actor) -> None:
    """Mend a name that was misspelt, for the whole of its period."""
    with one_change():
        row.name = name
        row.save(update_fields=["name"])
        searchable.show_body(body)


def correct_life(body: Body, *, starts_on: date | None, ends_on: date | None, actor: Actor) -> None:
    """Mend the days between which the body exists; its first and last name follow."""
    refuse_backward(starts_on, ends_on)
    with one_change():
        names = BodyName.objects.filter(body=body)
        names.filter(starts_on=body.starts_on).update(starts_on=starts_on)
        names.filter(ends_on=body.ends_on).update(ends_on=ends_on)
        body.starts_on, body.ends_on = starts_on, ends_on
        body.save(update_fields=["starts_on", "ends_on"])


def place_body(body: Body, parent_id: UUID | None, *, starts_on: date, actor: Actor) -> None:
    """Put the body under another from a day, or (None) at the top."""
    _refuse_outside(body, starts_on)
    with one_change():
        own = Placement.objects.filter(body=body, municipality_id=actor.municipality_id)
        _remove(own.filter(starts_on__gte=starts_on), actor)
        own.filter(on(starts_on)).update(ends_on=starts_on)
        if parent_id is not None:
            _place(body, parent_id, Period(starts_on, body.ends_on), actor)


def end_body(body: Body, *, ends_on: date, actor: Actor) -> None:
    """End a body; refused while it has functions, subordinates or roles that live on."""
    if body.ends_on is not None and body.ends_on <= ends_on:
        raise AlreadyEndedError(_("Organet har redan avslutats."))
    refuse_backward(body.starts_on, ends_on)
    with one_change():
        for rows in (BodyName.objects.filter(body=body), Placement.objects.filter(body=body)):
            _remove(rows.filter(starts_on__gte=ends_on), actor)
            rows.filter(on(ends_on)).update(ends_on=ends_on)
        body.ends_on = ends_on
        body.save(update_fields=["ends_on"])


def _remove(rows: QuerySet[Any], actor: Actor) -> None:
    """Forget rows, and with them on which records they rest."""
    uncite(rows.values_list("pk", flat=True), actor=actor)
    rows.delete()


def _name(body: Body, name: str, short_name: str, period: Period) -> BodyName:
    return BodyName.objects.create(
        municipality_id=body.municipality_id,
        body=body,
        name=name,
        short_name=short_name,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )


def _place(body: Body, parent_id: UUID, period: Period, actor: Actor) -> None:
    Placement.objects.create(
        municipality_id=actor.municipality_id,
        body=body,
        parent_id=parent_id,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
    )


def _refuse_outside(body: Body, day: date) -> None:
    if day not in body.period:
        raise OutsideLifeError(_("Organet finns inte den dagen."))


def _number(text: str) -> str:
    if not text:
        return ""
    number = organisation_number(text)
    if number is None:
        raise NotAnOrganisationNumberError(
            _("Organisationsnumret stämmer inte. Skriv det som NNNNNN-NNNN.")
        )
    return number
