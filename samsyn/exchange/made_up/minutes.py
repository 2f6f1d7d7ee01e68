"""Minutes of a few of the meetings that were never held: what they say, and who approved them."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from samsyn.exchange.kinds import Values, kind_of
from samsyn.exchange.made_up.entries import entry, named, part
from samsyn.exchange.made_up.occasions import Occasion
from samsyn.exchange.made_up.organisation import Organisation
from samsyn.exchange.made_up.spans import NOW
from samsyn.exchange.records import Entry
from samsyn.forums.api import DispatchList

_WRITTEN_DOWN = 20  # one in so many of the meetings
# Days after the meeting.
_MADE_AFTER, _APPROVED_AFTER, _SENT_AFTER = 2, 9, 10
_CONTENT = ("minutes", "content")
_OCCASION = ("date", "starts_at", "ends_at", "title", "audience", "place", "mode")
_POINT = ("title", "background", "notes", "state", "proposed_by")

Said = dict[str, Any]


def are_kept(random: Random, occasion: Occasion) -> bool:
    is_long_ago = occasion.day + timedelta(days=_SENT_AFTER) < NOW
    return is_long_ago and occasion.is_held and random.randrange(_WRITTEN_DOWN) == 0


def minutes(forum: str, occasion: Occasion, held: Entry, made: Organisation) -> Entry:
    """What the meeting, as it stands in the file, was remembered by; `forum` is its name."""
    said = dict(zip(kind_of("meetings").places, held.values, strict=True))
    asked = [named("meetings", "attendances", values=each) for each in said["attendances"]]
    told = [named("meetings", "agenda", values=each) for each in said["agenda"]]
    approved = _at(occasion.day, _APPROVED_AFTER)
    return entry(
        "minutes",
        "",
        meeting=occasion.key,
        version=1,
        made=_at(occasion.day, _MADE_AFTER),
        approved=approved,
        approvals=(_approval(asked[0], approved),),
        dispatches=(_dispatch(len(asked), _at(occasion.day, _SENT_AFTER)),),
        content=part(
            *_CONTENT,
            occasion=part(*_CONTENT, "occasion", forum=forum, **_some(said, _OCCASION)),
            attendees=tuple(_attendee(each, made) for each in asked),
            points=tuple(
                part(*_CONTENT, "points", item=number, **_some(each, _POINT))
                for number, each in enumerate(told, 1)
            ),
        ),
    )


def _some(said: Said, names: tuple[str, ...]) -> Said:
    return {name: said[name] for name in names}


def _approval(asked: Said, at: datetime) -> Values:
    return part("minutes", "approvals", approved=at, **_some(asked, ("position", "person")))


def _dispatch(count: int, at: datetime) -> Values:
    to = DispatchList.PARTICIPANTS.value
    return part("minutes", "dispatches", list=to, sent=at, count=count)


def _attendee(asked: Said, made: Organisation) -> Values:
    return part(
        *_CONTENT,
        "attendees",
        person=_person(made, asked["person"]) if asked["person"] else "",
        function=made.said("positions", asked["position"], "title"),
        body=made.said("bodies", asked["body"], "names")[-1][0],
        status=asked["status"],
    )


def _person(made: Organisation, key: str) -> str:
    given, family = (made.said("persons", key, f"{name}_name") for name in ("given", "family"))
    return f"{given} {family}"


def _at(day: date, days: int) -> datetime:
    then = day + timedelta(days=days)
    return datetime(then.year, then.month, then.day, 8, tzinfo=UTC)
