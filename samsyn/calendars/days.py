"""What takes a whole day in a calendar."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from samsyn.calendars.domain import Event

_A_DAY = timedelta(days=1)
# When somebody last wrote of it is in the trail, and no calendar has to know.
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def uid_of(name: str) -> str:
    """Known by the same for ever, in whichever calendar."""
    return f"{name}@{urlsplit(settings.SAMSYN_ADDRESS).hostname}"


def whole_day(name: str, day: date, told: str, path: str) -> Event:
    """Something by a day, with the page where it stands; `name` tells it from all others."""
    return Event(
        uid=uid_of(name),
        summary=told,
        starts=day,
        ends=day + _A_DAY,
        last_modified=LONG_AGO,
        url=f"{settings.SAMSYN_ADDRESS}{path}",
    )
