"""Fetching one row: permitted, traced, and told apart from what is hidden only by those who may."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from samsyn.access.api import Held, Role, enter, grant_role, has_role, has_role_in_body
from samsyn.audit.api import Event, Outcome
from samsyn.kernel.errors import NotFoundError, NotPermittedError
from samsyn.organisation import actions, rules
from tests import factories as make
from tests.access.conftest import Declare
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db
TOMORROW = make.TODAY + timedelta(days=1)


def test_who_may_gets_the_row() -> None:
    body = make.body()

    assert enter(make.actor(Role.PARTICIPANT), rules.READ_BODY, body.pk) == body


@pytest.mark.parametrize(("changing", "outcome"), [(False, Outcome.SEEN), (True, Outcome.DONE)])
def test_it_leaves_one_trace_with_the_role_as_ground(changing: bool, outcome: Outcome) -> None:
    body, actor = make.body(), make.actor(Role.COORDINATOR)

    enter(actor, rules.RENAME_BODY, body.pk, changing=changing)

    event = Event.objects.get(object_id=body.pk)
    assert (event.action, event.outcome, event.reason) == (
        "organisation.rename_body",
        outcome,
        "coordinator",
    )
    assert (event.at, event.account_id, event.municipality_id, event.object_type) == (
        make.NOW,
        actor.account_id,
        actor.municipality_id,
        "organisation.body",
    )


def test_the_ground_is_the_role_that_opened_it() -> None:
    body = make.body()
    actor = make.actor(Role.AUDITOR, Role.DIRECTOR, body=body)

    enter(actor, rules.CREATE_POSITION, body.pk, changing=True)

    assert Event.objects.get(object_id=body.pk).reason == "director"


def test_the_first_rule_that_holds_is_the_ground(declare: Declare) -> None:
    body = make.body()
    directed = has_role_in_body(Role.DIRECTOR, path="pk")
    kept = has_role(Role.COORDINATOR)
    action = declare(permitted=(directed, kept))

    enter(make.actor(Role.COORDINATOR), action, body.pk)

    assert Event.objects.get(object_id=body.pk).reason == "coordinator"


def test_what_is_missing_is_not_found() -> None:
    with pytest.raises(NotFoundError):
        enter(make.actor(Role.ADMINISTRATOR), rules.READ_BODY, uuid4())


def test_what_belongs_to_another_municipality_is_not_found() -> None:
    hidden = make.body(municipality_id=TYRESO)

    with pytest.raises(NotFoundError):
        enter(make.actor(Role.ADMINISTRATOR), rules.READ_BODY, hidden.pk)


def test_what_may_be_seen_but_not_done_is_told_in_a_sentence() -> None:
    body = make.body()

    with pytest.raises(NotPermittedError) as refusal:
        enter(make.actor(Role.PARTICIPANT), rules.RENAME_BODY, body.pk, changing=True)

    assert str(refusal.value) == (
        "Du får se det här, men din roll räcker inte för att byta namn på organet."
    )


def test_what_may_be_neither_seen_nor_done_is_not_found() -> None:
    body = make.body()

    with pytest.raises(NotFoundError):
        enter(make.actor_for(make.account_with()), rules.RENAME_BODY, body.pk)


def test_a_refusal_leaves_no_trace_of_having_seen_or_done() -> None:
    body = make.body()

    with pytest.raises(NotPermittedError):
        enter(make.actor(Role.PARTICIPANT), rules.RENAME_BODY, body.pk)

    assert not Event.objects.filter(object_id=body.pk).exists()


def test_a_director_reaches_the_bodies_below() -> None:
    top = make.body("Toppen")
    unit = make.body("Enheten", parent=make.body("Mitten", parent=top))

    assert enter(make.actor(Role.DIRECTOR, body=top), rules.CREATE_POSITION, unit.pk) == unit


@pytest.mark.parametrize("place", ["above", "beside"])
def test_a_director_does_not_reach_bodies_above_or_beside(place: str) -> None:
    top = make.body("Toppen")
    unit = make.body("Enheten", parent=top)
    other = {"above": top, "beside": make.body("Bredvid", parent=top)}[place]

    with pytest.raises(NotPermittedError):
        enter(make.actor(Role.DIRECTOR, body=unit), rules.CREATE_POSITION, other.pk)


def test_a_director_follows_the_hierarchy_of_today() -> None:
    top, unit = make.body("Toppen"), make.body("Enheten")
    actions.place_body(unit, top.pk, starts_on=TOMORROW, actor=make.operator())
    director = make.actor(Role.DIRECTOR, body=top)

    with pytest.raises(NotPermittedError):
        enter(director, rules.CREATE_POSITION, unit.pk)

    actions.place_body(unit, top.pk, starts_on=make.TODAY, actor=make.operator())
    assert enter(director, rules.CREATE_POSITION, unit.pk) == unit


def test_a_director_no_longer_reaches_what_was_moved_away() -> None:
    top = make.body("Toppen")
    unit = make.body("Enheten", parent=top)
    actions.place_body(unit, None, starts_on=make.TODAY, actor=make.operator())

    with pytest.raises(NotPermittedError):
        enter(make.actor(Role.DIRECTOR, body=top), rules.CREATE_POSITION, unit.pk)


def test_a_director_does_not_reach_a_contact_point_of_a_person() -> None:
    contact = make.contact(make.person())

    with pytest.raises(NotPermittedError, match="räcker inte för att ta bort kontaktuppgifter"):
        enter(make.actor(Role.DIRECTOR), rules.REMOVE_CONTACT, contact.pk)


def test_an_account_that_is_closed_opens_nothing() -> None:
    body, account = make.body(), make.account_with(Role.ADMINISTRATOR)
    account.is_active = False
    account.save(update_fields=["is_active"])

    with pytest.raises(NotFoundError):
        enter(make.actor_for(account), rules.READ_BODY, body.pk)


def test_the_operator_has_no_role_and_enters_nothing() -> None:
    body = make.body()

    with pytest.raises(NotFoundError):
        enter(make.operator(), rules.READ_BODY, body.pk)


def test_the_role_that_permits_is_told_apart_from_one_held_elsewhere() -> None:
    here, elsewhere = make.body("Socialnämnden"), make.body("Kulturnämnden")
    both = make.account_with(Role.DIRECTOR, body=here)
    grant_role(
        both,
        Role.COORDINATOR,
        body_id=elsewhere.pk,
        starts_on=make.LONG_AGO,
        actor=make.operator(),
    )

    held = (Held(Role.COORDINATOR, elsewhere.pk), Held(Role.DIRECTOR, here.pk))
    enter(replace(make.actor_for(both), held=held), rules.CREATE_POSITION, here.pk)

    assert Event.objects.get(object_id=here.pk).reason == "director"
