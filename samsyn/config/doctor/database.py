"""What the database is like: reachable, new enough, fenced, and able to sort Swedish names."""

from collections.abc import Iterator

import psycopg

from samsyn.config.database import faults
from samsyn.config.database.addresses import address
from samsyn.config.database.embedded import running_database
from samsyn.config.database.instructions import how_to_create
from samsyn.config.database.migrations import missing_migrations
from samsyn.config.doctor.findings import Finding
from samsyn.config.env import Environment, Role
from samsyn.config.problems import ProblemError

_PATIENCE = 5  # seconds
_NAMES: dict[Role, str] = {"owner": "Ägarens roll", "app": "Programmets roll"}


def findings(env: Environment) -> Iterator[Finding]:
    try:
        with running_database(env):
            yield from _of_running(env)
    except ProblemError as problem:
        yield Finding("Databasen", str(problem))


def _of_running(env: Environment) -> Iterator[Finding]:
    yield _of_connection(env, "owner")
    application = _of_connection(env, "app")
    yield application
    if application.fault is None:
        with psycopg.connect(**address(env, "app")) as connection:
            yield from _of_database(connection)


def _of_connection(env: Environment, role: Role) -> Finding:
    try:
        with psycopg.connect(**address(env, role), connect_timeout=_PATIENCE) as connection:
            return Finding(f"{_NAMES[role]} {connection.info.user} når databasen")
    except ProblemError as problem:
        return Finding(_NAMES[role], f"{problem}\n{how_to_create(env)}")
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        advice = f"når inte databasen ({reason}). Roller och databas skapas så här:"
        return Finding(_NAMES[role], f"{advice}\n{how_to_create(env)}")


def _of_database(connection: faults.Connection) -> Iterator[Finding]:
    version = connection.info.server_version // 10_000
    yield Finding(f"PostgreSQL {version}", _all(faults.faults_of_server(connection)))
    yield Finding("Programmets rättigheter", _all(faults.faults_of_role(connection)))
    if faults.is_built(connection):
        yield from _of_schema(connection)
    else:
        yield Finding("Tabellerna", "saknas eller är stängda för rollen: kör samsyn migrate.")


def _of_schema(connection: faults.Connection) -> Iterator[Finding]:
    missing = faults.missing_extensions(connection)
    advice = f"{', '.join(missing)} saknas: låt serverns ägare installera dem, kör samsyn migrate."
    yield Finding("Databasens tillägg", advice if missing else None)
    pending = missing_migrations()
    advice = f"ändringar saknas ({len(pending)}): kör samsyn migrate."
    yield Finding("Tabellerna", advice if pending else None)
    open_tables = faults.unprotected_tables(connection)
    advice = f"saknas på {', '.join(open_tables)}: kör samsyn migrate."
    yield Finding("Radskydd på varje kommuns rader", advice if open_tables else None)
    advice = "sv_key sorterar fel: kör samsyn migrate."
    yield Finding("Svensk bokstavsordning", None if faults.sorts_as_swedish(connection) else advice)


def _all(sentences: list[str]) -> str | None:
    return " ".join(sentences) or None
