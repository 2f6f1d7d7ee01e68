"""A text that points at a single person is asked about, and the answer is recorded."""

from typing import Any

import pytest
from django.test import Client

from samsyn.audit.api import Event
from samsyn.forums.models import FollowUp
from tests import factories as make
from tests.forums import making
from tests.forums.making import World

pytestmark = pytest.mark.django_db

TELLING = "Kalle, 13 år, i 7B syns varje kväll."


def test_it_is_asked_about_and_not_saved(world: World) -> None:
    asked = world.asked(world.meeting(making.NEXT_WEEK))

    page = making.post(world.participant, "contribute", asked.pk, text=TELLING)

    asked.refresh_from_db()
    assert page.status_code == 422
    assert "peka ut en enskild person" in making.told(page)
    assert "Kalle, 13 år, i 7B syns" in making.told(page)
    assert asked.contributed_at is None


def test_with_the_answer_it_is_saved_and_the_answer_recorded(world: World) -> None:
    asked = world.asked(world.meeting(making.NEXT_WEEK))

    making.post(world.participant, "contribute", asked.pk, text=TELLING, bekraftat="ja")

    asked.refresh_from_db()
    assert asked.contribution == TELLING
    event = Event.objects.get(action="access.confirm")
    assert (event.object_id, event.account_id) == (asked.pk, world.participant.pk)


def test_what_was_written_stands_in_no_trail(world: World) -> None:
    asked = world.asked(world.meeting(making.NEXT_WEEK))

    making.post(world.participant, "contribute", asked.pk, text=TELLING, bekraftat="ja")

    assert all("Kalle" not in each.reason for each in Event.objects.all())


def test_a_box_that_was_not_needed_is_not_recorded(world: World) -> None:
    asked = world.asked(world.meeting(making.NEXT_WEEK))

    making.post(world.participant, "contribute", asked.pk, text="Lugnt i centrum.", bekraftat="ja")

    assert not Event.objects.filter(action="access.confirm").exists()


def test_a_personal_number_is_refused_whatever_is_answered(world: World) -> None:
    asked = world.asked(world.meeting(making.NEXT_WEEK))

    text = "Det gäller 20180101-2392."
    page = making.post(world.participant, "contribute", asked.pk, text=text, bekraftat="ja")

    asked.refresh_from_db()
    assert page.status_code == 422
    assert asked.contributed_at is None


def test_a_form_asks_with_a_box_of_its_own(world: World) -> None:
    told = {"what": f"Prata med {TELLING}", "owner": world.rector.pk, "due_on": making.NEXT_WEEK}
    client = making.at(world.leader)

    asked = _follow_up(client, world, told)
    saved = _follow_up(client, world, told | {"bekraftat": "on"})

    make.operator()
    assert asked.status_code == 422
    assert 'name="bekraftat"' in making.told(asked)
    assert saved.status_code == 302
    assert FollowUp.objects.count() == 1


def _follow_up(client: Client, world: World, told: dict[str, Any]) -> Any:
    return client.post(f"/forum/{world.forum.pk}/ny-uppfoljning/spara/", told)


def test_notes_are_asked_about_too(world: World) -> None:
    meeting = world.meeting()
    item = making.item(meeting)
    told = {"notes": TELLING, "version": item.version}
    address = f"/punkter/{item.pk}/anteckna/"
    client = making.at(world.leader)

    asked = client.post(address, told, headers={"HX-Request": "true"})
    saved = client.post(address, told | {"bekraftat": "ja"}, headers={"HX-Request": "true"})

    item.refresh_from_db()
    assert "bekraftat" in making.told(asked)
    assert "Sparat" in making.told(saved)
    assert item.notes == TELLING
