"""What of the forums waits for each one, on the page that meets her."""

from typing import Any

import pytest
from django.urls import reverse

from samsyn.access.api import Account
from samsyn.forums import actions
from samsyn.forums.models import Answer
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_MONTH, NEXT_WEEK, World

pytestmark = pytest.mark.django_db


def part_of(account: Account) -> Any:
    """The forums' part of the day."""
    page = making.at(account).get(reverse("organisation:my-day"))
    assert page.status_code == 200
    [part] = [each for each in page.context["parts"] if each.template == "forums/_my_day.html"]
    return part


def test_nothing_waits_for_one_without_a_part_in_any_forum(world: World) -> None:
    world.meeting(NEXT_WEEK)
    making.overdue(world.forum, world.rector)

    part = part_of(world.stranger)

    assert part.waits == 0
    assert [part.shown[of] for of in ("approvals", "asked", "follow_ups", "meetings")] == [[]] * 4


def test_a_summons_waits_until_it_is_answered(world: World) -> None:
    coming = world.meeting(NEXT_WEEK)
    assert [each.meeting_id for each in part_of(world.participant).shown["asked"]] == [coming.pk]

    actions.answer(world.asked(coming), Answer.YES, actor=make.operator())

    part = part_of(world.participant)
    assert (part.waits, part.shown["asked"]) == (0, [])
    assert [each.pk for each in part.shown["meetings"]] == [coming.pk]


def test_a_contribution_that_is_asked_for_waits_until_it_is_sent(world: World) -> None:
    until = making.later(3).now
    asked = world.asked(world.meeting(NEXT_WEEK, contributions_by_at=until))
    actions.answer(asked, Answer.YES, actor=make.operator())
    assert part_of(world.participant).waits == 1

    make.operator()
    asked.refresh_from_db()
    actions.contribute(asked, "Fler kommer i tid.", actor=make.operator())

    assert part_of(world.participant).waits == 0


def test_minutes_wait_for_the_one_who_is_to_approve_them(world: World) -> None:
    held = making.held_meeting(world.forum)
    minutes = actions.make_minutes(held, [world.chair], actor=make.operator())

    [approval] = part_of(world.approver).shown["approvals"]
    assert approval.minutes_id == minutes.pk
    assert part_of(world.participant).shown["approvals"] == []

    actions.approve_minutes(approval, actor=make.actor_for(world.approver))
    assert part_of(world.approver).shown["approvals"] == []


def test_what_is_due_waits_and_what_has_time_left_is_only_shown(world: World) -> None:
    late = making.overdue(world.forum, world.rector)
    early = making.follow_up(world.forum, world.rector, due_on=NEXT_MONTH)

    part = part_of(world.participant)

    assert [each.pk for each in part.shown["follow_ups"]] == [late.pk, early.pk]
    assert part.waits == 1


def test_what_waits_for_others_is_not_shown(world: World) -> None:
    making.overdue(world.forum, world.chair)

    assert part_of(world.participant).shown["follow_ups"] == []


def test_the_heading_says_how_much_waits(world: World) -> None:
    world.meeting(NEXT_WEEK)
    making.overdue(world.forum, world.rector)

    page = making.at(world.participant).get(reverse("organisation:my-day"))

    assert "2 saker väntar på dig." in making.told(page)
