from dataclasses import replace
from datetime import timedelta

import pytest

from samsyn.access.api import Municipality, Role, permitted_in_municipality, prepared
from samsyn.organisation.api import READ_ORGANISATION
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def test_what_one_may_is_not_told_another() -> None:
    insider, stranger = make.account_with(Role.AUDITOR), make.account_with()

    assert READ_ORGANISATION.name in permitted_in_municipality(make.actor_for(insider))
    assert not permitted_in_municipality(make.actor_for(stranger))


def test_what_one_may_ends_with_the_role() -> None:
    account = make.account_with(Role.AUDITOR, ends_on=make.TODAY + DAY)
    today = make.actor_for(account)

    assert permitted_in_municipality(today)
    assert not permitted_in_municipality(replace(today, now=make.NOW + DAY))


def test_a_role_in_one_municipality_opens_nothing_in_another() -> None:
    account = make.account_with(Role.COORDINATOR)

    assert not permitted_in_municipality(make.actor_for(account, municipality_id=TYRESO))


def test_a_question_that_nothing_can_answer_is_not_asked() -> None:
    nothing = prepared.written("nothing", Municipality.objects.none)

    assert prepared.answers(nothing, make.operator()) == []
