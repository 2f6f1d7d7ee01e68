"""Turns records into rows: those to add, to change and to take away."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
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
# The place of a value in a record, and what makes its cells of it.
_Giving = tuple[int, Callable[[Any], Iterable[Any]]]
_Citing = tuple[UUID, Values, bool]  # an object, what it cites, and whether it is new


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one field: their place in a record, and how their rows are written."""

    place: int
    table: Table
    columns: list[str]
    giving: list[_Giving]
    cited: int | None

    @property
    def stored_in(self) -> list[str]:
        return ["id", "municipality_id", f"{self.table.owner}_id", *self.columns]

    def cited_by(self, part: Values) -> Values:
        return () if self.cited is None else part[self.cited]


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
        giving = self._giving(kind.kept)
        rows = (self._new_row(entry, giving) for entry in new)
        insert_many(kind.model, columns, rows)

    def _new_row(self, entry: Entry, giving: Sequence[_Giving]) -> Row:
        key = [entry.key] if self._kind.key else []
        return [entry.pk, self._owner(entry), *key, *_cells(giving, entry.values)]

    def _change(self, old: list[Entry]) -> None:
        kind = self._kind
        columns, giving = ["id", *_columns(kind.kept)], self._giving(kind.kept)
        rows = ([entry.pk, *_cells(giving, entry.values)] for entry in old)
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

    def _giving(self, kept: Iterable[tuple[int, Field]]) -> list[_Giving]:
        """How the cells of each field are made, found out once for all the rows."""
        stored = [(place, field) for place, field in kept if not isinstance(field, Shared)]
        return [(place, self._given(field)) for place, field in stored]

    def _given(self, field: Field) -> Callable[[Any], Iterable[Any]]:
        if isinstance(field, Pair):
            return partial(self._pair, field.section)
        return partial(self._referred, field) if isinstance(field, Reference) else field.give

    def _pair(self, section: str, keys: Iterable[str]) -> list[UUID]:
        return sorted(e.pk for key in keys if (e := self._state.find(section, key)))

    def _referred(self, field: Reference, key: str) -> tuple[Any, ...]:
        referred = self._state.find(field.section, key) if key else None
        if referred is None:
            return (None,) * len(field.stored_in)
        return (referred.pk, *_repeated(field, referred)) if field.repeats else (referred.pk,)

    def write_parts(self, changed: list[Entry]) -> None:
        """Write the lists; their rows refer to records, which are all there by now."""
        for place, field, table in self._kind.lists:
            differing = [entry for entry in changed if _differs(entry, place)]
            kept = [(n, each) for n, each in enumerate(field.fields) if each.columns]
            lists = _Lists(place, table, _columns(kept), self._giving(kept), _cited_place(field))
            self._change_lists(lists, [entry for entry in differing if not entry.is_new])
            self._add_lists(lists, [entry for entry in differing if entry.is_new])

    def _add_lists(self, lists: _Lists, new: list[Entry]) -> None:
        parts: list[_Citing] = []
        insert_many(lists.table.model, lists.stored_in, self._new_parts(lists, new, parts))
        self._cite(lists.table.model, parts)

    def _new_parts(self, lists: _Lists, new: list[Entry], parts: list[_Citing]) -> Iterator[Row]:
        """The rows, and as they are made: those that cite; the others need not be known by us."""
        for entry in new:
            owner = self._owner_of_list(lists, entry)
            for part in entry.values[lists.place]:
                pk = None
                if cited := lists.cited_by(part):
                    pk = uuid4()
                    parts.append((pk, cited, True))
                yield [pk, owner, entry.pk, *_cells(lists.giving, part)]

    def _change_lists(self, lists: _Lists, old: list[Entry]) -> None:
        had = self._had(lists, [entry.pk for entry in old])
        added: list[Row] = []
        removed: list[UUID] = []
        parts: list[_Citing] = []
        for entry in old:
            told = entry.values[lists.place]
            wanted = [_cells(lists.giving, part) for part in told]
            rows, missing, surplus = _compared(wanted, had[entry.pk])
            owner = self._owner_of_list(lists, entry)
            added += [[pk, owner, entry.pk, *row] for pk, row in missing]
            removed += surplus
            if lists.cited is not None:
                cited = map(lists.cited_by, told)
                parts += [(pk, of, False) for pk, of in zip(rows, cited, strict=True)]
        self._forget(removed)
        delete_many(lists.table.model, removed, municipality_id=self._actor.municipality_id)
        insert_many(lists.table.model, lists.stored_in, added)
        self._cite(lists.table.model, parts)

    def _owner_of_list(self, lists: _Lists, entry: Entry) -> UUID | None:
        return self._owner(entry) if lists.table.is_shared else self._actor.municipality_id

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

    def _had(self, lists: _Lists, owners: list[UUID]) -> dict[UUID, list[tuple[UUID, Row]]]:
        """The rows that there are, by the record that they belong to."""
        had: dict[UUID, list[tuple[UUID, Row]]] = defaultdict(list)
        owner = f"{lists.table.owner}_id"
        if owners:
            rows = within(lists.table.model, self._actor).filter(Among(owner, owners))
            for of, pk, *row in rows.values_list(owner, "pk", *lists.columns):
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


def _cells(giving: Iterable[_Giving], values: Values) -> Row:
    return [cell for place, give in giving for cell in give(values[place])]


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
