"""Thousands of rows in a few questions, for what comes in files; called by actions alone.

COPY would be faster still, and PostgreSQL refuses it into tables with row security. The rows go as
one JSON text: an array for each column took the driver longer to write than the server to read.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Model
from psycopg.sql import SQL, Composable, Identifier, Literal

from samsyn.access.ahead import write

_ROWS_AT_A_TIME = 2_000


def insert_many(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], **same: UUID
) -> None:
    """Add rows, with what is the same for all of them; a row that says no `id` is given one.

    What the columns do not say is empty, since the database has no defaults.
    """
    values: dict[str, Composable] = {name: Identifier(name) for name in columns}
    values |= dict.fromkeys(same, SQL("%s"))
    values.setdefault("id", SQL("gen_random_uuid()"))
    statement = SQL(
        "insert into {table} ({columns}) "
        "select {values} from json_populate_recordset(null::{table}, %s)"
    ).format(
        table=_table(model),
        columns=SQL(", ").join(map(Identifier, values)),
        values=SQL(", ").join(values.values()),
    )
    _run(statement, columns, rows, same.values())


def update_many(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
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
    _run(statement, columns, rows)


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


def _run(
    statement: Composable,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    same: Iterable[UUID] = (),
) -> None:
    each = iter(rows)
    while batch := list(islice(each, _ROWS_AT_A_TIME)):
        told = [dict(zip(columns, row, strict=True)) for row in batch]
        # Identifiers and days are told as text; the column says what they are.
        write(statement, [*same, json.dumps(told, ensure_ascii=False, default=str)])


def _table(model: type[Model]) -> Identifier:
    return Identifier(model._meta.db_table)
