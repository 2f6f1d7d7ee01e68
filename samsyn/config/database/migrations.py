"""Brings the schema up to date, as its owner, and gives the application what it needs of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.db.models import BaseConstraint, Index
from psycopg.sql import SQL, Identifier

from samsyn.config.problems import ProblemError

Step = tuple[Any, bool]
Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]

_ONE_AT_A_TIME = 7_266_796  # any number, the same in every release


class _State(ProjectState):
    """The models between two steps; a rule or an index of one leaves the other classes as they are.

    Django makes the class anew, and with it every class that is related to it, which is nearly
    all: two thirds of the time that an empty database took.
    """

    def add_index(self, app_label: str, model_name: str, index: Index) -> None:
        self._has(app_label, model_name, "indexes", index)

    def add_constraint(self, app_label: str, model_name: str, constraint: BaseConstraint) -> None:
        self._has(app_label, model_name, "constraints", constraint)

    def _has(self, app_label: str, model_name: str, option: str, one: Any) -> None:
        options = self.models[app_label, model_name].options
        options[option] = [*options[option], one]
        if "apps" in self.__dict__:
            setattr(self.apps.get_model(app_label, model_name)._meta, option, options[option])


def missing_migrations() -> list[str]:
    """Return the names of what the installed release has and the database lacks."""
    executor = MigrationExecutor(connection)
    return [f"{step.app_label}.{step.name}" for step, _ in _plan(executor)]


def refuse_missing_migrations() -> None:
    missing = missing_migrations()
    if missing:
        raise ProblemError(
            f"Databasen saknar ändringar ({len(missing)}, {missing[0]} först): kör samsyn migrate."
        )


def migrate(app_role: str, progress: Progress) -> int:
    """Apply what is missing and return how many steps that was."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [_ONE_AT_A_TIME])
        cursor.execute("set lock_timeout = '4s'")
    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    plan = _plan(executor)
    with progress(len(plan)) as advance:
        executor.progress_callback = _counting(advance)
        executor.migrate(executor.loader.graph.leaf_nodes(), plan, _applied(executor))
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", apps=apps, plan=plan)
    grant_to_application(app_role)
    return len(plan)


def grant_to_application(role: str) -> None:
    """Let `role` work with the rows, and neither change the schema nor the trail."""
    statements = (
        "grant usage on schema public to {role}",
        "grant select, insert, update, delete on all tables in schema public to {role}",
        "grant usage on all sequences in schema public to {role}",
        "revoke update, delete, truncate on audit_event from {role}",
        "revoke insert, update, delete, truncate on django_migrations from {role}",
    )
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(SQL(statement).format(role=Identifier(role)))


def _plan(executor: MigrationExecutor) -> list[Step]:
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def _applied(executor: MigrationExecutor) -> _State:
    loader = executor.loader
    found = loader.project_state(
        [each for each in loader.applied_migrations if each in loader.graph.nodes]
    )
    return _State(found.models, found.real_apps)


def _counting(advance: Callable[[], None]) -> Callable[..., None]:
    def progress(action: str, *_: object) -> None:
        if action == "apply_success":
            advance()

    return progress
