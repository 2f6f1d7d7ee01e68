"""A letter on Monday morning of what waits, to whoever has something waiting and wants it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from samsyn.access.api import Account, Actor
from samsyn.forums.actions.digests import send_digests
from samsyn.forums.models import DigestChoice, Forum
from samsyn.organisation.models import Appointment
from samsyn.post.api import Letter
from tests import factories as make
from tests.forums import making
from tests.forums.making import TODAY, World

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def at(moment: datetime = MONDAY) -> Actor:
    return replace(make.operator(), now=moment)


def digests() -> dict[str, str]:
    make.operator()
    return dict(Letter.objects.values_list("to", "text"))


def digest_of(account: Account) -> str:
    send_digests(at())
    return digests().get(account.email, "")


def test_it_tells_what_is_mine_to_do_and_when_i_meet(world: World) -> None:
    making.overdue(world.forum, world.rector)
    making.follow_up(world.forum, world.rector, what="Ring polisen", due_on=MONDAY.date())
    world.meeting(MONDAY.date() + timedelta(3))

    text = digest_of(world.participant)

    late, coming = text.index("Försenat, och ditt"), text.index("Snart dags")
    assert late < text.index("Ta fram en rutin") < coming < text.index("Ring polisen")
    assert "Dina möten i veckan\n- Torsdag 26 november 2026: BUS styrgrupp" in text
    assert "/veckobrev/" in text


def test_nothing_to_tell_is_no_letter(world: World) -> None:
    send_digests(at())

    assert digests() == {}


@pytest.mark.parametrize(
    "moment",
    [MONDAY.replace(hour=5), MONDAY.replace(hour=12), MONDAY + timedelta(days=1)],
)
def test_it_comes_on_monday_morning_only(world: World, moment: datetime) -> None:
    making.overdue(world.forum, world.rector)

    send_digests(at(moment))

    assert digests() == {}


def test_twice_is_once(world: World) -> None:
    making.overdue(world.forum, world.rector)

    send_digests(at())
    send_digests(at(MONDAY + timedelta(hours=1)))

    assert Letter.objects.filter(to=world.participant.email).count() == 1


def test_who_leads_a_forum_is_told_its_debt_and_what_is_raised_to_it(world: World) -> None:
    below = making.forum("Arbetsgruppen", above=world.forum)
    raised = making.overdue(below)
    raised.overruns = 1
    raised.save(update_fields=["overruns"])
    making.overdue(world.forum, world.rector)

    text = digest_of(world.leader)

    assert "Försenat i forum som du leder\n- " in text
    assert "Lyft till forum som du leder" in text
    assert "Arbetsgruppen" in text
    assert "Arbetsgruppen" not in digest_of(world.participant)


def test_who_leads_a_forum_is_told_what_nobody_owns(world: World) -> None:
    making.follow_up(world.forum, world.rector, due_on=TODAY + timedelta(60))
    make.operator()
    Appointment.objects.filter(position=world.rector).update(ends_on=TODAY)

    assert "Utan ägare" in digest_of(world.leader)


def test_a_stranger_is_told_nothing_of_it(world: World) -> None:
    making.overdue(world.forum, world.rector)
    world.meeting(MONDAY.date())

    send_digests(at())

    assert world.stranger.email not in digests()
    assert world.reader.email not in digests()


def test_it_is_switched_off_and_on_again(world: World) -> None:
    making.overdue(world.forum, world.rector)
    answer = making.post(world.participant, "choose-digest", vill="nej")
    assert answer.status_code == 302
    assert "Du har stängt av" in making.told(making.get(world.participant, "digest"))
    assert digest_of(world.participant) == ""

    making.post(world.participant, "choose-digest", vill="ja")

    assert digest_of(world.participant) != ""
    assert DigestChoice.objects.count() == 1


def test_an_account_that_is_closed_gets_none(world: World) -> None:
    making.overdue(world.forum, world.rector)
    make.operator()
    Account.objects.filter(pk=world.participant.pk).update(is_active=False)

    assert digest_of(world.participant) == ""
    assert Forum.objects.count() == 1
