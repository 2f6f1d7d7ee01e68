"""Questions about meetings, and about who is asked to them."""

from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, person_of_account, prepared, visible, within
from samsyn.forums.models import (
    AgendaItem,
    Attendance,
    Decision,
    Draft,
    FollowUp,
    FormerName,
    Forum,
    ItemState,
    Meeting,
    MeetingState,
    Seat,
)
from samsyn.forums.rules import READ_MEETING, takes_part
from samsyn.organisation import api as organisation

_A_YEAR = timedelta(days=365)


def meetings(actor: Actor) -> QuerySet[Any]:
    """Every meeting that the actor may read, with its forum."""
    return visible(actor, READ_MEETING).select_related("forum").order_by("-meets_on", "pk")


def meetings_with_counts(actor: Actor) -> QuerySet[Any]:
    """The register of meetings: what came of each."""
    counted: QuerySet[Any] = meetings(actor).annotate(
        forum_name=F("forum__name"),
        forum_key=F("forum__name_key"),
        decided=_number(Decision, actor),
        left_to_do=_number(FollowUp, actor),
    )
    return counted


def _number(model: type[Any], actor: Actor) -> Any:
    rows = within(model, actor).filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0)


def meetings_of_forum(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    return meetings(actor).filter(forum_id=forum_id)


def around_today(actor: Actor, forum_id: UUID, each_way: int = 3) -> list[Any]:
    """The next meetings of a forum and the last, those that come first."""
    coming = prepared.written(("meetings to come", each_way), lambda: _coming()[:each_way])
    before = prepared.written(("meetings before", each_way), lambda: _before()[:each_way])
    found = [list(prepared.rows(Meeting, each, actor, forum_id)) for each in (coming, before)]
    return [*reversed(found[0]), *found[1]]


def _coming() -> QuerySet[Meeting]:
    rows = _of_the_forum().filter(meets_on__gte=prepared.SOMEONE.today)
    return rows.order_by("meets_on", "starts", "pk")


def _before() -> QuerySet[Meeting]:
    rows = _of_the_forum().filter(meets_on__lt=prepared.SOMEONE.today)
    return rows.order_by("-meets_on", "-starts", "pk")


def _of_the_forum() -> QuerySet[Meeting]:
    return visible(prepared.SOMEONE, READ_MEETING).filter(forum_id=prepared.SOMETHING)


def name_of_forum_on(actor: Actor, forum: Forum, day: date) -> str:
    """What the forum was called that day."""
    former = within(FormerName, actor).filter(organisation.queries.on(day), forum=forum)
    name = former.order_by("starts_on", "pk").values_list("name", flat=True).first()
    return name or forum.name


def last_meeting_before(actor: Actor, forum_id: UUID, day: date) -> Meeting | None:
    rows = within(Meeting, actor).filter(forum_id=forum_id, meets_on__lt=day)
    return rows.order_by("-meets_on", "-starts", "pk").first()


def next_meeting(
    actor: Actor, forum_id: UUID, day: date, *, but: UUID | None = None
) -> Meeting | None:
    """The first planned meeting from the day on, other than the one named."""
    planned = within(Meeting, actor).filter(forum_id=forum_id, state=MeetingState.PLANNED)
    coming = planned.filter(meets_on__gte=day)
    if but is not None:
        coming = coming.exclude(pk=but)
    return coming.order_by("meets_on", "starts", "pk").first()


def waiting_items(actor: Actor, forum_id: UUID, day: date) -> QuerySet[AgendaItem]:
    """Items put off at the last meeting before the day, or moved here, and not taken up yet."""
    last = last_meeting_before(actor, forum_id, day)
    put_off = Q(state=ItemState.POSTPONED, meeting=last)
    moved = Q(state=ItemState.MOVED, moved_to=forum_id)
    rows = within(AgendaItem, actor).filter(put_off | moved, continued_by__isnull=True)
    return rows.order_by("meeting__meets_on", "ordinal", "pk")


def seats_on(actor: Actor, forum_id: UUID, day: date) -> QuerySet[Any]:
    """The seats that are held that day, each with those who then hold its function (`held`)."""
    rows = within(Seat, actor).filter(organisation.queries.on(day), forum_id=forum_id)
    held = (
        within(organisation.Appointment, actor)
        .filter(organisation.queries.on(day), kind__in=organisation.queries.HOLDS)
        .order_by("starts_on", "pk")
    )
    return rows.prefetch_related(Prefetch("position__appointments", held, to_attr="held")).order_by(
        "body_id", "pk"
    )


def items_of(actor: Actor, meeting_id: UUID) -> QuerySet[Any]:
    rows = within(AgendaItem, actor).filter(meeting_id=meeting_id)
    return rows.select_related("carried_from__forum", "moved_to").order_by("ordinal", "pk")


def decisions_of(actor: Actor, meeting_id: UUID) -> QuerySet[Decision]:
    return within(Decision, actor).filter(meeting_id=meeting_id).order_by("year", "number", "pk")


def attendances_of(actor: Actor, meeting: Meeting) -> QuerySet[Any]:
    """Everyone who is asked, with what the body was called that day."""
    rows: QuerySet[Any] = within(Attendance, actor).filter(meeting=meeting)
    named: QuerySet[Any] = rows.select_related("person", "position", "seat").annotate(
        body_name=organisation.queries.name_on(meeting.meets_on, "body_id"),
        body_key=organisation.queries.name_on(meeting.meets_on, "body_id", column="name_key"),
    )
    return named.order_by("body_key", "position__title_key", "person__family_key", "pk")


def draft_of(actor: Actor, attendance_id: UUID) -> Draft | None:
    return within(Draft, actor).filter(attendance_id=attendance_id).first()


def own_attendances(actor: Actor) -> QuerySet[Any]:
    """Those by which the actor is asked: by a function that she holds today.

    Where several hold it each has her own; what was asked of one who has left is for all who stay.
    """
    held = organisation.queries.functions_of_account(actor).order_by().values("pk")
    still = within(organisation.Appointment, actor).filter(
        organisation.queries.on(actor.today),
        position=OuterRef("position"),
        person=OuterRef("person"),
    )
    hers = Q(person=person_of_account(actor)) | Q(person__isnull=True) | ~Exists(still)
    return within(Attendance, actor).filter(hers, position__in=held)


def my_meetings(actor: Actor) -> QuerySet[Any]:
    """The coming meetings that the actor is asked to, the next one first."""
    mine = own_attendances(actor).filter(meeting=OuterRef("pk"))
    coming = meetings(actor).filter(state=MeetingState.PLANNED, meets_on__gte=actor.today)
    return coming.filter(Exists(mine)).order_by("meets_on", "starts", "pk")


def calendar_meetings(actor: Actor, forum_id: UUID | None) -> QuerySet[Any]:
    """What a calendar shows from a year back: of one forum, or of whatever the actor is in."""
    rows = meetings(actor).filter(meets_on__gte=actor.today - _A_YEAR)
    if forum_id is not None:
        return rows.filter(forum_id=forum_id)
    asked = Exists(own_attendances(actor).filter(meeting=OuterRef("pk")))
    return rows.filter(asked | takes_part("forum_id").condition(actor))


def asked_of_me(actor: Actor) -> QuerySet[Any]:
    """What the actor has not answered, or not contributed to though it is asked for."""
    rows = own_attendances(actor).filter(
        meeting__state=MeetingState.PLANNED, meeting__meets_on__gte=actor.today
    )
    still_time = Q(contributed_at__isnull=True, meeting__contributions_by_at__gte=actor.now)
    waiting = rows.filter(Q(answer="") | still_time).select_related("meeting__forum")
    return waiting.order_by("meeting__meets_on", "meeting__starts", "pk")


def next_asked(actor: Actor, seat: Seat) -> Any:
    """The seat's own row at the next meeting that it is asked to, or None."""
    rows = within(Attendance, actor).filter(
        seat=seat, meeting__state=MeetingState.PLANNED, meeting__meets_on__gte=actor.today
    )
    first = rows.select_related("meeting__forum").order_by("meeting__meets_on", "pk").first()
    if first is None:
        return None
    return attendances_of(actor, first.meeting).get(pk=first.pk)


_STANDING = """
select md5(concat_ws('|', m.state, (
    select string_agg(concat_ws(',', i.id, i.ordinal, i.state, i.version, i.title), ';'
        order by i.ordinal)
    from forums_agendaitem i where i.meeting_id = m.id
), (
    select string_agg(concat_ws(',', d.id, d.text), ';' order by d.id)
    from forums_decision d where d.meeting_id = m.id
), (
    select string_agg(concat_ws(',', f.id, f.what, f.due_on), ';' order by f.id)
    from forums_followup f where f.meeting_id = m.id
), (
    select string_agg(concat_ws(',', a.id, a.status), ';' order by a.id)
    from forums_attendance a where a.meeting_id = m.id
)))
from forums_meeting m where m.id = %s
"""


def standing_of(meeting: Meeting) -> str:
    """A word that is another as soon as anything that those who watch see is another."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [meeting.pk])
        return str(cursor.fetchone()[0])


class Function(NamedTuple):
    """What a form offers: thousands of them are told faster as values than as rows."""

    pk: UUID
    body_name: str
    title: str
    held: bool


def with_seats_first(actor: Actor, forum_id: UUID) -> list[Function]:
    """Every function that exists today, those that have a seat in the forum before all others."""
    seated = within(Seat, actor).filter(organisation.queries.on(actor.today), forum_id=forum_id)
    first = set(seated.values_list("position_id", flat=True))
    held = within(organisation.Appointment, actor).filter(
        organisation.queries.on(actor.today), kind__in=organisation.queries.HOLDS
    )
    now_held = Q(pk__in=held.order_by().values("position_id"))
    rows = organisation.queries.positions_with_bodies(actor).prefetch_related(None)
    told = (
        rows.annotate(is_held=ExpressionWrapper(now_held, output_field=BooleanField()))
        .order_by("body_key", "rank", "title_key", "pk")
        .values_list("pk", "body_name", "title", "is_held")
    )
    return sorted((Function(*row) for row in told), key=lambda each: each.pk not in first)


def function(actor: Actor, pk: UUID | str) -> Any:
    """One of those that a form offers, with what its body is called and who holds it."""
    return organisation.queries.positions_with_bodies(actor).get(pk=pk)
