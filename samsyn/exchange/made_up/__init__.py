"""Municipalities that do not exist, as collaboration files: to try on, and to measure with.

The same seed gives the same bytes, on any day and on any machine.
"""

from collections.abc import Iterator
from random import Random

from samsyn.exchange.made_up import names
from samsyn.exchange.made_up.organisation import Organisation
from samsyn.exchange.made_up.spans import History
from samsyn.exchange.writing import head, section

# SCB's codes end at 25xx (Norrbotten): these are nobody's.
_FIRST_CODE, _CODES = 9000, 1000
_APART = 97  # so that what another seed makes can lie beside, most often

File = tuple[str, str, Iterator[str]]


def made_up(seed: int, years: int, municipalities: int) -> Iterator[File]:
    """Yield folder, name and text of each file; `years` is how far back the records go.

    At most MOST municipalities, each of the size that the goals of `make bench` are set for.
    """
    places = names.places(Random(seed), municipalities)  # noqa: S311 - the same every time
    for number, place in enumerate(places):
        code = _FIRST_CODE + (_APART * seed + number) % _CODES
        yield from _files(f"{seed}:{number}", place, str(code), History(years))


def _files(seed: str, place: str, code: str, history: History) -> Iterator[File]:
    key = names.key(place)
    made = Organisation(Random(seed), place, code, history)  # noqa: S311 - the same every time
    yield key, "municipality.yaml", iter([head(key, f"{place}s påhittade kommun", code)])
    for kind, entries in made.sections():
        yield key, f"{kind.section}.yaml", section(kind, key, iter(entries))
