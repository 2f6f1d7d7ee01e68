from datetime import date
from typing import Any

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import Forum, Rhythm, Unit
from samsyn.forums.web.rhythms import rhythm_in_words
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

pytestmark = pytest.mark.django_db


def add(of: Forum, per: Unit, **told: Any) -> Rhythm:
    return actions.add_rhythm(of, per, told, actor=make.operator())


IN_WORDS: list[tuple[str, dict[str, Any], str]] = [
    ("week", {}, "varje vecka"),
    ("week", {"weekday": 4}, "varje vecka på torsdagar"),
    ("week", {"every": 3, "weekday": 1}, "var 3:e vecka på måndagar"),
    ("term", {}, "en gång per termin"),
    ("term", {"times": 4}, "4 gånger per termin"),
    ("term", {"times": 2, "audience": "förskolan"}, "2 gånger per termin (förskolan)"),
    ("year", {"every": 2}, "vart 2:e år"),
    ("spring", {}, "en gång på våren"),
    ("autumn", {}, "en gång på hösten"),
    ("need", {}, "vid behov"),
    ("month", {"words": "sista fredagen"}, "sista fredagen"),
]


@pytest.mark.parametrize(("per", "told", "words"), IN_WORDS)
def test_how_often_is_said_as_people_say_it(per: str, told: dict[str, Any], words: str) -> None:
    assert rhythm_in_words(add(make.forum(), Unit(per), **told)) == words


@pytest.mark.parametrize("told", [{"times": 0}, {"every": 0}, {"times": 61}, {"every": -1}])
def test_what_never_occurs_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(RuleBrokenError, match="mellan 1 och 60"):
        add(make.forum(), Unit.WEEK, **told)


@pytest.mark.parametrize("weekday", [0, 6, 7])
def test_no_forum_meets_on_a_weekend(weekday: int) -> None:
    with pytest.raises(RuleBrokenError, match="måndag till fredag"):
        add(make.forum(), Unit.WEEK, weekday=weekday)


def test_one_that_has_held_is_ended_and_stays_in_the_record() -> None:
    of = make.forum()
    held = add(of, Unit.WEEK, starts_on=make.LONG_AGO)

    actions.remove_rhythm(held, actor=make.operator())

    assert Rhythm.objects.get(pk=held.pk).ends_on == make.TODAY
    assert not queries.rhythms(make.actor(Role.PARTICIPANT), of.pk).exists()


@pytest.mark.parametrize("starts_on", [None, make.TODAY, date(2027, 1, 1)])
def test_one_that_has_not_held_is_forgotten(starts_on: date | None) -> None:
    held = add(make.forum(), Unit.WEEK, starts_on=starts_on)

    actions.remove_rhythm(held, actor=make.operator())

    assert not Rhythm.objects.exists()


def test_one_that_would_never_occur_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="mer än ett om dagen"):
        add(make.forum(), Unit.WEEK, times=9)

    assert not Rhythm.objects.exists()
