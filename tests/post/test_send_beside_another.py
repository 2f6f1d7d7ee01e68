"""Two senders at once, as when a timer runs beside the site: commits are real here."""

import threading
from typing import Any

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.db import connection, transaction

from samsyn.post.api import go_round
from tests import factories as make
from tests.access.conftest import Clock
from tests.post.conftest import Office
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.usefixtures("the_clock", "no_duties")


def test_two_senders_at_once_send_each_letter_once(committed_database: str, office: Office) -> None:
    with transaction.atomic():
        for number in range(20):
            make.letter(f"a{number}@example.se", municipality_id=(ALINGSAS, TYRESO)[number % 2])
    sent: list[int] = []

    def send() -> None:
        sent.append(go_round().sent)
        connection.close()

    senders = [threading.Thread(target=send) for _ in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert sum(sent) == 20
    assert len(set(office.recipients)) == len(office.recipients) == 20


def test_a_letter_that_another_sends_just_now_is_left_to_him(
    committed_database: str, office: Office, the_clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when the first is so slow that his claim has lapsed."""
    with transaction.atomic():
        make.letter()
    begun, may_go_on, real = threading.Event(), threading.Event(), EmailBackend.send_messages

    def slowly(backend: EmailBackend, messages: Any) -> int:
        begun.set()
        assert may_go_on.wait(20)
        return real(backend, messages)

    def send() -> None:
        go_round()
        connection.close()

    monkeypatch.setattr(EmailBackend, "send_messages", slowly)
    slow = threading.Thread(target=send)
    slow.start()
    assert begun.wait(20)
    the_clock.move_on(hours=1)

    assert go_round().sent == 0
    may_go_on.set()
    slow.join()
    assert len(office.raw) == 1
