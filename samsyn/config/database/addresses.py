"""Where the database is, and as whom we speak to it."""

from collections.abc import Mapping
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from samsyn.config.database.sockets import PORT, socket_directory
from samsyn.config.env import Environment, Role
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import APP, OWNER, SUPERUSER, Secrets

DATABASE = "samsyn"
# PostgreSQL plans what is asked for the third time once and for all, as long as the line lives.
_PREPARED: Mapping[str, Any] = {"server_side_binding": True, "prepare_threshold": 2}
_USERS: Mapping[Role, str] = {"app": APP, "owner": OWNER}


def address(env: Environment, role: Role) -> dict[str, Any]:
    """Return what psycopg wants in order to connect as `role`."""
    if env.is_embedded:
        return _embedded(env, _USERS[role], DATABASE)
    variable = "DATABASE_OWNER_URL" if role == "owner" else "DATABASE_URL"
    url = env.database_owner_url if role == "owner" else env.database_url
    if url is None:
        raise ProblemError(
            "DATABASE_OWNER_URL saknas: ange adressen för den roll som äger databasen. "
            "Kör samsyn doctor för att se hur rollerna skapas."
        )
    return _external(variable, url)


def superuser_address(env: Environment, database: str = "postgres") -> dict[str, Any]:
    """Return how the embedded server's superuser connects; it has no part in daily work."""
    return _embedded(env, SUPERUSER, database)


def django_database(env: Environment, role: Role) -> dict[str, Any]:
    """Return Django's view of the same address."""
    options = address(env, role)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": options.pop("dbname"),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": options.pop("port", ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, **_PREPARED},
    }


def _embedded(env: Environment, user: str, database: str) -> dict[str, Any]:
    return {
        "host": str(socket_directory(env.home)),
        "port": PORT,
        "user": user,
        "password": Secrets(env.home).known(user) or "",
        "dbname": database,
        # A stranger who answered on the socket must not be handed the password.
        "require_auth": "scram-sha-256",
    }


def _external(variable: str, url: str) -> dict[str, Any]:
    try:
        return {key: value for key, value in conninfo_to_dict(url).items() if value is not None}
    except ProgrammingError:
        raise ProblemError(f"Inställningen {variable} är ingen databasadress.") from None
