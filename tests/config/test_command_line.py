import socket
from pathlib import Path

import pytest

from samsyn.config import site
from samsyn.config.database.embedded import embedded_server
from samsyn.config.env import Environment
from tests.config.conftest import Samsyn


@pytest.mark.parametrize("name", ["demo", "serve", "migrate", "doctor", "user", "municipality"])
def test_every_command_explains_itself(name: str, samsyn: Samsyn) -> None:
    finished = samsyn(name, "--help")

    assert (finished.returncode, finished.stdout.startswith("Usage:")) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [["dance"], ["serve", "--port", "many"], ["serve", "--port", "70000"], ["demo", "x"]],
)
def test_wrong_usage_ends_with_two(arguments: list[str], samsyn: Samsyn) -> None:
    finished = samsyn(*arguments)

    assert (finished.returncode, "Traceback" in finished.stderr) == (2, False)


def test_a_setting_that_is_wrong_ends_with_one_and_one_line(samsyn: Samsyn) -> None:
    finished = samsyn("migrate", SAMSYN_DEV="perhaps")

    assert finished.returncode == 1
    assert finished.stderr.splitlines() == [
        "Fel: Inställningen SAMSYN_DEV går inte att använda: skriv 0 eller 1."
    ]


@pytest.mark.parametrize("name", ["serve", "demo"])
def test_a_taken_port_is_told(name: str, samsyn: Samsyn) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        finished = samsyn(name, "--port", port)

    assert finished.returncode == 1
    assert f"Porten {port} är upptagen" in finished.stderr


def test_a_home_where_another_samsyn_runs_is_refused(env: Environment, samsyn: Samsyn) -> None:
    with site.only_site(env):
        finished = samsyn("demo", "--port", "8198")

    assert finished.returncode == 1
    assert "används redan av en annan Samsyn" in finished.stderr


def test_a_server_that_is_too_old_is_refused(tmp_path: Path, samsyn: Samsyn) -> None:
    old = tmp_path / "postgres"
    old.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.19'\n")
    old.chmod(0o755)

    finished = samsyn("migrate", SAMSYN_POSTGRES_BIN=str(tmp_path))

    assert finished.returncode == 1
    assert "PostgreSQL 14" in finished.stderr
    assert "Samsyn behöver 15 eller nyare" in finished.stderr


def test_a_folder_without_a_server_is_refused(tmp_path: Path, samsyn: Samsyn) -> None:
    finished = samsyn("migrate", SAMSYN_POSTGRES_BIN=str(tmp_path))

    assert (finished.returncode, "PostgreSQL hittas inte" in finished.stderr) == (1, True)


def test_the_demonstration_is_never_loaded_into_a_server_of_ones_own(samsyn: Samsyn) -> None:
    finished = samsyn("demo", DATABASE_URL="postgresql://a:b@127.0.0.1/samsyn")

    assert (finished.returncode, "ta bort DATABASE_URL" in finished.stderr) == (1, True)


def test_serve_refuses_a_database_that_is_not_built(stopped: Environment, samsyn: Samsyn) -> None:
    finished = samsyn("serve", "--port", "8197")

    assert finished.returncode == 1
    assert "kör samsyn migrate" in finished.stderr
    assert not embedded_server(stopped).is_running()


def test_the_doctor_finds_a_built_installation_well(built: Environment, samsyn: Samsyn) -> None:
    told = samsyn("doctor", "--port", "8196", SAMSYN_HOME=str(built.home)).stdout

    faults = [line for line in told.splitlines() if line.startswith("fel")]
    assert [line for line in faults if "Stilmallar" not in line] == []
    assert "ok   Svensk bokstavsordning" in told


def test_the_doctor_ends_with_one_when_something_is_wrong(
    running: Environment, samsyn: Samsyn
) -> None:
    finished = samsyn("doctor", "--port", "8195")

    assert finished.returncode == 1
    assert "fel  Tabellerna: saknas" in finished.stdout


def test_a_home_that_may_not_be_written_is_told(tmp_path: Path, samsyn: Samsyn) -> None:
    (tmp_path / "file").touch()

    finished = samsyn("migrate", SAMSYN_HOME=str(tmp_path / "file" / "home"))

    assert finished.returncode == 1
    assert finished.stderr.startswith("Fel: ")
    assert "Traceback" not in finished.stderr


def test_a_database_that_is_not_built_is_told(samsyn: Samsyn, running: Environment) -> None:
    finished = samsyn("municipality", "list", SAMSYN_HOME=str(running.home))

    assert finished.returncode == 1
    assert finished.stderr.splitlines() == ["Fel: Databasen är inte byggd: kör samsyn migrate."]


def test_a_missing_key_is_told(samsyn: Samsyn, tmp_path: Path) -> None:
    nowhere = "postgres://nobody@127.0.0.1:1/none"
    finished = samsyn(
        "serve",
        SAMSYN_HOME=str(tmp_path),
        DATABASE_URL=nowhere,
        DATABASE_OWNER_URL=nowhere,
        SAMSYN_SECRET_KEY="",
    )

    assert finished.returncode == 1
    assert finished.stderr.splitlines() == [
        "Fel: SAMSYN_SECRET_KEY saknas: ange en nyckel på minst 32 tecken."
    ]
