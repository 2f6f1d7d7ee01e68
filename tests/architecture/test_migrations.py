"""Migrations are named as sentences, complete, and lead back as well as forth."""

import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from samsyn.config.database.addresses import django_database
from samsyn.config.env import environment

_PACKAGE = Path(__file__).parent.parent.parent / "samsyn"
_FILES = sorted(_PACKAGE.glob("*/migrations/0*.py"))
_CATALOGUE = """
select relname || ' ' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
from pg_attribute join pg_class on pg_class.oid = attrelid
where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
union all
select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
from pg_constraint where connamespace = 'public'::regnamespace
union all
select tablename || ' ' || policyname || ' ' || coalesce(qual, '') || coalesce(with_check, '')
from pg_policies
union all
select indexdef from pg_indexes where schemaname = 'public'
union all
select tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
order by 1
"""


@pytest.fixture
def as_owner(committed_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    default = connections.settings["default"]
    connection.close()
    with monkeypatch.context() as patch:
        for name in ("USER", "PASSWORD"):
            patch.setitem(default, name, django_database(environment(), "owner")[name])
        yield
        connection.close()


def test_every_change_to_the_models_has_its_migration(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_migration_is_named_as_a_sentence(path: Path) -> None:
    words = path.stem.split("_")[1:]

    assert len(words) > 1
    assert "auto" not in words
    assert not re.search(r"\d{8}", path.stem)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_migration_imports_nothing_from_the_application(path: Path) -> None:
    found = re.findall(r"^\s*(?:from|import) (samsyn\.\S+)", path.read_text(), re.MULTILINE)

    assert [name for name in found if ".migrations" not in name] == []


@pytest.fixture
def without_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Django build anew only the model that a constraint or an index is added to or taken from.

    It builds all that the model is related to as well, which is nearly everything, a thousand
    times over. What is asked of the database is the same.
    """
    for name in ("_append_option", "_remove_option"):
        monkeypatch.setattr(ProjectState, name, _alone(getattr(ProjectState, name)))


def _alone(change: Callable[..., None]) -> Callable[..., None]:
    def alone(state: ProjectState, app_label: str, model_name: str, *option: Any) -> None:
        only = {(app_label, model_name)}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(ProjectState, "_find_reload_model", lambda *_: only)
            change(state, app_label, model_name, *option)

    return alone


def test_the_schema_can_be_taken_down_and_built_again(
    as_owner: None, without_relations: None
) -> None:
    before = _catalogue()

    _migrate_to_nothing()
    left = connection.introspection.table_names()
    _migrate_to_all()

    assert [
        name for name in left if name.startswith(("access_", "audit_", "organisation_", "sources_"))
    ] == []
    assert _catalogue() == before


def _migrate_to_nothing() -> None:
    executor = MigrationExecutor(connection)
    ours = {path.parent.parent.name for path in _FILES}
    executor.migrate([(label, None) for label in sorted(ours)])


def _migrate_to_all() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def _catalogue() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_CATALOGUE)
        return [row[0] for row in cursor.fetchall()]
