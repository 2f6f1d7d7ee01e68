import pytest

from samsyn.forums import actions
from samsyn.forums.models import Attendance, Presence
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making
from tests.forums.making import TOMORROW, World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", Presence.values)
def test_who_was_there_is_saved_at_once(world: World, status: str) -> None:
    asked = world.asked(world.meeting())
    client = making.at(world.leader)

    told = client.post(
        f"/kallade/{asked.pk}/narvaro/", {"status": status}, headers={"HX-Request": "true"}
    )

    make.operator()
    asked.refresh_from_db()
    assert (asked.status, "sparat" in making.told(told)) == (status, True)


def test_it_is_saved_without_script_too(world: World) -> None:
    asked = world.asked(world.meeting())

    assert (
        making.post(world.leader, "note-attendance", asked.pk, status="present").status_code == 302
    )


def test_nobody_was_there_before_the_meeting(world: World) -> None:
    asked = world.asked(world.meeting(TOMORROW))

    with pytest.raises(RuleBrokenError, match="inte varit än"):
        actions.note_attendance(asked, Presence.PRESENT, actor=make.operator())


def test_a_guest_of_the_day_is_on_the_list(world: World) -> None:
    meeting = world.meeting()

    sent = making.post(world.leader, "ask-guest-save", meeting.pk, wording="Ungdomsmottagningen")

    assert sent.status_code == 302
    assert "Ungdomsmottagningen" in making.told(making.get(world.reader, "meeting", meeting.pk))


def test_a_guest_is_someone(world: World) -> None:
    told = making.post(world.leader, "ask-guest-save", world.meeting().pk, wording=" ")

    assert told.status_code == 422
    assert "Skriv vem som bjuds in" in making.told(told)


def test_who_has_left_still_stands_in_the_old_meeting(world: World) -> None:
    meeting = world.meeting()
    held = world.rector.appointments.get()
    held.ends_on = making.YESTERDAY
    held.save(update_fields=["ends_on"])

    assert "Anna Lind" in making.told(making.get(world.reader, "meeting", meeting.pk))


@pytest.mark.parametrize("who", ["participant", "reader"])
def test_only_those_who_lead_note_who_was_there(world: World, who: str) -> None:
    asked = world.asked(world.meeting())

    told = making.post(getattr(world, who), "note-attendance", asked.pk, status="present")

    assert told.status_code == 403
    make.operator()
    assert Attendance.objects.get(pk=asked.pk).status == ""
