import pytest

from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.models import Appointment, Office, Position
from tests import factories as make

pytestmark = pytest.mark.django_db


def describe(position: Position, *, title: str = "Chef", is_single: bool = True) -> None:
    actions.describe_position(
        position, title, office=Office.CHAIR, is_single=is_single, actor=make.operator()
    )


def test_a_function_becomes_what_is_said_of_it() -> None:
    chief = make.position()

    describe(chief, title="Ordförande")

    kept = Position.objects.get(pk=chief.pk)
    assert (kept.title, kept.office) == ("Ordförande", "chair")


def test_a_function_that_several_hold_cannot_become_one_for_a_single_holder() -> None:
    workers = make.position(title="Fältassistent", is_single=False)
    make.appointment(workers)
    make.appointment(workers)

    with pytest.raises(RuleBrokenError, match="Någon annan innehar redan funktionen"):
        describe(workers, is_single=True)

    assert Position.objects.get(pk=workers.pk).is_single is False


def test_those_who_hold_the_function_follow_when_it_may_have_several() -> None:
    chief = make.position()
    held = make.appointment(chief)

    describe(chief, is_single=False)

    assert Appointment.objects.get(pk=held.pk).is_single is False


def test_a_title_of_10_000_characters_is_refused() -> None:
    chief = make.position(title="Socialchef")

    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        describe(chief, title="x" * 10_000)

    assert Position.objects.get(pk=chief.pk).title == "Socialchef"
