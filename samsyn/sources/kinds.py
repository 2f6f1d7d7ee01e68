"""The kinds of things that have sources; each context registers its own at start."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Model

from samsyn.access.api import Actor

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Thing:
    """What rests on a record: what it is called, and the page where it stands."""

    title: str
    url: str


Finder = Callable[[Actor, Collection[UUID]], Mapping[UUID, Thing]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Things of one model, under a heading; `things` leaves out what the actor may not see."""

    label: "_StrPromise | str"
    things: Finder


_KINDS: dict[str, Kind] = {}


def register(model: type[Model], label: "_StrPromise | str", things: Finder) -> None:
    """Let the rows of a model have sources; `things` names all the rows asked for at once."""
    _KINDS[model._meta.label_lower] = Kind(label, things)


def registered() -> Mapping[str, Kind]:
    """Every kind by the label of its model, in the order of registration."""
    return _KINDS


def things(actor: Actor, model: type[Model], ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    """Name rows of one model and tell where they stand; what may not be seen is left out."""
    kind = _KINDS.get(model._meta.label_lower)
    return kind.things(actor, ids) if kind else {}
