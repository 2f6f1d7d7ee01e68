from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from samsyn.access.api import Role
from samsyn.audit.api import Event
from samsyn.kernel.errors import RuleBrokenError
from samsyn.post.actions import resend_letter
from samsyn.post.api import Draft, Enclosed, Letter, letters_about, write
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def test_it_waits_to_be_sent() -> None:
    letter = make.letter()

    assert (letter.is_waiting, letter.attempts, letter.due_at) == (True, 0, make.NOW)


def test_it_may_wait_for_a_later_moment() -> None:
    tomorrow = make.NOW + timedelta(days=1)

    assert make.letter(not_before=tomorrow).due_at == tomorrow


def test_it_goes_back_with_what_caused_it() -> None:
    with transaction.atomic():
        make.letter()
        transaction.set_rollback(True)

    assert not Letter.objects.exists()


def test_it_leaves_a_trace_of_who_caused_it() -> None:
    actor = make.actor(Role.COORDINATOR)

    letter = write(Draft("kim@example.se", "Kallelse", "Välkommen."), actor=actor)

    event = Event.objects.get(action="post.write_letter")
    assert (event.account_id, event.object_id) == (actor.account_id, letter.pk)
    assert letter.created_by == actor.account_id


def test_the_same_occasion_is_written_of_once() -> None:
    first = make.letter(occasion="påminnelse 1", enclosed=[Enclosed("a.txt", "text/plain", b"a")])
    again = make.letter("other@example.se", occasion="påminnelse 1")
    other = make.letter(occasion="påminnelse 2")

    make.operator()
    assert again == first
    assert set(Letter.objects.values_list("pk", flat=True)) == {first.pk, other.pk}
    assert Event.objects.filter(action="post.write_letter").count() == 2


def test_an_occasion_is_each_municipalitys_own() -> None:
    here = make.letter(occasion="påminnelse")
    there = make.letter(occasion="påminnelse", municipality_id=TYRESO)

    assert here.pk != there.pk


def test_letters_without_an_occasion_are_all_written() -> None:
    make.letter()
    make.letter()

    assert Letter.objects.count() == 2


def test_who_was_written_to_about_a_thing_can_be_asked() -> None:
    body, other = make.body(), make.body("Annan")
    letter = make.letter(about=body)
    make.letter(about=other)
    make.letter()

    assert list(letters_about(make.operator(), body)) == [letter]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"to": "kim@example.se\nBcc: eva@example.se"}, "Skriv en e-postadress"),
        ({"to": "kim@example.se, eva@example.se"}, "Skriv en e-postadress"),
        ({"to": "Kim Ek <kim@example.se>"}, "Skriv en e-postadress"),
        ({"subject": "Kallelse\nBcc: eva@example.se"}, "en rad"),
        ({"subject": "Kallelse\r\nBcc: eva@example.se"}, "en rad"),
        ({"subject": "x" * 201}, "200 tecken"),
        ({"subject": ""}, "en rad"),
        ({"reply_to": "kim@example.se\nBcc: eva@example.se"}, "Svarsadressen"),
        ({"reply_to": "kim@example.se,eva@example.se"}, "Svarsadressen"),
        ({"text": "x" * 100_001}, "100 000"),
        ({"html": "x" * 100_001}, "100 000"),
    ],
)
def test_what_would_not_be_one_letter_to_one_address_is_refused(
    more: dict[str, Any], told: str
) -> None:
    with pytest.raises(RuleBrokenError, match=told):
        make.letter(**more)


@pytest.mark.parametrize(
    ("name", "media_type", "size", "told"),
    [
        ("../../x", "text/plain", 1, "Bilagans namn"),
        ('x"; filename="y', "text/plain", 1, "Bilagans namn"),
        ("x\nContent-Type: y", "text/plain", 1, "Bilagans namn"),
        ("", "text/plain", 1, "Bilagans namn"),
        ("x", "text/plain\nX: y", 1, "okänd typ"),
        ("x", "texten", 1, "okänd typ"),
        ("x", "text/plain", 3 * 2**20 + 1, "3 MB"),
    ],
)
def test_what_cannot_be_enclosed_is_refused(
    name: str, media_type: str, size: int, told: str
) -> None:
    with pytest.raises(RuleBrokenError, match=told):
        make.letter(enclosed=[Enclosed(name, media_type, b"x" * size)])


def test_many_enclosures_are_small_together() -> None:
    half = Enclosed("x", "text/plain", b"x" * 2 * 2**20)

    with pytest.raises(RuleBrokenError, match="tillsammans"):
        make.letter(enclosed=[half, half])


def test_one_that_waits_is_not_sent_again() -> None:
    with pytest.raises(RuleBrokenError, match="väntar"):
        resend_letter(make.letter(), actor=make.operator())


def test_a_letter_is_seen_in_its_municipality_alone() -> None:
    make.letter()
    make.operator(TYRESO)

    assert not Letter.objects.exists()
