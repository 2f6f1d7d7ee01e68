"""A meeting as plain values: what it is prepared with, and what it is remembered by."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from samsyn.access.api import Actor
from samsyn.forums.domain.record import (
    Attendee,
    Occasion,
    Pack,
    Point,
    Record,
    Ruling,
    Task,
    Told,
    from_json,
)
from samsyn.forums.models import Meeting, Minutes
from samsyn.forums.queries.follow_ups import debt_of, left_by
from samsyn.forums.queries.meetings import (
    attendances_of,
    decisions_of,
    items_of,
    name_of_forum_on,
)


def record_of(actor: Actor, meeting: Meeting) -> Record:
    """What stands there now; the names are those of the day of the meeting."""
    rulings = [
        (each.at_item, Ruling(each.name, each.text)) for each in decisions_of(actor, meeting.pk)
    ]
    tasks = [(each.at_item, _task(each, actor.today)) for each in left_by(actor, meeting.pk)]
    points = tuple(_point(item, rulings, tasks) for item in items_of(actor, meeting.pk))
    places = {point.ordinal for point in points}
    return Record(
        occasion=occasion_of(actor, meeting),
        attendees=tuple(_attendee(each) for each in attendances_of(actor, meeting)),
        points=points,
        rulings=_outside(rulings, places),
        tasks=_outside(tasks, places),
        debt=_debt(actor, meeting),
    )


def recorded(actor: Actor, minutes: Minutes) -> Record:
    """What the minutes say; of those that came from elsewhere nothing may be known."""
    if not minutes.content:
        return Record(occasion_of(actor, minutes.meeting))
    return from_json(minutes.content)


def pack_of(actor: Actor, meeting: Meeting) -> Pack:
    """What those who meet read beforehand; the debt comes first."""
    asked = list(attendances_of(actor, meeting))
    told = [each for each in asked if each.contributed_at]
    return Pack(
        occasion=occasion_of(actor, meeting),
        debt=_debt(actor, meeting),
        points=tuple(_point(item, [], []) for item in items_of(actor, meeting.pk)),
        contributions=tuple(_told(each) for each in told),
        awaited=tuple(_attendee(each) for each in asked if not each.contributed_at),
    )


def occasion_of(actor: Actor, meeting: Meeting) -> Occasion:
    return Occasion(
        forum=name_of_forum_on(actor, meeting.forum, meeting.meets_on),
        meets_on=meeting.meets_on,
        starts=meeting.starts,
        ends=meeting.ends,
        title=meeting.title,
        audience=meeting.audience,
        place=meeting.place,
        mode=meeting.mode,
    )


def _debt(actor: Actor, meeting: Meeting) -> tuple[Task, ...]:
    """What was open when one met, but for what this very meeting left."""
    open_before = debt_of(actor, meeting.forum_id).exclude(meeting=meeting)
    return tuple(_task(each, actor.today) for each in open_before)


def _task(follow_up: Any, day: date) -> Task:
    return Task(
        what=follow_up.what,
        owner=follow_up.owner.title,
        body=follow_up.body_name or "",
        due_on=follow_up.due_on,
        why=follow_up.why,
        holder=holder_of(follow_up),
        overruns=follow_up.overruns,
        days_late=(day - follow_up.due_on).days if follow_up.is_overdue(day) else 0,
    )


def holder_of(follow_up: Any) -> str:
    return ", ".join(held.person.name for held in follow_up.owner.held)


def _attendee(attendance: Any) -> Attendee:
    title = attendance.position.title if attendance.position else ""
    return Attendee(
        person=attendance.person.name if attendance.person else "",
        function=title or attendance.wording,
        body=attendance.body_name or "",
        presence=attendance.status,
    )


def _told(attendance: Any) -> Told:
    who = _attendee(attendance)
    return Told(who.person, who.function, who.body, attendance.contribution)


def _point(
    item: Any,
    rulings: Iterable[tuple[int | None, Ruling]],
    tasks: Iterable[tuple[int | None, Task]],
) -> Point:
    return Point(
        ordinal=item.ordinal,
        title=item.title,
        background=item.background,
        notes=item.notes,
        state=item.state,
        moved_to=item.moved_to.name if item.moved_to else "",
        proposed_by=item.proposed_by,
        rulings=tuple(each for place, each in rulings if place == item.ordinal),
        tasks=tuple(each for place, each in tasks if place == item.ordinal),
    )


def _outside(came: Iterable[tuple[int | None, Any]], places: set[int]) -> tuple[Any, ...]:
    return tuple(each for place, each in came if place not in places)
