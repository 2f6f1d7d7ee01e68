"""What is put off at one meeting and taken up at another."""

from collections.abc import Iterable

from django.db.models import Max

from samsyn.access.api import Actor
from samsyn.forums import queries
from samsyn.forums.models import AgendaItem, ItemState, Meeting, StandingItem
from samsyn.forums.searchable_meetings import show_meeting


def set_agenda(meeting: Meeting, actor: Actor) -> None:
    """Begin with what is taken up every time, and go on with what has waited."""
    standing = queries.standing_items(actor, meeting.forum_id)
    items = [_standing(each, meeting, place) for place, each in enumerate(standing, 1)]
    for waiting in queries.waiting_items(actor, meeting.forum_id, meeting.meets_on):
        alike = _alike(waiting, items)
        if alike is None:
            items.append(_again(waiting, meeting, len(items) + 1))
        else:
            _join(alike, waiting)
    AgendaItem.objects.bulk_create(items)


def take_up(item: AgendaItem, meeting: Meeting) -> None:
    """Put an item that waits on the agenda of another meeting, last if it is not there already."""
    alike = _alike(item, AgendaItem.objects.filter(meeting=meeting, state=ItemState.OPEN))
    if alike is None:
        _again(item, meeting, last_place(meeting) + 1).save(force_insert=True)
    else:
        _join(alike, item)
        alike.save(update_fields=["continues", "carried_from"])
    show_meeting(meeting)


def _alike(item: AgendaItem, others: Iterable[AgendaItem]) -> AgendaItem | None:
    """The standing item of the other meeting that is the same as this one."""
    alike = (
        other
        for other in others
        if item.is_standing
        and other.is_standing
        and other.title == item.title
        and other.continues_id is None
    )
    return next(alike, None)


def _join(standing: AgendaItem, waiting: AgendaItem) -> None:
    standing.continues = waiting
    standing.carried_from_id = waiting.meeting_id


def put_off(meeting: Meeting) -> None:
    """Let what was to be taken up wait; what stands on every agenda comes by itself."""
    items = AgendaItem.objects.filter(meeting=meeting, state=ItemState.OPEN, is_standing=False)
    items.update(state=ItemState.POSTPONED)


def carry_on(meeting: Meeting, actor: Actor) -> None:
    """Take what waits from the meeting up at the next, if there is one already."""
    day = max(meeting.meets_on, actor.today)
    following = queries.next_meeting(actor, meeting.forum_id, day, but=meeting.pk)
    if following is None:
        return
    waiting = AgendaItem.objects.filter(
        meeting=meeting, state=ItemState.POSTPONED, continued_by__isnull=True
    )
    for item in waiting.order_by("ordinal"):
        take_up(item, following)


def last_place(meeting: Meeting) -> int:
    found = AgendaItem.objects.filter(meeting=meeting).aggregate(last=Max("ordinal"))["last"]
    return found or 0


def _standing(standing: StandingItem, meeting: Meeting, place: int) -> AgendaItem:
    return AgendaItem(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        ordinal=place,
        title=standing.title,
        background=standing.note,
        is_standing=True,
    )


def _again(item: AgendaItem, meeting: Meeting, place: int) -> AgendaItem:
    return AgendaItem(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        ordinal=place,
        title=item.title,
        background=item.background,
        proposed_by=item.proposed_by,
        carried_from_id=item.meeting_id,
        continues=item,
    )
