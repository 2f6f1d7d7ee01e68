from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from threading import Barrier, BrokenBarrierError
from uuid import UUID

import pytest
from django.db import connections, transaction

from samsyn.access import queries
from samsyn.access.api import Account, Assignment, Role, end_role, grant_role
from samsyn.audit.api import Event
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.surroundings import TYRESO

database = pytest.mark.django_db
TOMORROW, YESTERDAY = make.TODAY + timedelta(days=1), make.TODAY - timedelta(days=1)


def held(account: Account) -> Assignment:
    return Assignment.objects.get(account=account)


def administrator() -> Account:
    return make.account_with(Role.ADMINISTRATOR)


@database
def test_a_role_is_held_from_its_first_day() -> None:
    account = make.account_with(Role.AUDITOR, starts_on=make.TODAY)

    assert [held.role for held, _ in queries.roles_anywhere(make.actor_for(account))] == ["auditor"]


@database
def test_a_role_is_not_held_on_its_end_day() -> None:
    account = make.account_with(Role.AUDITOR, ends_on=make.TODAY)

    assert not queries.roles_anywhere(make.actor_for(account))


@database
def test_giving_a_role_leaves_a_trace_of_which() -> None:
    account = make.account_with()
    giver = make.actor(Role.ADMINISTRATOR)

    given = grant_role(account, Role.AUDITOR, body_id=None, starts_on=make.TODAY, actor=giver)

    event = Event.objects.get(object_id=given.pk)
    assert (event.action, event.reason, event.account_id) == (
        "access.grant_role",
        "auditor",
        giver.account_id,
    )


@database
def test_the_same_role_twice_at_once_is_refused() -> None:
    account = make.account_with(Role.AUDITOR)

    with pytest.raises(RuleBrokenError, match="har redan den rollen under perioden"):
        grant_role(account, Role.AUDITOR, body_id=None, starts_on=make.TODAY, actor=make.operator())


@database
def test_the_same_role_in_another_body_is_accepted() -> None:
    one, two = make.body("Ett"), make.body("Två")
    account = make.account_with(Role.DIRECTOR, body=one)

    grant_role(account, Role.DIRECTOR, body_id=two.pk, starts_on=make.TODAY, actor=make.operator())

    assert Assignment.objects.filter(account=account).count() == 2


@database
def test_the_same_role_may_follow_on_the_day_it_ends() -> None:
    account = make.account_with(Role.AUDITOR, ends_on=make.TODAY)

    grant_role(account, Role.AUDITOR, body_id=None, starts_on=make.TODAY, actor=make.operator())

    assert Assignment.objects.filter(account=account).count() == 2


@database
def test_roles_in_two_municipalities_do_not_meet() -> None:
    account = make.account_with(Role.AUDITOR)

    grant_role(
        account, Role.AUDITOR, body_id=None, starts_on=make.TODAY, actor=make.operator(TYRESO)
    )

    roles = queries.roles_anywhere(make.actor_for(account))
    assert [place.key for _, place in roles] == ["alingsas", "tyreso"]


@database
def test_a_role_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="inte sluta innan den börjar"):
        make.account_with(Role.AUDITOR, starts_on=make.TODAY, ends_on=date(2020, 1, 1))


@database
def test_nobody_gives_herself_a_role() -> None:
    account = administrator()

    with pytest.raises(RuleBrokenError, match="inte ge dig själv en roll"):
        grant_role(
            account,
            Role.AUDITOR,
            body_id=None,
            starts_on=make.TODAY,
            actor=make.actor_for(account),
        )


@database
def test_an_ended_role_opens_nothing_from_today() -> None:
    account = make.account_with(Role.AUDITOR)

    end_role(held(account), actor=make.operator())

    assert held(account).ends_on == make.TODAY
    assert not queries.roles_anywhere(make.actor_for(account))


@database
def test_a_role_ends_once() -> None:
    account = make.account_with(Role.AUDITOR, ends_on=YESTERDAY)

    with pytest.raises(RuleBrokenError, match="redan slutat"):
        end_role(held(account), actor=make.operator())


@database
def test_a_role_that_was_to_end_later_ends_today() -> None:
    account = make.account_with(Role.AUDITOR, ends_on=TOMORROW + timedelta(days=300))

    end_role(held(account), actor=make.operator())

    assert held(account).ends_on == make.TODAY


@database
def test_a_role_that_was_to_begin_never_begins() -> None:
    account = make.account_with(Role.AUDITOR, starts_on=TOMORROW)

    end_role(held(account), actor=make.operator())

    assert (held(account).starts_on, held(account).ends_on) == (TOMORROW, TOMORROW)


@database
def test_a_role_that_was_called_off_can_be_given_again() -> None:
    account = make.account_with(Role.AUDITOR, starts_on=TOMORROW)
    end_role(held(account), actor=make.operator())

    grant_role(account, Role.AUDITOR, body_id=None, starts_on=TOMORROW, actor=make.operator())

    assert Assignment.objects.filter(account=account).count() == 2


@database
def test_the_last_administrator_keeps_the_role() -> None:
    account = administrator()

    with pytest.raises(RuleBrokenError, match="måste ha en administratör"):
        end_role(held(account), actor=make.operator())

    assert held(account).ends_on is None


@pytest.mark.parametrize("why", ["ended", "to come", "closed", "in a body", "elsewhere"])
@database
def test_one_who_is_not_administrator_today_does_not_count_as_another(why: str) -> None:
    account = administrator()
    not_another(why)

    make.operator()
    with pytest.raises(RuleBrokenError, match="måste ha en administratör"):
        end_role(held(account), actor=make.operator())


def not_another(why: str) -> None:
    match why:
        case "ended":
            make.account_with(Role.ADMINISTRATOR, ends_on=make.TODAY)
        case "to come":
            make.account_with(Role.ADMINISTRATOR, starts_on=TOMORROW)
        case "closed":
            Account.objects.filter(pk=administrator().pk).update(is_active=False)
        case "in a body":
            make.account_with(Role.ADMINISTRATOR, body=make.body())
        case _:
            make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)


@database
def test_an_administrator_may_leave_when_there_is_another() -> None:
    account, _other = administrator(), administrator()

    end_role(held(account), actor=make.operator())

    assert held(account).ends_on == make.TODAY


def test_two_administrators_cannot_end_each_other_at_once(committed_database: str) -> None:
    with transaction.atomic():
        roles = [held(administrator()).pk for _ in range(2)]
    start, end = Barrier(2), Barrier(2)

    def end_one(pk: UUID) -> str:
        try:
            with transaction.atomic():
                actor = make.operator()
                assignment = Assignment.objects.select_for_update().get(pk=pk)
                start.wait(timeout=5)
                end_role(assignment, actor=actor)
                # Whoever is first holds on, so that the other begins before there is a commit.
                with suppress(BrokenBarrierError):
                    end.wait(timeout=0.3)
        except RuleBrokenError as refusal:
            return str(refusal)
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(end_one, roles))

    assert told == ["", "Kommunen måste ha en administratör. Ge någon annan rollen först."]
