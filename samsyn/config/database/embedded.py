"""Samsyn's own database, from nothing to ready."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from samsyn.config.database import failures, locks
from samsyn.config.database.binaries import find_binaries
from samsyn.config.database.roles import ensure_roles_and_database
from samsyn.config.database.server import EmbeddedServer, make_home
from samsyn.config.env import Environment
from samsyn.config.secrets import SECRET_KEY, Secrets


def embedded_server(env: Environment, options: Mapping[str, str] | None = None) -> EmbeddedServer:
    return EmbeddedServer(env.home, find_binaries(env.postgres_bin), options)


def start(env: Environment, options: Mapping[str, str] | None = None) -> EmbeddedServer:
    """Start the server with its roles and its database; do nothing that is done already."""
    server = embedded_server(env, options)
    server.up()
    with locks.waiting(env.home / ".preparing"):
        Secrets(env.home).made(SECRET_KEY)
        ensure_roles_and_database(env)
    return server


@contextmanager
def running_database(env: Environment, options: Mapping[str, str] | None = None) -> Iterator[None]:
    """Keep the database up for a while; the last one to leave stops it."""
    if not env.is_embedded:
        yield
        return
    users = env.home / ".users"
    with failures.explained(env.home):
        make_home(env.home)
        users.touch()
    try:
        with locks.shared(users):
            start(env, options)
            yield
    finally:
        with locks.if_free(users) as was_last:
            if was_last:
                embedded_server(env).down()
