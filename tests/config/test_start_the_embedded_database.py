import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from samsyn.config.database.addresses import address
from samsyn.config.database.embedded import embedded_server, running_database, start
from samsyn.config.env import Environment
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import Secrets


def test_the_first_start_gives_two_roles_and_a_database(running: Environment) -> None:
    with psycopg.connect(**address(running, "owner")) as owner:
        owner.execute("create table kept (n int)")
    with (
        psycopg.connect(**address(running, "app")) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute("create table taken (n int)")


def test_the_application_may_not_even_make_a_temporary_table(running: Environment) -> None:
    with (
        psycopg.connect(**address(running, "app")) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute("create temporary table taken (n int)")


def test_rows_survive_when_server_and_helpers_are_killed(env: Environment) -> None:
    start(env)
    _insert(env, 500)

    _kill_all(env.home / "database")
    start(env)

    assert _count(env) == 500


def test_four_that_start_at_once_get_one_database(env: Environment) -> None:
    program = (
        "from samsyn.config.database.embedded import start;"
        "from samsyn.config.env import environment;"
        "start(environment())"
    )
    variables = os.environ | {"SAMSYN_HOME": str(env.home)}

    def begin(_: int) -> int:
        command = [sys.executable, "-c", program]
        return subprocess.run(command, env=variables, check=False).returncode

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(begin, range(4))) == [0, 0, 0, 0]
    _insert(env, 1)
    assert _count(env) == 1


def test_a_database_held_by_another_server_is_refused(running: Environment) -> None:
    socket = embedded_server(running).socket / ".s.PGSQL.5432"
    hidden = socket.rename(socket.with_name("hidden"))

    try:
        with pytest.raises(ProblemError, match="används redan av en annan PostgreSQL-server"):
            start(running)
    finally:
        hidden.rename(socket)


def test_a_pid_file_whose_number_is_another_program_now_is_forgotten(running: Environment) -> None:
    server = embedded_server(running)
    server.down()
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data}\n")

    start(running)

    assert server.is_running()


def test_a_home_may_be_moved(running: Environment) -> None:
    _insert(running, 1)
    embedded_server(running).down()
    elsewhere = running.home.rename(running.home.with_name("elsewhere"))
    moved = replace(running, home=elsewhere)

    with running_database(moved):
        assert _count(moved) == 1


def test_a_home_too_deep_for_a_socket_works_all_the_same(stopped: Environment) -> None:
    deep = replace(stopped, home=stopped.home.parent / ("långt" * 8) / ("bort" * 12))
    deep.home.parent.mkdir()
    stopped.home.rename(deep.home)

    with running_database(deep):
        _insert(deep, 1)

        assert _count(deep) == 1


def test_the_last_to_leave_stops_the_server(stopped: Environment) -> None:
    server = embedded_server(stopped)
    with running_database(stopped):
        with running_database(stopped):
            pass
        assert server.is_running()
    assert not server.is_running()


def test_a_directory_of_something_else_is_left_alone(env: Environment) -> None:
    kept = env.home / "database" / "photographs"
    kept.parent.mkdir(parents=True)
    kept.touch()

    with pytest.raises(ProblemError, match="går inte att använda"):
        start(env)

    assert kept.exists()


def test_nobody_else_may_read_the_secrets(running: Environment) -> None:
    folder = running.home / "secrets"

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_secrets_that_belong_to_another_database_are_told(running: Environment) -> None:
    (running.home / "secrets" / "postgres").write_text("lost and replaced")

    with pytest.raises(ProblemError, match="hör inte till databasen"):
        start(running)


def test_two_that_make_a_secret_at_once_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: Secrets(tmp_path).made("key"), range(8)))

    assert len(made) == 1


def _insert(env: Environment, rows: int) -> None:
    with psycopg.connect(**address(env, "owner")) as connection:
        connection.execute("create table if not exists kept (n int)")
        connection.execute("insert into kept select generate_series(1, %s)", [rows])


def _count(env: Environment) -> int:
    with psycopg.connect(**address(env, "owner")) as connection:
        row = connection.execute("select count(*) from kept").fetchone()
    assert row is not None
    return int(row[0])


def _kill_all(data: Path) -> None:
    postmaster = int((data / "postmaster.pid").read_text().split("\n")[0])
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for process in [postmaster, *map(int, children)]:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
