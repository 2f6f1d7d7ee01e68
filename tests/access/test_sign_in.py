"""Signing in through the real pages: password, lock-out, second factor, forgotten password."""

import re
import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message
from email.parser import BytesParser
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings as SettingsWrapper

from samsyn.access.api import Account, Role
from tests import factories as make
from tests.access import owner

database = pytest.mark.django_db
PASSWORD = "ett långt lösenord som ingen gissar"
SIGN_IN = "account_login"


def someone(*roles: Role) -> Account:
    account = make.account_with(*roles or (Role.PARTICIPANT,))
    account.set_password(PASSWORD)
    account.save(update_fields=["password"])
    return account


def sign_in(client: Client, email: str, password: str = PASSWORD) -> Any:
    return client.post(reverse(SIGN_IN), {"login": email, "password": password})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


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


@database
def test_a_second_factor_is_enrolled_and_then_asked_for(
    client: Client, settings: SettingsWrapper
) -> None:
    settings.MFA_TOTP_TOLERANCE = 1  # the half minute may end between two lines
    account = someone()
    sign_in(client, account.email)
    secret = enrol(client)

    other = Client()
    answer = sign_in(other, account.email)

    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(other)
    other.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert is_in(other)


def enrol(client: Client) -> str:
    page = reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(page)
    secret = str(client.session["mfa.totp.secret"])
    client.post(page, {"code": code_of(secret)})
    return secret


def code_of(secret: str) -> str:
    """What the app in the telephone shows."""
    counter = int(time.time()) // 30
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


@database
def test_the_password_is_asked_for_again_before_a_factor_is_enrolled(client: Client) -> None:
    sign_in(client, someone().email)

    answer: Any = client.get(reverse("mfa_activate_totp"))

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))


@database
def test_a_wrong_code_enrols_nothing(client: Client) -> None:
    account = someone()
    sign_in(client, account.email)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))

    client.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert not Authenticator.objects.filter(user=account).exists()


class Letters:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.received: list[Message] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.received.append(BytesParser().parsebytes(envelope.content))
        return "250 OK"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture
def letters(settings: SettingsWrapper) -> Iterator[list[Message]]:
    kept = Letters()
    server = Controller(kept, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = server.port
    yield kept.received
    server.stop()


@database
def test_a_forgotten_password_is_replaced_by_a_link_in_a_letter(
    client: Client, letters: list[Message]
) -> None:
    account = someone()

    client.post(reverse("account_reset_password"), {"email": account.email})

    [letter] = letters
    assert letter["To"] == account.email
    choose_password(client, link_in(letter), "ett helt nytt och långt lösenord")
    assert sign_in(Client(), account.email, "ett helt nytt och långt lösenord").status_code == 302


def link_in(letter: Message) -> str:
    text = "".join(
        part.get_payload(decode=True).decode()  # type: ignore[union-attr]
        for part in letter.walk()
        if part.get_content_type() == "text/plain"
    )
    found = re.search(r"https?://[^/\s]+(/\S+)", text)
    assert found is not None
    return found[1]


def choose_password(client: Client, link: str, password: str) -> None:
    page: Any = client.get(link, follow=True)
    where = page.redirect_chain[-1][0] if page.redirect_chain else link
    client.post(where, {"password1": password, "password2": password})


@database
def test_an_unknown_address_gets_no_letter_and_the_same_answer(
    client: Client, letters: list[Message]
) -> None:
    known = client.post(reverse("account_reset_password"), {"email": someone().email})
    unknown = client.post(reverse("account_reset_password"), {"email": "ingen@example.se"})

    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert len(letters) == 1


@database
def test_a_link_is_good_once(client: Client, letters: list[Message]) -> None:
    account = someone()
    client.post(reverse("account_reset_password"), {"email": account.email})
    link = link_in(letters[0])
    choose_password(Client(), link, "det första nya lösenordet")

    choose_password(Client(), link, "det andra nya lösenordet")

    account.refresh_from_db()
    assert account.check_password("det första nya lösenordet")


@database
@pytest.mark.parametrize("password", ["kort", "123456789012", "lösenord", "password1234"])
def test_a_weak_password_is_refused(client: Client, letters: list[Message], password: str) -> None:
    account = someone()
    client.post(reverse("account_reset_password"), {"email": account.email})

    choose_password(client, link_in(letters[0]), password)

    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_a_link_is_good_for_a_day(settings: SettingsWrapper) -> None:
    assert timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) == timedelta(days=1)
