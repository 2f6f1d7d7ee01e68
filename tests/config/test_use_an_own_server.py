import psycopg

from samsyn.config.env import Environment
from tests.config.conftest import OwnServer, Samsyn


def test_the_doctor_finds_it_well(own_server: OwnServer, samsyn: Samsyn) -> None:
    told = samsyn("doctor", "--port", "8199", **own_server.variables).stdout

    faults = [line for line in told.splitlines() if line.startswith("fel")]
    assert [line for line in faults if "Stilmallar" not in line] == []


def test_names_are_sorted_as_in_swedish(own_server: OwnServer) -> None:
    with psycopg.connect(own_server.app) as connection:
        rows = connection.execute(
            "select name from unnest(array['Ö', 'z', 'ä', 'Å', 'a']) as name order by sv_key(name)"
        ).fetchall()

    assert [name for (name,) in rows] == ["a", "z", "Å", "ä", "Ö"]


def test_nothing_of_an_embedded_database_is_made(
    own_server: OwnServer, env: Environment, samsyn: Samsyn
) -> None:
    samsyn("doctor", **own_server.variables)

    assert not (env.home / "database").exists()


def test_an_address_for_the_owner_is_asked_for(own_server: OwnServer, samsyn: Samsyn) -> None:
    variables = own_server.variables
    del variables["DATABASE_OWNER_URL"]

    finished = samsyn("migrate", **variables)

    assert (finished.returncode, "DATABASE_OWNER_URL saknas" in finished.stderr) == (1, True)


def test_a_site_that_works_as_the_owner_is_refused(own_server: OwnServer, samsyn: Samsyn) -> None:
    variables = own_server.variables | {"DATABASE_URL": own_server.owner}

    finished = samsyn("serve", "--port", "8194", **variables)

    assert finished.returncode == 1
    assert "DATABASE_URL behöver en annan roll än ägaren" in finished.stderr


def test_missing_migrations_stop_the_start(empty_server: OwnServer, samsyn: Samsyn) -> None:
    finished = samsyn("serve", "--port", "8194", **empty_server.variables)

    assert (finished.returncode, "kör samsyn migrate" in finished.stderr) == (1, True)


def test_the_doctor_says_how_missing_roles_are_made(own_server: OwnServer, samsyn: Samsyn) -> None:
    missing = own_server.app.replace("samsyn_app", "nobody_yet")

    finished = samsyn("doctor", **(own_server.variables | {"DATABASE_URL": missing}))

    assert finished.returncode == 1
    assert 'create role "nobody_yet" login nosuperuser nobypassrls' in finished.stdout


def test_a_server_that_does_not_answer_is_told_in_one_line(samsyn: Samsyn) -> None:
    away = "postgresql://samsyn:secret@127.0.0.1:1/samsyn"

    finished = samsyn("migrate", DATABASE_URL=away, DATABASE_OWNER_URL=away)

    assert finished.returncode == 1
    assert finished.stderr.startswith("Fel: Databasen svarar inte")
    assert "Traceback" not in finished.stderr
    assert "secret" not in finished.stderr
