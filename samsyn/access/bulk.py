"""Thousands of rows in a few questions, for what comes in files; called by actions alone.

COPY would be faster, and PostgreSQL refuses it into tables with row security.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from psycopg.sql import SQL, Composable, Identifier

_ROWS_AT_A_TIME = 5_000


def insert_many(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    statement = SQL("insert into {table} ({columns}) select * from unnest({arrays})").format(
        table=_table(model), columns=_names(columns), arrays=_arrays(model, columns)
    )
    _run(statement, rows)


def update_many(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Change rows to what they become; the first column is the one that they are known by."""
    known_by, *changed = columns
    sets = SQL(", ").join(
        SQL("{name} = becoming.{name}").format(name=Identifier(name)) for name in changed
    )
    statement = SQL(
        "update {table} set {sets} from unnest({arrays}) as becoming ({columns}) "
        "where {table}.{known_by} = becoming.{known_by}"
    ).format(
        table=_table(model),
        sets=sets,
        arrays=_arrays(model, columns),
        columns=_names(columns),
        known_by=Identifier(known_by),
    )
    _run(statement, rows)


def delete_many(model: type[Model], ids: Collection[UUID]) -> None:
    if ids:
        statement = SQL("delete from {} where id = any (%s)").format(_table(model))
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(ids)])


def _run(statement: Composable, rows: Iterable[Sequence[Any]]) -> None:
    each = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(each, _ROWS_AT_A_TIME)):
            cursor.execute(statement, [list(column) for column in zip(*batch, strict=True)])


def _table(model: type[Model]) -> Identifier:
    return Identifier(model._meta.db_table)


def _names(columns: Sequence[str]) -> Composable:
    return SQL(", ").join(Identifier(name) for name in columns)


def _arrays(model: type[Model], columns: Sequence[str]) -> Composable:
    types = {field.column: str(field.db_type(connection)) for field in model._meta.local_fields}
    return SQL(", ").join(SQL("%s::" + types[name] + "[]") for name in columns)  # type: ignore[arg-type]
