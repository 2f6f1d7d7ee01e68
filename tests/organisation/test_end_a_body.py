from datetime import date, timedelta

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Body, BodyName, Placement
from tests import factories as make

pytestmark = pytest.mark.django_db
LAST = date(2025, 1, 1)


def end(body: Body, day: date = LAST) -> None:
    actions.end_body(body, ends_on=day, actor=make.operator())


def test_its_name_and_place_end_with_it() -> None:
    unit = make.body("Enheten", parent=make.body("Toppen"))

    end(unit)

    assert BodyName.objects.get(body=unit).ends_on == LAST
    assert Placement.objects.get(body=unit).ends_on == LAST


def test_a_name_that_was_to_come_is_given_up() -> None:
    unit = make.body("Enheten")
    actions.rename_body(unit, "Sedan", starts_on=date(2026, 1, 1), actor=make.operator())

    end(unit)

    assert [row.name for row in BodyName.objects.filter(body=unit)] == ["Enheten"]


def test_it_is_remembered_by_its_last_name() -> None:
    unit = make.body("Enheten")

    end(unit)

    assert queries.bodies(make.actor(Role.PARTICIPANT)).get(pk=unit.pk).name == "Enheten"


def test_a_living_function_keeps_it() -> None:
    unit = make.body()
    make.position(unit)

    with pytest.raises(RuleBrokenError, match="Avsluta eller flytta dem först"):
        end(unit)

    assert Body.objects.get(pk=unit.pk).ends_on is None


def test_a_function_that_has_ended_does_not_keep_it() -> None:
    unit = make.body()
    actions.end_position(make.position(unit), ends_on=LAST, actor=make.operator())

    end(unit)

    assert Body.objects.get(pk=unit.pk).ends_on == LAST


def test_a_living_subordinate_keeps_it() -> None:
    top = make.body()
    make.body("Enheten", parent=top)

    with pytest.raises(RuleBrokenError, match="underordnade organ"):
        end(top)


def test_a_subordinate_that_has_moved_does_not_keep_it() -> None:
    top = make.body()
    unit = make.body("Enheten", parent=top)
    actions.place_body(unit, None, starts_on=LAST, actor=make.operator())

    end(top)

    assert Body.objects.get(pk=top.pk).ends_on == LAST


def test_a_role_held_in_it_keeps_it() -> None:
    unit = make.body()
    make.account_with(Role.DIRECTOR, body=unit)

    with pytest.raises(RuleBrokenError, match="roller"):
        end(unit)


def test_a_role_that_ends_the_same_day_does_not_keep_it() -> None:
    unit = make.body()
    make.account_with(Role.DIRECTOR, body=unit, ends_on=LAST)

    end(unit)

    assert Body.objects.get(pk=unit.pk).ends_on == LAST


def test_a_role_that_was_called_off_does_not_keep_it() -> None:
    unit, later = make.body(), make.TODAY + timedelta(days=90)
    make.account_with(Role.DIRECTOR, body=unit, starts_on=later, ends_on=later)

    end(unit)

    assert Body.objects.get(pk=unit.pk).ends_on == LAST


def test_a_day_before_it_began_is_refused() -> None:
    unit = make.body(starts_on=date(2024, 1, 1))

    with pytest.raises(RuleBrokenError, match="slutar innan den börjar"):
        end(unit, date(2023, 1, 1))


def test_a_body_ends_once() -> None:
    unit = make.body()
    end(unit)

    with pytest.raises(RuleBrokenError, match="redan avslutats"):
        end(unit, date(2026, 1, 1))


def test_an_end_that_was_to_come_can_be_brought_forward() -> None:
    unit = make.body()
    end(unit, date(2027, 1, 1))

    end(unit)

    assert BodyName.objects.get(body=unit).ends_on == LAST


def test_nothing_can_be_added_after_its_end() -> None:
    unit = make.body()
    end(unit)

    with pytest.raises(RuleBrokenError, match="finns inte den dagen"):
        actions.rename_body(unit, "Nya", starts_on=LAST, actor=make.operator())


def test_a_function_cannot_begin_after_its_end() -> None:
    unit = make.body()
    end(unit)

    with pytest.raises(RuleBrokenError, match="Perioden slutar innan den börjar"):
        make.position(unit, starts_on=date(2025, 6, 1))
