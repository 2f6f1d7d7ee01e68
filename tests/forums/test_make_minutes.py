from typing import Any

import pytest
from django.db import IntegrityError, connection

from samsyn.forums import actions, queries
from samsyn.forums.domain.record import from_json, to_json
from samsyn.forums.models import (
    AgendaItem,
    Approval,
    FollowUp,
    FormerName,
    Meeting,
    Minutes,
    Presence,
)
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import api as organisation
from tests import factories as make
from tests.forums import making
from tests.forums.making import NOW, TODAY, TOMORROW, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(world: World) -> Meeting:
    found = making.held_meeting(world.forum)
    item = making.item(found, "Frånvaro")
    actions.write_notes(item, "Nio kom.", 0, actor=make.operator())
    actions.decide(found, "Vi fortsätter.", at_item=1, actor=make.operator())
    actions.treat_item(item, actor=make.operator())
    return found


def made(meeting: Meeting, *approvers: Any) -> Minutes:
    return actions.make_minutes(meeting, approvers, actor=make.operator())


def approve(minutes: Minutes) -> None:
    for each in Approval.objects.filter(minutes=minutes).select_related("minutes__meeting"):
        actions.approve_minutes(each, actor=make.operator())
    minutes.refresh_from_db()


def test_nothing_leaves_a_meeting_open(world: World, meeting: Meeting) -> None:
    making.item(meeting, "Övrigt")

    with pytest.raises(RuleBrokenError, match="Punkt 2 är varken behandlad"):
        made(meeting, world.chair)


def test_a_meeting_that_is_not_held_has_no_minutes(world: World) -> None:
    with pytest.raises(RuleBrokenError, match="Ange först att mötet är hållet"):
        made(world.meeting(), world.chair)


def test_somebody_has_to_approve_and_be_there_to_do_it(world: World, meeting: Meeting) -> None:
    with pytest.raises(RuleBrokenError, match="Välj vem som ska justera"):
        made(meeting)
    with pytest.raises(RuleBrokenError, match="Enhetschef är vakant"):
        made(meeting, make.position(title="Enhetschef"))


def test_the_chair_is_proposed_or_else_the_convener(world: World, meeting: Meeting) -> None:
    form = making.get(world.leader, "make-minutes", meeting.pk).context["form"]
    assert form.initial["approvers"] == [str(world.chair.pk)]

    make.operator()
    held = world.chair.appointments.get()
    organisation.actions.end_appointment(held, ends_on=TODAY, actor=make.operator())
    form = making.get(world.leader, "make-minutes", meeting.pk).context["form"]
    assert form.initial["approvers"] == [str(world.convener.pk)]


def test_the_record_comes_back_from_the_database_as_it_was(world: World, meeting: Meeting) -> None:
    making.overdue(world.forum, world.rector)
    making.follow_up(world.forum, world.rector, meeting=meeting, at_item=1)
    actions.note_attendance(world.asked(meeting), Presence.REMOTE, actor=make.operator())
    record = queries.record_of(make.operator(), meeting)

    minutes = made(meeting, world.chair)

    minutes.refresh_from_db()
    assert from_json(minutes.content) == record
    assert to_json(from_json(minutes.content)) == minutes.content
    assert (record.points[0].rulings[0].name, len(record.debt)) == ("2026:1", 1)
    assert [each.presence for each in record.attendees] == ["remote", "", ""]


def test_the_record_keeps_the_names_of_the_day(world: World, meeting: Meeting) -> None:
    FormerName.objects.create(
        municipality_id=world.forum.municipality_id,
        forum=world.forum,
        name="BUS-gruppen",
        ends_on=TOMORROW,
    )

    assert from_json(made(meeting, world.chair).content).occasion.forum == "BUS-gruppen"


def test_what_happens_afterwards_does_not_change_the_minutes(
    world: World, meeting: Meeting
) -> None:
    minutes = made(meeting, world.chair)
    approve(minutes)
    world.forum.name = "Nytt namn"
    world.forum.save(update_fields=["name"])
    FollowUp.objects.all().update(what="Något annat")

    page = making.told(making.get(world.participant, "minutes", minutes.pk))

    assert "<h1" in page
    assert "BUS styrgrupp 17" in page.split("<h1", 1)[1]


def test_they_are_approved_when_all_have(world: World, meeting: Meeting) -> None:
    minutes = made(meeting, world.chair, world.convener)
    first, second = Approval.objects.filter(minutes=minutes)

    actions.approve_minutes(first, actor=make.actor_for(world.approver))
    assert Minutes.objects.get().approved_at is None
    actions.approve_minutes(second, actor=make.operator())

    assert Minutes.objects.get().approved_at == NOW
    assert {each.approved_at for each in Approval.objects.all()} == {NOW}


def test_approved_minutes_are_not_changed_even_by_hand(world: World, meeting: Meeting) -> None:
    minutes = made(meeting, world.chair)
    approve(minutes)

    with (
        pytest.raises(IntegrityError, match="approved minutes are not changed"),
        connection.cursor() as cursor,
    ):
        cursor.execute("update forums_minutes set content = '{}'")


