"""Signing in through the real page: password, lock-out and the trail."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from samsyn.access.api import Account, Role
from tests import factories as make
from tests.access import owner
from tests.access.signing_in import PASSWORD, SIGN_IN, is_in, sign_in, someone

database = pytest.mark.django_db


@database
def test_the_right_password_lets_in(client: Client) -> None:
    answer = sign_in(client, someone().email)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert is_in(client)


@database
@pytest.mark.parametrize("password", ["fel", "", PASSWORD.upper(), PASSWORD + " ", "x" * 10_000])
def test_a_wrong_password_does_not(client: Client, password: str) -> None:
    sign_in(client, someone().email, password)

    assert not is_in(client)


@database
def test_an_account_without_a_password_cannot_be_signed_in_to(client: Client) -> None:
    account = make.account_with(Role.PARTICIPANT)

    for guess in ("", "!", account.password):
        sign_in(client, account.email, guess)

    assert not is_in(client)


@database
def test_a_closed_account_is_not_let_in(client: Client) -> None:
    account = someone()
    Account.objects.filter(pk=account.pk).update(is_active=False)

    sign_in(client, account.email)

    assert not is_in(client)


@database
def test_an_unknown_address_is_answered_as_a_wrong_password(client: Client) -> None:
    known = sign_in(client, someone().email, "fel").content.decode()
    unknown = sign_in(client, "ingen@example.se", "fel").content.decode()

    assert errors_in(known) == errors_in(unknown) != []


def errors_in(page: str) -> list[str]:
    return sorted(set(re.findall(r"[^<>]*(?:stämmer inte|felaktig|inte korrekt)[^<>]*", page)))


@database
def test_five_failures_lock_the_address_out_even_for_the_right_password(client: Client) -> None:
    email = someone().email
    for _ in range(5):
        sign_in(client, email, "fel")

    sign_in(client, email)

    assert not is_in(client)


@database
def test_four_failures_do_not(client: Client) -> None:
    email = someone().email
    for _ in range(4):
        sign_in(client, email, "fel")

    sign_in(client, email)

    assert is_in(client)


@database
def test_another_address_is_not_locked_out(client: Client) -> None:
    for _ in range(5):
        sign_in(client, someone().email, "fel")

    sign_in(client, someone().email)

    assert is_in(client)


@database
def test_the_key_of_the_session_is_changed_when_one_signs_in(client: Client) -> None:
    client.get(reverse(SIGN_IN))
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key

    sign_in(client, someone().email)

    assert client.session.session_key != before
    assert Session.objects.count() == 1


@database
def test_one_goes_on_to_the_page_one_came_for_and_never_away_from_the_site() -> None:
    email = someone().email

    def sent_to(wanted: str) -> str:
        answer = Client().post(
            reverse(SIGN_IN), {"login": email, "password": PASSWORD, "next": wanted}
        )
        return str(answer.headers["Location"])

    assert sent_to("/organ/") == "/organ/"
    assert sent_to("https://example.com/") == sent_to("//example.com") == "/"


@pytest.mark.parametrize(
    "page", ["account_signup", "account_email", "mfa_signup_webauthn", "account_confirm_email"]
)
def test_nobody_signs_up_or_changes_her_own_address(page: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(page)


def trail() -> list[tuple[str, object]]:
    with owner.owner() as operator:
        statement = "select outcome, account_id from audit_event where action = 'access.sign_in'"
        return operator.execute(statement).fetchall()


def test_every_attempt_to_sign_in_is_recorded(committed_database: str, client: Client) -> None:
    with transaction.atomic():
        account = someone()

    sign_in(client, account.email, "fel")
    sign_in(client, "ingen@example.se", "fel")
    sign_in(client, account.email)

    assert set(trail()) == {("refused", account.pk), ("refused", None), ("done", account.pk)}
    assert len(trail()) == 3
