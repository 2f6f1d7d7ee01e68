"""Meetings as calendars hold them: when, where and which, and nothing of what is said."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse

from samsyn.access.api import STOCKHOLM
from samsyn.calendars.api import Event, Party, uid_of
from samsyn.forums.models import Meeting

_A_DAY = timedelta(days=1)
# Nobody knows when it ends: most calendars need an end all the same.
_USUAL_LENGTH = timedelta(hours=1)


def event_of(
    meeting: Meeting,
    forum: str,
    last_modified: datetime,
    *,
    description: str = "",
    organizer: Party | None = None,
    attendee: Party | None = None,
) -> Event:
    """The meeting; without an hour it takes the whole day."""
    starts, ends = _time(meeting)
    return Event(
        uid=uid_of(f"mote-{meeting.pk}"),
        summary=": ".join(part for part in (forum, meeting.title) if part),
        starts=starts,
        ends=ends,
        last_modified=last_modified,
        sequence=meeting.sequence,
        description=description,
        place=meeting.place or meeting.url,
        url=f"{settings.SAMSYN_ADDRESS}{reverse('forums:meeting', args=[meeting.pk])}",
        organizer=organizer,
        attendees=(attendee,) if attendee else (),
        is_cancelled=meeting.is_off,
    )


def _time(meeting: Meeting) -> tuple[date, date]:
    day = meeting.meets_on
    if meeting.starts is None:
        return day, day + _A_DAY
    starts = datetime.combine(day, meeting.starts, STOCKHOLM)
    if meeting.ends is None:
        return starts, starts + _USUAL_LENGTH
    return starts, datetime.combine(day, meeting.ends, STOCKHOLM)
