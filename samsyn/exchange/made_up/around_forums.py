"""What is found of forums that do not exist, and what those who leave them hand over."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

from samsyn.exchange.made_up.entries import entry
from samsyn.exchange.made_up.forums import Forum
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry

# Of every eight forums the third is a parallel track of the one before it; someone has looked at
# every third of those.
_LOOKED_AT, _FIRST = 24, 2
# One in so many of those who left has handed over.
_HANDED_OVER = 20
_A_WEEK = timedelta(days=7)
_NOTES = (
    "Kontaktlistan finns i den gemensamma mappen. Ring polisen före varje möte.",
    "Två frågor väntar på svar från regionen. Underlaget är skickat.",
    "Mallen för dagordningen är ny sedan i höstas, och alla har inte hittat den.",
)
_WHY = (
    "Det ena är till för dem som leder och det andra för dem som gör arbetet.",
    "De möter olika åldrar och har kommit överens om vem som tar vad.",
    "De slås samman nästa år, och gör till dess olika saker.",
)


def apart(random: Random, forums: list[Forum], history: History) -> list[Entry]:
    """Likely parallel tracks that were found not to be the same, in the order of their keys."""
    pairs = [
        tuple(sorted((before.key, after.key)))
        for number, (before, after) in enumerate(pairwise(forums), 1)
        if number % _LOOKED_AT == _FIRST
    ]
    return [
        entry("apart", "", forums=pair, why=random.choice(_WHY), looked_on=history.day(random))
        for pair in sorted(pairs)
    ]


def hand_overs(random: Random, forums: list[Forum], staff: Staff) -> list[Entry]:
    """What was handed over with some of the functions, in the order of those and of who left."""
    positions = {position for forum in forums for _body, position in forum.seats}
    return [
        _hand_over(random, position, leaver, day, successor)
        for position in sorted(positions)
        for leaver, day, successor in sorted(staff.changes(position))
        if leaver != successor and day + _A_WEEK < NOW and random.randrange(_HANDED_OVER) == 0
    ]


def _hand_over(random: Random, position: str, leaver: str, day: date, successor: str) -> Entry:
    begun = _at(day - timedelta(days=random.randint(2, 20)), random)
    told = {"last_day": day - timedelta(days=1), "notes": random.choice(_NOTES), "begun": begun}
    if successor:
        told |= {"successor": successor, "accepted": _at(day + _A_WEEK, random)}
    return entry("hand_overs", "", position=position, leaver=leaver, **told)


def _at(day: date, random: Random) -> datetime:
    return datetime(day.year, day.month, day.day, 9, random.randrange(60), tzinfo=UTC)
