"""The pack goes out as a link, and as a file to those who have no account."""

import pytest

from samsyn.forums import actions
from samsyn.forums.models import Meeting
from samsyn.post.api import Letter
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(world: World) -> Meeting:
    making.seat(world.forum, body=make.body("Polisen"), contact_email="vakt@polisen.example")
    found = world.meeting(NEXT_WEEK)
    making.item(found, "Frånvaro i höst")
    return found


def letters() -> dict[str, Letter]:
    make.operator()
    return {each.to: each for each in Letter.objects.all()}


def test_those_with_an_account_get_a_link_and_all_others_the_file(
    world: World, planned: Meeting
) -> None:
    assert "Skicka underlaget" in making.told(making.get(world.leader, "pack", planned.pk))
    assert making.post(world.leader, "send-pack", planned.pk).status_code == 302

    sent = letters()
    own = sent.pop("vakt@polisen.example")
    [enclosed] = own.enclosures.all()
    assert bytes(enclosed.content).startswith(b"%PDF")
    assert own.subject == "Underlag: BUS styrgrupp 24 november 2026"
    assert len(sent) == 3
    for letter in sent.values():
        assert not letter.enclosures.exists()
        assert f"/moten/{planned.pk}/underlag/" in letter.text
        assert "Frånvaro i höst" not in letter.text


def test_once_a_day(world: World, planned: Meeting) -> None:
    making.post(world.leader, "send-pack", planned.pk)
    making.post(world.leader, "send-pack", planned.pk)

    assert len(letters()) == 4


def test_a_guest_who_may_not_read_the_meeting_gets_nothing(world: World, planned: Meeting) -> None:
    guest = make.position(title="Skolsköterska")
    account = making.holder(guest)
    actions.ask_guest(planned, "", position=guest, actor=make.operator())

    making.post(world.leader, "send-pack", planned.pk)

    assert account.email not in letters()


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("stranger", 404)])
def test_only_those_who_lead_the_forum_send(
    world: World, planned: Meeting, who: str, status: int
) -> None:
    assert making.post(getattr(world, who), "send-pack", planned.pk).status_code == status
    assert letters() == {}
