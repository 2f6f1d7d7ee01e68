"""Homes and servers that a test may wreck."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from samsyn.config.database.addresses import DATABASE, address, superuser_address
from samsyn.config.database.embedded import embedded_server, start
from samsyn.config.env import Environment, Role, environment, read
from tests import surroundings

_ROLES: tuple[Role, Role] = ("app", "owner")
Samsyn = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def env() -> Iterator[Environment]:
    """Describe an embedded installation of which nothing exists yet."""
    folder = Path(tempfile.mkdtemp(prefix="samsyn-config-"))
    folder.chmod(0o711)
    found = read({"SAMSYN_HOME": str(folder / "home"), **_chosen_server()})
    yield found
    embedded_server(found).down()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def prepared() -> Iterator[Environment]:
    """Make one installation, stopped, to be copied: a copy is cheaper than a new one."""
    folder = Path(tempfile.mkdtemp(prefix="samsyn-prepared-"))
    folder.chmod(0o711)
    made = read({"SAMSYN_HOME": str(folder / "home"), **_chosen_server()})
    start(made, surroundings.FAST).down()
    yield made
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def stopped(prepared: Environment, env: Environment) -> Environment:
    subprocess.run(["cp", "-a", prepared.home, env.home], check=True)
    return env


@pytest.fixture
def running(stopped: Environment) -> Environment:
    start(stopped, surroundings.FAST)
    return stopped


@pytest.fixture
def built(template_database: str) -> Environment:
    """Give the installation that all tests share, migrated; it is not to be changed."""
    return environment()


@pytest.fixture
def samsyn(env: Environment) -> Samsyn:
    """Run the command in the installation `env`."""

    def run(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        place = {"SAMSYN_HOME": str(env.home)}
        return _run(arguments, place | _chosen_server() | variables)

    return run


@dataclass(frozen=True)
class OwnServer:
    """A server that somebody else runs: Samsyn is told of it by two addresses."""

    app: str
    owner: str

    @property
    def variables(self) -> dict[str, str]:
        key = "another key for tests, long enough and secret"
        return {
            "DATABASE_URL": self.app,
            "DATABASE_OWNER_URL": self.owner,
            "SAMSYN_SECRET_KEY": key,
        }


@pytest.fixture(scope="session")
def debian_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        pytest.skip("no server of Debian's is installed")
    return found[-1].parent


@pytest.fixture(scope="session")
def debian_server(debian_programs: Path) -> Iterator[Environment]:
    folder = Path(tempfile.mkdtemp(prefix="samsyn-own-"))
    folder.chmod(0o711)
    host = read({"SAMSYN_HOME": str(folder), "SAMSYN_POSTGRES_BIN": str(debian_programs)})
    server = start(host, surroundings.FAST)
    yield host
    server.down()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_server(debian_server: Environment) -> OwnServer:
    """Give a server where the roles and the database are made, but no table."""
    with psycopg.connect(**superuser_address(debian_server), autocommit=True) as server:
        server.execute("create database empty template samsyn owner samsyn_owner")
    return OwnServer(
        app=_url(debian_server, "app", "empty"), owner=_url(debian_server, "owner", "empty")
    )


@pytest.fixture(scope="session")
def own_server(debian_server: Environment, empty_server: OwnServer) -> OwnServer:
    """Give a server where Samsyn's tables are built."""
    server = OwnServer(*(_url(debian_server, role, DATABASE) for role in _ROLES))
    finished = _run(
        ["migrate"], server.variables | {"SAMSYN_HOME": str(debian_server.home / "site")}
    )
    assert finished.returncode == 0, finished.stderr
    return server


def _run(arguments: Sequence[str], variables: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        surroundings.command(*arguments),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=plain_surroundings() | variables,
    )


def _url(env: Environment, role: Role, database: str) -> str:
    part = address(env, role)
    place = quote(part["host"], safe="")
    return f"postgresql://{part['user']}:{part['password']}@/{database}?host={place}"


def _chosen_server() -> dict[str, str]:
    chosen = environment().postgres_bin
    return {"SAMSYN_POSTGRES_BIN": str(chosen)} if chosen else {}


def plain_surroundings() -> dict[str, str]:
    """Return the surroundings of a terminal where nothing of Samsyn is set."""
    ours = ("SAMSYN_", "DATABASE_", "EMAIL_", "DJANGO_", "PYTEST_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
