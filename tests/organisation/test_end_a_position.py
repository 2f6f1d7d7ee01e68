from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Appointment, Position
from tests import factories as make

pytestmark = pytest.mark.django_db
LAST = date(2025, 1, 1)


def end(position: Position, day: date = LAST) -> None:
    actions.end_position(position, ends_on=day, actor=make.operator())


def test_those_who_hold_it_hold_it_no_longer() -> None:
    held = make.appointment()

    end(held.position)

    assert Appointment.objects.get(pk=held.pk).ends_on == LAST


def test_those_who_held_it_before_are_left_as_they_were() -> None:
    held = make.appointment(ends_on=date(2023, 1, 1))

    end(held.position)

    assert Appointment.objects.get(pk=held.pk).ends_on == date(2023, 1, 1)


def test_someone_who_is_to_take_it_up_later_keeps_it() -> None:
    held = make.appointment(starts_on=date(2026, 1, 1))

    with pytest.raises(RuleBrokenError, match="utanför den tid som funktionen finns"):
        end(held.position)


def test_an_ended_function_is_neither_shown_nor_vacant() -> None:
    chief = make.position()

    end(chief)

    reader = make.actor(Role.PARTICIPANT)
    assert list(queries.positions(reader)) == list(queries.vacancies(reader)) == []


def test_it_is_shown_on_a_day_when_it_was() -> None:
    chief = make.position()

    end(chief)

    reader = make.actor(Role.PARTICIPANT)
    assert list(queries.positions(reader, date(2024, 12, 31))) == [chief]
    assert list(queries.positions(reader, LAST)) == []


def test_a_function_ends_once() -> None:
    chief = make.position()
    end(chief)

    with pytest.raises(RuleBrokenError, match="redan avslutats"):
        end(chief)


def test_a_day_before_it_began_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="slutar innan den börjar"):
        end(make.position(), date(2019, 1, 1))
