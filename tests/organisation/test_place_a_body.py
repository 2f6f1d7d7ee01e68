from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Body, Placement
from tests import factories as make
from tests.surroundings import ALINGSAS

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2024, 1, 1)


def place(body: Body, parent: Body | None, day: date = NEW_YEAR) -> None:
    actions.place_body(body, parent.pk if parent else None, starts_on=day, actor=make.operator())


def names_above(body: Body, day: date) -> list[str]:
    return [step.name for step in queries.way_up(make.actor(Role.PARTICIPANT), body.pk, day)]


def test_a_body_lies_where_it_lay_before_the_change() -> None:
    old, new = make.body("Gamla"), make.body("Nya")
    unit = make.body("Enheten", parent=old)

    place(unit, new)

    assert names_above(unit, date(2023, 12, 31)) == ["Gamla"]
    assert names_above(unit, NEW_YEAR) == ["Nya"]


def test_the_way_up_begins_at_the_top() -> None:
    top = make.body("Kommunfullmäktige")
    middle = make.body("Socialnämnden", parent=top)
    unit = make.body("Enheten", parent=middle)

    assert names_above(unit, make.TODAY) == ["Kommunfullmäktige", "Socialnämnden"]


def test_the_bodies_under_another_are_those_of_the_day() -> None:
    top = make.body("Toppen")
    unit = make.body("Enheten", parent=top)
    place(unit, None)

    reader = make.actor(Role.PARTICIPANT)
    assert [b.pk for b in queries.bodies_under(reader, top.pk, date(2023, 1, 1))] == [unit.pk]
    assert list(queries.bodies_under(reader, top.pk, make.TODAY)) == []


def test_a_body_can_be_put_at_the_top() -> None:
    unit = make.body("Enheten", parent=make.body("Toppen"))

    place(unit, None)

    assert names_above(unit, NEW_YEAR) == []


def test_a_later_place_is_given_up_for_an_earlier_one() -> None:
    one, two, unit = make.body("Ett"), make.body("Två"), make.body("Enheten")
    place(unit, one, date(2025, 1, 1))

    place(unit, two, NEW_YEAR)

    rows = Placement.objects.filter(body=unit).values_list("parent_id", "starts_on", "ends_on")
    assert list(rows) == [(two.pk, NEW_YEAR, None)]


def test_a_body_below_itself_is_refused() -> None:
    unit = make.body()

    with pytest.raises(RuleBrokenError, match="under sig självt"):
        place(unit, unit)


def test_a_hierarchy_that_bites_its_tail_is_refused() -> None:
    top = make.body("Toppen")
    middle = make.body("Mitten", parent=top)
    unit = make.body("Enheten", parent=middle)

    with pytest.raises(RuleBrokenError, match="under sig självt"):
        place(top, unit)

    assert not Placement.objects.filter(body=top).exists()


def test_a_circle_of_two_is_refused() -> None:
    top = make.body("Toppen")
    unit = make.body("Enheten", parent=top)

    with pytest.raises(RuleBrokenError, match="under sig självt"):
        place(top, unit)


def test_two_bodies_may_change_places_from_a_day() -> None:
    top = make.body("Toppen")
    unit = make.body("Enheten", parent=top)
    place(unit, None)

    place(top, unit)

    assert names_above(top, NEW_YEAR) == ["Enheten"]
    assert names_above(unit, date(2023, 12, 31)) == ["Toppen"]


def test_a_circle_on_days_to_come_is_refused() -> None:
    top, unit = make.body("Toppen"), make.body("Enheten")
    place(unit, top, date(2030, 1, 1))

    with pytest.raises(RuleBrokenError, match="under sig självt"):
        place(top, unit, NEW_YEAR)


def test_a_day_when_the_body_is_not_there_is_refused() -> None:
    unit = make.body("Enheten")

    with pytest.raises(RuleBrokenError, match="finns inte den dagen"):
        place(unit, make.body(), date(2019, 1, 1))


def test_a_parent_that_ends_before_its_subordinate_is_refused() -> None:
    parent, unit = make.body("Toppen"), make.body("Enheten")
    actions.end_body(parent, ends_on=date(2025, 1, 1), actor=make.operator())

    with pytest.raises(RuleBrokenError, match="utanför den tid"):
        place(unit, parent)


def test_two_parents_at_once_are_refused_by_the_database() -> None:
    one, two = make.body("Ett"), make.body("Två")
    unit = make.body("Enheten", parent=one)

    with pytest.raises(IntegrityError, match="one_parent_at_a_time"):
        add_a_parent(unit, two)


@transaction.atomic
def add_a_parent(unit: Body, parent: Body) -> None:
    Placement.objects.create(municipality_id=ALINGSAS, body=unit, parent=parent, starts_on=NEW_YEAR)
    connection.cursor().execute("set constraints all immediate")
