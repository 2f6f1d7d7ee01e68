import pytest

from samsyn.access.api import (
    Account,
    Membership,
    Role,
    account_of_person,
    let_sign_in,
    open_account,
    person_of_account,
)
from samsyn.audit.api import Event
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def test_a_person_gets_an_account_without_a_password() -> None:
    anna = make.person()

    account = let_sign_in(anna.pk, "anna@example.se", actor=make.operator())

    assert account_of_person(make.operator(), anna.pk) == account
    assert not account.has_usable_password()


def test_an_account_alone_opens_nothing() -> None:
    account = let_sign_in(make.person().pk, "anna@example.se", actor=make.operator())

    assert not account.assignments.exists()


def test_it_leaves_a_trace() -> None:
    anna, giver = make.person(), make.actor(Role.ADMINISTRATOR)

    let_sign_in(anna.pk, "anna@example.se", actor=giver)

    membership = Membership.objects.get(person=anna)
    assert Event.objects.get(object_id=membership.pk).account_id == giver.account_id


@pytest.mark.parametrize("spelling", ["anna@example.se", "Anna@Example.SE"])
def test_an_address_known_elsewhere_is_answered_as_a_new_one(spelling: str) -> None:
    """An administrator cannot learn who has an account in another municipality."""
    there = let_sign_in(
        make.person(municipality_id=TYRESO).pk, "anna@example.se", actor=make.operator(TYRESO)
    )

    here = let_sign_in(make.person().pk, spelling, actor=make.operator())

    assert here == there
    assert Account.objects.count() == 1


def test_an_account_is_a_person_in_each_municipality() -> None:
    here, there = make.person("Anna"), make.person("Anna", municipality_id=TYRESO)
    account = let_sign_in(here.pk, "anna@example.se", actor=make.operator())
    let_sign_in(there.pk, "anna@example.se", actor=make.operator(TYRESO))

    assert person_of_account(make.actor_for(account)) == here.pk
    assert person_of_account(make.actor_for(account, TYRESO)) == there.pk


def test_the_same_address_again_changes_nothing() -> None:
    anna = make.person()
    let_sign_in(anna.pk, "anna@example.se", actor=make.operator())

    let_sign_in(anna.pk, "anna@example.se", actor=make.operator())

    assert Membership.objects.count() == Event.objects.count() == 1


def test_an_address_of_another_person_is_refused() -> None:
    let_sign_in(make.person().pk, "anna@example.se", actor=make.operator())

    with pytest.raises(RuleBrokenError, match="hör till en annan person"):
        let_sign_in(make.person().pk, "anna@example.se", actor=make.operator())


def test_a_second_account_for_a_person_is_refused() -> None:
    anna = make.person()
    let_sign_in(anna.pk, "anna@example.se", actor=make.operator())

    with pytest.raises(RuleBrokenError, match="redan ett konto"):
        let_sign_in(anna.pk, "anna@example.com", actor=make.operator())

    assert not Account.objects.filter(email="anna@example.com").exists()


def test_an_address_has_one_account_whatever_the_case() -> None:
    assert open_account("anna@example.se") == open_account("ANNA@example.se")
