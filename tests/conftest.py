"""Every test works as the application role, in a copy of a database migrated once per run."""

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from samsyn.config.database import locks
from samsyn.config.database.addresses import DATABASE, superuser_address
from samsyn.config.database.embedded import embedded_server, running_database
from samsyn.config.database.roles import restrict_database
from samsyn.config.env import environment
from samsyn.config.secrets import APP, Secrets
from tests import surroundings

BuildOnce = Callable[[Callable[[], Any]], Any]

HOME = surroundings.settle()
Secrets(HOME).made(APP)  # before the settings, which read it

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connections, transaction  # noqa: E402
from django.utils import translation  # noqa: E402

django.setup()

from samsyn.access import clock  # noqa: E402
from samsyn.access.tenancy import bind  # noqa: E402
from tests.people import NOW  # noqa: E402

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
settings.STATIC_ROOT = HOME / "static"
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--server-bin", help="directory of other PostgreSQL programs to test with")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--server-bin"):
        surroundings.use_server(config.getoption("--server-bin"))
        environment.cache_clear()
    settings.STATIC_ROOT.mkdir(exist_ok=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind, not even after a worker that was killed."""
    if not hasattr(config, "workerinput"):
        embedded_server(environment()).down()
        shutil.rmtree(HOME, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark is not None and (mark.args or mark.kwargs.get("transaction")):
            raise pytest.UsageError(f"{item.nodeid}: take the fixture committed_database instead.")


@pytest.fixture(scope="session")
def template_database() -> Iterator[str]:
    """Return the name of a migrated database that nobody works in."""
    with running_database(environment(), surroundings.FAST):
        with locks.waiting(HOME / ".migrating"):
            if not (HOME / "migrated").exists():
                subprocess.run(surroundings.command("migrate"), check=True, capture_output=True)
                _found_municipalities()
                (HOME / "migrated").touch()
        yield DATABASE


def _found_municipalities() -> None:
    """Only an operator founds municipalities, so they are there before the tests."""
    found = "insert into access_municipality (id, key, name, code) values (%s, %s, %s, %s)"
    address = superuser_address(environment()) | {"dbname": DATABASE}
    with psycopg.connect(**address, autocommit=True) as server, server.cursor() as cursor:
        cursor.executemany(found, surroundings.MUNICIPALITIES)


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), _working_in_copy_of(template_database):
        yield


@pytest.fixture(scope="module")
def build_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[BuildOnce]:
    """Build what the tests of a module have in common; each test leaves it as it found it.

    A test works in a savepoint of the transaction that this holds open, so no module may have
    both this and `committed_database`, which leaves that transaction behind.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield _built
        transaction.set_rollback(True)


def _built(build: Callable[[], Any]) -> Any:
    with translation.override("sv"), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        built = build()
    bind(None, None)  # a test begins in no municipality
    return built


@pytest.fixture
def committed_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """Work in a fresh database where commits are real; it is dropped afterwards."""
    with django_db_blocker.unblock(), _working_in_copy_of(DATABASE) as name:
        yield name


@pytest.fixture
def transactional_db(committed_database: str) -> str:
    """Stand in for pytest-django's, which empties tables with a right we do not have."""
    return committed_database


@contextmanager
def _working_in_copy_of(template: str) -> Iterator[str]:
    default = connections.settings["default"]
    name, before = f"test_{uuid4().hex}", default["NAME"]
    _as_superuser(lambda server: _copy(server, template, name))
    _move_to(name)
    try:
        yield name
    finally:
        _move_to(before)
        drop = SQL("drop database {} with (force)").format(Identifier(name))
        _as_superuser(lambda server: server.execute(drop))


def _copy(server: psycopg.Connection[Any], template: str, name: str) -> None:
    names = (Identifier(name), Identifier(template))
    # Its files are copied as they are: to write each page to the log takes ten times as long.
    made = SQL("create database {} template {} owner samsyn_owner strategy file_copy")
    server.execute(made.format(*names))
    restrict_database(server, name)


def _move_to(database: str) -> None:
    connections.close_all()
    connections.settings["default"]["NAME"] = database


def _as_superuser(work: Callable[[psycopg.Connection[Any]], object]) -> None:
    address = superuser_address(environment())
    with locks.waiting(HOME / ".copying"), psycopg.connect(**address, autocommit=True) as server:
        work(server)


@pytest.fixture(autouse=True)
def _in_swedish() -> Iterator[None]:
    """Begin in Swedish, whatever language a test before asked a page for."""
    with translation.override("sv"):
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not _is_here(str(address[0])):
            pytest.fail(f"A test reached out to {address[0]}.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
