"""What is found of forums that do not exist, when someone looks at them."""

from itertools import pairwise
from random import Random

from samsyn.exchange.made_up.entries import entry
from samsyn.exchange.made_up.forums import Forum
from samsyn.exchange.made_up.spans import History
from samsyn.exchange.records import Entry

# Of every eight forums the third is a parallel track of the one before it; someone has looked at
# every third of those.
_LOOKED_AT, _FIRST = 24, 2
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
