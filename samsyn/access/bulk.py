"""Thousands of rows in a few questions, for what comes in files; called by actions alone.

COPY would be faster still, and PostgreSQL refuses it into tables with row security.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, cast
from uuid import UUID

from django.db import connection
from django.db.models import Field, JSONField, Model
from psycopg.sql import SQL, Composable, Identifier, Literal

from samsyn.access.ahead import write
from samsyn.access.arrays import array

Row = Sequence[Any]

_ROWS_AT_A_TIME = 2_000
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
_GIVEN_OR_NEW = SQL("coalesce(told.id, gen_random_uuid())")


def insert_many(
    model: type[Model], columns: Sequence[str], rows: Iterable[Row], **same: UUID
) -> None:
    """Add rows, with what is the same for all of them; a row whose `id` is not said is given one.

    What the columns do not say is empty, since the database has no defaults.
    """
    fields = [cast("Field[Any, Any]", model._meta.get_field(name)) for name in columns]
    values: dict[str, Composable] = dict(zip(columns, map(_taken, fields), strict=True))
    values |= dict.fromkeys(same, SQL("%s"))
    values["id"] = _GIVEN_OR_NEW if "id" in values else SQL("gen_random_uuid()")
    statement = SQL(
        "insert into {table} ({columns}) select {values} from unnest({arrays}) as told ({told})"
    ).format(
        table=_table(model),
        columns=_listed(map(Identifier, values)),
        values=_listed(values.values()),
        arrays=_listed(map(_array_of, fields)),
        told=_listed(map(Identifier, columns)),
    )
    for batch in _batches(rows):
        told = zip(fields, zip(*batch, strict=True), strict=True)
        write(statement, [*same.values(), *(_told(field, each) for field, each in told)])


def update_many(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[Row],
    *,
    municipality_id: UUID,
) -> None:
    """Change rows to what they become; the first column is the one that they are known by."""
    known_by, *changed = columns
    becoming = SQL("{name} = becoming.{name}")
    statement = SQL(
        "update {table} set {sets} from json_populate_recordset(null::{table}, %s) as becoming "
        "where {table}.{known_by} = becoming.{known_by} and {within}"
    ).format(
        within=_within(model, municipality_id),
        table=_table(model),
        sets=SQL(", ").join(becoming.format(name=Identifier(name)) for name in changed),
        known_by=Identifier(known_by),
    )
    for batch in _batches(rows):
        told = [dict(zip(columns, row, strict=True)) for row in batch]
        # Identifiers and days are told as text; the column says what they are.
        write(statement, [_JSON.encode(told)])


def delete_many(model: type[Model], ids: Collection[UUID], *, municipality_id: UUID) -> None:
    if ids:
        statement = SQL("delete from {table} where id = any (%s) and {within}").format(
            table=_table(model), within=_within(model, municipality_id)
        )
        write(statement, [list(ids)])


def check_references() -> None:
    """Let the database check all it was told now; it would otherwise do so when all wait for it."""
    write(SQL("set constraints all immediate"))
    write(SQL("set constraints all deferred"))


def _within(model: type[Model], municipality_id: UUID) -> Composable:
    """The explicit filter above row security; a row that is shared is of no municipality."""
    return SQL("coalesce({}.municipality_id, {own}) = {own}").format(
        _table(model), own=Literal(municipality_id)
    )


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    each = iter(rows)
    while batch := list(islice(each, _ROWS_AT_A_TIME)):
        yield batch


def _listed(parts: Iterable[Composable]) -> Composable:
    return SQL(", ").join(parts)


def _type(field: "Field[Any, Any]") -> str:
    """The type of the column, without the length: that it is kept is seen to by the column."""
    return str(field.db_type(connection)).partition("(")[0]


def _array_of(field: "Field[Any, Any]") -> Composable:
    """What is a list itself is told as text; arrays of PostgreSQL cannot hold such."""
    return SQL("%s::text[]") if _is_list(field) else SQL(f"%s::{_type(field)}[]")


def _taken(field: "Field[Any, Any]") -> Composable:
    name = Identifier("told", field.attname)
    return SQL(f"{{}}::{_type(field)}").format(name) if _is_list(field) else name


def _is_list(field: "Field[Any, Any]") -> bool:
    return _type(field).endswith("[]")


def _told(field: "Field[Any, Any]", values: Iterable[Any]) -> str:
    return array(map(_as_json, values) if isinstance(field, JSONField) else values)


def _as_json(value: Any) -> str | None:
    return None if value is None else _JSON.encode(value)


def _table(model: type[Model]) -> Identifier:
    return Identifier(model._meta.db_table)
