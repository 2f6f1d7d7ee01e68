import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Role
from samsyn.post.api import Letter
from samsyn.post.rules import READ_LETTERS
from tests import factories as make

pytestmark = pytest.mark.django_db


def signed_in(*roles: Role) -> Client:
    client = Client()
    client.force_login(make.member(*roles))
    return client


def given_up() -> Letter:
    letter = make.letter()
    Letter.objects.filter(pk=letter.pk).update(
        given_up_at=make.NOW, attempts=1, last_error="550 No such mailbox"
    )
    return letter


def test_the_register_tells_what_became_of_each() -> None:
    make.letter("a@example.se")
    given_up()
    sent = make.letter("c@example.se")
    Letter.objects.filter(pk=sent.pk).update(sent_at=make.NOW)

    shown = signed_in(Role.AUDITOR).get("/post/").content.decode()

    for word in ("a@example.se", "väntar", "misslyckat", "550 No such mailbox", "skickat"):
        assert word in shown


@pytest.mark.parametrize(
    ("state", "to"), [("vantar", "a@"), ("misslyckat", "kim.ek@"), ("skickat", "c@")]
)
def test_the_register_is_narrowed_by_state(state: str, to: str) -> None:
    make.letter("a@example.se")
    given_up()
    sent = make.letter("c@example.se")
    Letter.objects.filter(pk=sent.pk).update(sent_at=make.NOW)

    shown = signed_in(Role.ADMINISTRATOR).get("/post/", {"lage": state}).content.decode()

    assert [each for each in ("a@", "kim.ek@", "c@") if each in shown] == [to]


def test_the_register_can_be_taken_away() -> None:
    make.letter("a@example.se")

    answer = signed_in(Role.AUDITOR).get("/post/", {"hamta": "csv"})

    assert answer.headers["Content-Type"].startswith("text/csv")


def test_the_page_shows_the_letter() -> None:
    letter = make.letter(text="Välkommen <b>till</b> mötet")

    shown = signed_in(Role.AUDITOR).get(f"/post/{letter.pk}/").content.decode()

    assert "Välkommen &lt;b&gt;till&lt;/b&gt; mötet" in shown
    assert "Skicka igen" not in shown


def test_a_letter_with_a_secret_that_waits_shows_nothing_of_it() -> None:
    letter = make.letter(text="Svara: https://x/svar/hemlig-abc_DEF-1/")

    client = signed_in(Role.ADMINISTRATOR)
    shown = client.get(f"/post/{letter.pk}/").content.decode()
    listed = client.get("/post/").content.decode()

    assert "abc_DEF" not in shown + listed
    assert "visas bara för mottagaren" in shown


def test_the_administrator_sends_again_what_was_given_up() -> None:
    letter = given_up()
    client = signed_in(Role.ADMINISTRATOR)
    assert "Skicka igen" in client.get(f"/post/{letter.pk}/").content.decode()

    answer = client.post(f"/post/{letter.pk}/skicka-igen/")

    assert answer.status_code == 302
    make.operator()
    letter.refresh_from_db()
    assert (letter.is_waiting, letter.attempts) == (True, 0)


def test_the_auditor_does_not() -> None:
    letter = given_up()
    client = signed_in(Role.AUDITOR)

    assert "Skicka igen" not in client.get(f"/post/{letter.pk}/").content.decode()
    assert client.post(f"/post/{letter.pk}/skicka-igen/").status_code == 403


def test_the_menu_leads_there_for_those_who_may() -> None:
    assert 'href="/post/"' in signed_in(Role.AUDITOR).get("/post/").content.decode()
    assert 'href="/post/"' not in signed_in(Role.PARTICIPANT).get("/").content.decode()
    assert READ_LETTERS.name == "post.read_letters"


def test_the_register_asks_as_many_questions_for_twenty_as_for_one() -> None:
    client = signed_in(Role.AUDITOR)
    make.letter()
    client.get("/post/")  # what is remembered for every page is asked for now
    one = questions(client)
    for _ in range(20):
        make.letter()

    assert questions(client) == one


def questions(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get("/post/")
    return len(asked)
