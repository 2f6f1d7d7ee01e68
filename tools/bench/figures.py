"""The pages that are measured, in a made-up municipality."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote_plus

from tools.bench.municipality import MadeUp

PAGE_GOAL, SEARCH_GOAL = 100, 50
_DIFFERENT = 20  # pages of the same kind, so that no one page is all that is measured

_LISTS = {
    "organ": ("namn", "slag", "under", "funktioner", "vakanta"),
    "funktioner": ("funktion", "organ", "uppdrag"),
    "personer": ("efternamn", "fornamn", "antal"),
    "omraden": ("namn", "slag", "kod", "ligger_i"),
    "mandatperioder": ("namn", "fran", "till"),
    "konton": ("person", "epost", "senast"),
    "sparbarhet": ("tid",),
}
_FILTERED = {
    "organ": ("namn=berg", "slag=board", "visa=alla"),
    "funktioner": ("funktion=rektor", "visa=vakanta"),
    "personer": ("namn=anna+lind", "visa=flera"),
    "konton": ("namn=berg",),
    "sparbarhet": ("utfall=seen", "vem=berg"),
}
_SEARCHES = {
    "common word": ("skol", "chef", "enhet"),
    "rare word": ("kommunfullmäktige", "skolsköterska"),
    "person": ("astrid berg", "olle ek", "tora lindgren"),
    "compound": ("nämnd", "förvaltning", "elevhälsa"),
    "misspelt": ("socialnämden", "fältasistent", "rekotr"),
}
_MOST = 99_999  # a page beyond the last is answered with the last


class Who(Enum):
    ADMINISTRATOR, DIRECTOR, STRANGER = range(3)


@dataclass(frozen=True, slots=True)
class Figure:
    """What is measured: one page, or several of the same kind in turn."""

    name: str
    paths: tuple[str, ...]
    goal: int | None = PAGE_GOAL
    by: Who = Who.ADMINISTRATOR


def figures(made: MadeUp) -> Iterator[Figure]:
    yield Figure("empty view: the floor", ("/halsa/",), None, Who.STRANGER)
    yield Figure("empty view, signed in", ("/halsa/",), None)
    yield Figure("my day", ("/",))
    for name, sorts in _LISTS.items():
        yield from pages_of_list(name, sorts, _FILTERED.get(name, ()))
    yield from _single(made)
    yield from _forms(made)
    for name, words in _SEARCHES.items():
        yield Figure(
            f"search: {name}", tuple(f"/sok/?q={quote_plus(w)}" for w in words), SEARCH_GOAL
        )
    for name in _LISTS:
        for kind in ("csv", "xlsx"):
            yield Figure(f"{name} as {kind}", (f"/{name}/?hamta={kind}",), None)


def lists() -> list[Figure]:
    """The plain lists, whose number of queries may not grow."""
    return [Figure(name, (f"/{name}/",)) for name in _LISTS]


def pages_of_list(
    name: str, sorts: tuple[str, ...], questions: tuple[str, ...]
) -> Iterator[Figure]:
    for sort in sorts:
        yield Figure(f"{name} by {sort}", (f"/{name}/?ordna={sort}",))
    yield Figure(f"{name}, last page", (f"/{name}/?sida={_MOST}",))
    for question in questions:
        yield Figure(f"{name} where {question}", (f"/{name}/?{question}",))


def _single(made: MadeUp) -> Iterator[Figure]:
    bodies = tuple(f"/organ/{row.pk}/" for row in made.bodies[:_DIFFERENT])
    positions = tuple(f"/funktioner/{row.pk}/" for row in made.positions[:_DIFFERENT])
    yield Figure("body", bodies)
    yield Figure("body, a day in 2021", tuple(f"{path}?dag=2021-05-17" for path in bodies))
    yield Figure("body, as a director", bodies, by=Who.DIRECTOR)
    yield Figure("function", positions)
    yield Figure("function, as a director", positions, by=Who.DIRECTOR)
    yield Figure("person", tuple(f"/personer/{row.pk}/" for row in made.persons[:_DIFFERENT]))
    yield Figure("area", tuple(f"/omraden/{row.pk}/" for row in made.areas[:_DIFFERENT]))


def _forms(made: MadeUp) -> Iterator[Figure]:
    body, position, person = made.bodies[2], made.positions[2], made.persons[50]
    appointment = next(row for row in made.appointments if row.ends_on is None)
    yield Figure("form: new body", ("/organ/nytt/",))
    for change in ("byt-namn", "flytta", "uppgifter", "avsluta", "ny-funktion", "ny-kontakt"):
        yield Figure(f"form: body, {change}", (f"/organ/{body.pk}/{change}/",))
    for change in ("uppgifter", "utse", "utse/?sok=berg"):
        path = f"/funktioner/{position.pk}/{change}"
        yield Figure(f"form: function, {change}", (path if "?" in path else f"{path}/",))
    yield Figure("form: end appointment", (f"/uppdrag/{appointment.pk}/avsluta/",))
    yield Figure("form: new person", ("/personer/ny/",))
    yield Figure("form: person, new role", (f"/personer/{made.persons[0].pk}/ny-roll/",))
    yield Figure("form: person, correct", (f"/personer/{person.pk}/ratta/",))
    yield Figure("form: area", (f"/omraden/{made.areas[1].pk}/uppgifter/",))
    yield Figure("form: boundaries", ("/omraden/granser/",))
