"""Every change to a forum and its charter."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.forums import searchable
from samsyn.forums.models import (
    FormerName,
    Forum,
    ForumKind,
    Lack,
    LackKind,
    Level,
    Rhythm,
    Seat,
    SeatKind,
    StandingItem,
    Unit,
)
from samsyn.forums.rhythms import why_never
from samsyn.intake import api as intake
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position
from samsyn.sources.api import uncite

_FUNCTIONS = ("convener_id", "chair_id", "secretary_id", "follow_up_owner_id")


class FunctionEndedError(RuleBrokenError):
    pass


class ForumEndedError(RuleBrokenError):
    pass


class NothingNewError(RuleBrokenError):
    pass


class NeverMetError(RuleBrokenError):
    """A rhythm by which the forum would never meet."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Who is to sit in a forum, and how they are reached."""

    body_id: UUID
    position_id: UUID | None = None
    wording: str = ""
    count: int = 1
    kind: SeatKind = SeatKind.REQUIRED
    contact_name: str = ""
    contact_email: str = ""


def create_forum(
    name: str,
    level: Level,
    kind: ForumKind,
    charter: Mapping[str, Any] | None = None,
    *,
    starts_on: date | None = None,
    actor: Actor,
) -> Forum:
    """Add a forum; what its charter does not say yet is shown as missing."""
    told = dict(charter or {})
    _refuse_unfit(told, actor)
    with one_change():
        forum = Forum.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Forum, actor.municipality_id, name),
            name=name,
            level=level,
            kind=kind,
            starts_on=starts_on,
            **told,
        )
        searchable.show_forums([forum])
    return forum


def describe_forum(forum: Forum, charter: Mapping[str, Any], *, actor: Actor) -> None:
    """Write what the charter says, field by field; the others stay as they are."""
    _refuse_unfit(charter, actor)
    with one_change():
        for field, value in charter.items():
            setattr(forum, field, value)
        forum.save(update_fields=list(charter))
        searchable.show_forums([forum])


def rename_forum(forum: Forum, name: str, *, starts_on: date, actor: Actor) -> None:
    """Give the forum a new name from a day; meetings before it keep the old one."""
    if name == forum.name:
        raise NothingNewError(_("Forumet heter redan så."))
    with one_change():
        last = within(FormerName, actor).filter(forum=forum).aggregate(last=Max("ends_on"))["last"]
        FormerName.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            name=forum.name,
            starts_on=last or forum.starts_on,
            ends_on=starts_on,
        )
        forum.name = name
        forum.save(update_fields=["name"])
        searchable.show_many([forum.pk], actor=actor)


def end_forum(
    forum: Forum, *, ends_on: date, successor_id: UUID | None = None, actor: Actor
) -> None:
    """End a forum and its seats; what it has left to do stays open."""
    if forum.ends_on is not None and forum.ends_on <= ends_on:
        raise ForumEndedError(_("Forumet har redan avslutats."))
    if successor_id == forum.pk:
        raise ForumEndedError(_("Ett forum kan inte efterträda sig självt."))
    with one_change():
        begun = Q(starts_on__isnull=True) | Q(starts_on__lt=ends_on)
        later = Q(ends_on__isnull=True) | Q(ends_on__gt=ends_on)
        within(Seat, actor).filter(begun, later, forum=forum).update(ends_on=ends_on)
        forum.ends_on, forum.successor_id = ends_on, successor_id
        forum.save(update_fields=["ends_on", "successor_id"])


def add_seat(
    forum: Forum,
    seating: Seating,
    *,
    starts_on: date | None = None,
    ends_on: date | None = None,
    actor: Actor,
) -> Seat:
    _refuse_unfit({"position_id": seating.position_id}, actor)
    if seating.kind == SeatKind.GUEST and ends_on is None:
        raise NothingNewError(_("Skriv till och med vilken dag gästen är med."))
    with one_change():
        return Seat.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            starts_on=starts_on,
            ends_on=ends_on,
            **asdict(seating),
        )


