from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Account, Assignment, Role, grant_role
from tests import factories as make
from tests.access.conftest import Clock
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db
HERE = "/organ/"


def signed_in(account: Account | None = None) -> Client:
    client = Client()
    client.force_login(account or make.account_with(Role.PARTICIPANT))
    return client


def sent_to_sign_in(answer: Any) -> bool:
    return answer.status_code == 302 and reverse("account_login") in answer.headers["Location"]


def test_the_table_holds_no_key_that_opens_anything() -> None:
    client = signed_in()
    key = client.cookies[settings.SESSION_COOKIE_NAME].value

    stored = Session.objects.get().session_key

    assert stored != key
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = stored
    assert sent_to_sign_in(thief.get(HERE))


def test_the_key_in_the_cookie_opens_the_session() -> None:
    key = signed_in().cookies[settings.SESSION_COOKIE_NAME].value

    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = key
    assert other.get(HERE).status_code == 200


@pytest.mark.parametrize("key", ["", "x", "0" * 40, "å" * 32, "' or 1=1 --"])
def test_an_invented_key_opens_nothing(key: str) -> None:
    signed_in()
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = key

    assert sent_to_sign_in(thief.get(HERE))


def test_signing_out_ends_the_session_in_the_table() -> None:
    client = signed_in()

    client.post(reverse("account_logout"))

    assert sent_to_sign_in(client.get(HERE))
    assert not still_signed_in()


def still_signed_in() -> bool:
    return any("_auth_user_id" in row.get_decoded() for row in Session.objects.all())


def test_a_session_that_lies_idle_ends(the_clock: Clock) -> None:
    client = signed_in()
    client.get(HERE)

    the_clock.move_on(seconds=settings.SESSION_IDLE_SECONDS + 1)

    assert sent_to_sign_in(client.get(HERE))
    assert not still_signed_in()


def test_one_who_is_told_why_is_told_in_words(the_clock: Clock) -> None:
    client = signed_in()
    client.get(HERE)
    the_clock.move_on(seconds=settings.SESSION_IDLE_SECONDS + 1)

    answer: Any = client.get(HERE, follow=True)

    assert "inte har varit aktiv" in answer.content.decode()


def test_a_session_in_use_goes_on(the_clock: Clock) -> None:
    client = signed_in()

    for _ in range(5):
        assert client.get(HERE).status_code == 200
        the_clock.move_on(seconds=settings.SESSION_IDLE_SECONDS - 60)


def test_a_session_ends_at_last_however_much_it_is_used(the_clock: Clock) -> None:
    client = signed_in()
    client.get(HERE)

    statuses = []
    for _ in range(settings.SESSION_COOKIE_AGE // 1800 + 1):
        the_clock.move_on(seconds=1800)
        statuses.append(client.get(HERE).status_code)

    assert set(statuses[:-1]) == {200}
    assert statuses[-1] == 302


def test_a_role_that_has_ended_is_lost_at_the_next_click() -> None:
    account = make.account_with(Role.PARTICIPANT)
    client = signed_in(account)
    assert client.get(HERE).status_code == 200

    end(account)

    assert client.get(HERE).status_code == 404
    assert sent_to_sign_in(client.get(HERE))
    assert not still_signed_in()


def end(account: Account) -> None:
    make.operator()
    Assignment.objects.filter(account=account).update(ends_on=make.TODAY)


def test_a_role_ends_by_itself_at_midnight(the_clock: Clock) -> None:
    account = make.account_with(Role.PARTICIPANT, ends_on=make.TODAY + timedelta(days=1))
    the_clock.move_on(hours=13)  # 23.00 in Stockholm
    client = signed_in(account)
    assert client.get(HERE).status_code == 200

    the_clock.move_on(minutes=59)
    assert client.get(HERE).status_code == 200
    the_clock.move_on(minutes=1)
    assert client.get(HERE).status_code == 404


def test_one_of_two_roles_may_end_and_the_session_goes_on() -> None:
    account = make.account_with(Role.PARTICIPANT, Role.AUDITOR)
    client = signed_in(account)
    client.get(HERE)

    make.operator()
    Assignment.objects.filter(account=account, role=Role.AUDITOR).update(ends_on=make.TODAY)

    assert client.get(HERE).status_code == 200
    assert client.get("/sparbarhet/").status_code == 404


def test_an_account_that_is_closed_loses_its_session() -> None:
    account = make.account_with(Role.PARTICIPANT)
    client = signed_in(account)
    Account.objects.filter(pk=account.pk).update(is_active=False)

    assert sent_to_sign_in(client.get(HERE))


def in_both() -> Account:
    account = make.account_with(Role.PARTICIPANT)
    giver = make.operator(TYRESO)
    grant_role(account, Role.PARTICIPANT, body_id=None, starts_on=make.LONG_AGO, actor=giver)
    return account


def chosen(client: Client) -> str:
    return str(client.session["municipality"])


def test_one_with_roles_in_two_municipalities_begins_in_the_first_by_name() -> None:
    client = signed_in(in_both())
    client.get(HERE)

    assert chosen(client) == str(ALINGSAS)


def test_one_may_go_over_to_another_of_ones_own() -> None:
    client = signed_in(in_both())

    client.post("/kommun/valj/", {"municipality": str(TYRESO)})
    client.get(HERE)

    assert chosen(client) == str(TYRESO)


@pytest.mark.parametrize("wanted", [str(TYRESO), "", "x", "None", str(ALINGSAS).upper() + " "])
def test_one_cannot_go_over_to_anothers(wanted: str) -> None:
    client = signed_in()

    client.post("/kommun/valj/", {"municipality": wanted})
    client.get(HERE)

    assert chosen(client) == str(ALINGSAS)


def test_a_session_that_names_anothers_municipality_is_put_right() -> None:
    client = signed_in()
    session = client.session
    session["municipality"] = str(TYRESO)
    session.save()

    answer = client.get(HERE)

    assert answer.status_code == 200
    assert chosen(client) == str(ALINGSAS)


def test_when_the_role_in_the_chosen_one_ends_the_other_is_left() -> None:
    account = in_both()
    client = signed_in(account)
    client.post("/kommun/valj/", {"municipality": str(TYRESO)})

    make.operator(TYRESO)
    Assignment.objects.filter(account=account, municipality_id=TYRESO).update(ends_on=make.TODAY)

    assert client.get(HERE).status_code == 200
    assert chosen(client) == str(ALINGSAS)
