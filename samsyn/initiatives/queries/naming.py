"""What the rows of a file may name, by what it is called, and what is logged since before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any
from uuid import UUID

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.models import Series
from samsyn.initiatives.rules.activities import LOG_ACTIVITY, READ_ACTIVITY
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE, READ_VENUE
from samsyn.organisation.api import queries as organisation

_ALIKE, _MOST_SUGGESTED = 0.7, 50


def alike(text: str) -> str:
    """What is the same however a name is written."""
    return " ".join(text.lower().split())


class Names:
    """Rows by what they are called: several may share a name, and the ones said first go before."""

    def __init__(self, *said: Iterable[tuple[UUID, Iterable[str]]]) -> None:
        self._found: dict[str, set[UUID]] = {}
        self._written: dict[str, str] = {}
        self._suggested: dict[str, str] = {}
        for of in said:
            self._add(of)

    def _add(self, said: Iterable[tuple[UUID, Iterable[str]]]) -> None:
        new: defaultdict[str, set[UUID]] = defaultdict(set)
        for pk, names in said:
            for name in filter(None, names):
                new[alike(name)].add(pk)
                self._written.setdefault(alike(name), name)
        self._found = {**new, **self._found}

    def of(self, text: str) -> set[UUID]:
        return self._found.get(alike(text), set())

    def nearest(self, text: str) -> str:
        """The name that is most like it; only so many are looked for in a file."""
        said = alike(text)
        if said not in self._suggested and len(self._suggested) < _MOST_SUGGESTED:
            near = get_close_matches(said, self._written, 1, _ALIKE)
            self._suggested[said] = self._written[near[0]] if near else ""
        return self._suggested.get(said, "")


@dataclass(frozen=True, slots=True)
class Known:
    """All that a row may name; `open_to` are the initiatives that the actor may log in."""

    initiatives: Names
    open_to: frozenset[UUID]
    bodies: Names
    venues: Names
    series: Mapping[UUID, Names]


def known_to(actor: Actor) -> Known:
    initiatives = visible(actor, READ_INITIATIVE).order_by("pk")
    venues = visible(actor, READ_VENUE).order_by("pk")
    return Known(
        _called(initiatives, "title", "key"),
        frozenset(visible(actor, LOG_ACTIVITY).order_by().values_list("pk", flat=True)),
        _bodies(actor),
        _called(venues, "name", "key"),
        _series(actor),
    )


def _called(rows: Any, name: str, key: str) -> Names:
    return Names([(pk, told) for pk, *told in rows.values_list("pk", name, key)])


def _bodies(actor: Actor) -> Names:
    """What each is called today goes before what another was once called."""
    rows = organisation.names_ever(actor).values_list("body_id", "name", "short_name", "ends_on")
    told = [((body, (name, short)), ends_on) for body, name, short, ends_on in rows]
    now = [said for said, ends_on in told if ends_on is None or ends_on > actor.today]
    before = [said for said, ends_on in told if ends_on is not None and ends_on <= actor.today]
    return Names(now, before)


def _series(actor: Actor) -> Mapping[UUID, Names]:
    found: defaultdict[UUID, list[tuple[UUID, tuple[str, ...]]]] = defaultdict(list)
    rows = within(Series, actor).order_by("pk")
    for pk, initiative, title in rows.values_list("pk", "initiative_id", "title"):
        found[initiative].append((pk, (title,)))
    return {initiative: Names(said) for initiative, said in found.items()}


# What makes an activity the same as another: initiative, day, what, where and by whom.
Sameness = tuple[UUID, date, str, UUID | None, UUID | None, str, UUID | None]


def sameness(initiative: UUID, told: Mapping[str, Any]) -> Sameness:
    return (
        initiative,
        told["held_on"],
        alike(told["what"]),
        told.get("unit_id"),
        told.get("venue_id"),
        alike(told.get("place", "")),
        told.get("body_id"),
    )


class Logged:
    """The activities that are logged, by what makes them the same.

    Those of different years of school are not; one that does not say may be any of them.
    """

    def __init__(self) -> None:
        self._found: defaultdict[Sameness, list[tuple[frozenset[str], Any]]] = defaultdict(list)

    def add(self, same: Sameness, grades: Iterable[str], which: Any) -> None:
        self._found[same].append((frozenset(grades), which))

    def like(self, same: Sameness, grades: Iterable[str]) -> Any:
        """What stands for the one that is the same, or None."""
        wanted = frozenset(grades)
        for had, which in self._found.get(same, ()):
            if had == wanted or not had or not wanted:
                return which
        return None


def logged(actor: Actor, initiatives: Collection[UUID], days: Collection[date]) -> Logged:
    """What is logged in the initiatives on the days, in one question."""
    found = Logged()
    rows = visible(actor, READ_ACTIVITY).filter(initiative__in=initiatives, held_on__in=days)
    names = ("held_on", "what", "unit_id", "venue_id", "place", "body_id", "grades")
    for pk, initiative, *said in rows.order_by("pk").values_list("pk", "initiative_id", *names):
        told = dict(zip(names, said, strict=True))
        found.add(sameness(initiative, told), told["grades"], pk)
    return found
