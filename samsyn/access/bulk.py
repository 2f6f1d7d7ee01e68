"""Thousands of rows in a few questions, for what comes in files; called by actions alone.

COPY would be faster still, and PostgreSQL refuses it into tables with row security. The rows go as
one JSON text: an array for each column took the driver longer to write than the server to read.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from psycopg.sql import SQL, Composable, Identifier

_ROWS_AT_A_TIME = 5_000


def insert_many(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows; what the columns do not say is empty, since the database has no defaults."""
    statement = SQL(
        "insert into {table} ({columns}) "
        "select {columns} from json_populate_recordset(null::{table}, %s)"
    ).format(table=_table(model), columns=_names(columns))
    _run(statement, columns, rows)


def update_many(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Change rows to what they become; the first column is the one that they are known by."""
    known_by, *changed = columns
    becoming = SQL("{name} = becoming.{name}")
    statement = SQL(
        "update {table} set {sets} from json_populate_recordset(null::{table}, %s) as becoming "
        "where {table}.{known_by} = becoming.{known_by}"
    ).format(
        table=_table(model),
        sets=SQL(", ").join(becoming.format(name=Identifier(name)) for name in changed),
        known_by=Identifier(known_by),
    )
    _run(statement, columns, rows)


def delete_many(model: type[Model], ids: Collection[UUID]) -> None:
    if ids:
        statement = SQL("delete from {} where id = any (%s)").format(_table(model))
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(ids)])


def _run(statement: Composable, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    each = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(each, _ROWS_AT_A_TIME)):
            told = [dict(zip(columns, row, strict=True)) for row in batch]
            # Identifiers and days are told as text; the column says what they are.
            cursor.execute(statement, [json.dumps(told, ensure_ascii=False, default=str)])


def _table(model: type[Model]) -> Identifier:
    return Identifier(model._meta.db_table)


def _names(columns: Sequence[str]) -> Composable:
    return SQL(", ").join(Identifier(name) for name in columns)
