"""Working as the role that owns the database, as the operator and the migrations do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from django.db import connections, transaction
from psycopg.sql import SQL, Composed, Identifier, Literal

from samsyn.access.tenancy import bind
from samsyn.config.database.addresses import address, superuser_address
from samsyn.config.env import environment
from samsyn.organisation import actions
from samsyn.organisation.models import Body, BodyKind, BodyName, Participation
from samsyn.search.models import Entry


def database() -> str:
    return str(connections.settings["default"]["NAME"])


@contextmanager
def owner() -> Iterator[psycopg.Connection[Any]]:
    """A connection of the owner's, beside Django's own."""
    with psycopg.connect(**address(environment(), "owner") | {"dbname": database()}) as connection:
        yield connection


@contextmanager
def application() -> Iterator[psycopg.Connection[Any]]:
    """Another connection of the application's."""
    with psycopg.connect(**address(environment(), "app") | {"dbname": database()}) as connection:
        yield connection


@contextmanager
def working_as_owner() -> Iterator[None]:
    """Let Django itself work as the owner for a while; needs a database where commits are real."""
    with _as_user(*_credentials("owner")):
        yield


@contextmanager
def sharing(name: str, kind: BodyKind, municipality_ids: list[UUID]) -> Iterator[Body]:
    """Let municipalities share a body for a while, as only the operator can."""
    with working_as_owner():
        body = actions.share_body(name, kind, municipality_ids)
    try:
        yield body
    finally:
        with working_as_owner(), transaction.atomic():
            for municipality_id in municipality_ids:
                bind(municipality_id, None)
                Entry.objects.filter(object_id=body.pk).delete()
            for rows in (Participation.objects, BodyName.objects):
                rows.filter(body=body).delete()
            Body.objects.filter(pk=body.pk).delete()


@contextmanager
def working_past_row_security() -> Iterator[None]:
    """Let Django work as a role that has all the application's rights, and BYPASSRLS."""
    name, password = Identifier("samsyn_test_bypass"), Literal("bypass")
    make = SQL("create role {} login bypassrls in role samsyn_app password {}")
    with superuser() as server:
        server.execute(make.format(name, password))
        server.execute(_connectable(name))
    try:
        with _as_user("samsyn_test_bypass", "bypass"):
            yield
    finally:
        with superuser() as server:
            server.execute(SQL("drop owned by {}").format(name))
            server.execute(SQL("drop role {}").format(name))


def _connectable(name: Identifier) -> Composed:
    return SQL("grant connect on database {} to {}").format(Identifier(database()), name)


def superuser() -> psycopg.Connection[Any]:
    return psycopg.connect(**superuser_address(environment(), database()), autocommit=True)


def _credentials(role: Any) -> tuple[str, str]:
    known = address(environment(), role)
    return known["user"], known["password"]


@contextmanager
def _as_user(user: str, password: str) -> Iterator[None]:
    default = connections.settings["default"]
    before = default["USER"], default["PASSWORD"]
    connections.close_all()
    default["USER"], default["PASSWORD"] = user, password
    try:
        yield
    finally:
        connections.close_all()
        default["USER"], default["PASSWORD"] = before
