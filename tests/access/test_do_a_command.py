"""@command: POST alone, one change in one transaction, on a row that is locked and traced."""

from uuid import uuid4

import pytest
from django.contrib.messages import get_messages

from samsyn.access.api import Account, Role, command
from samsyn.audit.api import Event, Outcome
from samsyn.organisation.models import BodyName
from samsyn.organisation.rules import RENAME_BODY
from tests import factories as make
from tests.access import checks, doors
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def test_it_answers_post_alone() -> None:
    checks.a_command_answers_post_alone()


def test_it_makes_the_change() -> None:
    body = make.body()

    doors.knock(command(RENAME_BODY)(doors.rename), keeper(), "post", body.pk)

    make.operator()
    assert BodyName.objects.filter(body=body, name="Ny").exists()


def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_it_leaves_one_trace_of_what_was_done_and_by_which_role() -> None:
    body, account = make.body(), keeper()

    doors.knock(command(RENAME_BODY)(doors.rename), account, "post", body.pk)

    make.operator()
    event = Event.objects.get(object_id=body.pk)
    assert (event.action, event.outcome, event.reason, event.account_id) == (
        "organisation.rename_body",
        Outcome.DONE,
        "coordinator",
        account.pk,
    )


def test_one_that_breaks_leaves_nothing() -> None:
    checks.a_command_that_breaks_leaves_nothing()


def test_one_that_is_refused_by_a_rule_leaves_nothing() -> None:
    checks.a_command_that_is_refused_by_a_rule_leaves_nothing()


@pytest.mark.parametrize(
    ("came_from", "sent_to"),
    [
        ("http://testserver/organ/", "http://testserver/organ/"),
        ("https://example.com/organ/", "/"),
        ("javascript:alert(1)", "/"),
        ("//example.com/", "/"),
        ("", "/"),
    ],
)
def test_a_rule_that_refuses_sends_back_to_the_page_one_came_from(
    came_from: str, sent_to: str
) -> None:
    view = command(RENAME_BODY)(doors.rename_and_refuse)

    answer = doors.knock(view, keeper(), "post", make.body().pk, headers={"referer": came_from})

    assert answer.headers["Location"] == sent_to
    assert [str(told) for told in get_messages(answer.wsgi_request)] == ["Det går inte i dag."]  # type: ignore[attr-defined]


def test_one_who_may_not_changes_nothing_and_is_recorded() -> None:
    body, reader = make.body("Gamla"), make.account_with(Role.PARTICIPANT)

    answer = doors.knock(command(RENAME_BODY)(doors.rename), reader, "post", body.pk)

    make.operator()
    assert answer.status_code == 403
    assert [row.name for row in BodyName.objects.filter(body=body)] == ["Gamla"]
    assert Event.objects.get(object_id=body.pk).outcome == Outcome.REFUSED


def test_what_belongs_to_another_municipality_is_answered_as_what_is_missing() -> None:
    hidden, account = make.body(municipality_id=TYRESO), keeper()
    view = command(RENAME_BODY)(doors.rename)

    there = doors.knock(view, account, "post", hidden.pk)
    nowhere = doors.knock(view, account, "post", uuid4())

    assert (there.status_code, there.content) == (404, nowhere.content)
    make.operator(TYRESO)
    assert not BodyName.objects.filter(body=hidden, name="Ny").exists()