def test_nobody_approves_twice(world: World, meeting: Meeting) -> None:
    minutes = made(meeting, world.chair)
    approve(minutes)

    with pytest.raises(RuleBrokenError, match="redan justerat"):
        approve(minutes)


@pytest.mark.parametrize(
    ("who", "status"),
    [("approver", 302), ("leader", 404), ("participant", 404), ("stranger", 404)],
)
def test_only_the_holder_of_the_function_approves(
    world: World, meeting: Meeting, who: str, status: int
) -> None:
    made(meeting, world.chair)
    approval = Approval.objects.get()

    assert making.post(getattr(world, who), "approve-minutes", approval.pk).status_code == status


def test_minutes_that_no_one_has_approved_are_taken_back(world: World, meeting: Meeting) -> None:
    made(meeting, world.chair)

    assert making.post(world.leader, "take-back-minutes", meeting.pk).status_code == 302

    make.operator()
    assert not Minutes.objects.exists()
    item = AgendaItem.objects.get()
    assert actions.write_notes(item, "Tio kom.", item.version, actor=make.operator()) == 2


def test_minutes_that_someone_has_approved_are_not_taken_back(
    world: World, meeting: Meeting
) -> None:
    minutes = made(meeting, world.chair, world.convener)
    actions.approve_minutes(minutes.approvals.all()[0], actor=make.operator())

    with pytest.raises(RuleBrokenError, match="Rätta dem i stället"):
        actions.take_back_minutes(meeting, actor=make.operator())


def test_a_correction_is_a_new_version_that_shows_what_changed(
    world: World, meeting: Meeting
) -> None:
    first = made(meeting, world.chair)
    approve(first)
    answers = {"why": "Fel antal.", "notes-1": "Tio kom.", "ruling-2026:1": "Vi fortsätter."}

    sent = making.post(world.leader, "correct-minutes-save", first.pk, **answers)

    assert sent.status_code == 302
    make.operator()
    second = Minutes.objects.get(version=2)
    page = making.told(making.get(world.participant, "minutes", second.pk))
    assert "<del>Nio</del><ins>Tio</ins> kom." in page
    assert "Fel antal." in page
    assert "Väntar på att justeras av Socialchef." in page


def test_the_version_before_stays_until_the_new_one_is_approved(
    world: World, meeting: Meeting
) -> None:
    first = made(meeting, world.chair)
    approve(first)
    second = actions.correct_minutes(first, {1: "Tio kom."}, {}, "Fel.", actor=make.operator())
    assert list(queries.minute_book(make.actor_for(world.participant), world.forum.pk)) == [first]

    make.operator()
    approve(second)

    assert list(queries.minute_book(make.actor_for(world.participant), world.forum.pk)) == [second]
    assert AgendaItem.objects.get().notes == "Tio kom."
    assert from_json(first.content).points[0].notes == "Nio kom."


def test_a_correction_says_why_and_changes_something(world: World, meeting: Meeting) -> None:
    minutes = made(meeting, world.chair)
    approve(minutes)

    with pytest.raises(RuleBrokenError, match="Skriv varför"):
        actions.correct_minutes(minutes, {1: "Tio."}, {}, " ", actor=make.operator())
    with pytest.raises(RuleBrokenError, match="Ingenting är ändrat"):
        actions.correct_minutes(minutes, {1: "Nio kom."}, {}, "Fel.", actor=make.operator())


def test_an_old_version_is_not_corrected(world: World, meeting: Meeting) -> None:
    first = made(meeting, world.chair)
    approve(first)
    actions.correct_minutes(first, {1: "Tio kom."}, {}, "Fel.", actor=make.operator())

    with pytest.raises(RuleBrokenError, match="en nyare version"):
        actions.correct_minutes(first, {1: "Elva kom."}, {}, "Fel.", actor=make.operator())


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 1), ("?ar=2026", 1), ("?ar=2025", 0), ("?ord=nio", 1), ("?ord=tretton", 0), ("?ar=x", 1)],
)
def test_the_minute_book_is_read_by_year_and_words(
    world: World, meeting: Meeting, query: str, number: int
) -> None:
    approve(made(meeting, world.chair))

    page = making.get(world.participant, "minute-book", world.forum.pk, query=query)

    assert len(page.context["shown"]) == number


def test_the_minute_book_shows_a_stranger_nothing(world: World, meeting: Meeting) -> None:
    approve(made(meeting, world.chair))

    page = making.get(world.stranger, "minute-book", world.forum.pk)

    assert page.context["shown"] == []
    assert "Vi fortsätter" not in making.told(page)


@pytest.mark.parametrize(
    ("who", "status"), [("participant", 200), ("reader", 200), ("stranger", 404)]
)
def test_minutes_are_read_by_those_who_take_part(
    world: World, meeting: Meeting, who: str, status: int
) -> None:
    minutes = made(meeting, world.chair)

    assert making.get(getattr(world, who), "minutes", minutes.pk).status_code == status


def test_what_waits_for_my_approval(world: World, meeting: Meeting) -> None:
    made(meeting, world.chair)

    waiting = queries.awaiting_my_approval(make.actor_for(world.approver))

    assert [each.position for each in waiting] == [world.chair]
    assert not queries.awaiting_my_approval(make.actor_for(world.leader)).exists()
