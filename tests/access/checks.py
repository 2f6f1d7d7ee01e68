"""What must hold at every door: the tests make these checks, and planted faults must fail them."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.http import HttpResponse
from psycopg import sql
from psycopg.errors import LockNotAvailable

from samsyn.access.api import Action, Municipality, Request, Role, command, enter, page, visible
from samsyn.access.tenancy import bind
from samsyn.audit.api import Event, Outcome
from samsyn.kernel.errors import NotFoundError
from samsyn.organisation.models import Body, BodyName
from samsyn.organisation.rules import READ_BODY, RENAME_BODY
from tests import factories as make
from tests.access import doors, matrix, owner
from tests.access.conftest import Declare
from tests.surroundings import TYRESO


def nobody_is_let_in_without_a_rule(declare: Declare) -> None:
    action, body = declare(), make.body()
    for role in Role:
        _refused(action, role, body)


def what_is_never_permitted_is_refused(declare: Declare) -> None:
    body = make.body()
    action = declare(permitted=READ_BODY.permitted, never=READ_BODY.permitted)
    _refused(action, Role.ADMINISTRATOR, body)


def _refused(action: Action[Any], role: Role, body: Body) -> None:
    actor = make.actor(role)
    assert not visible(actor, action).exists()
    with pytest.raises(NotFoundError):
        enter(actor, action, body.pk)


def a_page_answers_get_alone() -> None:
    reader, body = make.account_with(Role.ADMINISTRATOR), make.body()
    answers = {
        method: doors.knock(page(READ_BODY)(doors.show), reader, method, body.pk).status_code
        for method in ("get", "head", "post", "put", "patch", "delete", "options")
    }
    assert answers.pop("get") == 200
    assert set(answers.values()) == {405}


def a_command_answers_post_alone() -> None:
    keeper, body = make.account_with(Role.ADMINISTRATOR), make.body()
    answers = {
        method: doors.knock(command(RENAME_BODY)(doors.rename), keeper, method, body.pk).status_code
        for method in ("get", "head", "put", "patch", "delete", "options", "post")
    }
    assert answers.pop("post") == 200
    assert set(answers.values()) == {405}


def a_command_that_breaks_leaves_nothing() -> None:
    keeper, body = make.account_with(Role.ADMINISTRATOR), make.body("Gamla")
    answer = doors.knock(command(RENAME_BODY)(doors.rename_and_break), keeper, "post", body.pk)
    make.operator()
    assert answer.status_code == 500
    assert [row.name for row in BodyName.objects.filter(body=body)] == ["Gamla"]
    assert not Event.objects.filter(outcome=Outcome.DONE, object_id=body.pk).exists()


def a_command_that_is_refused_by_a_rule_leaves_nothing() -> None:
    keeper, body = make.account_with(Role.ADMINISTRATOR), make.body("Gamla")
    answer = doors.knock(command(RENAME_BODY)(doors.rename_and_refuse), keeper, "post", body.pk)
    make.operator()
    assert answer.status_code == 302
    assert [row.name for row in BodyName.objects.filter(body=body)] == ["Gamla"]
    assert not Event.objects.filter(outcome=Outcome.DONE, object_id=body.pk).exists()


def a_command_locks_its_row() -> None:
    """Needs a database where commits are real: another connection knocks meanwhile."""
    with transaction.atomic():
        keeper, body = make.account_with(Role.ADMINISTRATOR), make.body()
    answer = doors.knock(command(RENAME_BODY)(is_locked), keeper, "post", body.pk)
    assert answer.content == b"True"


def is_locked(request: Request, body: Body, /) -> HttpResponse:
    """Try to take the same row in another connection, without waiting."""
    statement = "select id from organisation_body where id = %s for no key update nowait"
    with owner.application() as other:
        other.execute(
            "select set_config('app.municipality', %s, true)", [str(request.municipality.pk)]
        )
        try:
            taken = other.execute(statement, [body.pk]).fetchall()
        except LockNotAvailable:
            return HttpResponse("True")
    return HttpResponse(f"False {len(taken)}")


def a_role_that_has_ended_opens_nothing() -> None:
    world = matrix.build_world()
    yesterday = make.TODAY - timedelta(days=1)
    for role in (Role.ADMINISTRATOR, Role.DIRECTOR):
        account = make.account_with(role, ends_on=yesterday)
        actor = make.actor_for(account)
        assert not visible(actor, READ_BODY).exists()
        assert not visible(actor, RENAME_BODY).exists()
        for action in matrix.all_actions():
            assert not matrix.may(actor, action, world.rows[action.model].pk), action.name


def nothing_of_another_municipality_is_seen() -> None:
    """Ask without any filter of our own; needs rows of both municipalities in every table."""
    bind(TYRESO, None)
    seen = [model.__name__ for model in tenants() if _foreign(model).exists()]
    assert seen == []
    assert [row.pk for row in Municipality.objects.all()] == [TYRESO]


def nothing_is_seen_outside_every_municipality() -> None:
    bind(None, None)
    seen = [model.__name__ for model in tenants() if model._base_manager.exists()]
    assert seen == []
    assert not Municipality.objects.exists()


def tenants() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if any(field.attname == "municipality_id" for field in model._meta.concrete_fields)
    ]


def _foreign(model: type[models.Model]) -> models.QuerySet[models.Model]:
    return model._base_manager.exclude(municipality_id=TYRESO)


def the_application_is_bound_by_row_security() -> None:
    statement = sql.SQL(
        "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb "
        "from pg_roles where rolname = current_user"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert cursor.fetchone() == (False, False, False, False)


def the_application_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select 1 from pg_class where pg_get_userbyid(relowner) = current_user")
        assert cursor.fetchone() is None
        cursor.execute("select has_schema_privilege('public', 'create')")
        assert cursor.fetchone() == (False,)
