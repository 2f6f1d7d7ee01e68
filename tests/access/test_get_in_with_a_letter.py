"""A forgotten password is replaced by way of a real mail server."""

import re
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message
from email.parser import BytesParser
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from django.urls import reverse
from pytest_django import Settings as SettingsWrapper

from tests.access.signing_in import PASSWORD, sign_in, someone

pytestmark = pytest.mark.django_db


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


def test_a_link_is_good_once(client: Client, letters: list[Message]) -> None:
    account = someone()
    client.post(reverse("account_reset_password"), {"email": account.email})
    link = link_in(letters[0])
    choose_password(Client(), link, "det första nya lösenordet")

    choose_password(Client(), link, "det andra nya lösenordet")

    account.refresh_from_db()
    assert account.check_password("det första nya lösenordet")


@pytest.mark.parametrize("password", ["kort", "123456789012", "lösenord", "password1234"])
def test_a_weak_password_is_refused(client: Client, letters: list[Message], password: str) -> None:
    account = someone()
    client.post(reverse("account_reset_password"), {"email": account.email})

    choose_password(client, link_in(letters[0]), password)

    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_a_link_is_good_for_a_day(settings: SettingsWrapper) -> None:
    assert timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) == timedelta(days=1)
