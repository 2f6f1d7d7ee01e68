from datetime import date

import pytest

from samsyn.forums import actions
from samsyn.forums.models import Decision
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making
from tests.forums.making import TODAY, TOMORROW, World

pytestmark = pytest.mark.django_db


def test_decisions_are_numbered_by_forum_and_by_the_year_of_the_meeting() -> None:
    forum = making.forum()
    last_year, this_year = making.meeting(forum, date(2025, 12, 1)), making.meeting(forum, TODAY)

    made = [
        actions.decide(at, "Ja.", at_item=None, actor=make.operator()).name
        for at in (this_year, last_year, this_year, making.meeting())
    ]

    assert made == ["2026:1", "2025:1", "2026:2", "2026:1"]


def test_nothing_is_decided_before_the_meeting() -> None:
    with pytest.raises(RuleBrokenError, match="inte varit än"):
        actions.decide(
            making.meeting(meets_on=TOMORROW), "Ja.", at_item=None, actor=make.operator()
        )


def test_a_decision_says_something() -> None:
    with pytest.raises(RuleBrokenError, match="Skriv vad som beslutades"):
        actions.decide(making.meeting(), " \n", at_item=None, actor=make.operator())


def test_a_decision_at_an_item_that_is_gone_is_told(world: World) -> None:
    with pytest.raises(RuleBrokenError, match="finns inte längre"):
        actions.decide(world.meeting(), "Ja.", at_item=7, actor=make.operator())


def test_the_words_of_a_decision_are_mended_and_its_number_stays(world: World) -> None:
    meeting = world.meeting()
    actions.decide(meeting, "Vi möts ofatre.", at_item=None, actor=make.operator())

    sent = making.post(
        world.leader, "change-decision", meeting.pk, number=1, text="Vi möts oftare."
    )

    assert sent.status_code == 302
    make.operator()
    assert [(each.name, each.text) for each in Decision.objects.all()] == [
        ("2026:1", "Vi möts oftare.")
    ]


def test_a_decision_of_another_meeting_is_not_found(world: World) -> None:
    meeting, other = world.meeting(), world.meeting()
    actions.decide(other, "Ja.", at_item=None, actor=make.operator())

    assert (
        making.post(world.leader, "change-decision", meeting.pk, number=1, text="Nej.").status_code
        == 404
    )
