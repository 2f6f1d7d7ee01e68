"""Lets the database write what it has been told, while Python makes what it is to be told next."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection
from psycopg.sql import Composable

_MOST_WAITING = 8_000_000  # signs of text; thousands of rows are seldom more


class _Writer:
    """Has the connection in a thread of its own, one statement after the other."""

    def __init__(self, thread: ThreadPoolExecutor) -> None:
        self._thread = thread
        self._waiting: deque[tuple[Future[Any], int]] = deque()
        self._held = 0

    def write(self, statement: Composable, values: Sequence[Any] | None) -> None:
        size = sum(len(value) for value in values or () if isinstance(value, str))
        while self._waiting and self._held + size > _MOST_WAITING:
            self._wait_for_one()
        line = connection.connection
        self._waiting.append((self._thread.submit(line.execute, statement, values), size))
        self._held += size

    def catch_up(self) -> None:
        while self._waiting:
            self._wait_for_one()

    def _wait_for_one(self) -> None:
        written, size = self._waiting.popleft()
        self._held -= size
        with connection.wrap_database_errors:
            written.result()

    def first_catch_up(self, execute: Any, *question: Any) -> Any:
        self.catch_up()
        return execute(*question)


_WRITER: ContextVar[_Writer | None] = ContextVar("writer", default=None)


@contextmanager
def writing_ahead() -> Iterator[None]:
    """Wait for what is written when something is asked, and at the end: it is all in order."""
    with ThreadPoolExecutor(1) as thread:
        writer = _Writer(thread)
        before = _WRITER.set(writer)
        try:
            with connection.execute_wrapper(writer.first_catch_up):
                yield
            writer.catch_up()
        finally:
            _WRITER.reset(before)


def write(statement: Composable, values: Sequence[Any] | None = None) -> None:
    """Change rows; what the database refuses is told here, or by the latest when it is asked."""
    if writer := _WRITER.get():
        writer.write(statement, values)
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
