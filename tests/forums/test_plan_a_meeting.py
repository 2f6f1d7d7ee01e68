from datetime import time, timedelta
from typing import Any

import pytest

from samsyn.forums import actions, queries
from samsyn.forums.actions import MeetingPlan
from samsyn.forums.models import AgendaItem, Attendance, Meeting, MeetingState
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_MONTH, NEXT_WEEK, NOW, TODAY, TOMORROW, YESTERDAY, World

pytestmark = pytest.mark.django_db


def titles(meeting: Meeting) -> list[str]:
    items = AgendaItem.objects.filter(meeting=meeting).order_by("ordinal")
    return list(items.values_list("title", flat=True))


def asked(meeting: Meeting) -> set[str]:
    rows = Attendance.objects.filter(meeting=meeting).select_related("position", "person")
    return {f"{row.position.title if row.position else row.body_id}" for row in rows}


def test_the_standing_items_come_first_and_what_was_put_off_after_them() -> None:
    forum = making.forum()
    making.standing_item(forum, "Lägesbild")
    first = making.meeting(forum, TODAY)
    actions.postpone_item(making.item(first, "Inflytande"), actor=make.operator())

    second = making.meeting(forum, NEXT_MONTH)

    assert titles(second) == ["Lägesbild", "Inflytande"]


def test_what_has_been_taken_up_once_does_not_come_again() -> None:
    forum = making.forum()
    first = making.meeting(forum, TODAY)
    actions.postpone_item(making.item(first, "Inflytande"), actor=make.operator())
    making.meeting(forum, NEXT_WEEK)

    assert titles(making.meeting(forum, NEXT_MONTH)) == []


def test_a_standing_item_that_was_put_off_is_not_there_twice() -> None:
    forum = making.forum()
    making.standing_item(forum, "Lägesbild")
    first = making.meeting(forum, TODAY)
    standing = AgendaItem.objects.get(meeting=first)
    actions.postpone_item(standing, actor=make.operator())

    second = making.meeting(forum, NEXT_MONTH)

    assert titles(second) == ["Lägesbild"]
    assert AgendaItem.objects.get(meeting=second).continues == standing


def test_an_item_that_was_moved_here_waits_for_the_meeting() -> None:
    here, there = making.forum("Här"), making.forum("Där")
    item = making.item(making.meeting(there), "Trygghet")
    assert actions.move_item(item, here, actor=make.operator()) is None

    assert titles(making.meeting(here, NEXT_WEEK)) == ["Trygghet"]


def test_those_who_have_a_seat_that_day_are_asked_by_name(world: World) -> None:
    making.seat(world.forum, make.position(title="Gammal"), ends_on=YESTERDAY)
    making.seat(world.forum, make.position(title="Ny"), starts_on=NEXT_MONTH)

    meeting = world.meeting(NEXT_WEEK)

    assert asked(meeting) == {"Samordnare", "Socialchef", "Rektor"}
    assert world.asked(meeting).person is not None


def test_a_vacant_function_and_a_body_are_asked_without_a_name() -> None:
    forum = making.forum()
    making.seat(forum, make.position(title="Vakant"))
    police = making.seat(forum)

    meeting = making.meeting(forum)

    assert asked(meeting) == {"Vakant", str(police.body_id)}
    assert not Attendance.objects.filter(meeting=meeting, person__isnull=False).exists()


@pytest.mark.parametrize("name", ["items_by_at", "contributions_by_at"])
def test_a_deadline_that_has_passed_is_refused(name: str) -> None:
    plan = MeetingPlan(NEXT_WEEK, **{name: NOW - timedelta(minutes=1)})  # type: ignore[arg-type]

    with pytest.raises(RuleBrokenError, match="har redan gått ut"):
        actions.plan_meeting(making.forum(), plan, actor=make.operator())


def test_a_deadline_after_the_meeting_has_begun_is_refused() -> None:
    begins = NOW + timedelta(days=1)
    plan = MeetingPlan(TOMORROW, time(9), items_by_at=begins)

    with pytest.raises(RuleBrokenError, match="efter mötet"):
        actions.plan_meeting(making.forum(), plan, actor=make.operator())


def test_a_deadline_that_passed_since_does_not_hinder_a_change_of_room() -> None:
    meeting = making.meeting(meets_on=NEXT_WEEK, items_by_at=NOW + timedelta(hours=1))
    plan = MeetingPlan(NEXT_WEEK, place="Alen", items_by_at=meeting.items_by_at)

    actions.change_meeting(meeting, plan, actor=making.later(2))

    assert Meeting.objects.get().place == "Alen"


