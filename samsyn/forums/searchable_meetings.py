"""What of meetings and what they left to do the search finds."""

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.forums.models import AgendaItem, Decision, FollowUp, Meeting
from samsyn.forums.rules import READ_FOLLOW_UP, READ_MEETING
from samsyn.search import api as search

MEETING, FOLLOW_UP = "forums.meeting", "forums.follow_up"


def register() -> None:
    """Tell the search of the kinds, in the order in which it shows them."""
    search.register(MEETING, _("Möten"), READ_MEETING, "forums:meeting")
    search.register(FOLLOW_UP, _("Uppföljningar"), READ_FOLLOW_UP, "forums:follow-up")


def show_meeting(meeting: Meeting) -> None:
    """Find the meeting by its forum and day, and by all that was taken up and decided."""
    search.index_many(_of_meetings([meeting]))


def show_follow_up(follow_up: FollowUp) -> None:
    search.index_many([_of_follow_up(follow_up)])


def show_many_meetings(ids: Collection[UUID], municipality_id: UUID) -> None:
    """Tell the search of every meeting and follow-up among the ids, or of the forums among them."""
    rows = Meeting.objects.filter(municipality_id=municipality_id)
    meetings = rows.filter(Q(pk__in=ids) | Q(forum_id__in=ids)).select_related("forum")
    search.index_many(_of_meetings(meetings))
    left = FollowUp.objects.filter(municipality_id=municipality_id)
    wanted = left.filter(Q(pk__in=ids) | Q(forum_id__in=ids)).select_related("forum", "owner")
    search.index_many(_of_follow_up(each) for each in wanted)


def _of_meetings(meetings: Iterable[Meeting]) -> Iterator[search.Draft]:
    found = list(meetings)
    said: dict[UUID, list[str]] = {meeting.pk: [] for meeting in found}
    items = AgendaItem.objects.filter(meeting__in=said).order_by("ordinal")
    for pk, *texts in items.values_list("meeting_id", "title", "background", "notes"):
        said[pk] += texts
    decided = Decision.objects.filter(meeting__in=said).order_by("number")
    for pk, text in decided.values_list("meeting_id", "text"):
        said[pk].append(text)
    for meeting in found:
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
