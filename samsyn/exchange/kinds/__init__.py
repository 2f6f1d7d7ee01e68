"""What the file can hold: one kind of record for each section, declared once."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from django.db.models import Func, Model

from samsyn.access.api import Actor
from samsyn.exchange.fields import Field, Parts, Shared, Sources

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from samsyn.exchange.state import State


Values = tuple[Any, ...]
# What a record is called, by its section and its key.
Name = Callable[[str, str], str]


def leave(_state: "State") -> None:
    """Settle nothing."""


def as_they_are(values: Values) -> Values:
    """Shorten nothing."""
    return values


def nothing(_values: Values) -> Iterable[str]:
    """Call it nothing by which a double could be told."""
    return ()


def by_its_key(_said: Mapping[str, Any], _name: Name) -> str:
    """Call it by its key alone."""
    return ""


class Show(Protocol):
    """Let the search find what has been changed."""

    def __call__(self, ids: Collection[UUID], *, actor: Actor) -> None: ...


@dataclass(frozen=True)
class Kind:
    """A section of the file: what its records are called, hold and are kept in.

    A record without a key (`key` is empty) is told from others by `known_by`, and stands in the
    `order` of columns. `meet` finds which records the files are about, where those do not tell it
    by themselves. `settle` completes what the files leave to be understood, `check` tells what does
    not go together, and `shorten` says it as shortly as a person would. `called` is by what a
    double under another key is told, and `title` what people call a record, made of its fields and
    of what others are called.
    """

    section: str
    show: Show
    model: type[Model]
    label: "_StrPromise"
    fields: tuple[Field, ...]
    key: str = "key"
    key_pattern: str = r"[a-z0-9]+(-[a-z0-9]+)*"
    known_by: tuple[str, ...] = ()
    order: tuple[str | Func, ...] = ()
    meet: "Callable[[State], None] | None" = None
    settle: "Callable[[State], None]" = leave
    check: "Callable[[State], None]" = leave
    shorten: Callable[[Values], Values] = as_they_are
    called: Callable[[Values], Iterable[str]] = nothing
    title: Callable[[Mapping[str, Any], Name], str] = by_its_key
    tables: dict[str, "Table"] = field(default_factory=dict)
    participation: "Table | None" = None

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each field among the values of a record."""
        return {each.name: place for place, each in enumerate(self.fields)}

    @cached_property
    def empties(self) -> Values:
        """What a record holds that says nothing."""
        return tuple(each.empty for each in self.fields)

    @cached_property
    def knowing(self) -> tuple[tuple[int, Field], ...]:
        """The fields that a record without a key is known by."""
        return tuple((self.places[name], self.fields[self.places[name]]) for name in self.known_by)

    def known(self, key: str, values: Values) -> Hashable:
        """What tells a record from all others of its kind."""
        return key if self.key else tuple(values[place] for place, _field in self.knowing)

    @cached_property
    def kept(self) -> tuple[tuple[int, Field], ...]:
        """The fields that have columns of their own."""
        return tuple((n, each) for n, each in enumerate(self.fields) if each.columns)

    @cached_property
    def referring(self) -> tuple[tuple[int, Field], ...]:
        """The fields that hold keys of other records, by themselves or in their parts."""
        return tuple((n, each) for n, each in enumerate(self.fields) if each.refers)

    @cached_property
    def lists(self) -> tuple[tuple[int, Parts, "Table"], ...]:
        """The fields that have a table of their own."""
        return tuple(
            (n, each, self.tables[each.name])
            for n, each in enumerate(self.fields)
            if isinstance(each, Parts) and each.name in self.tables
        )

    @cached_property
    def cited(self) -> int | None:
        """The place of the field that cites documents."""
        places = (n for n, each in enumerate(self.fields) if isinstance(each, Sources))
        return next(places, None)

    @cached_property
    def shared(self) -> int | None:
        """The place of the field that says whether several municipalities have the record."""
        places = (n for n, each in enumerate(self.fields) if isinstance(each, Shared))
        return next(places, None)

    def __hash__(self) -> int:
        return hash(self.section)


@dataclass(frozen=True)
class Table:
    """Where the parts of a record are kept, and the column that says whose they are.

    Those that are shared belong to all who share the record; others to the municipality alone.
    """

    model: type[Model]
    owner: str
    is_shared: bool = False


_KINDS: dict[str, Kind] = {}


def declare(*kinds: Kind) -> None:
    """Let the file hold further kinds; each after those that it refers to."""
    for kind in kinds:
        _KINDS[kind.section] = kind


def kinds() -> Iterator[Kind]:
    yield from _KINDS.values()


def kind_of(section: str) -> Kind:
    return _KINDS[section]


def sections() -> list[str]:
    return list(_KINDS)


def is_known(section: Any) -> bool:
    return section in _KINDS
