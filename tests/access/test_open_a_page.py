"""@page: GET alone, for those who may, with a trace; the rest cannot tell it from nothing."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.urls import reverse

from samsyn.access.api import Account, Role, page
from samsyn.audit.api import Event, Outcome
from samsyn.organisation.rules import CREATE_BODY, READ_BODY, READ_ORGANISATION, RENAME_BODY
from tests import factories as make
from tests.access import checks, doors
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db


def visit(account: Account | None, pk: UUID, **more: str) -> HttpResponse:
    return doors.knock(page(READ_BODY)(doors.show), account, "get", pk, **more)


def test_it_answers_get_alone() -> None:
    checks.a_page_answers_get_alone()


def test_it_receives_the_row() -> None:
    body = make.body()

    answer = visit(make.account_with(Role.PARTICIPANT), body.pk)

    assert answer.content.decode() == f"{body.pk} {ALINGSAS}"


def test_without_a_key_it_concerns_the_municipality() -> None:
    reader = make.account_with(Role.PARTICIPANT)

    answer = doors.knock(page(READ_ORGANISATION)(doors.show), reader)

    assert answer.content.decode() == f"{ALINGSAS} {ALINGSAS}"


def test_it_leaves_a_trace_of_what_was_seen_and_by_which_role() -> None:
    body, reader = make.body(), make.account_with(Role.POLITICIAN)

    visit(reader, body.pk)

    make.operator()
    event = Event.objects.get(object_id=body.pk)
    assert (event.action, event.outcome, event.reason, event.account_id) == (
        "organisation.read_body",
        Outcome.SEEN,
        "politician",
        reader.pk,
    )


def test_one_who_is_not_signed_in_is_sent_to_sign_in() -> None:
    pk = uuid4()

    answer = visit(None, pk)

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"{reverse('account_login')}?next=/prov/{pk}/",
    )


def test_what_belongs_to_another_municipality_is_answered_as_what_is_missing() -> None:
    hidden = make.body(municipality_id=TYRESO)
    reader = make.account_with(Role.ADMINISTRATOR)

    there, nowhere = visit(reader, hidden.pk), visit(reader, uuid4())

    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content
    assert dict(there.headers) == dict(nowhere.headers)


def test_one_without_a_role_cannot_tell_what_is_there_from_what_is_missing() -> None:
    stranger = make.account_with()

    there, nowhere = visit(stranger, make.body().pk), visit(stranger, uuid4())

    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content


def test_the_attempt_of_one_from_another_municipality_is_recorded_where_she_acts() -> None:
    body = make.body()
    other = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    visit(other, body.pk)

    make.operator(TYRESO)
    event = Event.objects.get(object_id=body.pk)
    assert (event.outcome, event.account_id, event.municipality_id) == (
        Outcome.REFUSED,
        other.pk,
        TYRESO,
    )


def test_what_may_be_seen_but_not_done_is_answered_with_a_sentence() -> None:
    body, reader = make.body(), make.account_with(Role.PARTICIPANT)

    answer = doors.knock(page(RENAME_BODY)(doors.show), reader, "get", body.pk)

    assert answer.status_code == 403
    assert "din roll räcker inte för att byta namn på organet" in answer.content.decode()


def test_a_refusal_of_what_may_be_seen_is_recorded() -> None:
    reader = make.account_with(Role.PARTICIPANT)

    doors.knock(page(CREATE_BODY)(doors.show), reader)

    make.operator()
    event = Event.objects.get(action=CREATE_BODY.name)
    assert (event.outcome, event.account_id) == (Outcome.REFUSED, reader.pk)


def test_a_page_that_breaks_leaves_no_trace_of_having_been_seen() -> None:
    body, reader = make.body(), make.account_with(Role.PARTICIPANT)

    def broken(*_: object) -> HttpResponse:
        raise ZeroDivisionError

    answer = doors.knock(page(READ_BODY)(broken), reader, "get", body.pk)

    make.operator()
    assert answer.status_code == 500
    assert not Event.objects.filter(object_id=body.pk).exists()


def test_a_role_that_has_not_begun_opens_nothing() -> None:
    tomorrow = make.TODAY + timedelta(days=1)
    reader = make.account_with(Role.ADMINISTRATOR, starts_on=tomorrow)

    assert visit(reader, make.body().pk).status_code == 404


def test_an_account_that_is_closed_is_not_signed_in_any_more() -> None:
    body, reader = make.body(), make.account_with(Role.ADMINISTRATOR)
    reader.is_active = False
    reader.save(update_fields=["is_active"])

    assert visit(reader, body.pk).status_code == 302


def test_an_account_without_a_role_keeps_the_session_it_never_used() -> None:
    """It may choose a password and await its role."""
    visit(make.account_with(), make.body().pk)

    assert Session.objects.count() == 1
