"""The whole way through: what is decided on comes back until it is closed in writing."""

from typing import Any

import pytest

from samsyn.forums.models import AgendaItem, Approval, FollowUp, Meeting, Minutes
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_MONTH, NEXT_WEEK, TODAY, World

pytestmark = pytest.mark.django_db


def test_what_a_meeting_leaves_comes_back_until_it_is_closed_in_writing(world: World) -> None:
    making.standing_item(world.forum, "Lägesbild")
    meeting = planned(world, TODAY)
    taken_up(world, meeting)
    minutes = recorded(world, meeting)
    printed = shown(world, "minutes", minutes.pk)
    assert all(text in printed for text in ("Det är lugnt.", "2026:1", "Boka lokal", "Justerade"))

    following = planned(world, NEXT_MONTH)
    assert "Boka lokal" in shown(world, "meeting", following.pk)
    assert "Boka lokal" in shown(world, "pack", following.pk)

    follow_up = closed(world)
    assert "Boka lokal" not in shown(world, "meeting", following.pk)
    assert "Lokalen är bokad." in shown(world, "follow-up", follow_up.pk)


def planned(world: World, day: Any) -> Meeting:
    do(world.leader, "plan-meeting-save", world.forum.pk, meets_on=day, mode="room")
    return Meeting.objects.get(meets_on=day)


def taken_up(world: World, meeting: Meeting) -> None:
    item = AgendaItem.objects.get(meeting=meeting, title="Lägesbild")
    do(world.leader, "write-notes", item.pk, notes="Det är lugnt.", version=0)
    do(world.leader, "decide-save", meeting.pk, text="Vi möts oftare.", at_item=1)
    task = {"what": "Boka lokal", "owner": world.rector.pk, "due_on": NEXT_WEEK, "at_item": "1"}
    do(world.leader, "follow-up-at-meeting-save", meeting.pk, **task)
    do(world.leader, "treat-item", item.pk)
    page = shown(world, "meeting", meeting.pk)
    assert all(text in page for text in ("Det är lugnt.", "Beslut 2026:1", "Boka lokal"))


def recorded(world: World, meeting: Meeting) -> Minutes:
    do(world.leader, "hold-meeting", meeting.pk)
    do(world.leader, "make-minutes-save", meeting.pk, approvers=[world.chair.pk])
    do(world.approver, "approve-minutes", Approval.objects.get().pk)
    return Minutes.objects.get()


def closed(world: World) -> FollowUp:
    follow_up = FollowUp.objects.get()
    how = {"closed_as": "done", "result": "Lokalen är bokad."}
    do(world.participant, "close-follow-up-save", follow_up.pk, **how)
    return follow_up


def do(who: Any, name: str, pk: Any, **answers: Any) -> None:
    assert making.post(who, name, pk, **answers).status_code == 302
    make.operator()


def shown(world: World, name: str, pk: Any) -> str:
    return making.told(making.get(world.participant, name, pk))
