"""The two roles: one owns and changes the schema, the other works and owns nothing."""

from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from samsyn.config.database.addresses import DATABASE, superuser_address
from samsyn.config.env import Environment
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import APP, OWNER, Secrets

_HARMLESS = SQL("login nosuperuser nobypassrls nocreatedb nocreaterole noreplication")


def ensure_roles_and_database(env: Environment) -> None:
    """Make whatever is missing of roles and database in the embedded server."""
    try:
        with psycopg.connect(**superuser_address(env), autocommit=True) as server:
            _ensure_role(server, OWNER, Secrets(env.home).made(OWNER))
            _ensure_role(server, APP, Secrets(env.home).made(APP))
            _ensure_database(server, DATABASE)
    except psycopg.OperationalError as error:
        raise ProblemError(_of_connection(error, env)) from error


def restrict_database(server: psycopg.Connection[Any], database: str) -> None:
    """Let nobody in but the two roles; a copied database does not inherit this."""
    names = {"database": Identifier(database), "app": Identifier(APP)}
    server.execute(SQL("revoke all on database {database} from public").format(**names))
    server.execute(SQL("grant connect on database {database} to {app}").format(**names))


def _ensure_role(server: psycopg.Connection[Any], name: str, password: str) -> None:
    known = server.execute("select 1 from pg_roles where rolname = %s", [name]).fetchone()
    verb = SQL("alter role") if known else SQL("create role")
    server.execute(
        SQL("{} {} {} password {}").format(verb, Identifier(name), _HARMLESS, Literal(password))
    )


def _ensure_database(server: psycopg.Connection[Any], name: str) -> None:
    if not server.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        server.execute(
            SQL("create database {} owner {}").format(Identifier(name), Identifier(OWNER))
        )
    restrict_database(server, name)


def _of_connection(error: psycopg.OperationalError, env: Environment) -> str:
    if "password authentication failed" in str(error):
        return f"Hemligheterna i {env.home / 'secrets'} hör inte till databasen: återställ dem."
    return f"Databasen i {env.home} svarar inte: {str(error).splitlines()[0]}"
