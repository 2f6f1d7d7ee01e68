"""Meetings in one's own calendar: mine, those of a forum, and one by itself."""

from datetime import time, timedelta
from typing import Any

import pytest
import vobject
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account
from samsyn.calendars.api import Subject, make_feed
from samsyn.calendars.sources import events_of
from samsyn.forums import actions
from samsyn.forums.feeds import subject_of
from samsyn.forums.models import Meeting
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, TODAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_tries() -> None:
    cache.clear()


def events(account: Account, of: Any = None) -> list[Any]:
    subject = Subject("forums.forum", of.pk) if of else Subject()
    made = make_feed(subject, actor=make.actor_for(account))
    answer = Client().get("/" + made.address.split("/", 3)[3])
    assert answer.status_code == 200
    return list(getattr(vobject.readOne(answer.content.decode()), "vevent_list", []))


def test_it_holds_the_meetings_of_those_who_take_part(world: World) -> None:
    found = world.meeting(NEXT_WEEK, starts=time(13), ends=time(15), title="Höstmöte")
    making.item(found, "Frånvaro i höst")

    [event] = events(world.participant)

    assert event.summary.value == "BUS styrgrupp: Höstmöte"
    assert event.dtstart.value.hour == 13
    assert event.status.value == "CONFIRMED"
    assert "Frånvaro" not in event.serialize()


def test_a_stranger_is_given_no_meeting(world: World) -> None:
    world.meeting(NEXT_WEEK)

    assert events(world.stranger) == []
    assert events(world.stranger, world.forum) == []


def test_a_forum_has_a_feed_for_those_who_may_read_it(world: World) -> None:
    world.meeting(NEXT_WEEK)
    making.meeting(making.forum("Ett annat"), NEXT_WEEK)

    assert len(events(world.reader, world.forum)) == 1
    assert events(world.reader) == []


def test_a_meeting_without_an_hour_takes_the_day(world: World) -> None:
    world.meeting(NEXT_WEEK)

    [event] = events(world.participant)

    assert (event.dtstart.value, event.dtend.value) == (NEXT_WEEK, NEXT_WEEK + timedelta(1))


def test_what_is_cancelled_is_told_and_what_is_held_stays(world: World) -> None:
    off = world.meeting(NEXT_WEEK)
    held = world.meeting(TODAY)
    giver = make.operator()
    actions.cancel_meeting(Meeting.objects.get(pk=off.pk), "Sjukdom", actor=giver)
    actions.hold_meeting(Meeting.objects.get(pk=held.pk), actor=giver)

    found = events(world.participant)

    assert [(each.dtstart.value, each.status.value) for each in found] == [
        (TODAY, "CONFIRMED"),
        (NEXT_WEEK, "CANCELLED"),
    ]
    assert [each.sequence.value for each in found] == ["0", "1"]


def test_one_is_asked_as_a_guest_and_reads_the_meeting_only_if_she_may(world: World) -> None:
    guest = make.position(title="Skolsköterska")
    account = making.holder(guest)
    actions.ask_guest(world.meeting(NEXT_WEEK), "", position=guest, actor=make.operator())

    assert events(account) == []


def test_the_forum_page_has_a_button_for_it(world: World) -> None:
    page = making.told(making.get(world.participant, "forum", world.forum.pk))
    assert "Prenumerera i din kalender" in page

    answer = making.at(world.participant).post("/kalender/ny/", subject_of(world.forum))

    assert "Din nya kalenderadress" in making.told(answer)


def test_one_meeting_is_taken_away_by_itself(world: World) -> None:
    found = world.meeting(NEXT_WEEK, starts=time(13))

    answer = making.get(world.participant, "meeting-ics", found.pk)

    assert answer["Content-Disposition"] == 'attachment; filename="mote-2026-11-24.ics"'
    event = vobject.readOne(answer.content.decode()).vevent
    assert event.uid.value.startswith(f"mote-{found.pk}@")
    assert making.get(world.stranger, "meeting-ics", found.pk).status_code == 404


def test_the_number_of_questions_does_not_grow_with_the_meetings(
    world: World, django_assert_num_queries: Any
) -> None:
    world.meeting(NEXT_WEEK)
    reader = make.actor_for(world.participant)
    with CaptureQueriesContext(connection) as few:
        assert len(events_of(reader, Subject())) == 1
    for week in range(1, 20):
        world.meeting(NEXT_WEEK + timedelta(weeks=week))

    again = make.actor_for(world.participant)

    with django_assert_num_queries(len(few)):
        assert len(events_of(again, Subject())) == 20