def add_seats(forum: Forum, seatings: Collection[Seating], *, actor: Actor) -> None:
    """Add them all, from today and until further notice."""
    with one_change():
        for seating in seatings:
            add_seat(forum, seating, actor=actor)


def change_seat(
    seat: Seat,
    seating: Seating,
    *,
    starts_on: date | None,
    ends_on: date | None,
    actor: Actor,
) -> None:
    if seating.position_id != seat.position_id:
        _refuse_unfit({"position_id": seating.position_id}, actor)
    with one_change():
        for field, value in asdict(seating).items():
            setattr(seat, field, value)
        seat.starts_on, seat.ends_on = starts_on, ends_on
        seat.save(update_fields=[*asdict(seating), "starts_on", "ends_on"])


def end_seat(seat: Seat, *, ends_on: date, actor: Actor) -> None:
    """Let nobody sit there any longer; who has sat there stays in the notes."""
    with one_change():
        seat.ends_on = ends_on
        seat.save(update_fields=["ends_on"])


def add_rhythm(forum: Forum, per: Unit, told: Mapping[str, Any], *, actor: Actor) -> Rhythm:
    """Say how often the forum is to meet."""
    rhythm = Rhythm(municipality_id=actor.municipality_id, forum=forum, per=per, **told)
    if never := why_never(rhythm):
        raise NeverMetError(never)
    with one_change():
        rhythm.save(force_insert=True)
    return rhythm


def remove_rhythm(rhythm: Rhythm, *, actor: Actor) -> None:
    """Take back how often; one that has held for a while is ended and not removed."""
    if rhythm.starts_on is not None and rhythm.starts_on < actor.today:
        rhythm.ends_on = actor.today
        rhythm.save(update_fields=["ends_on"])
    else:
        _forget(rhythm, actor)


def add_standing_item(forum: Forum, title: str, note: str = "", *, actor: Actor) -> StandingItem:
    """Put an item last on the agenda of every coming meeting."""
    intake.refuse_person(title, note)
    rows = within(StandingItem, actor).filter(forum=forum)
    last = rows.aggregate(last=Max("ordinal"))["last"] or 0
    with one_change():
        return StandingItem.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            ordinal=last + 1,
            title=title,
            note=note,
        )


def remove_standing_item(item: StandingItem, *, actor: Actor) -> None:
    """Leave it off the agenda of coming meetings; those that had it keep it."""
    _forget(item, actor)


def note_lack(
    forum: Forum, kind: LackKind, text: str, *, body_id: UUID | None = None, actor: Actor
) -> Lack:
    """Write down what is missing, or which party, so that it is not only said."""
    intake.refuse_person(text)
    with one_change():
        return Lack.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            kind=kind,
            text=text,
            body_id=body_id,
            noted_on=actor.today,
        )


def mend_lack(lack: Lack, how: str, *, actor: Actor) -> None:
    intake.refuse_person(how)
    with one_change():
        lack.mended_on, lack.how = actor.today, how
        lack.save(update_fields=["mended_on", "how"])


def _forget(part: Rhythm | StandingItem, actor: Actor) -> None:
    """Delete a part of a charter; what it rests on says nothing without it."""
    with one_change():
        uncite([part.pk], actor=actor)
        part.delete()


def _refuse_unfit(told: Mapping[str, Any], actor: Actor) -> None:
    """Refuse a function that has ended, and what looks like a person."""
    intake.refuse_person(*(text for text in told.values() if isinstance(text, str)))
    ids = {value for field, value in told.items() if field in (*_FUNCTIONS, "position_id")}
    found = within(Position, actor).filter(pk__in=ids - {None})
    for position in found:
        if position.ends_on is not None and position.ends_on <= actor.today:
            told_of = {"title": position.title}
            raise FunctionEndedError(_("Funktionen %(title)s har upphört.") % told_of)
