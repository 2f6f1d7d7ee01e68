"""Notes are written while others watch, and two who write at once lose nothing."""

from typing import Any

import pytest

from samsyn.audit.api import Event
from samsyn.forums import actions
from samsyn.forums.actions import NotesChangedError
from samsyn.forums.models import AgendaItem
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making
from tests.forums.making import World

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def item(world: World) -> AgendaItem:
    return making.item(world.meeting())


def write(world: World, item: AgendaItem, notes: str, headers: Any = None, **more: Any) -> Any:
    client = making.at(world.leader)
    address = f"/punkter/{item.pk}/anteckna/"
    return client.post(address, {"notes": notes, **more}, headers=headers)


def notes_of(item: AgendaItem) -> str:
    make.operator()
    return AgendaItem.objects.get(pk=item.pk).notes


def test_what_is_written_is_kept_and_gets_a_new_version(item: AgendaItem) -> None:
    assert actions.write_notes(item, "Ett.", 0, actor=make.operator()) == 1
    assert actions.write_notes(item, "Ett. Två.", 1, actor=make.operator()) == 2
    assert notes_of(item) == "Ett. Två."


def test_the_same_text_again_is_no_new_version(item: AgendaItem) -> None:
    actions.write_notes(item, "Ett.", 0, actor=make.operator())

    assert actions.write_notes(item, "Ett.", 0, actor=make.operator()) == 1


def test_a_text_written_from_an_older_one_is_refused_with_the_newer(item: AgendaItem) -> None:
    actions.write_notes(item, "Annas text.", 0, actor=make.operator())

    with pytest.raises(NotesChangedError) as refused:
        actions.write_notes(item, "Bos text.", 0, actor=make.operator())

    assert (refused.value.theirs, refused.value.version) == ("Annas text.", 1)
    assert notes_of(item) == "Annas text."


def test_without_script_both_texts_stand_side_by_side(world: World, item: AgendaItem) -> None:
    actions.write_notes(item, "Annas text.", 0, actor=make.operator())

    told = write(world, item, "Bos text.", version=0)

    assert told.status_code == 409
    assert "Annas text." in making.told(told)
    assert ">Bos text.</textarea>" in making.told(told)


def test_one_who_has_seen_both_saves_what_became_of_them(world: World, item: AgendaItem) -> None:
    actions.write_notes(item, "Annas text.", 0, actor=make.operator())

    assert write(world, item, "Annas och Bos text.", version=0, merged=1).status_code == 302

    assert notes_of(item) == "Annas och Bos text."


def test_the_script_is_told_without_leaving_the_page(world: World, item: AgendaItem) -> None:
    saved = write(world, item, "Annas text.", HTMX, version=0)
    told = write(world, item, "Bos text.", HTMX, version=0)

    assert 'name="version" value="1"' in making.told(saved)
    assert told.status_code == 200
    assert "Annas text." in making.told(told)
    assert 'name="merged" value="1"' in making.told(told)


def test_ten_thousand_signs_fit(world: World, item: AgendaItem) -> None:
    long = "Anteckning. " * 900

    assert write(world, item, long, version=0).status_code == 302

    assert notes_of(item) == long.strip()


def test_what_is_too_long_stays_in_its_field(world: World, item: AgendaItem) -> None:
    told = write(world, item, "x" * 20_001, version=0)

    assert told.status_code == 409
    assert "Högst 20\u202f000 får plats" in making.told(told)
    assert "x" * 20_001 in making.told(told)
    assert notes_of(item) == ""


def test_a_personal_number_is_refused_and_nothing_is_lost(world: World, item: AgendaItem) -> None:
    told = write(world, item, "Elev 20180101-2392", version=0)

    assert "inget personnummer" in making.told(told)
    assert "Elev 20180101-2392</textarea>" in making.told(told)
    assert notes_of(item) == ""


def test_a_version_that_is_nonsense_is_taken_for_an_old_one(world: World, item: AgendaItem) -> None:
    actions.write_notes(item, "Annas text.", 0, actor=make.operator())

    assert write(world, item, "Bos text.", version="1' or 1=1").status_code == 409


def test_notes_are_not_changed_under_the_minutes(world: World) -> None:
    meeting = making.held_meeting(world.forum)
    item = making.item(meeting)
    actions.treat_item(item, actor=make.operator())
    actions.make_minutes(meeting, [world.chair], actor=make.operator())

    with pytest.raises(RuleBrokenError, match="färdigställda"):
        actions.write_notes(item, "Efteråt.", 0, actor=make.operator())


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("reader", 403)])
def test_only_those_who_lead_write(world: World, item: AgendaItem, who: str, status: int) -> None:
    told = making.post(getattr(world, who), "write-notes", item.pk, notes="Nej.", version=0)

    assert told.status_code == status


def test_those_who_watch_get_what_is_new_and_nothing_when_nothing_is(
    world: World, item: AgendaItem
) -> None:
    before = making.get(world.participant, "meeting", item.meeting_id).context["standing"]
    unchanged = making.get(
        world.participant, "watch-meeting", item.meeting_id, query=f"?stand={before}"
    )
    make.operator()
    actions.write_notes(item, "Nu skrivs det.", 0, actor=make.operator())
    changed = making.get(
        world.participant, "watch-meeting", item.meeting_id, query=f"?stand={before}"
    )

    assert (unchanged.status_code, unchanged.content) == (204, b"")
    assert "Nu skrivs det." in making.told(changed)


def test_to_ask_in_vain_leaves_nothing_in_the_trail(world: World, item: AgendaItem) -> None:
    standing = making.get(world.participant, "meeting", item.meeting_id).context["standing"]
    for _ in range(3):
        making.get(world.participant, "watch-meeting", item.meeting_id, query=f"?stand={standing}")

    make.operator()
    seen = Event.objects.filter(account_id=world.participant.pk, object_id=item.meeting_id)
    assert [event.outcome for event in seen] == ["seen"]


def test_the_page_asks_again_only_while_the_meeting_is_under_way(world: World) -> None:
    now, later = world.meeting(), world.meeting(making.NEXT_WEEK)

    pages = [
        making.told(making.get(world.participant, "meeting", each.pk)) for each in (now, later)
    ]

    assert ["every 5s" in page for page in pages] == [True, False]
