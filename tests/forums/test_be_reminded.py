"""Nobody has to think of reminding: of contributions, and of answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from samsyn.access.api import Actor, PersonalLink
from samsyn.forums import actions
from samsyn.forums.actions.reminding import before, remind
from samsyn.forums.domain.workdays import WorkingDays
from samsyn.forums.models import Answer, Attendance, Meeting
from samsyn.post.api import Letter
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, TODAY, TOMORROW, World

pytestmark = pytest.mark.django_db

# A Friday; two working days before it is the Wednesday.
CLOSES = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
WEDNESDAY = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def at(moment: datetime) -> Actor:
    return replace(make.operator(), now=moment)


def reminded() -> list[str]:
    make.operator()
    found = Letter.objects.exclude(subject__startswith="Kallelse").order_by("to")
    return list(found.values_list("to", flat=True))


def everyone(world: World) -> list[str]:
    return sorted(each.email for each in (world.leader, world.approver, world.participant))


@pytest.mark.parametrize(
    ("moment", "is_time"),
    [
        (WEDNESDAY - timedelta(days=1), False),
        (WEDNESDAY.replace(hour=4), False),
        (WEDNESDAY, True),
        (CLOSES - timedelta(hours=1), True),
        (CLOSES + timedelta(hours=1), False),
    ],
)
def test_of_contributions_from_two_working_days_before_until_the_time_is_out(
    world: World, moment: datetime, *, is_time: bool
) -> None:
    world.meeting(NEXT_WEEK, contributions_by_at=CLOSES)

    remind(at(moment))

    assert reminded() == (everyone(world) if is_time else [])


def test_a_weekend_is_no_working_day() -> None:
    assert before(datetime(2026, 11, 24, tzinfo=UTC).date(), 2, WorkingDays()) == (
        datetime(2026, 11, 20, tzinfo=UTC).date()
    )


def test_whoever_has_contributed_or_does_not_come_is_left_alone(world: World) -> None:
    found = world.meeting(NEXT_WEEK, contributions_by_at=CLOSES)
    actions.contribute(world.asked(found), "Frånvaron minskar.", actor=make.operator())
    actions.answer(world.asked(found, world.chair), Answer.NO, actor=make.operator())

    remind(at(WEDNESDAY))

    assert reminded() == [world.leader.email]


def test_twice_is_once(world: World) -> None:
    world.meeting(NEXT_WEEK, contributions_by_at=CLOSES)

    remind(at(WEDNESDAY))
    remind(at(WEDNESDAY + timedelta(hours=1)))

    assert reminded() == everyone(world)


def test_of_an_answer_the_day_before(world: World) -> None:
    found = world.meeting(TOMORROW)
    actions.summon(Meeting.objects.get(pk=found.pk), actor=make.operator())
    actions.answer(world.asked(found), Answer.YES, actor=make.operator())

    remind(at(making.NOW))

    assert reminded() == sorted([world.leader.email, world.approver.email])
    assert Letter.objects.filter(subject="Kommer du? BUS styrgrupp 18 november 2026").exists()


def test_nobody_is_asked_for_an_answer_who_was_not_summoned(world: World) -> None:
    world.meeting(TOMORROW)

    remind(at(making.NOW))

    assert reminded() == []


def test_a_cancelled_meeting_reminds_nobody(world: World) -> None:
    found = world.meeting(NEXT_WEEK, contributions_by_at=CLOSES)
    actions.cancel_meeting(found, "Sjukdom", actor=make.operator())

    remind(at(WEDNESDAY))

    assert reminded() == []


def test_one_without_an_account_is_reminded_with_a_link(world: World) -> None:
    making.seat(world.forum, body=make.body("Polisen"), contact_email="vakt@polisen.example")
    world.meeting(NEXT_WEEK, contributions_by_at=CLOSES)

    remind(at(WEDNESDAY))
    remind(at(WEDNESDAY))

    make.operator()
    assert "/hemlig-" in Letter.objects.get(to="vakt@polisen.example").text
    assert PersonalLink.objects.count() == 1


def test_whoever_is_not_reached_stops_nobody_else(world: World) -> None:
    found = world.meeting(NEXT_WEEK, contributions_by_at=CLOSES)
    make.operator()
    own = {"municipality_id": found.municipality_id, "meeting": found}
    Attendance.objects.create(**own, wording="Ungdomsmottagningen")

    remind(at(WEDNESDAY))

    assert reminded() == everyone(world)
    assert found.meets_on > TODAY
