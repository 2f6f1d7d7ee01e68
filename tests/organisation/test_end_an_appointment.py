from datetime import date, timedelta

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Appointment, AppointmentKind, Position
from tests import factories as make

pytestmark = pytest.mark.django_db
YESTERDAY = make.TODAY - timedelta(days=1)


def end(appointment: Appointment, day: date = YESTERDAY) -> None:
    actions.end_appointment(appointment, ends_on=day, actor=make.operator())


def since(position: Position) -> date | None:
    reader = make.actor(Role.PARTICIPANT)
    return queries.vacant_since(reader, [position], make.TODAY)[position.pk]


def test_ended_yesterday_it_is_vacant_today() -> None:
    held = make.appointment()

    end(held)

    assert list(queries.vacancies(make.actor(Role.PARTICIPANT))) == [held.position]


def test_ended_from_tomorrow_it_is_not_vacant_today() -> None:
    held = make.appointment()

    end(held, make.TODAY + timedelta(days=1))

    assert list(queries.vacancies(make.actor(Role.PARTICIPANT))) == []


def test_it_has_been_vacant_since_the_last_holder_left() -> None:
    first = make.appointment(ends_on=date(2024, 1, 1))
    second = make.appointment(first.position, starts_on=date(2024, 6, 1))

    end(second)

    assert since(first.position) == YESTERDAY


def test_a_function_that_nobody_has_held_has_been_vacant_since_it_was_made() -> None:
    assert since(make.position(starts_on=date(2025, 3, 1))) == date(2025, 3, 1)


def test_a_deputy_who_leaves_does_not_make_it_vacant_anew() -> None:
    held = make.appointment(ends_on=date(2024, 1, 1))
    deputy = make.appointment(held.position, kind=AppointmentKind.DEPUTY)

    end(deputy)

    assert since(held.position) == date(2024, 1, 1)


def test_someone_who_is_to_come_does_not_change_since_when_it_is_vacant() -> None:
    held = make.appointment(ends_on=date(2024, 1, 1))
    make.appointment(held.position, starts_on=make.TODAY + timedelta(days=30))

    assert since(held.position) == date(2024, 1, 1)


def test_what_the_person_held_is_remembered() -> None:
    held = make.appointment()

    end(held)

    reader = make.actor(Role.PARTICIPANT)
    assert [row.ends_on for row in queries.appointments_of(reader, held.person_id)] == [YESTERDAY]


def test_it_ends_once() -> None:
    held = make.appointment()
    end(held)

    with pytest.raises(RuleBrokenError, match="redan avslutats"):
        end(held, make.TODAY)


def test_an_end_that_was_to_come_can_be_brought_forward() -> None:
    held = make.appointment(ends_on=make.TODAY + timedelta(days=30))

    end(held)

    assert Appointment.objects.get(pk=held.pk).ends_on == YESTERDAY


def test_a_day_before_it_began_is_refused() -> None:
    held = make.appointment(starts_on=date(2025, 1, 1))

    with pytest.raises(RuleBrokenError, match="slutar innan den börjar"):
        end(held, date(2024, 1, 1))
