"""Real commits, and another connection that knocks meanwhile."""

from django.db import transaction

from samsyn.access.api import Role, command, page
from samsyn.audit.api import Event, Outcome
from samsyn.organisation.models import BodyName
from samsyn.organisation.rules import READ_BODY, RENAME_BODY
from tests import factories as make
from tests.access import checks, doors, owner


def test_a_command_locks_its_row(committed_database: str) -> None:
    checks.a_command_locks_its_row()


def test_a_page_does_not_lock_its_row(committed_database: str) -> None:
    with transaction.atomic():
        reader, body = make.account_with(Role.PARTICIPANT), make.body()

    answer = doors.knock(page(READ_BODY)(checks.is_locked), reader, "get", body.pk)

    assert answer.content == b"False 1"


def test_a_refusal_is_recorded_although_the_transaction_was_undone(committed_database: str) -> None:
    with transaction.atomic():
        reader, body = make.account_with(Role.PARTICIPANT), make.body("Gamla")

    doors.knock(command(RENAME_BODY)(doors.rename), reader, "post", body.pk)

    with transaction.atomic():
        make.operator()
        assert Event.objects.get(object_id=body.pk).outcome == Outcome.REFUSED
        assert [row.name for row in BodyName.objects.filter(body=body)] == ["Gamla"]


def test_a_command_that_breaks_leaves_nothing_behind(committed_database: str) -> None:
    with transaction.atomic():
        keeper, body = make.account_with(Role.COORDINATOR), make.body("Gamla")

    doors.knock(command(RENAME_BODY)(doors.rename_and_break), keeper, "post", body.pk)

    with transaction.atomic():
        make.operator()
        assert [row.name for row in BodyName.objects.filter(body=body)] == ["Gamla"]
        assert not Event.objects.filter(object_id=body.pk).exists()


def test_the_attempt_of_one_without_a_role_is_kept_for_the_operator(
    committed_database: str,
) -> None:
    with transaction.atomic():
        stranger, body = make.account_with(), make.body()

    doors.knock(page(READ_BODY)(doors.show), stranger, "get", body.pk)

    with owner.owner() as operator:
        statement = "select outcome, account_id, municipality_id from audit_event"
        assert operator.execute(statement).fetchall() == [("refused", stranger.pk, None)]
