"""Whoever handles a deviation is reminded of the answer by letter, once before and once after."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives import letters
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.models import Deviation
from samsyn.organisation.api import Position
from samsyn.post.api import Letter
from tests import deviation_rows as rows
from tests import factories as make
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db

SOON, LATE = "Svara snart på en avvikelse", "En avvikelse väntar på svar"


@pytest.fixture
def handler() -> Position:
    return make.position(title="Rektor")


@pytest.fixture
def account(handler: Position) -> Account:
    return make.holder_of(handler, Role.PARTICIPANT)


def _handled(handler: Position, days: int = 20, **told: Any) -> Deviation:
    row = rows.deviation(rows.TITLE, **told)
    due = TODAY + timedelta(days)
    actions.name_handler(row, handler.pk, due, actor=make.operator())
    return row


def _remind(*days: int, hours: int = 0) -> None:
    for day in days:
        moment = NOW + timedelta(days=day, hours=hours)
        letters.remind(replace(make.operator(), now=moment))


def _written() -> list[tuple[str, str]]:
    make.operator()
    return list(Letter.objects.order_by("created_at", "pk").values_list("subject", "to"))


def test_the_handler_is_reminded_once_before_and_once_after(
    handler: Position, account: Account
) -> None:
    _handled(handler)

    _remind(12)
    assert _written() == []
    _remind(13, 14, 20)
    assert _written() == [(SOON, account.email)]
    _remind(21, 22, 40)

    assert _written() == [(SOON, account.email), (LATE, account.email)]


def test_the_letter_tells_the_day_and_not_what_it_is_about(
    handler: Position, account: Account
) -> None:
    row = _handled(handler)

    _remind(14)

    letter = Letter.objects.get(to=account.email)
    assert "ska besvaras senast 7 december 2026" in " ".join(letter.text.split())
    assert f"/avvikelser/{row.pk}/" in letter.text
    assert rows.TITLE not in letter.text + letter.subject
    assert rows.WHAT not in letter.text


def test_what_is_answered_or_came_today_reminds_of_nothing(
    handler: Position, account: Account
) -> None:
    answered = _handled(handler)
    actions.answer_deviation(answered, "Skolan får en kopia.", actor=make.operator())
    _handled(handler, days=1)

    _remind(0)
    assert _written() == []
    _remind(1)

    assert _written() == [(SOON, account.email)]


def test_those_who_lead_the_group_are_told_when_it_is_late(
    handler: Position, account: Account
) -> None:
    chair = make.position(title="Ordförande")
    leader = make.holder_of(chair, Role.PARTICIPANT)
    keeper = make.account_with(Role.COORDINATOR)
    _handled(handler, forum_id=make.forum("Närgruppen", {"chair_id": chair.pk}).pk)

    _remind(14)
    assert (SOON, leader.email) not in _written()
    _remind(21)

    assert {to for head, to in _written() if head == LATE} == {account.email, leader.email}
    assert keeper.email not in {to for _head, to in _written()}


def test_without_a_group_those_who_keep_the_routines_are_told(
    handler: Position, account: Account
) -> None:
    keeper = make.account_with(Role.COORDINATOR)
    school = make.account_with(Role.COORDINATOR, body=make.body("Skolan"))
    _handled(handler)

    _remind(21)

    assert {to for _head, to in _written()} == {account.email, keeper.email}
    assert school.email not in {to for _head, to in _written()}


def test_a_new_last_day_is_reminded_of_anew(handler: Position, account: Account) -> None:
    row = _handled(handler)
    _remind(14)
    actions.name_handler(row, handler.pk, TODAY + timedelta(40), actor=make.operator())

    _remind(15, 34)

    assert _written() == [(SOON, account.email)] * 2


def test_nobody_is_reminded_at_night(handler: Position, account: Account) -> None:
    _handled(handler)

    _remind(14, hours=-5)
    assert _written() == []
    _remind(14)

    assert _written() == [(SOON, account.email)]


def test_what_was_written_is_asked_of_once_for_all(handler: Position, account: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            _remind(15)
        return len(captured)

    _handled(handler)
    _remind(15)
    one = asked()
    for _each in range(5):
        _handled(handler)
    _remind(15)

    assert asked() == one
    assert account.email
