"""The bench measures the same municipality every time, and the site takes it for a real one."""

from datetime import date
from typing import Any

import psycopg
import pytest
from django.db.models import Model

from samsyn.access import api as access
from samsyn.config.database.addresses import superuser_address
from samsyn.config.env import environment
from samsyn.organisation import queries
from samsyn.search import api as search
from tools.bench import loading
from tools.bench.figures import Who, figures
from tools.bench.floors import Insider, asked_again
from tools.bench.municipality import MadeUp, Size, make

TODAY = date(2026, 11, 17)
SMALL = Size(bodies=30, positions=60, appointments=150, persons=80, areas=10)


def _values(made: MadeUp) -> list[dict[str, Any]]:
    return [_plain(row) for rows in made.tables for row in rows]


def _plain(row: Model) -> dict[str, Any]:
    written = [field for field in row._meta.concrete_fields if not field.generated]
    return {field.attname: getattr(row, field.attname) for field in written}


def test_a_number_gives_the_same_municipality_every_time() -> None:
    assert _values(make(7, SMALL, TODAY)) == _values(make(7, SMALL, TODAY))


def test_another_number_gives_another() -> None:
    assert make(7, SMALL, TODAY).municipality_id != make(8, SMALL, TODAY).municipality_id


def test_it_is_as_large_as_the_goals_say() -> None:
    made = make(loading.FIRST_NEIGHBOUR, Size(), TODAY)

    counts = [len(made.bodies), len(made.positions), len(made.appointments)]
    assert counts == [300, 1_500, 4_000]


def test_every_person_is_marked_as_invented() -> None:
    assert all(person.is_invented for person in make(7, SMALL, TODAY).persons)


def test_units_lie_at_the_fourth_level() -> None:
    made = make(7, Size(), TODAY)
    parents = {row.body_id: row.parent_id for row in made.placements}

    assert max(_depth(parents, body.pk) for body in made.bodies) == 4


def _depth(parents: dict[Any, Any], body_id: Any) -> int:
    return 1 + (_depth(parents, parents[body_id]) if body_id in parents else 0)


@pytest.fixture
def loaded(committed_database: str) -> loading.Loaded:
    made = make(loading.ONE_PAGE, SMALL, access.clock.now().date())
    found = "insert into access_municipality (id, key, name, code) values (%s, 'k', 'K', '9999')"
    with psycopg.connect(**superuser_address(environment(), committed_database)) as operator:
        operator.execute(found, [made.municipality_id])
    return loading.fill(made, loading.ONE_PAGE)


def test_the_database_takes_it_and_shows_it(loaded: loading.Loaded) -> None:
    account = access.Account.objects.get(email=loaded.emails[Who.ADMINISTRATOR][0])

    with access.acting_in(loaded.made.municipality_id, account.pk) as actor:
        assert queries.bodies(actor).count() == 30
        assert search.find(actor, loaded.made.persons[0].family_name)


def test_each_page_that_is_measured_opens(loaded: loading.Loaded) -> None:
    insiders = {who: Insider(emails[0]) for who, emails in loaded.emails.items()}

    for figure in figures(loaded.made):
        if figure.by in insiders:
            assert insiders[figure.by].statements(figure.paths[0])


def test_a_page_is_asked_again_without_django(loaded: loading.Loaded) -> None:
    asked = Insider(loaded.emails[Who.ADMINISTRATOR][0]).statements("/organ/")

    assert len(asked_again(asked, crowd=2).taken) > 2
