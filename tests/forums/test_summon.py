"""The summons goes by real post, and a calendar can read it."""

from datetime import time, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import vobject

from samsyn.access.api import PersonalLink, Role
from samsyn.forums import actions
from samsyn.forums.actions import MeetingPlan
from samsyn.forums.addressees import addressees_of
from samsyn.forums.models import Attendance, Meeting, Reach
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.models import Appointment
from samsyn.post.api import Letter
from samsyn.post.sending import MailServer, send_letters
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, NOW, TODAY, World
from tests.post.conftest import Office, office  # noqa: F401 - a fixture
from tests.surroundings import ALINGSAS

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(world: World) -> Meeting:
    found = world.meeting(
        NEXT_WEEK,
        starts=time(13),
        ends=time(15),
        place="Rådhuset",
        contributions_by_at=NOW + timedelta(days=3),
    )
    making.item(found, "Frånvaro i höst")
    return found


def summon(found: Meeting) -> int:
    giver = make.operator()
    return actions.summon(Meeting.objects.get(pk=found.pk), actor=giver)


def delivered(office: Office) -> list[EmailMessage]:  # noqa: F811
    before = len(office.raw)
    server = MailServer()
    send_letters(ALINGSAS, server)
    server.close()
    return office.letters[before:]


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def calendar_of(letter: EmailMessage) -> Any:
    part = next(each for each in letter.walk() if each.get_content_type() == "text/calendar")
    return vobject.readOne(part.get_payload(decode=True).decode())  # type: ignore[union-attr]


def letters() -> list[Letter]:
    make.operator()
    return list(Letter.objects.order_by("created_at", "to"))


def test_all_who_are_asked_get_time_place_agenda_and_an_invitation(
    world: World,
    planned: Meeting,
    office: Office,  # noqa: F811
) -> None:
    assert making.post(world.leader, "summon", planned.pk).status_code == 302

    came = delivered(office)
    assert {each["To"] for each in came} == {
        world.leader.email,
        world.approver.email,
        world.participant.email,
    }
    letter = next(each for each in came if each["To"] == world.participant.email)
    text = text_of(letter)
    assert letter["Subject"].strip() == "Kallelse: BUS styrgrupp 24 november 2026"
    assert letter["Reply-To"] == world.leader.email
    assert "Dag: Tisdag 24 november 2026\nTid: 13.00–15.00\nPlats: Rådhuset" in text
    assert "1. Frånvaro i höst" in text
    assert "20 november 2026" in text
    assert f"/kallade/{world.asked(planned).pk}/bidra/" in text
    assert "för att du är kallad" in text
    event = calendar_of(letter).vevent
    assert event.summary.value == "BUS styrgrupp"
    assert event.dtstart.value.isoformat() == "2026-11-24T13:00:00+01:00"
    assert [each.value for each in event.attendee_list] == [f"mailto:{world.participant.email}"]
    assert max(map(len, text.splitlines())) <= 120


def test_twice_is_once(world: World, planned: Meeting) -> None:
    summon(planned)

    with pytest.raises(RuleBrokenError, match="redan fått"):
        summon(planned)
    assert len(letters()) == 3


def test_one_who_is_asked_afterwards_is_the_only_one_who_is_written_to(
    world: World, planned: Meeting
) -> None:
    summon(planned)
    nurse = make.position(title="Skolsköterska")
    newcomer = making.holder(nurse)
    actions.ask_guest(planned, "", position=nurse, actor=make.operator())

    assert summon(planned) == 1
    assert [each.to for each in letters()].count(newcomer.email) == 1


def test_a_moved_meeting_is_summoned_to_anew_with_a_higher_sequence(
    world: World,
    planned: Meeting,
    office: Office,  # noqa: F811
) -> None:
    summon(planned)
    first = calendar_of(delivered(office)[0]).vevent
    giver = make.operator()
    plan = MeetingPlan(NEXT_WEEK + timedelta(1), starts=time(9))
    actions.change_meeting(Meeting.objects.get(pk=planned.pk), plan, actor=giver)
    assert "kallad före ändringen" in making.told(making.get(world.leader, "meeting", planned.pk))

    summon(planned)

    again = delivered(office)
    assert len(again) == 3
    assert again[0]["Subject"].strip() == "Ändrad kallelse: BUS styrgrupp 25 november 2026"
    event = calendar_of(again[0]).vevent
    assert event.uid.value == first.uid.value
    assert int(event.sequence.value) == int(first.sequence.value) + 1


