"""Turns records into rows: those to add, to change and to take away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from samsyn.access.api import Actor, Among, delete_many, insert_many, update_many, within
from samsyn.exchange.fields import Field, Pair, Parts, Reference, Shared, Sources
from samsyn.exchange.kinds import Kind, Table, Values, kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State
from samsyn.sources import api as sources

Row = list[Any]
_Citing = tuple[UUID, Values, bool]  # an object, what it cites, and whether it is new


class Store:
    """Writes the records of a section, with what belongs to them."""

    def __init__(self, kind: Kind, state: State, actor: Actor) -> None:
        self._kind, self._state, self._actor = kind, state, actor
        self._sourced: list[sources.Sourced] = []

    def write(self, changed: list[Entry]) -> None:
        """Write the records themselves; those that are referred to have to be there."""
        new = [entry for entry in changed if entry.is_new]
        self._add(_parents_first(self._kind, new))
        self._change([entry for entry in changed if not entry.is_new])
        if self._kind.participation:
            self._take_part(self._kind.participation, new)

    def _add(self, new: list[Entry]) -> None:
        kind = self._kind
        key = [kind.key] if kind.key else []
        columns = ["id", "municipality_id", *key, *_columns(kind.kept)]
        rows = (self._new_row(entry) for entry in new)
        insert_many(kind.model, columns, rows)

    def _new_row(self, entry: Entry) -> Row:
        key = [entry.key] if self._kind.key else []
        return [entry.pk, self._owner(entry), *key, *self._cells(self._kind.kept, entry.values)]

    def _change(self, old: list[Entry]) -> None:
        kind = self._kind
        columns = ["id", *_columns(kind.kept)]
        rows = ([entry.pk, *self._cells(kind.kept, entry.values)] for entry in old)
        update_many(kind.model, columns, rows, municipality_id=self._actor.municipality_id)

    def _take_part(self, table: Table, new: list[Entry]) -> None:
        shared = [entry for entry in new if self._owner(entry) is None]
        rows = ([entry.pk] for entry in shared)
        own = {"municipality_id": self._actor.municipality_id}
        insert_many(table.model, [f"{table.owner}_id"], rows, **own)

    def _owner(self, entry: Entry) -> UUID | None:
        """The municipality that has the record; a shared one belongs to none."""
        place = self._kind.shared
        is_shared = place is not None and entry.values[place]
        return None if is_shared else self._actor.municipality_id

    def _cells(self, kept: Iterable[tuple[int, Field]], values: Values) -> Row:
        return [cell for place, field in kept for cell in self._given(field, values[place])]

    def _given(self, field: Field, value: Any) -> Iterable[Any]:
        if isinstance(field, Shared):
            return ()
        if isinstance(field, Pair):
            return sorted(e.pk for key in value if (e := self._state.find(field.section, key)))
        if not isinstance(field, Reference):
            return field.give(value)
        referred = self._state.find(field.section, value) if value else None
        if referred is None:
            return (None,) * len(field.stored_in)
        return referred.pk, *_repeated(field, referred)

    def write_parts(self, changed: list[Entry]) -> None:
        """Write the lists; their rows refer to records, which are all there by now."""
        for place, field, table in self._kind.lists:
            differing = [entry for entry in changed if _differs(entry, place)]
            if differing:
                self._write_list(place, field, table, differing)

    def _write_list(self, place: int, field: Parts, table: Table, differing: list[Entry]) -> None:
        kept = [(n, each) for n, each in enumerate(field.fields) if each.columns]
        columns = _columns(kept)
        had = self._had(table, columns, [entry.pk for entry in differing if not entry.is_new])
        added: list[Row] = []
        removed: list[UUID] = []
        parts: list[_Citing] = []
        cited = _cited_place(field)
        for entry in differing:
            wanted = [self._cells(kept, part) for part in entry.values[place]]
            rows, missing, surplus = _compared(wanted, had[entry.pk])
            owner = self._owner(entry) if table.is_shared else self._actor.municipality_id
            added += [[pk, owner, entry.pk, *row] for pk, row in missing]
            removed += surplus
            if cited is not None:
                told = zip(rows, entry.values[place], strict=True)
                parts += [(pk, part[cited], entry.is_new) for pk, part in told]
        self._forget(removed)
        delete_many(table.model, removed, municipality_id=self._actor.municipality_id)
        of = ["id", "municipality_id", f"{table.owner}_id", *columns]
        insert_many(table.model, of, added)
        self._cite(table.model, parts)

    def cite(self, changed: list[Entry]) -> None:
        """Write what the records and their parts rest on, last: all there is to cite is there."""
        place = self._kind.cited
        if place is not None:
            cited = ((e.pk, e.values[place], e.is_new) for e in changed if _differs(e, place))
            self._cite(self._kind.model, cited)
        if self._sourced:
            sources.cite_in_bulk(self._sourced, actor=self._actor)

    def _cite(self, model: type[Model], cited: Iterable[_Citing]) -> None:
        label = model._meta.label_lower
        self._sourced += [
            sources.Sourced(label, pk, [self._cited(one) for one in of], is_new)
            for pk, of, is_new in cited
            if of or not is_new
        ]

    def _cited(self, one: Values) -> sources.Cited:
        document = self._state.find("documents", one[0])
        if document is None:
            raise ValueError("references have been checked")
        return sources.Cited(document.pk, *one[1:])

    def _forget(self, removed: list[UUID]) -> None:
        if removed:
            sources.uncite(removed, actor=self._actor)

    def _had(
        self, table: Table, columns: list[str], owners: list[UUID]
    ) -> dict[UUID, list[tuple[UUID, Row]]]:
        """The rows that there are, by the record that they belong to."""
        had: dict[UUID, list[tuple[UUID, Row]]] = defaultdict(list)
        owner = f"{table.owner}_id"
        if owners:
            rows = within(table.model, self._actor).filter(Among(owner, owners))
            for of, pk, *row in rows.values_list(owner, "pk", *columns):
                had[of].append((pk, row))
        return had


def _compared(
    wanted: list[Row], had: list[tuple[UUID, Row]]
) -> tuple[list[UUID], list[tuple[UUID, Row]], list[UUID]]:
    """The row of each that is wanted, those among them that are missing, and the rows to spare."""
    spare: dict[tuple[Any, ...], list[UUID]] = defaultdict(list)
    for pk, row in had:
        spare[tuple(row)].append(pk)
    rows, missing = [], []
    for row in wanted:
        if same := spare[tuple(row)]:
            rows.append(same.pop())
        else:
            rows.append(uuid4())
            missing.append((rows[-1], row))
    return rows, missing, [pk for left in spare.values() for pk in left]


def _cited_place(field: Parts) -> int | None:
    return next((n for n, each in enumerate(field.fields) if isinstance(each, Sources)), None)


def _differs(entry: Entry, place: int) -> bool:
    return (
        bool(entry.values[place])
        if entry.before is None
        else (entry.values[place] != entry.before[place])
    )


def _columns(kept: Iterable[tuple[int, Field]]) -> list[str]:
    return [column for _place, field in kept for column in field.stored_in]


def _repeated(field: Reference, referred: Entry) -> Iterator[Any]:
    kind = kind_of(field.section)
    for _column, name in field.repeats:
        place = kind.places[name]
        yield from kind.fields[place].give(referred.values[place])


def _parents_first(kind: Kind, new: list[Entry]) -> list[Entry]:
    """Order records that refer to others of their own section after those."""
    own = [
        n
        for n, field in kind.kept
        if isinstance(field, Reference) and field.section == kind.section
    ]
    if not own:
        return new
    by_key = {entry.key: entry for entry in new}
    ordered: dict[str, Entry] = {}
    waiting = list(reversed(new))
    begun: set[str] = set()
    while waiting:
        entry = waiting[-1]
        referred = (by_key.get(entry.values[n]) for n in own)
        first = [each for each in referred if each and each.key not in begun]
        begun.add(entry.key)
        if first:
            waiting += first
        else:
            ordered.setdefault(entry.key, waiting.pop())
    return list(ordered.values())
