"""A meeting that came in a file is asked for by the seats of its forum."""

import pytest

from samsyn.forums import actions
from samsyn.forums.models import Attendance
from tests import factories as make
from tests.forums import making
from tests.forums.making import World

pytestmark = pytest.mark.django_db


def test_those_with_a_seat_are_asked(world: World) -> None:
    meeting = world.meeting(making.NEXT_WEEK)
    Attendance.objects.all().delete()

    making.post(world.leader, "ask-by-seats", meeting.pk)

    make.operator()
    assert Attendance.objects.filter(meeting=meeting, seat__isnull=False).count() == 3


def test_one_who_was_told_of_without_a_seat_is_not_asked_twice(world: World) -> None:
    meeting = world.meeting(making.NEXT_WEEK)
    Attendance.objects.all().update(seat=None, person=None)

    actions.ask_by_seats(meeting, actor=make.operator())

    asked = Attendance.objects.filter(meeting=meeting)
    assert asked.count() == 3
    assert all(each.seat_id for each in asked)


def test_who_only_takes_part_asks_nobody(world: World) -> None:
    meeting = world.meeting(making.NEXT_WEEK)

    assert making.post(world.participant, "ask-by-seats", meeting.pk).status_code == 403
