from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import Closing, FollowUp, NewDay
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import api as organisation
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_MONTH, NEXT_WEEK, TODAY, TOMORROW, YESTERDAY, World

pytestmark = pytest.mark.django_db


def test_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="Dagen har redan passerat"):
        making.follow_up(due_on=YESTERDAY)


def test_a_function_that_has_ended_cannot_own(world: World) -> None:
    organisation.actions.end_position(world.rector, ends_on=TODAY, actor=make.operator())

    with pytest.raises(RuleBrokenError, match=r"Rektor finns inte då\. Välj den som tar över"):
        making.follow_up(world.forum, world.rector)


def test_a_function_that_ends_before_the_day_cannot_own() -> None:
    owner = make.position()
    organisation.actions.end_position(owner, ends_on=TOMORROW, actor=make.operator())

    with pytest.raises(RuleBrokenError, match="Välj den som tar över"):
        making.follow_up(owner=owner)


def test_a_vacant_function_may_own_but_it_is_told(world: World) -> None:
    vacant = make.position(title="Enhetschef")
    task = {"what": "Bjud in", "owner": vacant.pk, "due_on": NEXT_WEEK}

    client = making.at(world.leader)
    told = client.post(f"/moten/{world.meeting().pk}/ny-uppfoljning/spara/", task, follow=True)

    assert "Funktionen är vakant" in making.told(told)


def test_functions_with_a_seat_are_offered_first(world: World) -> None:
    make.position(make.body("Aa"), "Aa")

    form = making.get(world.leader, "follow-up-at-meeting", world.meeting().pk).context["form"]

    offered = [label for _value, label in form.fields["owner"].choices]
    assert offered == [
        "Välj en funktion",
        "Skolan: Rektor",
        "Skolan: Samordnare",
        "Socialtjänsten: Socialchef",
        "Aa: Aa (vakant)",
    ]


def test_it_is_closed_in_writing_or_not_at_all() -> None:
    left = making.follow_up()

    with pytest.raises(RuleBrokenError, match="Skriv hur det gick"):
        actions.close_follow_up(left, Closing.DONE, " ", actor=make.operator())
    actions.close_follow_up(left, Closing.NOT_DONE, "Ingen tid.", actor=make.operator())

    left.refresh_from_db()
    assert (left.closed_on, left.closed_as, left.result) == (TODAY, "not_done", "Ingen tid.")


def test_what_is_closed_is_not_closed_again() -> None:
    left = making.follow_up()
    actions.close_follow_up(left, Closing.DONE, "Klart.", actor=make.operator())

    with pytest.raises(RuleBrokenError, match="redan avslutad"):
        actions.give_new_day(left, NEXT_MONTH, "Mer tid.", actor=make.operator())


def test_more_time_in_time_is_no_overrun() -> None:
    left = making.follow_up(due_on=NEXT_WEEK)

    actions.give_new_day(left, NEXT_MONTH, "Sjukdom.", actor=make.operator())

    assert (left.overruns, NewDay.objects.get().was_due_on) == (0, NEXT_WEEK)


def test_more_time_too_late_is_an_overrun_and_late_again_is_raised() -> None:
    above = making.forum("Presidiet")
    left = making.overdue(making.forum(above=above))
    actions.give_new_day(left, TOMORROW, "Mer tid.", actor=make.operator())
    assert left.overruns == 1
    keeper = make.actor(Role.COORDINATOR)
    assert not queries.raised_to(keeper, above.pk).exists()

    in_three_days = replace(keeper, now=making.NOW + timedelta(3))
    assert list(queries.raised_to(in_three_days, above.pk)) == [left]


def test_what_is_raised_is_told_to_those_of_the_forum_above_and_not_to_all(
    world: World,
) -> None:
    left = making.follow_up(making.forum(above=world.forum), what="Något förtroligt")
    FollowUp.objects.filter(pk=left.pk).update(due_on=making.YESTERDAY, overruns=1)

    shown = {
        who: "Något förtroligt"
        in making.told(making.get(getattr(world, who), "forum", world.forum.pk))
        for who in ("leader", "participant", "reader", "stranger")
    }
    assert shown == {"leader": True, "participant": True, "reader": True, "stranger": False}


def test_what_a_closed_forum_owes_is_not_told_to_all(world: World) -> None:
    making.follow_up(world.forum, what="Något förtroligt")

    assert "Något förtroligt" in making.told(making.get(world.leader, "forum", world.forum.pk))
    told = making.told(making.get(world.stranger, "forum", world.forum.pk))
    assert "Något förtroligt" not in told


def test_more_time_needs_a_reason_and_another_day() -> None:
    left = making.follow_up(due_on=NEXT_WEEK)

    with pytest.raises(RuleBrokenError, match="Skriv varför"):
        actions.give_new_day(left, NEXT_MONTH, "", actor=make.operator())
    with pytest.raises(RuleBrokenError, match="samma dag"):
        actions.give_new_day(left, NEXT_WEEK, "Mer tid.", actor=make.operator())


def test_another_function_takes_over(world: World) -> None:
    left = making.follow_up(world.forum, world.rector)

    sent = making.post(world.leader, "give-new-owner-save", left.pk, owner=world.chair.pk)

    assert sent.status_code == 302
    make.operator()
    assert FollowUp.objects.get().owner == world.chair


