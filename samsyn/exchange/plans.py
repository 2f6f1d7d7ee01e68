"""Deed an import would create, change and end."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from samsyn.exchange.fields import ABSENT, Days
from samsyn.exchange.kinds import Kind, kinds
from samsyn.exchange.models import Deed
from samsyn.exchange.records import Entry, Place
from samsyn.exchange.state import State, touched


class Difference(NamedTuple):
    """A field as it was and as it becomes, as both stand in a file."""

    field: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    kind: Kind
    what: Deed
    entry: Entry

    @property
    def key(self) -> str:
        """The record's key, or for one that has none: what it is known by."""
        if self.kind.key:
            return self.entry.key
        values = self.entry.values
        return " ".join(
            word for place, field in self.kind.knowing for word in field.in_key(values[place])
        )

    def differences(self) -> Iterator[Difference]:
        before = self.entry.before or self.kind.empties
        for field, old, new in zip(self.kind.fields, before, self.entry.values, strict=True):
            if old is not new and old is not ABSENT and new is not ABSENT and old != new:
                yield Difference(field.name, field.write_if(old), field.write_if(new))


@dataclass(slots=True)
class Plan:
    """Every change that an import makes in one municipality, in the order of the sections."""

    place: Place
    state: State
    changes: list[Change]

    def counts(self) -> Counter[tuple[str, Deed]]:
        return Counter((change.kind.section, change.what) for change in self.changes)


def plan_of(place: Place, state: State) -> Plan:
    return Plan(place, state, list(_changes(state)))


def _changes(state: State) -> Iterator[Change]:
    return (
        Change(kind, _what(kind, entry), entry)
        for kind in kinds()
        for entry in touched(state.of(kind.section))
        if entry.is_changed
    )


def _what(kind: Kind, entry: Entry) -> Deed:
    if entry.before is None:
        return Deed.CREATED
    for place, field in enumerate(kind.fields):
        if isinstance(field, Days):
            was_open = entry.before[place].ends_on is None
            return Deed.ENDED if was_open and entry.values[place].ends_on else Deed.CHANGED
    return Deed.CHANGED
