"""What other contexts show on the page of the day, and on those of bodies and functions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

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


Panel = Callable[[Actor, Any], Part]
_PANELS: list[tuple[type[Model], Panel]] = []


def add_panel(model: type[Model], make: Panel) -> None:
    """Let a context show its own panel on the page of a row; called at start."""
    _PANELS.append((model, make))


def panels_of(actor: Actor, row: Model) -> list[Part]:
    return [make(actor, row) for model, make in _PANELS if isinstance(row, model)]