def test_the_oldest_debt_comes_first_and_says_how_late_it_is(world: World) -> None:
    making.follow_up(world.forum, what="Senare")
    making.overdue(world.forum, world.rector)

    page = making.told(making.get(world.participant, "meeting", world.meeting().pk))

    assert "försenad 18 dagar" in page
    assert page.index("Ta fram en rutin") < page.index("Senare") < page.index("Dagordning")


def test_what_is_owned_by_no_one_is_flagged_the_same_day(world: World) -> None:
    left = making.follow_up(world.forum, world.rector)
    reader = make.actor_for(world.reader)
    assert not queries.ownerless(reader).exists()

    make.operator()
    held = world.rector.appointments.get()
    organisation.actions.end_appointment(held, ends_on=TODAY, actor=make.operator())

    assert list(queries.ownerless(make.actor_for(world.reader))) == [left]
    assert "Ingen innehar funktionen" in making.told(making.get(world.reader, "follow-up", left.pk))


def test_my_follow_ups_are_those_of_the_functions_i_hold(world: World) -> None:
    mine = making.follow_up(world.forum, world.rector)
    making.follow_up(world.forum, world.chair)
    closed = making.follow_up(world.forum, world.rector, what="Klart")
    actions.close_follow_up(closed, Closing.DONE, "Klart.", actor=make.operator())

    assert list(queries.my_follow_ups(make.actor_for(world.participant))) == [mine]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Öppen", "Försenad", "Två gånger"}),
        ("?visa=forsenade", {"Försenad", "Två gånger"}),
        ("?visa=tva", {"Två gånger"}),
        ("?visa=avslutade", {"Avslutad"}),
        ("?visa=alla", {"Öppen", "Försenad", "Två gånger", "Avslutad"}),
        ("?visa=utan", {"Öppen"}),
        ("?min=ja", {"Försenad", "Två gånger"}),
        ("?vad=gång", {"Två gånger"}),
        ("?visa=nonsens", {"Öppen", "Försenad", "Två gånger"}),
    ],
)
def test_the_register_is_narrowed(world: World, query: str, found: set[str]) -> None:
    making.follow_up(world.forum, what="Öppen")
    for what, overruns in (("Försenad", 0), ("Två gånger", 1)):
        late = making.overdue(world.forum, world.rector)
        FollowUp.objects.filter(pk=late.pk).update(what=what, overruns=overruns)
    closed = making.follow_up(world.forum, world.rector, what="Avslutad")
    actions.close_follow_up(closed, Closing.DONE, "Klart.", actor=make.operator())

    listing = making.get(world.participant, "follow-ups", query=query).context["listing"]

    assert {row.what for row in listing.found} == found


def test_the_register_is_taken_away_as_a_file(world: World) -> None:
    making.follow_up(world.forum, world.rector)

    file: Any = making.get(world.participant, "follow-ups", query="?hamta=csv")

    assert "Ta fram en rutin" in b"".join(file).decode("utf-8-sig")


@pytest.mark.parametrize(
    ("who", "status"),
    [("leader", 200), ("participant", 200), ("reader", 403), ("stranger", 404)],
)
def test_the_owner_and_those_who_lead_close(world: World, who: str, status: int) -> None:
    left = making.follow_up(world.forum, world.rector)

    assert making.get(getattr(world, who), "close-follow-up", left.pk).status_code == status


def test_an_owner_outside_the_forum_sees_hers_and_nothing_else(world: World) -> None:
    outside = make.position(title="Utanför")
    owner = making.holder(outside)
    hers, other = making.follow_up(world.forum, outside), making.follow_up(world.forum, world.chair)

    assert making.get(owner, "follow-up", hers.pk).status_code == 200
    assert making.get(owner, "follow-up", other.pk).status_code == 404


def test_a_task_without_a_meeting_belongs_to_the_forum(world: World) -> None:
    task = {"what": "Ring skolan", "owner": world.rector.pk, "due_on": TODAY + timedelta(2)}

    assert (
        making.post(world.leader, "follow-up-in-forum-save", world.forum.pk, **task).status_code
        == 302
    )

    make.operator()
    assert FollowUp.objects.get().meeting is None


def test_a_group_below_carries_a_task_out(world: World) -> None:
    below = making.forum("TSI-gruppen", above=world.forum)
    answers = {
        "what": "Utred frånvaron",
        "owner": world.rector.pk,
        "due_on": NEXT_WEEK.isoformat(),
        "carried_by": below.pk,
    }

    page = making.post(world.leader, "follow-up-in-forum-save", world.forum.pk, **answers)

    assert page.status_code == 302
    make.operator()
    assert FollowUp.objects.get().carried_by == below
    assert "Utred frånvaron" in making.told(making.get(world.leader, "forum", below.pk))


def test_a_forum_elsewhere_carries_nothing_out(world: World) -> None:
    making.forum(above=world.forum)
    other = making.forum()
    answers = {
        "what": "Utred frånvaron",
        "owner": world.rector.pk,
        "due_on": NEXT_WEEK.isoformat(),
        "carried_by": other.pk,
    }

    page = making.post(world.leader, "follow-up-in-forum-save", world.forum.pk, **answers)

    assert page.status_code == 422


def test_without_groups_below_none_is_asked_for(world: World) -> None:
    page = making.get(world.leader, "follow-up-in-forum", world.forum.pk)

    assert "undergrupp" not in making.told(page)
