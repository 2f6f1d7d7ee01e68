"""Each party tells before the meeting: as a draft while it is written, and then sent."""

from datetime import timedelta
from typing import Any

import pytest

from samsyn.forums import actions, queries
from samsyn.forums.actions import DraftChangedError
from samsyn.forums.models import Answer, Attendance, Draft, Meeting
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import api as organisation
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, NOW, TODAY, YESTERDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(world: World) -> Attendance:
    return world.asked(world.meeting(NEXT_WEEK))


def test_a_draft_is_kept_and_read_by_no_one_else(world: World, asked: Attendance) -> None:
    sent = making.post(world.participant, "save-draft", asked.pk, text="Vi har kö.", version=0)

    assert "Utkastet sparades 10.00, inte skickat." in making.told(sent)
    own, others = (
        making.told(making.get(who, "meeting", asked.meeting_id))
        for who in (world.participant, world.leader)
    )
    assert ("Vi har kö." in own, "Vi har kö." in others) == (True, False)


def test_what_is_sent_is_read_by_those_who_may_read_the_meeting(
    world: World, asked: Attendance
) -> None:
    sent = making.post(world.participant, "contribute", asked.pk, text="Vi har kö.")

    assert sent.status_code == 302
    assert "Vi har kö." in making.told(making.get(world.leader, "meeting", asked.meeting_id))
    make.operator()
    assert not Draft.objects.exists()
    assert Attendance.objects.get(pk=asked.pk).contributed_at == NOW


def test_it_is_sent_anew_until_the_time_is_out(world: World) -> None:
    meeting = world.meeting(NEXT_WEEK, contributions_by_at=NOW + timedelta(days=2))
    asked = world.asked(meeting)
    actions.contribute(asked, "Först.", actor=make.operator())
    actions.contribute(asked, "Sedan.", actor=making.later(1))

    with pytest.raises(RuleBrokenError, match="Tiden för att bidra gick ut"):
        actions.contribute(asked, "För sent.", actor=making.later(3))
    with pytest.raises(RuleBrokenError, match="Tiden för att bidra gick ut"):
        actions.save_draft(asked, "För sent.", 0, actor=making.later(3))

    asked.refresh_from_db()
    assert asked.contribution == "Sedan."


def test_without_a_deadline_one_contributes_until_the_day_is_over(asked: Attendance) -> None:
    actions.contribute(asked, "På dagen.", actor=making.later(7))

    with pytest.raises(RuleBrokenError, match="redan varit"):
        actions.contribute(asked, "Efteråt.", actor=making.later(9))


def test_what_is_refused_stays_in_its_field(world: World, asked: Attendance) -> None:
    told = making.post(world.participant, "contribute", asked.pk, text="Elev 20180101-2392")

    assert told.status_code == 422
    assert "Elev 20180101-2392</textarea>" in making.told(told)
    assert "inget personnummer" in making.told(told)


def test_another_window_does_not_overwrite(asked: Attendance) -> None:
    first = actions.save_draft(asked, "Ett fönster.", 0, actor=make.operator())
    actions.save_draft(asked, "Samma fönster.", first, actor=make.operator())

    with pytest.raises(DraftChangedError) as refused:
        actions.save_draft(asked, "Ett annat.", first, actor=make.operator())

    assert (refused.value.theirs, refused.value.version) == ("Samma fönster.", 2)


def test_the_other_text_is_shown_to_the_window_that_was_late(
    world: World, asked: Attendance
) -> None:
    actions.save_draft(asked, "Det första.", 0, actor=make.operator())

    told = making.post(world.participant, "save-draft", asked.pk, text="Det andra.", version=0)

    assert told.status_code == 200
    assert "Det första." in making.told(told)


def test_those_who_have_not_contributed_are_named(world: World, asked: Attendance) -> None:
    actions.contribute(asked, "Vi har kö.", actor=make.operator())

    pack = making.get(world.leader, "pack", asked.meeting_id).context["pack"]

    assert [each.text for each in pack.contributions] == ["Vi har kö."]
    assert [each.function for each in pack.awaited] == ["Samordnare", "Socialchef"]


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 200), ("leader", 200), ("reader", 403), ("stranger", 404)]
)
def test_one_contributes_for_oneself_and_those_who_lead_for_all(
    world: World, asked: Attendance, who: str, status: int
) -> None:
    assert making.get(getattr(world, who), "contribution", asked.pk).status_code == status


def test_one_answers_and_changes_ones_mind(world: World, asked: Attendance) -> None:
    for given in ("yes", "remote"):
        making.post(world.participant, "answer", asked.pk, answer=given)

    make.operator()
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_at) == ("remote", NOW)


def test_an_answer_that_is_nonsense_changes_nothing(world: World, asked: Attendance) -> None:
    making.post(world.participant, "answer", asked.pk, answer="kanske")

    make.operator()
    asked.refresh_from_db()
    assert asked.answer == ""


def test_a_meeting_that_has_been_takes_no_answers(world: World) -> None:
    asked = world.asked(world.meeting(YESTERDAY))

    with pytest.raises(RuleBrokenError, match="tar inte emot svar"):
        actions.answer(asked, Answer.YES, actor=make.operator())


def test_what_is_asked_of_me_waits_until_it_is_done(world: World) -> None:
    meeting = world.meeting(NEXT_WEEK, contributions_by_at=NOW + timedelta(days=2))
    asked = world.asked(meeting)
    assert waiting(world) == [asked]

    actions.answer(asked, Answer.YES, actor=make.operator())
    assert waiting(world) == [asked]

    actions.contribute(asked, "Vi har kö.", actor=make.operator())
    assert waiting(world) == []


def waiting(world: World) -> list[Any]:
    found = list(queries.asked_of_me(make.actor_for(world.participant)))
    make.operator()
    return found


def test_two_who_hold_the_same_function_are_asked_each_for_herself() -> None:
    shared = make.position(title="Enhetschef", is_single=False)
    one, two = making.holder(shared), making.holder(shared)
    forum = making.forum()
    making.seat(forum, shared)
    making.meeting(forum, NEXT_WEEK)

    asked = [set(queries.asked_of_me(make.actor_for(each))) for each in (one, two)]

    assert [len(each) for each in asked] == [1, 1]
    assert asked[0] != asked[1]


def test_one_who_follows_another_takes_over_what_was_asked(world: World, asked: Attendance) -> None:
    held = world.rector.appointments.get()
    organisation.actions.end_appointment(held, ends_on=TODAY, actor=make.operator())
    successor = making.holder(world.rector, starts_on=TODAY)

    assert list(queries.asked_of_me(make.actor_for(successor))) == [asked]


def test_one_who_holds_no_function_is_asked_nothing(world: World, asked: Attendance) -> None:
    assert not queries.asked_of_me(make.actor_for(world.stranger)).exists()
    assert Meeting.objects.count() == 1
