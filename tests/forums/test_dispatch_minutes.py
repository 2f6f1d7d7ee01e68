"""Approved minutes go to lists, each once, with the file to those who were asked."""

from datetime import timedelta
from typing import Any

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions
from samsyn.forums.models import Approval, Dispatch, Forum, Meeting, Minutes, Reach
from samsyn.organisation.models import Appointment
from samsyn.post.api import Letter
from tests import factories as make
from tests.forums import making
from tests.forums.making import World

pytestmark = pytest.mark.django_db


def approved(world: World) -> Meeting:
    found = making.held_meeting(world.forum)
    minutes = actions.make_minutes(found, [world.chair], actor=make.operator())
    actions.approve_minutes(
        Approval.objects.get(minutes=minutes), actor=make.actor_for(world.approver)
    )
    return found


def letters() -> dict[str, Letter]:
    make.operator()
    return {each.to: each for each in Letter.objects.all()}


def dispatch(world: World, found: Meeting, **answers: Any) -> Any:
    return making.post(world.leader, "dispatch-save", found.pk, **answers)


def test_those_who_were_asked_get_the_file_and_it_is_recorded(world: World) -> None:
    making.seat(world.forum, body=make.body("Polisen"), contact_email="vakt@polisen.example")
    found = approved(world)

    assert dispatch(world, found, lists=["participants"]).status_code == 302

    sent = letters()
    assert len(sent) == 4
    for letter in sent.values():
        [enclosed] = letter.enclosures.all()
        assert bytes(enclosed.content).startswith(b"%PDF")
        assert letter.subject == "Anteckningar: BUS styrgrupp 17 november 2026"
    [row] = Dispatch.objects.all()
    assert (row.reach, row.count, row.sent_by_id) == ("participants", 4, world.leader.pk)
    page = making.told(making.get(world.leader, "minutes", row.minutes_id))
    assert "De som var kallade" in page
    assert "4 adresser" in page


def test_twice_is_once(world: World) -> None:
    found = approved(world)
    dispatch(world, found, lists=["participants"])

    again = dispatch(world, found, lists=["participants"])

    assert again.status_code == 422
    assert "redan fått" in making.told(again)
    assert len(letters()) == 3
    assert Dispatch.objects.count() == 1


def test_managers_get_a_link_when_the_forum_lets_them_read(world: World) -> None:
    director = make.account_with(Role.DIRECTOR)
    found = approved(world)
    refused = dispatch(world, found, lists=["managers"])
    assert refused.status_code == 422

    make.operator()
    Forum.objects.update(reach=Reach.MANAGERS)
    dispatch(world, found, lists=["managers"])

    letter = letters()[director.email]
    assert list(letter.enclosures.all()) == []
    assert f"/anteckningar/{Minutes.objects.get().pk}/" in letter.text


def test_an_address_typed_in_gets_a_link_and_no_contents(world: World) -> None:
    found = approved(world)

    dispatch(world, found, own="arkiv@kommunen.example, namnd@kommunen.example")

    assert set(letters()) == {"arkiv@kommunen.example", "namnd@kommunen.example"}
    assert not any(each.enclosures.exists() for each in letters().values())


def test_what_is_no_address_is_told_and_nothing_is_sent(world: World) -> None:
    answer = dispatch(world, approved(world), own="arkivet")

    assert answer.status_code == 422
    assert "arkivet är ingen e-postadress." in making.told(answer)
    assert letters() == {}


def test_minutes_that_wait_to_be_approved_are_not_sent(world: World) -> None:
    found = making.held_meeting(world.forum)
    actions.make_minutes(found, [world.chair], actor=make.operator())

    assert "inte justerade" in making.told(dispatch(world, found, lists=["participants"]))
    assert letters() == {}


@pytest.mark.parametrize(("who", "status"), [("participant", 403), ("stranger", 404)])
def test_only_those_who_lead_the_forum_send(world: World, who: str, status: int) -> None:
    found = approved(world)

    answer = making.post(getattr(world, who), "dispatch-save", found.pk, lists=["participants"])

    assert answer.status_code == status
    assert letters() == {}


def test_one_who_left_after_the_meeting_is_not_sent_to(world: World) -> None:
    found = approved(world)
    make.operator()
    Appointment.objects.filter(position=world.rector).update(
        ends_on=making.TODAY - timedelta(days=1)
    )

    dispatch(world, found, lists=["participants"])

    assert world.participant.email not in letters()
