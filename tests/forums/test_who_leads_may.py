"""Duties follow functions: who holds one that leads a forum leads it, as long as she does."""

from datetime import date, timedelta

import pytest

from samsyn.access.api import Account, Action, Role, grant_role, visible
from samsyn.forums import rules
from samsyn.forums.models import Forum, Reach
from samsyn.organisation import actions
from samsyn.organisation.models import Position
from tests import factories as make
from tests.forums import making
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

LEADING = ("convener_id", "chair_id", "secretary_id")


def led_by(held: Position, duty: str = "convener_id", **told: object) -> Forum:
    return make.forum("Nätverket", {duty: held.pk, **told}, municipality_id=held.municipality_id)


def may(account: Account, action: Action[Forum] = rules.DESCRIBE_FORUM) -> bool:
    return visible(make.actor_for(account), action).exists()


@pytest.mark.parametrize("duty", LEADING)
def test_who_holds_a_function_that_leads_may_change_the_charter(duty: str) -> None:
    held = make.position()
    led_by(held, duty)

    assert may(make.holder_of(held, Role.PARTICIPANT))


@pytest.mark.parametrize(
    "action",
    [
        rules.RENAME_FORUM,
        rules.END_FORUM,
        rules.ADD_SEAT,
        rules.ADD_RHYTHM,
        rules.ADD_STANDING_ITEM,
        rules.NOTE_LACK,
        rules.CITE_FORUM,
        rules.PLAN_MEETING,
        rules.FOLLOW_UP_IN_FORUM,
    ],
    ids=lambda action: action.name,
)
def test_who_leads_may_all_that_makes_a_charter(action: Action[Forum]) -> None:
    held = make.position()
    led_by(held)

    assert may(make.holder_of(held, Role.PARTICIPANT), action)


def test_who_only_owns_the_following_up_leads_nothing() -> None:
    held = make.position()
    led_by(held, "follow_up_owner_id")

    assert not may(make.holder_of(held, Role.PARTICIPANT))


def test_another_forum_is_not_hers() -> None:
    held = make.position()
    led_by(held)
    make.forum("Ett annat")

    actor = make.actor_for(make.holder_of(held, Role.PARTICIPANT))

    assert [of.name for of in visible(actor, rules.DESCRIBE_FORUM)] == ["Nätverket"]


@pytest.mark.parametrize(("days", "leads"), [(-1, True), (0, True), (1, False)])
def test_she_leads_from_the_day_that_she_holds_it(days: int, leads: bool) -> None:
    held, who = make.position(), make.person()
    led_by(held)
    make.appointment(held, who, starts_on=make.TODAY + timedelta(days))

    assert may(make.member(Role.PARTICIPANT, of=who)) is leads


@pytest.mark.parametrize(("days", "leads"), [(-1, False), (0, False), (1, True)])
def test_she_leads_until_the_day_that_she_no_longer_holds_it(days: int, leads: bool) -> None:
    held = make.position()
    led_by(held)

    account = make.holder_of(held, Role.PARTICIPANT, ends_on=make.TODAY + timedelta(days))

    assert may(account) is leads


def test_who_comes_after_her_leads_at_once() -> None:
    held = make.position()
    led_by(held)
    before = make.holder_of(held, Role.PARTICIPANT, ends_on=make.TODAY)
    who = make.person("Bo")
    make.appointment(held, who, starts_on=make.TODAY)
    after = make.member(Role.PARTICIPANT, of=who)

    assert (may(before), may(after)) == (False, True)


def test_without_a_role_a_function_opens_nothing() -> None:
    held = make.position()
    led_by(held, reach=Reach.EVERYONE)
    account = make.holder_of(held)

    assert not may(account)
    assert not may(account, rules.READ_FORUM)


def test_a_role_that_has_ended_takes_the_function_along() -> None:
    held = make.position()
    led_by(held)
    account = make.holder_of(held)
    grant_role(
        account,
        Role.PARTICIPANT,
        body_id=None,
        starts_on=make.LONG_AGO,
        ends_on=make.TODAY,
        actor=make.operator(),
    )

    assert not may(account)


def test_a_function_in_one_municipality_opens_nothing_in_another() -> None:
    held = make.position(make.body(municipality_id=TYRESO))
    led_by(held)
    make.forum("Här", {"convener_id": make.position().pk})
    account = make.holder_of(held, Role.PARTICIPANT)

    here, there = make.actor_for(account), make.actor_for(account, TYRESO)

    assert not visible(here, rules.DESCRIBE_FORUM).exists()
    make.actor_for(account, TYRESO)
    assert [of.name for of in visible(there, rules.DESCRIBE_FORUM)] == ["Nätverket"]


def test_a_function_that_is_given_away_is_no_longer_hers() -> None:
    held, other = make.position(), make.position(title="Kurator")
    of = led_by(held)
    account = make.holder_of(held, Role.PARTICIPANT)

    of.convener_id = other.pk
    of.save(update_fields=["convener_id"])

    assert not may(account)


def test_a_director_of_a_body_leads_no_forum_by_it() -> None:
    held = make.position()
    led_by(held)

    assert not may(make.account_with(Role.DIRECTOR, body=held.body))


def test_an_appointment_ended_in_the_past_takes_the_lead_with_it() -> None:
    held = make.position()
    led_by(held)
    account = make.holder_of(held, Role.PARTICIPANT)
    assert may(account)

    actions.end_appointment(
        held.appointments.get(), ends_on=date(2026, 11, 1), actor=make.operator()
    )

    assert not may(account)


def test_a_seat_is_for_its_function_or_for_all_of_a_body_that_names_none() -> None:
    school = make.body("Skolan")
    rector, nurse = make.position(school, "Rektor"), make.position(school, "Skolsköterska")
    named, open_to_all = make.forum("Rektorerna"), make.forum("Skolans nät")
    make.seat(named, rector)
    make.seat(open_to_all, of_body=school)
    for forum in (named, open_to_all):
        making.meeting(forum)

    def forums_of(held: Position) -> set[str]:
        actor = make.actor_for(make.holder_of(held, Role.PARTICIPANT))
        return {each.forum.name for each in visible(actor, rules.PROPOSE_ITEM)}

    assert forums_of(rector) == {"Rektorerna", "Skolans nät"}
    assert forums_of(nurse) == {"Skolans nät"}
    assert forums_of(make.position(make.body("Polisen"))) == set()
