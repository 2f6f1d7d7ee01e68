"""What carries an area beside what governance keeps itself: contexts above it say so at start."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from samsyn.access.api import Actor


@dataclass(frozen=True, slots=True)
class Carrier:
    """Something that names areas among its own, where it is, and what it came to so far."""

    name: str
    url: str
    areas: Sequence[str]
    told: str = ""


_FINDERS: list[Callable[[Actor], Iterable[Carrier]]] = []


def register_carriers(find: Callable[[Actor], Iterable[Carrier]]) -> None:
    _FINDERS.append(find)


def carriers(actor: Actor) -> Iterable[Carrier]:
    """All that carry some area, in Swedish order within each context."""
    return (each for find in _FINDERS for each in find(actor))
