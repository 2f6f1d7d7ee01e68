from typing import Any

import pytest
from django.db.models import Q

from samsyn.access.api import (
    ACTIONS,
    Action,
    Held,
    Role,
    Rule,
    enter,
    grounds,
    has_role,
    has_role_in_body,
    permitted,
    permitted_in_municipality,
    visible,
)
from samsyn.organisation import rules
from samsyn.organisation.models import Body, Position
from tests import factories as make
from tests.access import checks
from tests.access.conftest import Declare
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

COORDINATORS, DIRECTORS = has_role(Role.COORDINATOR), has_role(Role.DIRECTOR)


def test_without_rules_nobody_is_let_in(declare: Declare) -> None:
    checks.nobody_is_let_in_without_a_rule(declare)


def test_what_is_never_permitted_is_refused_whatever_the_role(declare: Declare) -> None:
    checks.what_is_never_permitted_is_refused(declare)


@pytest.mark.parametrize(
    ("role", "is_let_in"),
    [(Role.COORDINATOR, True), (Role.DIRECTOR, True), (Role.AUDITOR, False)],
)
def test_one_rule_that_holds_is_enough(declare: Declare, role: Role, is_let_in: bool) -> None:
    action, body = declare(permitted=(COORDINATORS, DIRECTORS)), make.body()

    assert visible(make.actor(role), action).filter(pk=body.pk).exists() == is_let_in


def test_never_holds_for_the_rows_it_names_alone(declare: Declare) -> None:
    one, two = make.body("Ett"), make.body("Två")
    secret = Rule((), lambda _actor: Q(pk=two.pk), "in a body that spans several")
    action = declare(permitted=(COORDINATORS,), never=(secret,))

    assert list(visible(make.actor(Role.COORDINATOR), action)) == [one]


def test_two_actions_of_one_name_are_refused(declare: Declare) -> None:
    with pytest.raises(ValueError, match="two actions are named"):
        declare(name=rules.READ_BODY.name)


def test_every_action_is_known_by_its_name() -> None:
    assert all(ACTIONS[name].name == name for name in ACTIONS)


def test_every_action_has_a_label_and_someone_who_may() -> None:
    assert all(str(action.label) and action.permitted for action in ACTIONS.values())


def test_a_role_in_a_body_reaches_that_body_alone(declare: Declare) -> None:
    above = make.body("Ovanför")
    unit = make.body("Enheten", parent=above)
    make.body("Under", parent=unit)
    action = declare(permitted=(has_role_in_body(Role.DIRECTOR, path="pk"),))

    assert list(visible(make.actor(Role.DIRECTOR, body=unit), action)) == [unit]


def test_a_role_in_a_body_reaches_what_lies_in_it(declare: Declare) -> None:
    unit = make.body("Enheten")
    inside, _outside = make.position(unit), make.position(make.body("En annan"))
    rule = has_role_in_body(Role.DIRECTOR, path="body_id")
    action = declare(model=Position, permitted=(rule,))

    assert list(visible(make.actor(Role.DIRECTOR, body=unit), action)) == [inside]


def test_a_role_in_the_whole_municipality_reaches_every_body(declare: Declare) -> None:
    unit = make.body("Enheten")
    action = declare(permitted=(has_role_in_body(Role.DIRECTOR, path="pk"),))

    assert list(visible(make.actor(Role.DIRECTOR), action)) == [unit]


def test_the_rows_of_another_municipality_are_not_visible() -> None:
    make.body(municipality_id=TYRESO)
    own = make.body()

    assert list(visible(make.actor(Role.ADMINISTRATOR), rules.READ_BODY)) == [own]


def test_the_actions_that_a_row_permits_are_named() -> None:
    body = make.body()
    asked = (rules.READ_BODY, rules.RENAME_BODY, rules.CREATE_POSITION)

    assert permitted(make.actor(Role.POLITICIAN), body, asked) == {"organisation.read_body"}
    assert permitted(make.actor(Role.DIRECTOR, body=body), body, asked) == {
        "organisation.read_body",
        "organisation.create_position",
    }


def test_the_actions_on_a_row_of_another_municipality_are_none() -> None:
    hidden = make.body(municipality_id=TYRESO)

    assert permitted(make.actor(Role.ADMINISTRATOR), hidden, (rules.READ_BODY,)) == set()


def test_the_actions_of_the_municipality_are_named() -> None:
    assert "organisation.read_trail" in permitted_in_municipality(make.actor(Role.AUDITOR))
    assert "organisation.create_body" not in permitted_in_municipality(make.actor(Role.AUDITOR))


def test_what_is_permitted_agrees_with_the_door() -> None:
    body = make.body()
    actor = make.actor(Role.COORDINATOR)

    for name in permitted(actor, body, [a for a in ACTIONS.values() if a.model is Body]):
        assert enter(actor, ACTIONS[name], body.pk) == body


def test_the_ground_is_the_roles_that_open_the_action() -> None:
    actor = make.actor(Role.COORDINATOR, Role.AUDITOR)

    assert grounds(actor, rules.READ_TRAIL) == [Held(Role.AUDITOR, None)]


def test_permissions_of_a_row_are_asked_in_one_question(
    django_assert_num_queries: object,
) -> None:
    body, actor = make.body(), make.actor(Role.COORDINATOR)
    every: list[Action[Any]] = [action for action in ACTIONS.values() if action.model is Body]

    with django_assert_num_queries(1):  # type: ignore[operator]
        permitted(actor, body, every)
