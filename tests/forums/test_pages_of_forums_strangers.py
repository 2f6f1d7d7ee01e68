"""One with a right token and right answers, but no business in these forums."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event
from samsyn.forums.models import Forum, Lack, Seat, StandingItem
from tests import factories as make
from tests.conftest import BuildOnce
from tests.forums.pages_of_charters import BUTTONS, VALID, Charter
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(build_once: BuildOnce) -> Charter:
    charter: Charter = build_once(Charter)
    return charter


@pytest.fixture
def charter(built: Charter) -> Charter:
    built.sign_in()
    return built


def at_the_keyboard(account: Account) -> Client:
    """Sign in, with the token that every form carries."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    client.get(reverse("pages:accessibility"))
    return client


def send(client: Client, address: str, answers: dict[str, str]) -> int:
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    return client.post(address, answers | token).status_code


def one_of_tyreso() -> Account:
    return make.account_with(*Role, municipality_id=TYRESO)


@pytest.mark.parametrize("form", sorted(VALID))
def test_the_coordinator_s_whole_form_is_taken(form: str, charter: Charter) -> None:
    answer = charter.send(form)

    assert answer.status_code == 302, answer.content.decode()


@pytest.mark.parametrize("form", sorted(set(VALID) - {"create-forum"}))
def test_a_whole_form_from_another_municipality_is_refused_and_traced(
    form: str, charter: Charter
) -> None:
    account = one_of_tyreso()
    client = at_the_keyboard(account)
    address = charter.address(form)

    assert client.get(address).status_code == 404
    assert send(client, f"{address}spara/", charter.answers(form)) == 404

    make.operator(TYRESO)
    refused = Event.objects.filter(account_id=account.pk, outcome="refused")
    assert refused.count() == 2


@pytest.mark.parametrize("form", sorted(VALID))
def test_a_whole_form_from_one_without_a_role_is_refused(form: str, charter: Charter) -> None:
    client = at_the_keyboard(make.account_with())
    address = charter.address(form)

    assert client.get(address).status_code == 404
    assert send(client, f"{address}spara/", charter.answers(form)) == 404


@pytest.mark.parametrize("form", sorted(VALID))
def test_one_who_only_takes_part_sees_the_forum_and_changes_nothing(
    form: str, charter: Charter
) -> None:
    client = at_the_keyboard(make.account_with(Role.PARTICIPANT))

    answer = send(client, f"{charter.address(form)}spara/", charter.answers(form))

    assert answer in {403, 404}
    make.operator()
    assert not Forum.objects.filter(name__in=["Nya nätverket", "Skolnätverket"]).exists()
    assert Seat.objects.get().wording == ""
    assert Lack.objects.get().mended_on is None


@pytest.mark.parametrize("button", sorted(BUTTONS))
def test_a_button_is_only_for_those_who_lead(button: str, charter: Charter) -> None:
    address = charter.address(button)
    for account in (one_of_tyreso(), make.account_with(), make.account_with(Role.PARTICIPANT)):
        assert send(at_the_keyboard(account), address, {}) in {403, 404}
    make.operator()
    assert BUTTONS[button]._default_manager.exists()

    assert charter.client.post(address).status_code == 302
    make.operator()
    assert not BUTTONS[button]._default_manager.exists()


def test_without_its_token_no_form_is_taken(charter: Charter) -> None:
    client = at_the_keyboard(make.account_with(Role.ADMINISTRATOR))

    answers = [
        client.post(f"{charter.address(form)}spara/", charter.answers(form)) for form in VALID
    ]

    assert {answer.status_code for answer in answers} == {403}


def test_no_page_of_one_municipality_has_a_word_of_another(charter: Charter) -> None:
    client = at_the_keyboard(one_of_tyreso())
    words = {charter.forum.name, str(charter.forum.pk), *_keys()}

    for address in _own_pages():
        answer = client.get(address)
        assert answer.status_code == 200
        page = b"".join(answer) if answer.streaming else answer.content
        assert [word for word in words if word.encode() in page] == []


def _keys() -> Iterator[str]:
    make.operator()
    yield from (str(row.pk) for row in Seat.objects.all())
    yield from (str(row.pk) for row in StandingItem.objects.all())


def _own_pages() -> Iterator[str]:
    yield from ("/forum/", "/forum/?hamta=csv", "/forum/?visa=alla", "/forum/nytt/")
    yield from (f"/sok/?q={word}" for word in ("nät", "lägesbild"))


@pytest.mark.parametrize(
    ("form", "answers", "told"),
    [
        ("create-forum", {"name": ""}, "name"),
        ("create-forum", {"level": "påhittad"}, "level"),
        ("describe-purpose", {"age_from": "16", "age_to": "6"}, "__all__"),
        ("describe-purpose", {"age_to": "121"}, "age_to"),
        ("describe-purpose", {"purpose": "20180101-2392"}, "__all__"),
        ("describe-purpose", {"purpose": "x" * 20_001}, "purpose"),
        ("describe-duties", {"follow_up_on": "2026-02-30"}, "follow_up_on"),
        ("describe-mandate", {"above": "00000000-0000-0000-0000-000000000000"}, "above"),
        ("rename-forum", {"name": "Nätverket"}, "__all__"),
        ("end-forum", {"ends_on": ""}, "ends_on"),
        ("add-seat", {"count": "0"}, "count"),
        ("add-seat", {"contact_email": "inte en adress"}, "contact_email"),
        ("add-seat", {"kind": "guest"}, "__all__"),
        ("add-rhythm", {"times": "0"}, "times"),
        ("add-rhythm", {"weekday": "7"}, "weekday"),
        ("add-rhythm", {"starts": "25:00"}, "starts"),
        ("add-standing-item", {"title": ""}, "title"),
        ("note-lack", {"text": ""}, "text"),
        ("mend-lack", {"how": " "}, "how"),
    ],
)
def test_a_bad_answer_is_told_where_it_stands(
    form: str, answers: dict[str, str], told: str, charter: Charter
) -> None:
    answer = charter.send(form, **answers)

    assert answer.status_code in {200, 422}
    assert told in answer.context["form"].errors  # type: ignore[attr-defined]
