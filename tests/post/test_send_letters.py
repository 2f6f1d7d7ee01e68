"""Every letter is sent, and sent once, whatever the mail server says meanwhile."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail.backends.smtp import EmailBackend

from samsyn.audit.api import Event
from samsyn.post import rounds, sending
from samsyn.post.actions import resend_letter
from samsyn.post.api import Letter, go_round
from tests import factories as make
from tests.access.conftest import Clock
from tests.post.conftest import Office
from tests.surroundings import TYRESO

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_clock", "no_duties")]


def stored(letter: Letter) -> Letter:
    make.operator(letter.municipality_id)
    return Letter.objects.get(pk=letter.pk)


def test_every_municipality_is_visited(office: Office) -> None:
    make.letter("a@example.se")
    make.letter("b@example.se", municipality_id=TYRESO)

    came = go_round()

    assert (came.sent, came.trouble) == (2, "")
    assert sorted(office.recipients) == ["a@example.se", "b@example.se"]


def test_what_is_sent_is_not_sent_again(office: Office) -> None:
    letter = make.letter()

    assert [go_round().sent for _ in range(2)] == [1, 0]
    assert stored(letter).sent_at == make.NOW
    make.operator()
    assert Event.objects.filter(action="post.send_letter", object_id=letter.pk).count() == 1


def test_one_that_may_not_go_yet_waits(office: Office, the_clock: Clock) -> None:
    make.letter(not_before=make.NOW + timedelta(hours=1))

    assert go_round().sent == 0
    the_clock.move_on(hours=1)
    assert go_round().sent == 1


def test_a_server_that_is_away_costs_nothing(office: Office, the_clock: Clock) -> None:
    letter = make.letter()
    office.close()

    came = go_round()

    assert (came.sent, came.trouble != "") == (0, True)
    assert (stored(letter).attempts, stored(letter).due_at) == (0, make.NOW)
    office.open()
    assert go_round().sent == 1


def test_nothing_is_lost_however_long_it_is_away(office: Office, the_clock: Clock) -> None:
    letter = make.letter()
    office.close()
    for _ in range(20):
        go_round()
        the_clock.move_on(days=1)

    office.open()
    assert go_round().sent == 1
    assert stored(letter).sent_at


def test_one_that_is_put_off_is_tried_again_less_and_less_often(
    office: Office, the_clock: Clock
) -> None:
    letter = make.letter()
    office.answer_to_recipient = "451 4.7.1 Greylisted, try later"

    assert go_round() == rounds.Round()
    assert stored(letter).last_error == "451 4.7.1 Greylisted, try later"
    assert stored(letter).due_at == make.NOW + timedelta(minutes=2)
    the_clock.move_on(minutes=2)
    go_round()
    assert stored(letter).due_at == make.NOW + timedelta(minutes=2 + 4)
    office.answer_to_recipient = "250 OK"
    the_clock.move_on(minutes=4)
    assert go_round().sent == 1
    assert stored(letter).last_error == ""


def test_the_waits_grow_to_half_a_day_and_last_two_days() -> None:
    waits = [sending.wait(attempt) for attempt in range(1, 13)]

    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=12)
    assert timedelta(days=1) < sum(waits, timedelta()) < timedelta(days=3)


def test_it_is_given_up_at_last_and_can_be_tried_anew(office: Office, the_clock: Clock) -> None:
    letter = make.letter()
    office.answer_to_recipient = "451 later"
    for _ in range(12):
        go_round()
        the_clock.move_on(hours=12)

    given_up = stored(letter)
    assert (given_up.attempts, given_up.given_up_at is not None) == (12, True)
    assert Event.objects.filter(action="post.give_up_letter").count() == 1
    office.answer_to_recipient = "250 OK"
    assert go_round().sent == 0
    make.operator()
    resend_letter(given_up, actor=make.operator())
    the_clock.move_on(hours=1)
    assert go_round().sent == 1


def test_an_address_that_is_refused_for_good_is_given_up_at_once(office: Office) -> None:
    letter = make.letter()
    office.answer_to_recipient = "550 5.1.1 No such mailbox"

    go_round()

    assert stored(letter).given_up_at == make.NOW
    assert stored(letter).last_error == "550 5.1.1 No such mailbox"


def test_a_letter_that_is_refused_for_good_is_given_up_and_the_others_go(office: Office) -> None:
    first = make.letter("a@example.se")
    office.answer_to_letter = "554 5.6.0 Not wanted"
    go_round()
    office.answer_to_letter = "250 OK"
    make.letter("b@example.se")

    assert go_round().sent == 1
    assert stored(first).given_up_at


def test_the_error_holds_no_secret_and_is_one_short_line(office: Office) -> None:
    letter = make.letter()
    office.answer_to_recipient = f"451 see https://x/hemlig-abc_DEF-1/ {'x' * 300}"

    go_round()

    error = stored(letter).last_error
    assert error.startswith("451 see https://x/hemlig-…/ x")
    assert len(error) <= 200


def test_a_secret_that_has_been_sent_is_kept_no_longer(office: Office) -> None:
    address = "https://x/svar/hemlig-abc_DEF-1/"
    letter = make.letter(text=f"Svara: {address}", html=f'<a href="{address}">Svara</a>')

    go_round()

    assert address in office.letters[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert stored(letter).text == "Svara: https://x/svar/hemlig-…/"
    assert stored(letter).html == '<a href="https://x/svar/hemlig-…/">Svara</a>'


def test_one_who_dies_after_sending_sends_it_again_as_the_same_letter(
    office: Office, the_clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At least once: a reminder twice is a nuisance, an invitation lost is seen by nobody."""
    letter = make.letter()
    with monkeypatch.context() as patch:
        patch.setattr(sending, "_mark_sent", die)
        with pytest.raises(ZeroDivisionError):
            go_round()

    assert go_round().sent == 0
    the_clock.move_on(minutes=10)
    assert go_round().sent == 1
    assert stored(letter).attempts == 2
    first, second = office.letters
    assert first["Message-ID"] == second["Message-ID"]


def die(*_: Any) -> None:
    raise ZeroDivisionError


def test_one_who_dies_before_sending_loses_nothing(
    office: Office, the_clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.letter()
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", die)
        with pytest.raises(ZeroDivisionError):
            go_round()
    the_clock.move_on(minutes=10)

    assert go_round().sent == 1
    assert len(office.raw) == 1


def test_a_line_that_is_cut_off_in_the_middle_is_tried_again(
    office: Office, the_clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: Any) -> None:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")

    letter = make.letter()
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", cut_off)
        go_round()

    assert stored(letter).last_error == "Connection unexpectedly closed"
    the_clock.move_on(minutes=2)
    assert go_round().sent == 1
