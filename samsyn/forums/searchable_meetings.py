"""What of meetings and what they left to do the search finds."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.forums.models import AgendaItem, Decision, FollowUp, Meeting
from samsyn.forums.rules import READ_FOLLOW_UP, READ_MEETING
from samsyn.search import api as search

Row = TypeVar("Row", bound=Model)

_ROWS_AT_A_TIME = 1_000
_LEFT = ("municipality_id", "what", "why", "result", "forum__name", "owner__title")
MEETING, FOLLOW_UP = "forums.meeting", "forums.follow_up"


def register() -> None:
    """Tell the search of the kinds, in the order in which it shows them."""
    search.register(MEETING, _("Möten"), READ_MEETING, "forums:meeting", is_prose=True)
    search.register(
        FOLLOW_UP, _("Uppföljningar"), READ_FOLLOW_UP, "forums:follow-up", is_prose=True
    )


def show_meeting(meeting: Meeting) -> None:
    """Find the meeting by its forum and day, and by all that was taken up and decided."""
    search.index_many(_of_meetings([meeting]))


def show_follow_up(follow_up: FollowUp) -> None:
    search.index_many([_of_follow_up(follow_up)])


def show_many_meetings(ids: Collection[UUID], *, actor: Actor) -> None:
    """Tell the search of every meeting and follow-up among the ids, or of the forums among them."""
    # One array; told one by one, thousands of identifiers take longer to say than to find.
    wanted = RawSQL("select unnest(%s::uuid[])", [list(ids)])
    theirs = Q(pk__in=wanted) | Q(forum_id__in=wanted)
    meetings = within(Meeting, actor).filter(theirs).select_related("forum")
    for some in _in_batches(meetings):
        search.index_many(_of_meetings(some))
    left = within(FollowUp, actor).filter(theirs).select_related("forum", "owner").only(*_LEFT)
    for others in _in_batches(left):
        search.index_many(map(_of_follow_up, others))


def _in_batches(rows: QuerySet[Row]) -> Iterator[list[Row]]:
    each = rows.iterator(_ROWS_AT_A_TIME)
    while batch := list(islice(each, _ROWS_AT_A_TIME)):
        yield batch


def _of_meetings(meetings: list[Meeting]) -> Iterator[search.Draft]:
    said: dict[UUID, list[str]] = {meeting.pk: [] for meeting in meetings}
    items = AgendaItem.objects.filter(meeting__in=said).order_by("ordinal")
    for pk, *texts in items.values_list("meeting_id", "title", "background", "notes"):
        said[pk] += texts
    decided = Decision.objects.filter(meeting__in=said).order_by("number")
    for pk, text in decided.values_list("meeting_id", "text"):
        said[pk].append(text)
    for meeting in meetings:
        yield _of_meeting(meeting, said[meeting.pk])


def _of_meeting(meeting: Meeting, said: list[str]) -> search.Draft:
    title = f"{meeting.forum.name} {meeting.meets_on.isoformat()}"
    detail = ", ".join(text for text in (meeting.title, meeting.audience) if text)
    text = "\n".join(text for text in said if text)
    return search.Draft(MEETING, meeting.pk, meeting.municipality_id, title, detail, text)


def _of_follow_up(follow_up: FollowUp) -> search.Draft:
    detail = f"{follow_up.forum.name}, {follow_up.owner.title}"
    text = "\n".join(each for each in (follow_up.why, follow_up.result) if each)
    return search.Draft(
        FOLLOW_UP, follow_up.pk, follow_up.municipality_id, follow_up.what, detail, text
    )
