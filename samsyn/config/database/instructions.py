"""How the operator of an own server makes the roles and the database."""

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from samsyn.config.database.addresses import DATABASE
from samsyn.config.env import Environment
from samsyn.config.secrets import APP, OWNER

_RIGHTS = "login nosuperuser nobypassrls nocreatedb nocreaterole"


def how_to_create(env: Environment) -> str:
    """Return what a superuser types in psql, with the names that the addresses already use."""
    if env.is_embedded:
        return "Kör samsyn migrate."
    owner = _part(env.database_owner_url, "user", OWNER)
    app = _part(env.database_url, "user", APP)
    database = _part(env.database_url, "dbname", DATABASE)
    lines = [
        f"""create role "{owner}" {_RIGHTS} password '…';""",
        f"""create role "{app}" {_RIGHTS} password '…';""",
        f"""create database "{database}" owner "{owner}" encoding 'UTF8' template template0;""",
        f"""revoke all on database "{database}" from public;""",
        f"""grant connect on database "{database}" to "{app}";""",
    ]
    return "\n".join(f"     {line}" for line in lines)


def _part(url: str | None, key: str, default: str) -> str:
    try:
        return str(conninfo_to_dict(url or "").get(key) or default)
    except ProgrammingError:
        return default
