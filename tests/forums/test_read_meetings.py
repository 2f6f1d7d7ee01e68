"""Who reads what, at what cost, and how it is found."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.forums import actions, queries
from samsyn.forums.models import FollowUp, Forum, Reach
from samsyn.search import api as search
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, TODAY, World
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def number_of_queries(who: Account, name: str, *arguments: Any) -> int:
    making.get(who, name, *arguments)  # questions that are written once
    with CaptureQueriesContext(connection) as captured:
        assert making.get(who, name, *arguments).status_code == 200
    make.operator()
    return len(captured)


def fill(world: World, meeting: Any, number: int) -> None:
    """Something of everything that the page shows, so many times."""
    for place in range(number):
        held = make.position(make.body(f"Enhet {place}"), f"Chef {place}")
        making.holder(held)
        making.seat(world.forum, held)
        asked = actions.ask_guest(meeting, "", position=held, actor=make.operator())
        actions.contribute(asked, "Vi har kö.", actor=make.operator())
        item = making.item(meeting, f"Punkt {place}")
        actions.decide(meeting, "Ja.", at_item=item.ordinal, actor=make.operator())
        making.follow_up(world.forum, held, meeting=meeting, at_item=item.ordinal)
        making.overdue(world.forum, held)


@pytest.mark.parametrize("who", ["leader", "participant"])
@pytest.mark.parametrize("name", ["meeting", "pack"])
def test_the_page_of_a_meeting_asks_as_often_however_much_there_is(
    world: World, who: str, name: str
) -> None:
    meeting = world.meeting()
    fill(world, meeting, 1)
    one = number_of_queries(getattr(world, who), name, meeting.pk)
    fill(world, meeting, 19)

    assert number_of_queries(getattr(world, who), name, meeting.pk) == one


def test_the_page_of_a_forum_asks_as_often_however_much_there_is(world: World) -> None:
    below, meeting = making.forum("Under", above=world.forum), world.meeting()

    def cost(number: int) -> int:
        fill(world, meeting, number)
        for _ in range(number):
            making.overdue(below)
        FollowUp.objects.filter(forum=below).update(overruns=1)
        return number_of_queries(world.participant, "forum", world.forum.pk)

    assert cost(1) == cost(19)


@pytest.mark.parametrize("name", ["meetings", "follow-ups"])
def test_the_registers_ask_as_often_however_much_there_is(world: World, name: str) -> None:
    fill(world, world.meeting(), 1)
    one = number_of_queries(world.participant, name)
    for _ in range(4):
        fill(world, world.meeting(NEXT_WEEK), 0)
        making.overdue(world.forum, world.chair)
    fill(world, world.meeting(), 15)

    assert number_of_queries(world.participant, name) == one


def test_minutes_and_their_book_ask_as_often_however_much_there_is(world: World) -> None:
    one = recorded(world, 1)
    many = recorded(world, 10)

    costs = {number_of_queries(world.participant, "minutes", each.pk) for each in (one, many)}
    book = number_of_queries(world.participant, "minute-book", world.forum.pk)
    for _ in range(5):
        recorded(world, 1)

    assert len(costs) == 1
    assert number_of_queries(world.participant, "minute-book", world.forum.pk) == book


def recorded(world: World, number: int) -> Any:
    meeting = world.meeting()
    fill(world, meeting, number)
    for item in queries.items_of(make.operator(), meeting.pk):
        actions.treat_item(item, actor=make.operator())
    actions.hold_meeting(meeting, actor=make.operator())
    minutes = actions.make_minutes(meeting, [world.chair], actor=make.operator())
    for each in minutes.approvals.select_related("minutes__meeting"):
        actions.approve_minutes(each, actor=make.operator())
    return minutes


@pytest.mark.parametrize("name", ["meeting", "watch-meeting", "pack"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("leader", 200), ("participant", 200), ("reader", 200), ("stranger", 404)],
)
def test_a_meeting_is_read_by_those_who_take_part_and_oversee(
    world: World, who: str, name: str, status: int
) -> None:
    meeting = world.meeting()

    assert making.get(getattr(world, who), name, meeting.pk).status_code == status


@pytest.mark.parametrize(
    ("reach", "role", "status"),
    [
        (Reach.PARTICIPANTS, Role.DIRECTOR, 404),
        (Reach.MANAGERS, Role.DIRECTOR, 200),
        (Reach.MANAGERS, Role.PARTICIPANT, 404),
        (Reach.EVERYONE, Role.PARTICIPANT, 200),
    ],
)
def test_the_forum_says_who_else_reads(reach: Reach, role: Role, status: int) -> None:
    world = World(reach=reach)
    meeting = world.meeting()

    assert making.get(make.account_with(role), "meeting", meeting.pk).status_code == status


def test_one_of_another_municipality_cannot_tell_it_from_nothing(world: World) -> None:
    meeting = world.meeting()
    other = make.account_with(*Role, municipality_id=TYRESO)

    assert making.get(other, "meeting", meeting.pk).status_code == 404


def test_lists_show_what_the_page_shows(world: World) -> None:
    world.meeting()
    making.follow_up(world.forum, world.chair)

    for who, number in ((world.participant, 1), (world.stranger, 0)):
        for name in ("meetings", "follow-ups"):
            assert making.get(who, name).context["listing"].found.count() == number


@pytest.mark.parametrize("who", ["participant", "stranger"])
def test_buttons_are_there_for_those_who_may(world: World, who: str) -> None:
    meeting = world.meeting(NEXT_WEEK)
    leads = making.told(making.get(world.leader, "meeting", meeting.pk))
    other = making.told(making.get(getattr(world, who), "meeting", meeting.pk))

    assert "Ställ in" in leads
    assert "Ställ in" not in other


def test_the_page_says_how_it_is_with_the_meeting(world: World) -> None:
    meeting = world.meeting(NEXT_WEEK)
    assert sentence(world, meeting) == "Mötet är om 7 dagar."

    actions.cancel_meeting(meeting, "Många är sjuka.", actor=make.operator())
    assert sentence(world, meeting) == "Mötet är inställt. Många är sjuka."

    held = making.held_meeting(world.forum)
    assert sentence(world, held) == "Mötet är hållet. Anteckningarna är inte färdigställda."


def sentence(world: World, meeting: Any) -> str:
    page = making.get(world.participant, "meeting", meeting.pk)
    make.operator()
    return page.context["state"].sentence


def test_what_is_raised_stands_on_the_meeting_of_the_forum_above(world: World) -> None:
    below: Forum = making.forum("Skolnätverket", above=world.forum)
    late = making.overdue(below, world.rector)
    late.overruns = 1
    late.save(update_fields=["overruns"])

    page = making.told(making.get(world.leader, "meeting", world.meeting().pk))

    assert "Lyft hit från forum under" in page
    assert "andra gången" in page


def test_meetings_and_follow_ups_are_found_by_those_who_may_read_them(world: World) -> None:
    meeting = world.meeting()
    item = making.item(meeting, "Resecentrum")
    actions.write_notes(item, "Trygghetsvandring på Noltorp.", 0, actor=make.operator())
    making.follow_up(world.forum, world.rector, what="Bjud in barnmottagningen")

    for words in ("trygghetsvandring", "resecentrum", "barnmottagningen"):
        assert found(world.participant, words) == 1
        assert found(world.stranger, words) == 0


def found(who: Account, words: str) -> int:
    return len(list(search.find(make.actor_for(who), words)))


def test_how_it_went_is_written_down_for_the_next(world: World) -> None:
    meeting = world.meeting(TODAY)

    sent = making.post(world.leader, "reflect-save", meeting.pk, went_well="Alla kom.")

    assert sent.status_code == 302
    assert "Alla kom." in making.told(making.get(world.participant, "meeting", meeting.pk))
