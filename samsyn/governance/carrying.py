"""What contexts above governance add to it, each told at start.

They say what carries an area, and what a political meeting is to have before it of theirs.
"""

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


PackPart = tuple[str, list[str]]
_PACKS: list[Callable[[Actor], Iterable[PackPart]]] = []


def register_pack(make: Callable[[Actor], Iterable[PackPart]]) -> None:
    """Add headings with their lines to what a political meeting has before it."""
    _PACKS.append(make)


def pack_parts(actor: Actor) -> Iterable[PackPart]:
    return (part for make in _PACKS for part in make(actor))


def carriers(actor: Actor) -> Iterable[Carrier]:
    """All that carry some area, in Swedish order within each context."""
    return (each for find in _FINDERS for each in find(actor))
