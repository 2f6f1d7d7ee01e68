"""Questions about forums and their charters."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    DateField,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, prepared, visible, within
from samsyn.forums.models import (
    FollowUp,
    FormerName,
    Forum,
    Lack,
    Level,
    Meeting,
    MeetingState,
    Rhythm,
    Seat,
    SeatKind,
    StandingItem,
)
from samsyn.forums.rules import READ_FORUM
from samsyn.organisation.api import Appointment, Position
from samsyn.organisation.api import queries as organisation


def forums(actor: Actor) -> QuerySet[Any]:
    """Every forum there is or has been, in Swedish order."""
    return visible(actor, READ_FORUM).order_by("name_key", "pk")


def forums_with_signs(actor: Actor) -> QuerySet[Any]:
    """The register: who convenes, when they met and meet, and what is overdue."""
    held = _one(_meetings(actor).filter(state=MeetingState.HELD), Max("meets_on"))
    coming = _meetings(actor).filter(state=MeetingState.PLANNED, meets_on__gte=actor.today)
    overdue = within(FollowUp, actor).filter(closed_on__isnull=True, due_on__lt=actor.today)
    rows: QuerySet[Any] = forums(actor).annotate(
        rank=_rank(),
        convener_title=F("convener__title"),
        met_on=held,
        meets_next_on=_one(coming, Min("meets_on")),
        overdue=Coalesce(_one(overdue, Count("pk"), IntegerField()), 0),
        lacks_now=Coalesce(_one(_open_lacks(actor), Count("pk"), IntegerField()), 0),
    )
    return rows


def signs_of(actor: Actor, forum_id: UUID) -> Any:
    """The same of one forum."""
    question = prepared.written("signs of a forum", _signs)
    return prepared.first(Forum, question, actor, forum_id)


def _signs() -> QuerySet[Any]:
    return forums_with_signs(prepared.SOMEONE).filter(pk=prepared.SOMETHING)


def _meetings(actor: Actor) -> QuerySet[Any]:
    return within(Meeting, actor)


def _open_lacks(actor: Actor) -> QuerySet[Any]:
    return within(Lack, actor).filter(mended_on__isnull=True)


def _one(rows: QuerySet[Any], figure: Any, kind: Any = None) -> Subquery:
    """A figure of the rows of each forum."""
    of_it = rows.filter(forum=OuterRef("pk")).order_by().values("forum")
    return Subquery(
        of_it.annotate(figure=figure).values("figure"), output_field=kind or DateField()
    )


def _rank() -> Case:
    """The levels from the county down to the child."""
    whens = [When(level=level, then=Value(n)) for n, level in enumerate(Level.values)]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField())


def seats(actor: Actor, forum_id: UUID, day: date) -> QuerySet[Any]:
    """Who is to sit there on the day: what the body is called then, and who holds the function."""
    held = within(Appointment, actor).filter(organisation.on(day)).select_related("person")
    ranks = [When(kind=kind, then=Value(n)) for n, kind in enumerate(SeatKind.values)]
    rows: QuerySet[Any] = (
        within(Seat, actor)
        .filter(organisation.on(day), forum_id=forum_id)
        .select_related("position")
        .prefetch_related(Prefetch("position__appointments", held.order_by("pk"), to_attr="held"))
        .annotate(
            rank=Case(*ranks, output_field=IntegerField()),
            body_name=organisation.name_on(day, "body_id"),
            body_key=organisation.name_on(day, "body_id", column="name_key"),
        )
    )
    return rows.order_by("rank", "body_key", "position__title_key", "pk")


def former_seats(actor: Actor, forum_id: UUID, day: date) -> QuerySet[Any]:
    """Who sat there before the day, with what the body was called at the end."""
    rows: QuerySet[Any] = within(Seat, actor).filter(forum_id=forum_id, ends_on__lte=day)
    called = organisation.name_on(F("ends_on"), "body_id")
    named: QuerySet[Any] = rows.select_related("position").annotate(body_name=called)
    return named.order_by("-ends_on", "pk")


def rhythms(actor: Actor, forum_id: UUID) -> QuerySet[Rhythm]:
    now = organisation.on(actor.today)
    return within(Rhythm, actor).filter(now, forum_id=forum_id).order_by("starts_on", "pk")


def forum_name_on(actor: Actor, day: str, forum: str) -> Coalesce:
    """What the forum at the one path was called on the day at the other."""
    former = within(FormerName, actor).filter(
        organisation.on(OuterRef(day)), forum=OuterRef(f"{forum}_id")
    )
    first = former.order_by("starts_on", "pk").values("name")[:1]
    return Coalesce(Subquery(first), F(f"{forum}__name"))


def leading_functions(actor: Actor, forum: Forum) -> dict[UUID, Any]:
    """The functions that lead the forum, with what each body is called and who holds them."""
    ids = [forum.convener_id, forum.chair_id, forum.secretary_id, forum.follow_up_owner_id]
    rows = within(Position, actor).filter(pk__in=[pk for pk in ids if pk])
    named = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    return {row.pk: row for row in organisation.with_holders(named, actor, actor.today)}


def forum_and_parts(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """The ids of a forum and of all its parts that can have sources."""
    whole: QuerySet[Any] = visible(actor, READ_FORUM).filter(pk=forum_id).order_by().values("pk")
    models = (Seat, Rhythm, StandingItem, Lack, FormerName)
    parts = [
        within(model, actor).filter(forum_id=forum_id).order_by().values("pk")  # type: ignore[misc]
        for model in models
    ]
    return whole.union(*parts, all=True)


def forum_choices(actor: Actor, but: UUID | None = None) -> list[tuple[str, str]]:
    """Value and name of every living forum, as a form offers them."""
    living = forums(actor).filter(organisation.on(actor.today)).exclude(pk=but)
    return [(str(pk), name) for pk, name in living.values_list("pk", "name")]


def function_choices(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of every function that exists today, under its body."""
    rows = organisation.positions_with_bodies(actor).order_by("body_key", "rank", "title_key", "pk")
    told = rows.prefetch_related(None).values_list("pk", "body_name", "title")
    return [(str(pk), f"{body}: {title}") for pk, body, title in told]


def focus_areas(actor: Actor) -> list[str]:
    """Every focus area that some forum has, so that all write it alike."""
    used = visible(actor, READ_FORUM).values_list("focus_areas", flat=True)
    return sorted({area for areas in used for area in areas})


def parts_by_id(actor: Actor, model: Any, ids: Collection[UUID]) -> QuerySet[Any]:
    """Parts of forums that may be seen, with their forums."""
    seen: QuerySet[Any] = within(model, actor).filter(
        pk__in=ids, forum__in=visible(actor, READ_FORUM)
    )
    return seen.select_related("forum")
