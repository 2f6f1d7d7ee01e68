from datetime import timedelta

import pytest

from samsyn.forums import actions
from samsyn.forums.models import AgendaItem, ItemState, Meeting
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_MONTH, NEXT_WEEK, NOW, TODAY, World

pytestmark = pytest.mark.django_db


def agenda(meeting: Meeting) -> list[tuple[int, str]]:
    items = AgendaItem.objects.filter(meeting=meeting).order_by("ordinal")
    return list(items.values_list("ordinal", "title"))


@pytest.fixture
def meeting() -> Meeting:
    found = making.meeting()
    for title in "ABC":
        making.item(found, title)
    return found


def item(meeting: Meeting, title: str) -> AgendaItem:
    return AgendaItem.objects.get(meeting=meeting, title=title)


def test_whoever_takes_part_proposes_and_is_named(world: World) -> None:
    at = world.meeting(NEXT_WEEK, items_by_at=NOW + timedelta(1))

    sent = making.post(world.participant, "propose-item-save", at.pk, title="Trygghet")

    assert sent.status_code == 302
    make.operator()
    assert AgendaItem.objects.get().proposed_by == "Anna Lind"


def test_after_the_deadline_the_proposer_is_told_whom_to_ask(world: World) -> None:
    at = world.meeting(NEXT_WEEK, items_by_at=NOW + timedelta(hours=1))

    with pytest.raises(RuleBrokenError, match=r"gick ut 17.november 2026 kl\. 11\.00\. Be den som"):
        actions.propose_item(at, "Sent", "", actor=making.later())

    assert actions.add_item(at, "Sent ändå", "", actor=making.later()).ordinal == 1


@pytest.mark.parametrize(
    ("who", "status"), [("leader", 200), ("participant", 200), ("reader", 403), ("stranger", 404)]
)
def test_only_those_who_take_part_propose(world: World, who: str, status: int) -> None:
    at = world.meeting(NEXT_WEEK)

    assert making.get(getattr(world, who), "propose-item", at.pk).status_code == status


def test_an_item_moves_up_and_down_and_stays_at_the_ends(meeting: Meeting) -> None:
    actions.shift_item(item(meeting, "C"), -1, actor=make.operator())
    assert agenda(meeting) == [(1, "A"), (2, "C"), (3, "B")]

    actions.shift_item(item(meeting, "B"), 1, actor=make.operator())
    assert agenda(meeting) == [(1, "A"), (2, "C"), (3, "B")]


def test_the_numbers_close_up_when_an_item_is_removed(meeting: Meeting) -> None:
    actions.remove_item(item(meeting, "A"), actor=make.operator())

    assert agenda(meeting) == [(1, "B"), (2, "C")]


def test_nothing_changes_its_number_once_something_is_decided(meeting: Meeting) -> None:
    actions.decide(meeting, "Ja.", at_item=2, actor=make.operator())

    with pytest.raises(RuleBrokenError, match="Ordningen ligger fast"):
        actions.shift_item(item(meeting, "C"), -1, actor=make.operator())
    with pytest.raises(RuleBrokenError, match="Ordningen ligger fast"):
        actions.remove_item(item(meeting, "C"), actor=make.operator())


def test_an_item_that_waited_is_not_just_removed() -> None:
    forum = making.forum()
    first = making.meeting(forum, TODAY)
    actions.postpone_item(making.item(first), actor=make.operator())
    carried = AgendaItem.objects.get(meeting=making.meeting(forum, NEXT_WEEK))

    with pytest.raises(RuleBrokenError, match="väntar sedan"):
        actions.remove_item(carried, actor=make.operator())


def test_an_item_is_not_removed_with_its_notes() -> None:
    noted = making.item()
    actions.write_notes(noted, "Nio kom.", 0, actor=make.operator())
    noted.refresh_from_db()

    with pytest.raises(RuleBrokenError, match="Det finns anteckningar"):
        actions.remove_item(noted, actor=make.operator())


def test_an_item_is_put_off_to_the_meeting_that_is_planned() -> None:
    forum = making.forum()
    first, following = making.meeting(forum, TODAY), making.meeting(forum, NEXT_WEEK)
    put_off = making.item(first, "Trygghet")

    assert actions.postpone_item(put_off, actor=make.operator()) == following

    carried = AgendaItem.objects.get(meeting=following)
    assert (carried.title, carried.carried_from, carried.continues) == ("Trygghet", first, put_off)
    assert put_off.state == ItemState.POSTPONED


def test_an_item_that_another_meeting_has_taken_up_is_not_opened_again() -> None:
    forum = making.forum()
    first = making.meeting(forum, TODAY)
    making.meeting(forum, NEXT_WEEK)
    put_off = making.item(first)
    actions.postpone_item(put_off, actor=make.operator())

    with pytest.raises(RuleBrokenError, match="redan kommit med"):
        actions.reopen_item(put_off, actor=make.operator())


def test_an_item_is_handed_over_to_the_next_meeting_of_another_forum(world: World) -> None:
    other = making.forum("Skolnätverket")
    there = making.meeting(other, NEXT_MONTH)
    moved = making.item(world.meeting(), "Trygghet")

    sent = making.post(world.leader, "move-item-save", moved.pk, forum=other.pk)

    assert sent.status_code == 302
    make.operator()
    assert agenda(there) == [(1, "Trygghet")]
    assert AgendaItem.objects.get(pk=moved.pk).moved_to == other


def test_an_item_is_not_moved_to_its_own_forum() -> None:
    own = making.item()

    with pytest.raises(RuleBrokenError, match="Bordlägg den i stället"):
        actions.move_item(own, own.meeting.forum, actor=make.operator())


def test_pasted_text_from_word_is_kept_as_it_was_meant() -> None:
    at = making.meeting()

    pasted = actions.add_item(
        at,
        "Läges\u00adbild\r\n",
        "Nu:\x0b\uf0b7\tFler ute\r\n\r\n\r\nSlut\x00",
        actor=make.operator(),
    )

    pasted.refresh_from_db()
    assert (pasted.title, pasted.background) == ("Lägesbild", "Nu:\n– Fler ute\n\nSlut")


def test_a_personal_number_is_refused_with_a_sentence(world: World) -> None:
    sent = making.post(
        world.leader, "add-item-save", world.meeting().pk, title="Elev 20180101-2392"
    )

    assert sent.status_code == 422
    assert "inget personnummer" in making.told(sent)
