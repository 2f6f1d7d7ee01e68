"""Row security is the net below our own filters: a question without any filter leaks nothing."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from samsyn.access.api import Account, Assignment, Municipality, Role
from samsyn.access.tenancy import bind
from samsyn.organisation.models import Body, Participation
from tests import factories as make
from tests.access import checks
from tests.conftest import BuildOnce
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

# Only the operator writes in it (tests/organisation/test_share_a_body.py).
WITHOUT_ROWS_HERE = {Participation}


@pytest.fixture(scope="module")
def both(build_once: BuildOnce) -> None:
    build_once(lambda: [make.everything(whose) for whose in (ALINGSAS, TYRESO)])


def test_every_table_has_rows_to_leak(both: None) -> None:
    make.operator(ALINGSAS)
    make.checked_event()

    empty = {model for model in checks.tenants() if not model._base_manager.exists()}

    assert empty == WITHOUT_ROWS_HERE


def test_nothing_of_another_municipality_is_seen(both: None) -> None:
    checks.nothing_of_another_municipality_is_seen()


def test_nothing_is_seen_outside_every_municipality(both: None) -> None:
    checks.nothing_is_seen_outside_every_municipality()


def test_an_account_sees_its_own_roles_in_every_municipality_and_no_others(both: None) -> None:
    account = make.account_with(Role.AUDITOR)
    make.account_with(Role.AUDITOR, municipality_id=TYRESO)

    bind(None, account.pk)

    seen = [row.account_id for row in Assignment.objects.all()]
    assert seen == [account.pk]
    assert [row.pk for row in Municipality.objects.all()] == [ALINGSAS]


def test_nothing_of_another_municipality_is_changed(both: None) -> None:
    make.operator(TYRESO)

    changed = [
        model.__name__
        for model in checks.tenants()
        if model.__name__ != "Event" and _touch_all(model, ALINGSAS)
    ]

    assert changed == []


def _touch_all(model: type[models.Model], municipality_id: object) -> int:
    rows = model._base_manager.filter(municipality_id=municipality_id)
    return rows.update(municipality_id=municipality_id)


def test_nothing_of_another_municipality_is_deleted(both: None) -> None:
    make.operator(TYRESO)

    deleted = [
        model.__name__
        for model in checks.tenants()
        if model.__name__ != "Event"
        and model._base_manager.filter(municipality_id=ALINGSAS)._raw_delete("default")
    ]

    assert deleted == []


def test_nothing_is_put_into_another_municipality() -> None:
    make.operator(TYRESO)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Body.objects.create(municipality_id=ALINGSAS, key="x", kind="board")


def test_the_application_is_bound_by_row_security() -> None:
    checks.the_application_is_bound_by_row_security()


def test_the_application_owns_nothing_and_changes_no_schema() -> None:
    checks.the_application_owns_nothing()


@pytest.mark.parametrize(
    "statement",
    [
        "alter table organisation_body disable row level security",
        "drop policy own_municipality on organisation_body",
        "create table sidan_om (id int)",
        "set session authorization samsyn_owner",
        "set role samsyn_owner",
        "truncate organisation_body cascade",
        "alter role samsyn_app bypassrls",
    ],
)
def test_the_application_cannot_open_the_net(statement: str) -> None:
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_application_cannot_turn_row_security_off() -> None:
    """With the setting off PostgreSQL refuses to answer, it does not answer with everything."""
    make.body()

    connection.cursor().execute("set local row_security = off")

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Body.objects.count()


def test_the_setting_ends_with_its_transaction(both: None) -> None:
    make.operator(ALINGSAS)

    with transaction.atomic():
        bind(TYRESO, None)
        transaction.set_rollback(True)

    assert {body.municipality_id for body in Body.objects.all()} == {ALINGSAS}


def test_accounts_hold_nothing_that_belongs_to_a_municipality() -> None:
    fields = {field.name for field in Account._meta.concrete_fields}

    assert fields == {"id", "email", "password", "last_login", "is_active"}
