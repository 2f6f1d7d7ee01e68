"""What is wrong with a database, told from inside it; each fault says what is to be done."""

from typing import Any

import psycopg

from samsyn.config.database.binaries import OLDEST

Connection = psycopg.Connection[Any]

# One column for each sentence below, in the same order.
_ROLE = """
select
    rolsuper,
    rolbypassrls,
    rolcreatedb or rolcreaterole,
    exists(select from pg_class where relnamespace = 'public'::regnamespace
        and pg_has_role(relowner, 'member'))
    or exists(select from pg_database where datname = current_database()
        and pg_has_role(datdba, 'member')),
    has_schema_privilege('public', 'create')
from pg_roles where rolname = current_user
"""
_ROLE_SENTENCES = (
    "Rollen {role} är superanvändare och ser allt: kör alter role {role} nosuperuser.",
    "Rollen {role} går förbi radskyddet: kör alter role {role} nobypassrls.",
    "Rollen {role} får skapa för mycket: kör alter role {role} nocreatedb nocreaterole.",
    "Rollen {role} äger databasen eller något i den: DATABASE_URL behöver en annan roll än ägaren.",
    "Rollen {role} får skapa tabeller: kör revoke create on schema public from public, {role}.",
)

_EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
_IN_SWEDISH_ORDER = ("Abborrberget", "zink", "Ånge", "åtvid", "Ängelholm", "Öckerö", "östersund")

_UNPROTECTED = """
select relname from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
and exists(select from pg_attribute where attrelid = pg_class.oid
    and attname = 'municipality_id' and not attisdropped)
and not (relrowsecurity and relforcerowsecurity
    and exists(select from pg_policy where polrelid = pg_class.oid))
order by relname
"""


def faults_of_server(connection: Connection) -> list[str]:
    major = connection.info.server_version // 10_000
    if major < OLDEST:
        return [f"PostgreSQL {major} är för gammal: Samsyn behöver {OLDEST} eller nyare."]
    return []


def faults_of_role(connection: Connection) -> list[str]:
    """Return why the role we are may not serve the site."""
    row = connection.execute(_ROLE).fetchone() or ()
    role = connection.info.user
    found = [
        text.format(role=role) for text, holds in zip(_ROLE_SENTENCES, row, strict=True) if holds
    ]
    return faults_of_server(connection) + found


def is_built(connection: Connection) -> bool:
    """Tell whether there is a schema, and we may read how far it has come."""
    query = (
        "select coalesce(has_table_privilege(to_regclass('django_migrations'), 'select'), false)"
    )
    row = connection.execute(query).fetchone()
    return bool(row and row[0])


def unprotected_tables(connection: Connection) -> list[str]:
    """Return each table whose rows belong to a municipality but are not fenced by row security."""
    return [row[0] for row in connection.execute(_UNPROTECTED).fetchall()]


def missing_extensions(connection: Connection) -> list[str]:
    found = {row[0] for row in connection.execute("select extname from pg_extension").fetchall()}
    return [name for name in _EXTENSIONS if name not in found]


def sorts_as_swedish(connection: Connection) -> bool:
    query = "select array_agg(name order by sv_key(name)) from unnest(%s::text[]) as name"
    row = connection.execute(query, [sorted(_IN_SWEDISH_ORDER)]).fetchone()
    return bool(row and tuple(row[0]) == _IN_SWEDISH_ORDER)
