from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.actions import Engagement
from samsyn.organisation.models import Appointment, AppointmentKind, Person, Position
from tests import factories as make

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def appoint(
    position: Position,
    person: Person,
    engagement: Engagement | None = None,
    *,
    starts_on: date = make.LONG_AGO,
    ends_on: date | None = None,
) -> Appointment:
    return actions.appoint(
        position,
        person,
        engagement,
        starts_on=starts_on,
        ends_on=ends_on,
        actor=make.operator(),
    )


def holders(position: Position, day: date) -> set[str]:
    found = queries.positions(make.actor(Role.PARTICIPANT), day).get(pk=position.pk)
    return {held.person.given_name for held in found.held}


def vacant(position: Position, day: date = make.TODAY) -> bool:
    rows = queries.vacant(queries.positions(make.actor(Role.PARTICIPANT), day), day)
    return position in rows


def test_the_one_who_held_it_on_a_day_is_shown_on_that_day() -> None:
    chief = make.position()
    appoint(chief, make.person("Anna"), ends_on=JUNE)
    appoint(chief, make.person("Bo"), starts_on=JUNE)

    assert holders(chief, JUNE - timedelta(days=1)) == {"Anna"}
    assert holders(chief, JUNE) == {"Bo"}


def test_one_who_follows_on_the_day_another_ends_is_accepted() -> None:
    chief = make.position()
    appoint(chief, make.person(), ends_on=JUNE)

    assert appoint(chief, make.person(), starts_on=JUNE).starts_on == JUNE


def test_two_ordinary_holders_on_one_day_are_refused() -> None:
    chief = make.position()
    appoint(chief, make.person("Anna"))

    with pytest.raises(RuleBrokenError, match="Någon annan innehar redan funktionen"):
        appoint(chief, make.person("Bo"), starts_on=JUNE)

    assert holders(chief, JUNE) == {"Anna"}


def test_an_overlap_of_one_day_is_refused() -> None:
    chief = make.position()
    appoint(chief, make.person(), ends_on=JUNE)

    with pytest.raises(RuleBrokenError, match="Någon annan innehar redan"):
        appoint(chief, make.person(), starts_on=JUNE - timedelta(days=1))


def test_one_who_acts_may_stand_beside_the_ordinary_holder() -> None:
    chief = make.position()
    appoint(chief, make.person("Anna"))

    appoint(chief, make.person("Bo"), Engagement(AppointmentKind.ACTING), starts_on=MAY)

    assert holders(chief, MAY) == {"Anna", "Bo"}


def test_two_who_act_at_once_are_refused() -> None:
    chief, acting = make.position(), Engagement(AppointmentKind.ACTING)
    appoint(chief, make.person(), acting)

    with pytest.raises(RuleBrokenError, match="Någon annan innehar redan"):
        appoint(chief, make.person(), acting)


def test_one_who_acts_fills_the_function() -> None:
    chief = make.position()

    appoint(chief, make.person(), Engagement(AppointmentKind.ACTING))

    assert not vacant(chief)


def test_a_deputy_does_not_fill_the_function() -> None:
    chief = make.position()

    appoint(chief, make.person(), Engagement(AppointmentKind.DEPUTY))

    assert vacant(chief)


def test_a_function_may_have_several_deputies() -> None:
    chief, deputy = make.position(), Engagement(AppointmentKind.DEPUTY)

    appoint(chief, make.person("Anna"), deputy)
    appoint(chief, make.person("Bo"), deputy)

    assert holders(chief, make.TODAY) == {"Anna", "Bo"}


def test_a_function_for_several_has_several_holders() -> None:
    workers = make.position(title="Fältassistent", is_single=False)

    appoint(workers, make.person("Anna"))
    appoint(workers, make.person("Bo"))

    assert holders(workers, make.TODAY) == {"Anna", "Bo"}


def test_the_same_person_twice_at_once_is_refused() -> None:
    workers, anna = make.position(is_single=False), make.person("Anna")
    appoint(workers, anna)

    with pytest.raises(RuleBrokenError, match="Personen innehar redan funktionen"):
        appoint(workers, anna, Engagement(AppointmentKind.DEPUTY), starts_on=JUNE)


def test_someone_may_return_to_a_function() -> None:
    chief, anna = make.position(), make.person("Anna")
    appoint(chief, anna, ends_on=MAY)

    appoint(chief, anna, starts_on=JUNE)

    assert (holders(chief, MAY), holders(chief, JUNE)) == (set(), {"Anna"})


@pytest.mark.parametrize("share", [1, 50, 100])
def test_a_share_is_kept(share: int) -> None:
    held = appoint(make.position(), make.person(), Engagement(share_percent=share))

    assert Appointment.objects.get(pk=held.pk).share_percent == share


@pytest.mark.parametrize("share", [0, 101, 32_767])
def test_a_share_outside_1_to_100_percent_is_refused(share: int) -> None:
    with pytest.raises(RuleBrokenError, match="mellan 1 och 100 procent"):
        appoint(make.position(), make.person(), Engagement(share_percent=share))


@pytest.mark.parametrize("ends_on", [JUNE, MAY, date(1, 1, 1)])
def test_a_period_that_does_not_end_after_it_begins_is_refused(ends_on: date) -> None:
    with pytest.raises(RuleBrokenError, match="slutar innan den börjar"):
        appoint(make.position(), make.person(), starts_on=JUNE, ends_on=ends_on)


def test_a_period_outside_the_life_of_the_function_is_refused() -> None:
    chief = make.position(starts_on=JUNE)

    with pytest.raises(RuleBrokenError, match="utanför den tid som funktionen finns"):
        appoint(chief, make.person(), starts_on=MAY)


def test_a_period_without_end_ends_with_the_function() -> None:
    chief = make.position()
    actions.end_position(chief, ends_on=JULY, actor=make.operator())

    assert appoint(chief, make.person(), starts_on=MAY).ends_on == JULY


def test_an_elected_holds_the_office_for_a_term() -> None:
    term = make.term()

    held = appoint(make.position(), make.person(), Engagement(term_id=term.pk))

    assert Appointment.objects.select_related("term").get(pk=held.pk).term == term


def test_one_person_with_many_functions_is_shown() -> None:
    anna, bo = make.person("Anna"), make.person("Bo")
    for title in ("Kommunpolis", "Samordnare", "Säkerhetschef"):
        appoint(make.position(title=title), anna)
    appoint(make.position(), bo)

    found = list(queries.holders_of_several(make.actor(Role.PARTICIPANT)))

    assert [(person.given_name, person.held_now) for person in found] == [("Anna", 3)]


def test_a_function_that_has_ended_is_not_counted() -> None:
    anna = make.person("Anna")
    appoint(make.position(), anna)
    appoint(make.position(), anna, ends_on=make.TODAY)

    assert list(queries.holders_of_several(make.actor(Role.PARTICIPANT))) == []


def test_the_database_refuses_a_holder_who_slips_past_the_rule_by_another_word() -> None:
    """Whether a function is for one is said by the function, not by the appointment."""
    held = make.appointment()

    with pytest.raises(IntegrityError, match="follows_its_position"), transaction.atomic():
        Appointment.objects.filter(pk=held.pk).update(is_single=False)
