"""Each guard is broken on purpose, and the check that the suite makes has to notice."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Q, QuerySet
from psycopg.sql import SQL, Identifier

from samsyn.access import api, doors, entry, prepared, queries, rules
from samsyn.access.api import Action, Actor, Role, held_today
from samsyn.access.models import Assignment
from samsyn.organisation import rules as organisation_rules
from tests import factories as make
from tests.access import checks, matrix, owner
from tests.access.conftest import Declare
from tests.surroundings import ALINGSAS, TYRESO

Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def _questions_are_written_anew() -> Iterator[None]:
    """A question that is written already would not know of the broken guard, or outlive it."""
    prepared.forget()
    yield
    prepared.forget()


@contextmanager
def noticed() -> Iterator[None]:
    """What is done inside has to fail as a test fails, and not by accident."""
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        yield


def test_the_table_is_not_fooled_by_open_doors(db: None, monkeypatch: Patch) -> None:
    monkeypatch.setattr(Action, "condition", lambda *_: ~Q(pk__in=[]))
    monkeypatch.setattr(entry, "_role", lambda *_: "")

    decisions = matrix.decided(Role.PARTICIPANT, matrix.build_world(), [matrix.OTHER])

    assert matrix.wrong_cells(matrix.cells(Role.PARTICIPANT), decisions)


def test_an_action_without_rules_that_is_open_to_all(
    db: None, monkeypatch: Patch, declare: Declare
) -> None:
    real = Action.condition
    monkeypatch.setattr(
        Action, "condition", lambda a, actor: real(a, actor) if a.permitted else ~Q(pk__in=[])
    )

    with noticed():
        checks.nobody_is_let_in_without_a_rule(declare)


def test_a_dropped_never(db: None, monkeypatch: Patch, declare: Declare) -> None:
    def without_never(action: Action[Any], actor: Actor) -> Q:
        allowed = Q(pk__in=[])
        for rule in action.permitted:
            allowed |= rule.condition(actor)
        return allowed

    monkeypatch.setattr(Action, "condition", without_never)

    with noticed():
        checks.what_is_never_permitted_is_refused(declare)


def test_a_page_that_answers_post(db: None, monkeypatch: Patch) -> None:
    monkeypatch.setattr(doors, "require_GET", lambda view: view)

    with noticed():
        checks.a_page_answers_get_alone()


def test_a_command_that_answers_get(db: None, monkeypatch: Patch) -> None:
    monkeypatch.setattr(doors, "require_POST", lambda view: view)

    with noticed():
        checks.a_command_answers_post_alone()


@pytest.mark.parametrize(
    "check",
    [
        checks.a_command_that_breaks_leaves_nothing,
        checks.a_command_that_is_refused_by_a_rule_leaves_nothing,
    ],
)
def test_a_missing_transaction(db: None, monkeypatch: Patch, check: Callable[[], None]) -> None:
    monkeypatch.setattr(doors, "transaction", SimpleNamespace(atomic=nullcontext))

    with noticed():
        check()


def test_a_missing_row_lock(committed_database: str, monkeypatch: Patch) -> None:
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_: rows)

    with noticed():
        checks.a_command_locks_its_row()


def test_a_forgotten_end_date(db: None, monkeypatch: Patch) -> None:
    def ever_held(actor: Actor, *roles: Role) -> QuerySet[Assignment]:
        return Assignment.objects.filter(
            municipality_id=actor.municipality_id,
            account_id=actor.account_key,
            role__in=roles,
            starts_on__lte=actor.today,
        )

    for module in (rules, organisation_rules):
        monkeypatch.setattr(module, "held_today", ever_held)
    monkeypatch.setattr(entry, "_role", lambda *_: "")

    with noticed():
        checks.a_role_that_has_ended_opens_nothing()


def test_a_forgotten_first_day(db: None, monkeypatch: Patch) -> None:
    def soon_held(actor: Actor, *roles: Role) -> QuerySet[Assignment]:
        late = Actor(actor.account_id, actor.municipality_id, actor.now.replace(year=2099))
        return held_today(late, *roles)

    monkeypatch.setattr(rules, "held_today", soon_held)
    monkeypatch.setattr(entry, "_role", lambda *_: "")

    decisions = matrix.decided(Role.ADMINISTRATOR, matrix.build_world(), [matrix.TOMORROW])

    assert matrix.wrong_cells(matrix.cells(Role.ADMINISTRATOR), decisions)


def test_a_list_that_forgets_the_rule(db: None, monkeypatch: Patch) -> None:
    monkeypatch.setattr(matrix, "visible", lambda actor, action: api.within(action.model, actor))

    with noticed():
        matrix.decided(Role.PARTICIPANT, matrix.build_world())


def test_a_list_that_forgets_the_municipality_is_caught_by_the_net(
    db: None, monkeypatch: Patch
) -> None:
    """Our own filter is gone, and still nothing is seen: row security stands below it."""
    hidden = make.body(municipality_id=TYRESO)
    monkeypatch.setattr(queries, "within", lambda model, _actor: model._default_manager.all())

    seen = queries.visible(make.actor(Role.ADMINISTRATOR), organisation_rules.READ_BODY)

    assert not seen.filter(pk=hidden.pk).exists()


@pytest.fixture
def both(committed_database: str) -> None:
    for municipality_id in (ALINGSAS, TYRESO):
        with transaction.atomic():
            make.everything(municipality_id)
            make.checked_event(municipality_id)


def test_row_security_dropped_from_any_table(both: None) -> None:
    tables = {model._meta.db_table for model in checks.tenants()}
    unnoticed = [table for table in sorted(tables) if not leak_is_noticed(table)]

    assert unnoticed == ["organisation_participation"]  # which has no rows here
    assert len(tables) >= 13


def leak_is_noticed(table: str) -> bool:
    return fails(table, "alter table {} disable row level security") and not fails(
        table, "alter table {} enable row level security"
    )


def fails(table: str, statement: str) -> bool:
    change(statement, table)
    try:
        with transaction.atomic():
            checks.nothing_of_another_municipality_is_seen()
    except AssertionError:
        return True
    return False


def change(statement: str, table: str) -> None:
    with owner.owner() as connection:
        connection.execute(SQL(statement).format(Identifier(table)))


def test_a_policy_that_lets_all_through(both: None) -> None:
    change("create policy everyone on {} for select using (true)", "organisation_body")

    with noticed(), transaction.atomic():
        checks.nothing_of_another_municipality_is_seen()


def test_a_policy_that_forgets_whether_the_setting_is_made(both: None) -> None:
    change(
        "create policy unset on {} for select using "
        "(nullif(current_setting('app.municipality', true), '') is null)",
        "organisation_body",
    )

    with noticed(), transaction.atomic():
        checks.nothing_is_seen_outside_every_municipality()


@pytest.mark.parametrize(
    "check",
    [
        checks.nothing_of_another_municipality_is_seen,
        checks.the_application_is_bound_by_row_security,
    ],
)
def test_an_application_role_that_passes_row_security(
    both: None, check: Callable[[], None]
) -> None:
    with owner.working_past_row_security(), noticed(), transaction.atomic():
        check()


def test_an_application_that_works_as_the_owner(both: None) -> None:
    with owner.working_as_owner(), noticed(), transaction.atomic():
        checks.the_application_owns_nothing()


def test_the_checks_hold_when_nothing_is_broken(both: None) -> None:
    """Else everything above could be noticed for another reason."""
    holding: list[Callable[[], Any]] = [
        checks.nothing_of_another_municipality_is_seen,
        checks.nothing_is_seen_outside_every_municipality,
        checks.the_application_is_bound_by_row_security,
        checks.the_application_owns_nothing,
    ]
    for check in holding:
        with transaction.atomic():
            check()
