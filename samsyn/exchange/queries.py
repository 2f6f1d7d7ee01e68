"""What a municipality has, as the file says it; and what has been imported."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Sequence as Many
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Case, F, IntegerField, Model, QuerySet, When
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, visible, within
from samsyn.exchange.fields import Field, Sources, in_order
from samsyn.exchange.kinds import Kind, Table, Values, kinds
from samsyn.exchange.models import Import, ImportedChange
from samsyn.exchange.records import Entry
from samsyn.exchange.rules import READ_IMPORT
from samsyn.kernel.errors import RuleBrokenError
from samsyn.sources.api import Citation

_ROWS_AT_A_TIME = 5_000
# The place of a value in a record, what takes it from a row, and where in the row that begins.
_Taking = tuple[int, Callable[[Many[Any], int], Any], int]


class KeyIsSharedError(RuleBrokenError):
    pass


def stored(actor: Actor) -> dict[str, list[Entry]]:
    """Everything that the municipality has, by section, in a handful of questions."""
    return {kind.section: list(entries(actor, kind)) for kind in kinds()}


def entries(actor: Actor, kind: Kind) -> Iterator[Entry]:
    """The records of a section, in the order of their keys."""
    rows = _rows(actor, kind)
    first = next(rows, None)
    if first is None:
        return  # and nothing belongs to any of them, or is cited
    parts = [(place, _parts(actor, field.fields, table)) for place, field, table in kind.lists]
    cited = citations(actor, kind.model) if kind.cited is not None else {}
    seen: set[str] = set()
    taking = _taking(kind.kept)
    for pk, key, *row in chain([first], rows):
        _refuse_twice(kind, key, seen)
        values = list(kind.empties)
        _take(taking, row, values)
        for place, of in parts:
            values[place] = of.get(pk, ())
        if kind.cited is not None:
            values[kind.cited] = cited.get(pk, ())
        yield Entry(key, pk, tuple(values))


def _refuse_twice(kind: Kind, key: str, seen: set[str]) -> None:
    """A body of the municipality's own may have the key of one that it shares."""
    if not kind.key:
        return
    if key in seen:
        told = _("Två poster i %(section)s har nyckeln %(key)s.")
        raise KeyIsSharedError(told % {"section": kind.section, "key": key})
    seen.add(key)


def _rows(actor: Actor, kind: Kind) -> Iterator[Any]:
    columns = [column for _place, field in kind.kept for column in field.columns]
    rows = within(kind.model, actor).order_by(*(kind.order or (kind.key,)), "pk")
    return rows.values_list("pk", kind.key or "pk", *columns).iterator(_ROWS_AT_A_TIME)


def _taking(fields: Iterable[tuple[int, Field]]) -> list[_Taking]:
    """How each value is taken from a row, found out once for all the rows."""
    taking: list[_Taking] = []
    at = 0
    for place, field in fields:
        taking.append((place, field.take, at))
        at += len(field.columns)
    return taking


def _take(taking: Iterable[_Taking], row: Many[Any], values: list[Any]) -> None:
    for place, take, at in taking:
        values[place] = take(row, at)


def _parts(actor: Actor, fields: tuple[Field, ...], table: Table) -> dict[UUID, Values]:
    """The parts of every record that has some, by the record's identifier."""
    kept = [(place, field) for place, field in enumerate(fields) if field.columns]
    columns = [column for _place, field in kept for column in field.columns]
    owner = f"{table.owner}_id"
    rows = within(table.model, actor).filter(**{f"{owner}__isnull": False})
    found: dict[UUID, list[Values]] = defaultdict(list)
    taking, empties = _taking(kept), [field.empty for field in fields]
    cited, at = _cited_parts(actor, fields, table)
    for of, pk, *row in rows.values_list(owner, "pk", *columns).iterator(_ROWS_AT_A_TIME):
        values = empties.copy()
        _take(taking, row, values)
        if at is not None:
            values[at] = cited.get(pk, ())
        found[of].append(tuple(values))
    return {of: in_order(parts) for of, parts in found.items()}


def _cited_parts(
    actor: Actor, fields: tuple[Field, ...], table: Table
) -> tuple[Mapping[UUID, Values], int | None]:
    places = [place for place, field in enumerate(fields) if isinstance(field, Sources)]
    return (citations(actor, table.model), places[0]) if places else ({}, None)


def citations(actor: Actor, model: type[Model]) -> Mapping[UUID, Values]:
    """What each row of the model cites: documents by their keys, with place and quote."""
    rows = within(Citation, actor).filter(object_type=model._meta.label_lower)
    told = rows.order_by("object_id", "ordinal").values_list(
        "object_id", "document__key", "place", "quote"
    )
    found: dict[UUID, Values] = {}
    for of, *one in told.iterator(_ROWS_AT_A_TIME):
        found[of] = (*found.get(of, ()), tuple(one))
    return found


def imports(actor: Actor) -> QuerySet[Import]:
    return visible(actor, READ_IMPORT).order_by("-at", "pk")


def changes_of(actor: Actor, import_id: UUID) -> QuerySet[Any]:
    """What an import changed, in the order of the sections."""
    ranks = [When(section=kind.section, then=n) for n, kind in enumerate(kinds())]
    rank = Case(*ranks, default=len(ranks), output_field=IntegerField())
    rows = within(ImportedChange, actor).filter(of_id=import_id)
    ranked: QuerySet[Any] = rows.annotate(rank=rank).order_by("rank", "key", "pk")
    return ranked


def changes_to(actor: Actor, object_id: UUID) -> QuerySet[ImportedChange]:
    """What imports have changed in one record, the newest first."""
    rows = within(ImportedChange, actor).filter(object_id=object_id).select_related("of")
    return rows.order_by(F("of__at").desc(), "pk")
