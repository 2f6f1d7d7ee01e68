"""The database keeps the house's conventions; its own catalogue is asked."""

from typing import Any, LiteralString

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

_OURS = (
    "relnamespace = 'public'::regnamespace "
    "and relname ~ "
    "'^(access|audit|calendars|exchange|forums|organisation|post|search|sources)_'"
)
_DJANGO_DECIDES = {"access_account.password", "access_account.email", "access_cache.cache_key"}


def test_every_foreign_key_has_an_index_that_begins_with_it() -> None:
    assert (
        _rows(f"""
        select conrelid::regclass || '.' || attname
        from pg_constraint
        join pg_class on pg_class.oid = conrelid
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
        where contype = 'f' and {_OURS} and not exists(
            select from pg_index where indrelid = conrelid and indkey[0] = any(conkey))
        order by 1""")
        == []
    )


@pytest.mark.parametrize(("ending", "kind"), [("at", "timestamp with time zone"), ("on", "date")])
def test_what_an_ending_promises_is_the_type(ending: str, kind: str) -> None:
    assert (
        _rows(
            f"""
        select relname || '.' || attname || ' ' || format_type(atttypid, null)
        from pg_attribute join pg_class on pg_class.oid = attrelid
        where {_OURS} and relkind = 'r' and attnum > 0 and not attisdropped
        and attname ~ %s and format_type(atttypid, null) <> %s
        order by 1""",
            f"_{ending}$",
            kind,
        )
        == []
    )


def test_texts_have_no_length_in_the_database() -> None:
    """A limit is a rule with a sentence, not a column that cuts."""
    limited = _rows(f"""
        select relname || '.' || attname
        from pg_attribute join pg_class on pg_class.oid = attrelid
        where {_OURS} and relkind = 'r' and attnum > 0 and atttypmod > 0
        and atttypid = 'varchar'::regtype
        order by 1""")
    assert [column for column in limited if column not in _DJANGO_DECIDES] == []


def test_every_constraint_is_named_in_words() -> None:
    assert (
        _rows(f"""
        select conrelid::regclass || ' ' || conname
        from pg_constraint join pg_class on pg_class.oid = conrelid
        where {_OURS} and contype in ('c', 'u', 'x')
        and conname ~ '(_check$|_check[0-9]+$|_[0-9a-f]{{8}}(_|$)|_uniq$|_excl$)'
        order by 1""")
        == []
    )


def test_every_row_that_belongs_to_a_municipality_is_fenced() -> None:
    tables = _rows("""
        select relname from pg_class join pg_attribute on attrelid = pg_class.oid
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and attname = 'municipality_id' and not attisdropped
        order by 1""")
    fenced = _rows("""
        select relname from pg_class
        where relrowsecurity and relforcerowsecurity
        and exists(select from pg_policy where polrelid = pg_class.oid)""")

    assert len(tables) > 1
    assert [table for table in tables if table not in fenced] == []


def test_no_fence_has_a_gate_that_is_open_to_all() -> None:
    """What the application may see or write always hangs on who asks, and from where."""
    assert (
        _rows("""
        select relname || ' ' || polname
        from pg_policy join pg_class on pg_class.oid = polrelid,
        unnest(array[pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)]) as gate
        where polpermissive and gate <> 'false' and gate !~ 'app\\.(municipality|account|token)'
        and exists(select from unnest(polroles) as role
            where role = 0 or pg_has_role(role, 'member'))
        order by 1""")
        == []
    )


def test_a_table_without_a_fence_is_known_to_be_common() -> None:
    """A new one has to be added here, by somebody who has thought."""
    assert _rows(f"""
        select relname from pg_class
        where {_OURS} and relkind in ('r', 'p') and not relrowsecurity
        order by 1""") == ["access_account", "access_cache"]


def test_the_application_owns_nothing() -> None:
    assert _rows("select relname from pg_class where relowner = current_user::regrole") == []
    assert _rows("select proname from pg_proc where proowner = current_user::regrole") == []
    assert _rows("select nspname from pg_namespace where nspowner = current_user::regrole") == []


def test_the_application_holds_no_right_to_empty_or_watch_a_table() -> None:
    assert (
        _rows("""
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and has_table_privilege(oid, 'truncate, references, trigger')""")
        == []
    )


def test_the_trail_can_only_grow() -> None:
    assert _rows("""
        select privilege from unnest(array['insert', 'select', 'update', 'delete']) as privilege
        where has_table_privilege('audit_event', privilege) order by 1""") == ["insert", "select"]


def _rows(query: LiteralString | str, *parameters: Any) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters or None)
        return [row[0] for row in cursor.fetchall()]
