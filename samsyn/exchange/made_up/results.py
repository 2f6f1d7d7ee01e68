"""What came of meetings that were never held: decisions, and what was left to do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import said
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.occasions import Occasion
from samsyn.exchange.made_up.spans import NOW
from samsyn.exchange.records import Entry
from samsyn.forums.api import Closing

_CLOSINGS = (*[Closing.DONE] * 10, Closing.NOT_DONE, Closing.NO_LONGER_RELEVANT)
_TIMES_LATE = (*[0] * 10, 1, 2)  # how often the day passed and another was given
_FORGOTTEN = 50  # one in so many of those that should have been done is still open
_SLOW = 2  # one in so many of those that lately should

Said = dict[str, Any]


def decisions(random: Random, occasion: Occasion) -> Iterator[Entry]:
    """In the order of their numbers, which begin anew each year."""
    forum, year = occasion.forum, occasion.day.year
    for number in occasion.decisions:
        yield entry(
            "decisions",
            f"{forum.key}-{year}-{number:03}",
            forum=forum.key,
            meeting=occasion.key,
            year=year,
            number=number,
            item=random.randint(1, occasion.items),
            text=said.decision(random, forum.theme),
        )


def follow_ups(random: Random, occasion: Occasion) -> Iterator[Entry]:
    for number in range(1, occasion.follow_ups + 1):
        told = _follow_up(random, occasion)
        yield entry("follow_ups", f"{occasion.key}-{number}", **told)


def _follow_up(random: Random, occasion: Occasion) -> Said:
    forum = occasion.forum
    days = [occasion.day + timedelta(days=random.randint(14, 100))]
    for _time in range(random.choice(_TIMES_LATE)):
        # Another day is given once the old one has passed, so none after today.
        if days[-1] < NOW:
            days.append(days[-1] + timedelta(days=random.randint(10, 60)))
    return {
        "forum": forum.key,
        "meeting": occasion.key,
        "item": random.randint(1, occasion.items),
        "what": said.task(random, forum.theme),
        "why": said.reason(random),
        "owner": random.choice(forum.seats)[1],
        "due": days[-1],
        "overruns": len(days) - 1,
        "new_days": in_order(_new_days(random, days)),
        "invented": True,
        **_closing(random, max(occasion.day, *days[-2:-1], days[-1] - timedelta(days=20))),
    }


def _new_days(random: Random, days: list[date]) -> Iterator[Values]:
    for was_due, due in pairwise(days):
        day = min(was_due + timedelta(days=random.randint(1, 6)), NOW)
        given = datetime(day.year, day.month, day.day, 8, random.randrange(60), tzinfo=UTC)
        said_why = said.delay(random)
        yield part("follow_ups", "new_days", was_due=was_due, due=due, why=said_why, given=given)


def _closing(random: Random, earliest: date) -> Said:
    """Most are closed in writing within weeks, and the latest are half done."""
    closed_on = earliest + timedelta(days=random.randint(0, 40))
    is_late = closed_on > NOW - timedelta(days=120)
    if closed_on > NOW or random.randrange(_SLOW if is_late else _FORGOTTEN) == 0:
        return {}
    how = random.choice(_CLOSINGS).value
    return {"closed_on": closed_on, "closed_as": how, "result": said.result(random)}
