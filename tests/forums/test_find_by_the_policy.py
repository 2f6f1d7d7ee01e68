"""What the search asks of all that it found is what the policy says of each row."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from samsyn.access.api import Account, Role, visible, within
from samsyn.access.tenancy import bind
from samsyn.forums.api import Reach
from samsyn.search import api as search
from samsyn.search.kinds import registered
from samsyn.search.matches import Sql
from samsyn.search.seen import seen_of
from tests import factories as make
from tests.forums import making
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

Found = set[tuple[str, UUID]]
_ALL = Sql("select kind, object_id from search_entry")
_WHO = ("leader", "participant", "owner", "reader", "stranger", "director", "former", "other")


@pytest.fixture
def people() -> dict[str, Account]:
    """Some of everything, and forums for each reach that some lead and some have a seat in."""
    make.everything(ALINGSAS)
    world, owner = making.World(), make.position(make.body("Kulturen"), "Kulturchef")
    for reach in Reach:
        forum = making.forum(reach=reach)
        making.meeting(forum)
        making.follow_up(forum, owner)
    making.follow_up(world.forum)
    world.meeting()
    _make_all_findable()
    return {
        **{who: getattr(world, who) for who in ("leader", "participant", "reader", "stranger")},
        "owner": making.holder(owner),
        "director": make.account_with(Role.DIRECTOR, body=world.rector.body),
        "former": make.account_with(Role.COORDINATOR, ends_on=make.TODAY),
        "other": make.account_with(Role.COORDINATOR, municipality_id=TYRESO),
    }


@pytest.mark.parametrize("who", _WHO)
def test_the_same_is_seen_of_all_at_once_as_of_each_kind(
    people: dict[str, Account], who: str
) -> None:
    actor = make.actor_for(people[who])

    seen = _seen_by(people[who])

    assert seen == {
        (kind.name, pk)
        for kind in registered()
        for pk in visible(actor, kind.action).values_list("pk", flat=True)
    }


def test_some_see_more_than_others(people: dict[str, Account]) -> None:
    seen = {who: _seen_by(people[who]) for who in _WHO}

    assert seen["reader"] > seen["leader"] > seen["stranger"] > seen["former"] == set()
    assert seen["other"] == set()
    assert seen["owner"] > seen["stranger"] < seen["director"]


def _make_all_findable() -> None:
    operator = make.operator()
    search.index_many(
        search.Draft(kind.name, pk, ALINGSAS, "Något")
        for kind in registered()
        for pk in within(kind.action.model, operator).values_list("pk", flat=True)
    )


def _seen_by(account: Account) -> Found:
    actor = make.actor_for(account)
    bind(actor.municipality_id, actor.account_id)
    seen = seen_of(_ALL, list(registered()), actor)
    bound: tuple[Any, ...] = seen.bound
    with connection.cursor() as cursor:
        cursor.execute(f"with {seen.text} select kind, object_id from seen", bound)
        return set(cursor.fetchall())
