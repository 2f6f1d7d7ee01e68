"""Every address of the real site: by the resolver, whatever pages there are."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest
from django.db import models, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from samsyn.access.api import ACTIONS, Account, Municipality, Role
from samsyn.audit.api import Event, Outcome
from samsyn.config.checks import addresses
from tests import factories as make
from tests.access import matrix, owner
from tests.surroundings import ALINGSAS, TYRESO

OTHER_METHODS = {"GET": ("POST", "PUT", "DELETE"), "POST": ("GET", "PUT", "DELETE")}


class Door(NamedTuple):
    address: str
    action: str
    method: str
    is_by_link: bool

    @property
    def model(self) -> type[models.Model]:
        return ACTIONS[self.action].model

    @property
    def has_key(self) -> bool:
        return "<uuid:pk>" in self.address

    def at(self, pk: UUID) -> str:
        return f"/{self.address.replace('<uuid:pk>', str(pk))}"


def every_door() -> list[Door]:
    return sorted(_doors(get_resolver().url_patterns))


def _doors(patterns: Any) -> Iterator[Door]:
    for address, pattern in addresses(patterns):
        if _action(pattern) in ACTIONS:
            by_link = getattr(pattern.callback, "is_by_link", False)
            yield Door(address, _action(pattern), pattern.callback.method, by_link)  # type: ignore[attr-defined]


def _action(pattern: URLPattern) -> str:
    return getattr(pattern.callback, "action", "")


DOORS = [door for door in every_door() if not door.is_by_link]
BY_LINK = [door for door in every_door() if door.is_by_link]
WITH_KEY = [door for door in DOORS if door.has_key]


def named(door: Door) -> str:
    return f"{door.method} /{door.address}"


def test_there_are_doors() -> None:
    assert len(DOORS) > 40
    assert len(WITH_KEY) > 25


def test_every_address_has_at_most_one_key() -> None:
    """So that the row that is permitted is the row that is shown."""
    assert [door.address for door in DOORS if door.address.count("<") > 1] == []


def test_a_door_for_links_asks_for_a_token_and_no_other_does() -> None:
    with_token = {door for door in every_door() if "<token>" in door.address}

    assert with_token == set(BY_LINK)
    assert [door.address for door in BY_LINK if door.address.count("<") > 1 + door.has_key] == []


def test_nobody_comes_by_a_link_that_is_not_there(db: None) -> None:
    """Not even one who holds every role; and all are told the same."""
    clients = (Client(), signed_in(make.account_with(*Role)))
    answers = {
        (client.generic(door.method, at).status_code)
        for door in BY_LINK
        for at in [door.at(uuid4()).replace("<token>", "hemlig-x")]
        for client in clients
    }

    assert answers <= {404}


def test_a_model_is_reached_by_its_key_unless_it_is_the_municipality() -> None:
    assert [d.address for d in DOORS if d.has_key == (d.model is Municipality)] == []


@pytest.mark.parametrize("door", DOORS, ids=named)
def test_each_answers_one_method(door: Door, db: None) -> None:
    client = signed_in(make.account_with(Role.ADMINISTRATOR))

    answers = {
        method: client.generic(method, door.at(uuid4())).status_code
        for method in OTHER_METHODS[door.method]
    }

    assert set(answers.values()) == {405}


def test_a_stranger_is_told_of_nothing_anywhere(db: None) -> None:
    """A stranger has an account, and no role."""
    world = matrix.build_world()
    client = signed_in(make.account_with())

    assert [named(door) for door in DOORS if not is_as_missing(client, door, world)] == []


def test_one_from_another_municipality_is_told_of_nothing_anywhere(db: None) -> None:
    world = matrix.build_world()
    client = signed_in(make.account_with(*Role, municipality_id=TYRESO))

    assert [named(door) for door in WITH_KEY if not is_as_missing(client, door, world)] == []


def is_as_missing(client: Client, door: Door, world: matrix.World) -> bool:
    """The same answer for a row that is there as for one that is not, to the last byte."""
    there = client.generic(door.method, door.at(world.rows[door.model].pk))
    nowhere = client.generic(door.method, door.at(uuid4()))
    same = there.content == nowhere.content and dict(there.headers) == dict(nowhere.headers)
    return there.status_code == nowhere.status_code == 404 and same


def test_every_attempt_from_another_municipality_leaves_a_trace(db: None) -> None:
    world = matrix.build_world()
    account = make.account_with(*Role, municipality_id=TYRESO)
    client = signed_in(account)

    for door in WITH_KEY:
        client.generic(door.method, door.at(world.rows[door.model].pk))

    make.operator(TYRESO)
    traced = Event.objects.filter(account_id=account.pk, outcome=Outcome.REFUSED)
    assert sorted(traced.values_list("action", flat=True)) == sorted(d.action for d in WITH_KEY)


def test_nothing_is_changed_by_one_from_another_municipality(db: None) -> None:
    world = matrix.build_world()
    before = stored(world)
    client = signed_in(make.account_with(*Role, municipality_id=TYRESO))

    for door in WITH_KEY:
        client.generic(door.method, door.at(world.rows[door.model].pk))

    make.operator(ALINGSAS)
    assert stored(world) == before


def stored(world: matrix.World) -> list[dict[str, Any] | None]:
    return [
        model._base_manager.filter(pk=row.pk).values().first() for model, row in world.rows.items()
    ]


@pytest.mark.parametrize("key", ["1", "01", "%00", "%D9%A1", "../organ", "A" * 32, "x" * 9_000])
def test_a_key_in_another_form_is_no_key(key: str, db: None) -> None:
    client = signed_in(make.account_with(Role.ADMINISTRATOR))

    assert client.get(f"/organ/{key}/").status_code == 404


def signed_in(account: Account) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(account)
    return client


def test_every_attempt_of_a_stranger_leaves_a_trace(committed_database: str) -> None:
    with transaction.atomic():
        world, stranger = matrix.build_world(), make.account_with()
    client = signed_in(stranger)

    for door in DOORS:
        client.generic(door.method, door.at(world.rows[door.model].pk))

    statement = "select action from audit_event where account_id = %s and outcome = 'refused'"
    with owner.owner() as operator:
        traced = [action for (action,) in operator.execute(statement, [stranger.pk])]
    assert sorted(traced) == sorted(door.action for door in DOORS)


def test_no_address_is_shadowed_by_another() -> None:
    every = list(addresses(get_resolver().url_patterns))
    written = [address for address, _pattern in every]

    assert sorted(written) == sorted(set(written))
