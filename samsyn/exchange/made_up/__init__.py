"""Municipalities that do not exist, as collaboration files: to try on, and to measure with.

The same seed gives the same bytes, on any day and on any machine.
"""

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import NamedTuple

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.made_up import names
from samsyn.exchange.made_up.activities import Activities
from samsyn.exchange.made_up.around_forums import apart, hand_overs
from samsyn.exchange.made_up.deviations import Deviations
from samsyn.exchange.made_up.forums import Forums
from samsyn.exchange.made_up.governance import Governance
from samsyn.exchange.made_up.indicators import INDICATORS, Indicators
from samsyn.exchange.made_up.initiatives import Initiatives
from samsyn.exchange.made_up.meetings import meeting
from samsyn.exchange.made_up.minutes import are_kept, minutes
from samsyn.exchange.made_up.occasions import Occasion, occasions
from samsyn.exchange.made_up.organisation import Organisation
from samsyn.exchange.made_up.results import decisions, follow_ups
from samsyn.exchange.made_up.school_years import school_terms
from samsyn.exchange.made_up.spans import History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.exchange.writing import files, head

FORUMS = 40

# SCB's codes end at 25xx (Norrbotten): these are nobody's.
_FIRST_CODE, _CODES = 9000, 1000
_APART = 97  # so that what another seed makes can lie beside, most often

File = tuple[str, str, Iterator[str]]
Section = tuple[str, Iterable[Entry]]


class HowMany(NamedTuple):
    """Of what a municipality may have more or less of than most."""

    forums: int = FORUMS
    indicators: int = INDICATORS


def made_up(
    seed: int, years: int, municipalities: int, forums: int = FORUMS, indicators: int = INDICATORS
) -> Iterator[File]:
    """Yield folder, name and text of each file; `years` is how far back the records go.

    Each is of the size that the goals of `make bench` are set for. A text is made as it is read.
    """
    places = names.places(_chance(seed), municipalities)
    for number, place in enumerate(places):
        code = _FIRST_CODE + (_APART * seed + number) % _CODES
        key, name = names.key(place), f"{place}s påhittade kommun"
        yield key, "municipality.yaml", iter([head(key, name, str(code))])
        made = Organisation(_chance(f"{seed}:{number}"), place, str(code), History(years))
        how_many = HowMany(forums, indicators)
        for section, entries in _sections(f"{seed}:{number}", made, History(years), how_many):
            for file_name, text in files(kind_of(section), key, iter(entries)):
                yield key, file_name, text


def _chance(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311 - the same every time


def _sections(
    seed: str, made: Organisation, history: History, how_many: HowMany
) -> Iterator[Section]:
    yield from made.sections()
    staff = Staff(made)
    forums = Forums(_chance(f"{seed}:forums"), staff, history, how_many.forums)
    yield "forums", forums.entries()
    met = occasions(_chance(f"{seed}:occasions"), forums.made, history)
    yield "meetings", _each(seed, met, lambda random, each: [meeting(random, each, staff)])
    kept = [each for each in met if are_kept(_chance(f"{seed}:minutes:{each.key}"), each)]
    yield (
        "minutes",
        _each(
            seed,
            kept,
            lambda random, each: [
                minutes(forums.name(each.forum.key), each, meeting(random, each, staff), made)
            ],
        ),
    )
    yield "decisions", _each(f"{seed}:decisions", met, decisions)
    yield "follow_ups", _each(f"{seed}:follow-ups", met, follow_ups)
    yield "school_terms", school_terms(_chance(f"{seed}:school"), history)
    yield "apart", apart(_chance(f"{seed}:apart"), forums.made, history)
    yield "hand_overs", hand_overs(_chance(f"{seed}:hand-overs"), forums.made, staff)
    if forums.made:
        governance = Governance(_chance(f"{seed}:governance"), staff, forums.made, history)
        yield from governance.sections()
        areas = [each.key for each in made.entries("areas")]
        chance = _chance(f"{seed}:initiatives")
        begun = Initiatives(chance, staff, governance, areas, history)
        yield from _of_initiatives(seed, begun, governance, staff, history)
        measured, count = _chance(f"{seed}:indicators"), how_many.indicators
        yield from Indicators(measured, staff, begun.keys, history, count).sections()


def _of_initiatives(
    seed: str, begun: Initiatives, governance: Governance, staff: Staff, history: History
) -> Iterator[Section]:
    yield from begun.sections()
    done = _chance(f"{seed}:activities")
    yield from Activities(done, staff, begun.keys, governance.agreements, history).sections()
    told = _chance(f"{seed}:deviations")
    yield from Deviations(told, staff, governance.forums, history).sections()


def _each(
    seed: str, met: Iterable[Occasion], make: Callable[[Random, Occasion], Iterable[Entry]]
) -> Iterator[Entry]:
    """What is made of each meeting, by a chance of its own: nothing is kept of it."""
    return (made for each in met for made in make(_chance(f"{seed}:{each.key}"), each))
