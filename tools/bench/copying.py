"""What the database alone would take: the rows of a municipality through COPY, and nothing else."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

_OWNED = """
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'municipality_id'
    order by table_name
"""
_BESIDE = ("access_", "audit_", "exchange_", "search_")  # written by an import, in no file


@dataclass(slots=True)
class Copied:
    """How many rows an import wrote, and the seconds that they alone take."""

    rows: int = 0
    taken_in: float = 0
    taken_out: float = 0


def copied(where: Mapping[str, Any], key: str) -> Copied:
    """Copy all rows in to bare twins, and out those of them that a file holds.

    By the superuser: without row security, and without triggers, constraints and indexes.
    """
    found = Copied()
    with psycopg.connect(**where) as line:
        for table in _tables(line):
            rows, seconds = _out(line, table, key)
            found.taken_out += 0 if table.startswith(_BESIDE) else seconds
            count, seconds = _in(line, table, rows)
            found.taken_in += seconds
            found.rows += count
        line.rollback()
    return found


def _tables(line: psycopg.Connection) -> Iterator[str]:
    return (name for (name,) in line.execute(_OWNED).fetchall())


def _out(line: psycopg.Connection, table: str, key: str) -> tuple[bytes, float]:
    start = time.perf_counter()
    rows = SQL(
        "copy (select * from {} where municipality_id = "
        "(select id from access_municipality where key = {})) to stdout"
    ).format(Identifier(table), Literal(key))
    with line.cursor().copy(rows) as copy:
        content = b"".join(map(bytes, copy))
    return content, time.perf_counter() - start


def _in(line: psycopg.Connection, table: str, rows: bytes) -> tuple[int, float]:
    twin = Identifier(f"twin_of_{table}")
    line.execute(SQL("create temporary table {} (like {})").format(twin, Identifier(table)))
    start = time.perf_counter()
    with line.cursor() as cursor:
        with cursor.copy(SQL("copy {} from stdin").format(twin)) as copy:
            copy.write(rows)
        return cursor.rowcount, time.perf_counter() - start
