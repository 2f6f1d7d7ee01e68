"""Tells the database in which municipality, and as whom, a transaction runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

from samsyn.access import clock
from samsyn.access.domain import Actor


def bind(municipality_id: UUID | None, account_id: UUID | None) -> None:
    """Bind the open transaction; the settings vanish when it ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('app.municipality', %s, true), set_config('app.account', %s, true)",
            [_text(municipality_id), _text(account_id)],
        )


def present(token_hash: str) -> None:
    """Show the token that someone came with: the row that it belongs to can be seen, no other."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.token', %s, true)", [token_hash])


@contextmanager
def acting_in(municipality_id: UUID, account_id: UUID | None = None) -> Iterator[Actor]:
    """Act in one transaction from the command line or a job; no account is the operator."""
    with transaction.atomic():
        bind(municipality_id, account_id)
        yield Actor(account_id, municipality_id, clock.now())


def municipality_ids() -> list[UUID]:
    """Name every municipality, for a job that visits them in turn."""
    with connection.cursor() as cursor:
        cursor.execute("select samsyn_municipalities()")
        return [pk for (pk,) in cursor.fetchall()]


def _text(identifier: UUID | None) -> str:
    return str(identifier) if identifier else ""
