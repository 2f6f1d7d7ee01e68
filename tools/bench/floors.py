"""What the database alone would take: the questions of a page, asked again without Django."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.db import connection
from django.test import Client

from samsyn.access.api import Account
from tools.bench.visitors import Times

_OK = 200
_TIMES = 5
_QUESTIONS = ("select", "with")


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    bound: Any


class Insider:
    """Someone who asks for pages within this process, where every statement can be heard."""

    def __init__(self, email: str) -> None:
        self._client = Client(SERVER_NAME="127.0.0.1")
        self._client.force_login(Account.objects.get(email=email))
        self._client.get("/")

    def statements(self, path: str) -> list[Statement]:
        with _heard() as heard:
            response = self._client.get(path)
        if response.status_code != _OK:
            raise RuntimeError(f"{path} answered {response.status_code}")
        return heard


@contextmanager
def _heard() -> Iterator[list[Statement]]:
    heard: list[Statement] = []

    def listen(execute: Callable[..., Any], sql: str, bound: Any, *rest: Any) -> Any:
        heard.append(Statement(sql, bound))
        return execute(sql, bound, *rest)

    with connection.execute_wrapper(listen):
        yield heard


def asked_again(statements: Sequence[Statement], crowd: int) -> Times:
    """Ask what the page asked, on as many connections at once as there are visitors."""
    questions = [each for each in statements if each.text.lstrip().lower().startswith(_QUESTIONS)]
    where = connection.get_connection_params()
    with ThreadPoolExecutor(crowd) as pool:
        taken = list(pool.map(lambda _: list(_replayed(questions, where)), range(crowd)))
    return Times([1_000 * seconds for each in taken for seconds in each])


def _replayed(questions: Sequence[Statement], where: Mapping[str, Any]) -> Iterator[float]:
    with psycopg.connect(**where) as plain:
        for _ in range(_TIMES):
            start = time.perf_counter()
            with plain.transaction():
                for each in questions:
                    plain.execute(each.text, each.bound).fetchall()
            yield time.perf_counter() - start
