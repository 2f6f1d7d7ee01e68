from datetime import timedelta

import pytest

from samsyn.access.api import Actor
from samsyn.organisation.models import Body
from samsyn.post.api import Draft, Letter, duty, go_round, write
from samsyn.post.models import DutyRun
from tests import factories as make
from tests.access.conftest import Clock
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_clock", "no_duties", "office")]

HOUR = timedelta(hours=1)


def test_each_municipality_has_it_done() -> None:
    seen: list[Actor] = []
    duty("test.look", seen.append, every=HOUR)

    assert go_round().done == 2
    assert {(actor.municipality_id, actor.account_id) for actor in seen} == {
        (ALINGSAS, None),
        (TYRESO, None),
    }
    assert {actor.now for actor in seen} == {make.NOW}


def test_it_is_done_again_when_its_time_has_passed(the_clock: Clock) -> None:
    duty("test.look", lambda _actor: None, every=HOUR)

    done = [go_round().done]
    the_clock.move_on(minutes=59)
    done.append(go_round().done)
    the_clock.move_on(minutes=1)
    done.append(go_round().done)

    assert done == [2, 0, 2]


def remind(actor: Actor) -> None:
    draft = Draft("kim@example.se", "Påminnelse", "Svara.", occasion=f"påminnelse {actor.today}")
    write(draft, actor=actor)


def test_a_letter_for_an_occasion_goes_once_however_often_the_duty_is_done(
    the_clock: Clock,
) -> None:
    duty("test.remind", remind, every=HOUR)

    sent = []
    for _ in range(3):
        sent.append(go_round().sent)
        the_clock.move_on(hours=2)

    assert sent == [2, 0, 0]


def test_one_that_fails_undoes_what_it_did_and_stops_no_other(
    the_clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(actor: Actor) -> None:
        remind(actor)
        raise ZeroDivisionError

    duty("test.fail", fail, every=HOUR)
    duty("test.remind", remind, every=HOUR)

    came = go_round()

    assert (came.done, came.sent) == (2, 2)
    assert "The duty test.fail failed." in caplog.text
    make.operator()
    assert Letter.objects.count() == 1


def test_one_that_failed_is_tried_again_soon_and_then_less_often(the_clock: Clock) -> None:
    tried: list[Actor] = []

    def fail(actor: Actor) -> None:
        tried.append(actor)
        raise ZeroDivisionError

    duty("test.fail", fail, every=HOUR)
    go_round()
    go_round()
    assert len(tried) == 2
    the_clock.move_on(minutes=5)
    go_round()
    assert len(tried) == 4
    make.operator()
    run = DutyRun.objects.get(name="test.fail")
    assert (run.failures, run.due_at) == (2, make.NOW + timedelta(minutes=15))


def test_what_fails_is_well_again_when_it_succeeds(the_clock: Clock) -> None:
    is_broken = [True]

    def act(_actor: Actor) -> None:
        if is_broken[0]:
            raise ZeroDivisionError

    duty("test.act", act, every=HOUR)
    go_round()
    is_broken[0] = False
    the_clock.move_on(minutes=5)

    assert go_round().done == 2
    make.operator()
    assert DutyRun.objects.get(name="test.act").failures == 0


def test_a_duty_sees_its_own_municipality_alone() -> None:
    make.body()
    make.body(municipality_id=TYRESO)
    seen: list[set[object]] = []

    def look(_actor: Actor) -> None:
        seen.append(set(Body.objects.values_list("municipality_id", flat=True)))

    duty("test.look", look, every=HOUR)
    go_round()

    assert sorted(seen, key=str) == sorted([{TYRESO}, {ALINGSAS}], key=str)
