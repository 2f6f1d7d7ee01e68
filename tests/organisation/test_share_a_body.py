"""Bodies that span several municipalities: police, region, county forums."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from samsyn.access.api import Action, Role, enter, visible
from samsyn.kernel.errors import NotFoundError, NotPermittedError
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import Body, BodyKind, BodyName, Participation, Position
from samsyn.search.api import find
from tests import factories as make
from tests.access import owner
from tests.surroundings import ALINGSAS, TYRESO


@pytest.fixture(scope="module", autouse=True)
def shared(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Only the operator shares bodies, so they are committed before the tests."""
    with (
        django_db_blocker.unblock(),
        owner.sharing("Polisområde Älvsborg", BodyKind.POLICE, [ALINGSAS, TYRESO]),
        owner.sharing("Region Stockholm", BodyKind.REGION, [TYRESO]),
    ):
        yield


@pytest.fixture(autouse=True)
def _at_home(db: None) -> None:
    make.operator()


def police() -> Body:
    return Body.objects.get(key="polisomrade-alvsborg")


def names(municipality_id: UUID) -> list[str]:
    reader = make.actor(Role.PARTICIPANT, municipality_id=municipality_id)
    return [body.name for body in queries.bodies(reader)]


def test_it_is_seen_by_those_who_take_part_and_by_no_others() -> None:
    assert names(ALINGSAS) == ["Polisområde Älvsborg"]
    assert names(TYRESO) == ["Polisområde Älvsborg", "Region Stockholm"]


def test_it_is_found_by_those_who_take_part_and_by_no_others() -> None:
    def found(municipality_id: UUID) -> list[str]:
        reader = make.actor(Role.PARTICIPANT, municipality_id=municipality_id)
        return [hit.title for word in ("polisområde", "region") for hit in find(reader, word)]

    assert found(ALINGSAS) == ["Polisområde Älvsborg"]
    assert found(TYRESO) == ["Polisområde Älvsborg", "Region Stockholm"]


def test_who_else_takes_part_is_not_told() -> None:
    make.actor(Role.ADMINISTRATOR)

    assert [row.municipality_id for row in Participation.objects.all()] == [ALINGSAS]


def test_what_others_take_part_in_cannot_be_told_from_what_is_missing() -> None:
    make.operator(TYRESO)
    hidden = Body.objects.get(key="region-stockholm").pk
    reader = make.actor(Role.ADMINISTRATOR)

    with pytest.raises(NotFoundError):
        enter(reader, rules.READ_BODY, hidden)


@pytest.mark.parametrize(
    "action", [rules.RENAME_BODY, rules.PLACE_BODY, rules.DESCRIBE_BODY, rules.END_BODY]
)
def test_no_municipality_changes_it(action: Action[Body]) -> None:
    keeper = make.actor(Role.ADMINISTRATOR)

    with pytest.raises(NotPermittedError):
        enter(keeper, action, police().pk, changing=True)


def test_the_database_refuses_to_change_it() -> None:
    make.operator()

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        police().save(update_fields=["kind"])


def test_the_database_refuses_to_change_its_name() -> None:
    make.operator()

    assert BodyName.objects.filter(body=police()).update(name="Kapad") == 0


def test_the_database_refuses_a_name_of_ones_own_for_it() -> None:
    make.operator()

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        BodyName.objects.create(body=police(), name="Kapad")


def test_the_database_refuses_to_take_part_uninvited() -> None:
    make.operator(TYRESO)
    region = Body.objects.get(key="region-stockholm")
    make.operator()

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Participation.objects.create(body=region, municipality_id=ALINGSAS)
    assert names(ALINGSAS) == ["Polisområde Älvsborg"]


def test_the_functions_in_it_are_each_municipalitys_own() -> None:
    for municipality_id, title in ((ALINGSAS, "Kommunpolis"), (TYRESO, "Områdespolis")):
        giver = make.operator(municipality_id)
        actions.create_position(police(), title, actor=giver)

    reader = make.actor(Role.PARTICIPANT)
    assert [position.title for position in queries.positions(reader)] == ["Kommunpolis"]
    assert [position.title for position in Position.objects.all()] == ["Kommunpolis"]


def test_a_command_in_it_can_lock_it() -> None:
    keeper = make.actor(Role.COORDINATOR)

    found = enter(keeper, rules.CREATE_POSITION, police().pk, changing=True)

    assert found == police()


def test_own_bodies_may_lie_under_it() -> None:
    group = make.body("Samverkansgruppen", parent=police())

    reader = make.actor(Role.PARTICIPANT)
    assert [step.name for step in queries.way_up(reader, group.pk, make.TODAY)] == [
        "Polisområde Älvsborg"
    ]


def test_what_one_puts_under_it_the_other_does_not_see() -> None:
    make.body("Samverkansgruppen", parent=police())

    reader = make.actor(Role.PARTICIPANT, municipality_id=TYRESO)

    assert list(queries.bodies_under(reader, police().pk, make.TODAY)) == []


def test_a_role_can_be_held_in_it() -> None:
    director = make.actor(Role.DIRECTOR, body=police())

    assert list(visible(director, rules.CREATE_POSITION)) == [police()]
