"""The written table of who may do what is true, cell by cell."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.urls import get_resolver

from samsyn.access.api import ACTIONS, Role, enter
from samsyn.calendars.api import Feed
from samsyn.exchange.api import Upload
from samsyn.kernel.errors import NotFoundError, NotPermittedError
from samsyn.organisation.models import Body, BodyKind, BodyName, BoundaryFile
from tests import factories as make
from tests.access import matrix, owner
from tests.surroundings import ALINGSAS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _every_action_is_known() -> None:
    """Actions are declared as the pages that use them are imported."""
    assert get_resolver().url_patterns


def test_the_table_names_every_action() -> None:
    assert set(matrix.written()) == set(ACTIONS)


def test_the_table_is_what_the_rules_say() -> None:
    assert matrix.COMMITTED.read_text(encoding="utf-8") == matrix.tool().table()


def test_every_model_that_can_be_acted_on_is_tried() -> None:
    tried = set(matrix.build_world().rows)

    assert {action.model for action in ACTIONS.values()} <= tried <= set(apps.get_models())


@pytest.mark.parametrize("role", Role)
def test_every_cell_is_what_the_database_decides(role: Role) -> None:
    """And any other word in any cell would have been found."""
    decisions = matrix.decided(role, matrix.build_world())

    table = matrix.cells(role)
    assert matrix.wrong_cells(table, decisions) == set()
    assert all(matrix.wrong_cells(flip, decisions) for flip in matrix.flips(table))
    assert decisions.keys() == matrix.promised(table).keys()


@pytest.fixture(scope="module")
def police(django_db_setup: None, django_db_blocker: Any) -> Iterator[Body]:
    with (
        django_db_blocker.unblock(),
        owner.sharing("Polisområde Älvsborg", BodyKind.POLICE, [ALINGSAS]) as body,
    ):
        yield body


def test_what_is_never_permitted_is_refused_to_every_role(police: Body) -> None:
    make.operator()
    rows: dict[Any, Any] = {Body: police, BodyName: BodyName.objects.get(body=police)}
    another = make.account_with(Role.COORDINATOR)
    rows |= {Upload: make.upload(another), Feed: make.feed(another)}
    rows |= {BoundaryFile: make.boundary_file(another)}
    make.operator()
    never = [name for name, row in matrix.written().items() if row.never != "–"]
    keepers = [make.account_with(role) for role in Role]

    for name, keeper in ((name, keeper) for name in never for keeper in keepers):
        action = ACTIONS[name]
        with pytest.raises((NotFoundError, NotPermittedError)):
            enter(make.actor_for(keeper), action, rows[action.model].pk)

    assert len(never) >= 4


def test_what_may_be_done_in_a_shared_body_is_not_called_never(police: Body) -> None:
    keeper = make.actor(Role.ADMINISTRATOR)
    sometimes = [
        ACTIONS[name]
        for name, row in matrix.written().items()
        if ACTIONS[name].model is Body and row.never == "–" and set(row.cells.values()) != {"nej"}
    ]

    assert all(matrix.may(keeper, action, police.pk) for action in sometimes)
    assert len(sometimes) >= 3
