import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import AuthResult

from samsyn.config.doctor.machine import mail_server
from samsyn.config.env import read


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = int(free.getsockname()[1])
    server = Controller(
        Sink(),
        hostname="127.0.0.1",
        port=number,
        auth_require_tls=False,
        authenticator=lambda *_: AuthResult(success=False, handled=False),
    )
    server.start()
    yield number
    server.stop()


def test_one_that_answers_is_well(port: int) -> None:
    env = read({"EMAIL_URL": f"smtp://127.0.0.1:{port}?tls=none"})

    assert mail_server(env).fault is None


def test_one_that_refuses_the_password_is_told(port: int) -> None:
    env = read({"EMAIL_URL": f"smtp://user:wrong@127.0.0.1:{port}?tls=none"})

    assert "tar inte emot användare och lösenord" in str(mail_server(env))


def test_one_that_does_not_answer_is_told() -> None:
    env = read({"EMAIL_URL": "smtp://127.0.0.1:1?tls=none"})

    assert "svarar inte" in str(mail_server(env))
