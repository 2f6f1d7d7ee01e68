"""Two who each do something allowed, at the same moment, spoil nothing for each other."""

from time import sleep
from typing import Any

from django.db import transaction

from samsyn.forums import actions
from samsyn.forums.actions import MeetingPlan
from samsyn.forums.models import AgendaItem, Approval, Decision, Draft, Minutes
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_MONTH, NEXT_WEEK, World
from tests.forums.together import together


def test_two_decisions_at_once_get_a_number_each(committed_database: str) -> None:
    with transaction.atomic():
        forum = making.forum()
        one, two = making.meeting(forum), making.meeting(forum)

    told = together(
        *(
            lambda actor, at=at: actions.decide(at, "Ja.", at_item=None, actor=actor)
            for at in (one, two)
        )
    )

    assert told == ["", ""]
    with transaction.atomic():
        make.operator()
        assert sorted(Decision.objects.values_list("number", flat=True)) == [1, 2]


def test_two_who_approve_at_once_leave_the_minutes_approved(committed_database: str) -> None:
    with transaction.atomic():
        world = World()
        meeting = making.held_meeting(world.forum)
        approvers = [world.chair, world.convener]
        actions.make_minutes(meeting, approvers, actor=make.operator())
        approvals = list(Approval.objects.select_related("minutes__meeting"))

    told = together(*(approving(each) for each in approvals))

    assert told == ["", ""]
    with transaction.atomic():
        make.operator()
        assert Minutes.objects.get().approved_at is not None


def test_the_same_approval_twice_at_once_is_made_once(committed_database: str) -> None:
    with transaction.atomic():
        world = World()
        meeting = making.held_meeting(world.forum)
        actions.make_minutes(meeting, [world.chair, world.rector], actor=make.operator())
        one, two = (Approval.objects.get(position=world.chair) for _ in range(2))

    told = together(approving(one), approving(two))

    assert sorted(told) == ["", "Du har redan justerat anteckningarna."]


def approving(approval: Approval) -> Any:
    return lambda actor: actions.approve_minutes(approval, actor=actor)


def test_two_who_write_at_once_are_told_of_each_other(committed_database: str) -> None:
    with transaction.atomic():
        item = making.item()

    told = together(
        lambda actor: actions.write_notes(item, "Annas.", 0, actor=actor),
        lambda actor: actions.write_notes(item, "Bos.", 0, actor=actor),
    )

    assert sorted(told) == ["", "Någon annan har ändrat anteckningen medan du skrev."]


def test_two_windows_that_begin_a_draft_at_once_lose_nothing(committed_database: str) -> None:
    with transaction.atomic():
        world = World()
        asked = world.asked(world.meeting(NEXT_WEEK))

    told = together(
        lambda actor: actions.save_draft(asked, "Det ena.", 0, actor=actor),
        lambda actor: actions.save_draft(asked, "Det andra.", 0, actor=actor),
    )

    assert sum(sentence.startswith("Texten har ändrats") for sentence in told) == 1
    with transaction.atomic():
        make.operator()
        assert Draft.objects.get().version == 1


def test_two_meetings_planned_at_once_do_not_both_take_up_what_waits(
    committed_database: str,
) -> None:
    with transaction.atomic():
        forum = making.forum()
        actions.postpone_item(making.item(making.meeting(forum)), actor=make.operator())

    told = together(
        *(
            lambda actor, day=day: actions.plan_meeting(forum, MeetingPlan(day), actor=actor)
            for day in (NEXT_WEEK, NEXT_MONTH)
        )
    )

    assert told == ["", ""]
    with transaction.atomic():
        make.operator()
        assert AgendaItem.objects.filter(continues__isnull=False).count() == 1


def test_two_who_order_the_agenda_at_once_do_not_wait_for_each_other(
    committed_database: str,
) -> None:
    with transaction.atomic():
        meeting = making.meeting()
        items = [making.item(meeting, title) for title in "ABC"]

    told = together(shifting(items[0]), shifting(items[2]))

    assert set(told) <= {"", "Någon annan ändrar dagordningen just nu. Försök igen."}
    with transaction.atomic():
        make.operator()
        assert sorted(AgendaItem.objects.values_list("ordinal", flat=True)) == [1, 2, 3]


def shifting(item: AgendaItem) -> Any:
    """As the door does: with the item locked first."""

    def change(actor: Any) -> None:
        AgendaItem.objects.select_for_update(no_key=True).get(pk=item.pk)
        sleep(0.1)
        actions.shift_item(item, 1, actor=actor)

    return change


def test_two_proposals_at_once_get_a_place_each(committed_database: str) -> None:
    with transaction.atomic():
        meeting = making.meeting(meets_on=NEXT_WEEK)

    told = together(
        *(
            lambda actor, title=title: actions.propose_item(meeting, title, "", actor=actor)
            for title in "AB"
        )
    )

    assert told == ["", ""]
    with transaction.atomic():
        make.operator()
        assert sorted(AgendaItem.objects.values_list("ordinal", flat=True)) == [1, 2]