def test_a_cancelled_meeting_is_taken_out_of_the_calendars(
    world: World,
    planned: Meeting,
    office: Office,  # noqa: F811
) -> None:
    summon(planned)
    delivered(office)

    actions.cancel_meeting(Meeting.objects.get(pk=planned.pk), "Sjukdom", actor=make.operator())

    came = delivered(office)
    assert len(came) == 3
    assert came[0]["Subject"].strip() == "Inställt: BUS styrgrupp 24 november 2026"
    calendar = calendar_of(came[0])
    assert (calendar.method.value, calendar.vevent.status.value) == ("CANCEL", "CANCELLED")


def test_nobody_is_told_that_a_meeting_is_off_that_nobody_was_summoned_to(
    world: World, planned: Meeting
) -> None:
    actions.cancel_meeting(planned, "Sjukdom", actor=make.operator())

    assert letters() == []
    with pytest.raises(RuleBrokenError, match="inställt"):
        summon(planned)


def test_one_who_is_no_longer_asked_is_told_so(world: World, planned: Meeting) -> None:
    summon(planned)
    make.operator()
    Attendance.objects.filter(position=world.rector).delete()

    page = making.told(making.get(world.leader, "meeting", planned.pk))
    assert "Meddela dem som inte längre är kallade" in page

    assert summon(planned) == 0
    told = [each.subject for each in letters() if each.to == world.participant.email]
    assert "Inte längre kallad: BUS styrgrupp 24 november 2026" in told


def test_one_who_left_before_the_meeting_is_followed_by_who_came_after(
    world: World, planned: Meeting
) -> None:
    make.operator()
    Appointment.objects.filter(position=world.rector).update(ends_on=TODAY)
    successor = make.holder_of(world.rector, Role.PARTICIPANT, starts_on=TODAY)

    summon(planned)

    assert world.participant.email not in {each.to for each in letters()}
    assert successor.email in {each.to for each in letters()}


def test_without_an_account_the_nearest_address_is_used(world: World) -> None:
    police = make.body("Polisen")
    making.seat(world.forum, body=police, contact_email="vakt@polisen.example")
    make.contact(world.rector, "rektor@skolan.example")
    vacant = make.position(police, "Kommunpolis")
    making.seat(world.forum, vacant)
    make.operator()
    Appointment.objects.filter(position=world.rector).update(ends_on=TODAY)
    found = world.meeting(NEXT_WEEK)

    reached = {each.name: each.email for each in addressees_of(make.operator(), found)}

    assert reached["Polisen"] == "vakt@polisen.example"
    assert reached["Rektor, Skolan"] == "rektor@skolan.example"
    assert reached["Kommunpolis, Polisen"] == ""
    page = making.told(making.get(world.leader, "meeting", found.pk))
    assert "1 nås inte. Lägg till en e-postadress" in page


def test_an_address_that_is_none_is_not_written_to(world: World, planned: Meeting) -> None:
    make.operator()
    Appointment.objects.filter(position=world.rector).update(ends_on=TODAY)
    make.contact(world.rector, "ring 0322-61 60 00")

    assert summon(planned) == 2


def test_one_without_an_account_gets_a_link_of_her_own_that_ends_with_the_meeting(
    world: World,
) -> None:
    making.seat(world.forum, body=make.body("Polisen"), contact_email="vakt@polisen.example")
    found = world.meeting(NEXT_WEEK)
    making.item(found, "Frånvaro i höst")

    summon(found)

    letter = next(each for each in letters() if each.to == "vakt@polisen.example")
    assert "/hemlig-" in letter.text
    link = PersonalLink.objects.get()
    assert link.expires_at.isoformat() == "2026-11-24T23:00:00+00:00"
    assert "Frånvaro i höst" in letter.text


def test_a_meeting_more_than_a_year_ahead_is_summoned_to_all_the_same(world: World) -> None:
    making.seat(world.forum, body=make.body("Polisen"), contact_email="vakt@polisen.example")

    assert summon(world.meeting(TODAY + timedelta(days=500))) == 4


def test_one_who_may_not_read_the_meeting_is_not_told_what_is_taken_up(
    world: World, planned: Meeting
) -> None:
    guest = make.position(title="Skolsköterska")
    account = making.holder(guest)
    actions.ask_guest(planned, "", position=guest, actor=make.operator())

    summon(planned)

    text = {each.to: each.text for each in letters()}
    assert "Frånvaro i höst" not in text[account.email]
    assert "Frånvaro i höst" in text[world.participant.email]


def test_whoever_may_not_read_the_meeting_cannot_tell_that_it_is_there(
    world: World, planned: Meeting
) -> None:
    assert world.forum.reach == Reach.PARTICIPANTS
    assert making.post(world.stranger, "summon", planned.pk).status_code == 404
    assert making.post(world.participant, "summon", planned.pk).status_code == 403
    assert letters() == []


def test_a_meeting_that_has_been_is_not_summoned_to(world: World) -> None:
    with pytest.raises(RuleBrokenError, match="redan varit"):
        summon(world.meeting(TODAY - timedelta(1)))
