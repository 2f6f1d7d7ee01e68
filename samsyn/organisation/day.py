"""What other contexts show on the page of the day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from samsyn.access.api import Actor


@dataclass(frozen=True, slots=True)
class Part:
    """What another context shows of the day, with how much of it waits for the one who reads."""

    template: str
    shown: Mapping[str, Any]
    waits: int = 0


_PARTS: list[Callable[[Actor], Part]] = []


def add_part(make: Callable[[Actor], Part]) -> None:
    """Let a context show its own part of the day; called at start."""
    _PARTS.append(make)


def parts_of_the_day(actor: Actor) -> list[Part]:
    return [make(actor) for make in _PARTS]