def test_a_forum_that_has_ended_plans_no_meeting() -> None:
    with pytest.raises(RuleBrokenError, match="finns inte den dagen"):
        making.meeting(making.forum(ends_on=TODAY), TOMORROW)


def test_a_moved_meeting_asks_nobody_twice_and_keeps_the_answers(world: World) -> None:
    meeting = world.meeting(NEXT_WEEK)
    actions.answer(world.asked(meeting), "no", actor=make.operator())  # type: ignore[arg-type]
    before = set(Attendance.objects.values_list("pk", flat=True))

    actions.change_meeting(meeting, MeetingPlan(NEXT_MONTH), actor=make.operator())

    assert set(Attendance.objects.values_list("pk", flat=True)) == before
    assert (world.asked(meeting).answer, Meeting.objects.get().sequence) == ("no", 1)


def test_a_meeting_moved_past_the_end_of_a_seat_lets_it_go() -> None:
    forum = making.forum()
    making.seat(forum, make.position(), ends_on=NEXT_WEEK)
    meeting = making.meeting(forum, TOMORROW)

    actions.change_meeting(meeting, MeetingPlan(NEXT_MONTH), actor=make.operator())

    assert not Attendance.objects.exists()


def test_a_change_that_changes_nothing_is_not_counted() -> None:
    meeting = making.meeting(meets_on=NEXT_WEEK)

    actions.change_meeting(meeting, MeetingPlan(NEXT_WEEK), actor=make.operator())

    assert Meeting.objects.get().sequence == 0


def test_what_was_to_be_taken_up_at_a_cancelled_meeting_comes_with_the_next() -> None:
    forum = making.forum()
    cancelled, following = making.meeting(forum, TOMORROW), making.meeting(forum, NEXT_WEEK)
    making.item(cancelled, "Frånvaro")

    actions.cancel_meeting(cancelled, "Många är sjuka.", actor=make.operator())

    assert titles(following) == ["Frånvaro"]
    assert Meeting.objects.get(pk=cancelled.pk).why_not == "Många är sjuka."


def test_a_meeting_is_not_cancelled_without_a_reason() -> None:
    with pytest.raises(RuleBrokenError, match="Skriv varför"):
        actions.cancel_meeting(making.meeting(), " ", actor=make.operator())


def test_a_meeting_that_has_not_been_is_neither_held_nor_missed() -> None:
    meeting = making.meeting(meets_on=TOMORROW)

    with pytest.raises(RuleBrokenError, match="inte varit än"):
        actions.hold_meeting(meeting, actor=make.operator())
    with pytest.raises(RuleBrokenError, match="inte varit än"):
        actions.miss_meeting(meeting, "Ingen kom.", actor=make.operator())


def test_a_cancelled_meeting_is_not_held() -> None:
    meeting = making.meeting()
    actions.cancel_meeting(meeting, "Snö.", actor=make.operator())

    with pytest.raises(RuleBrokenError, match="inställt"):
        actions.hold_meeting(meeting, actor=make.operator())


def test_an_address_that_is_not_secure_is_told_on_the_form(world: World) -> None:
    told = making.post(
        world.leader,
        "plan-meeting-save",
        world.forum.pk,
        meets_on=NEXT_WEEK,
        mode="remote",
        url="http://mote.example.se",
    )

    assert told.status_code == 422
    assert "ska börja med https://" in making.told(told)


@pytest.mark.parametrize(
    ("who", "status"), [("leader", 200), ("participant", 403), ("stranger", 403)]
)
def test_only_those_who_lead_the_forum_plan(world: World, who: str, status: int) -> None:
    answer: Any = making.get(getattr(world, who), "plan-meeting", world.forum.pk)

    assert answer.status_code == status


def test_my_meetings_are_the_coming_ones_that_i_am_asked_to(world: World) -> None:
    coming = world.meeting(NEXT_WEEK)
    world.meeting(YESTERDAY)
    making.meeting(making.forum("Ett annat"), NEXT_WEEK)
    off = world.meeting(NEXT_MONTH)
    actions.cancel_meeting(off, "Lov.", actor=make.operator())

    assert list(queries.my_meetings(make.actor_for(world.participant))) == [coming]
    assert Meeting.objects.filter(state=MeetingState.CANCELLED).count() == 1
