from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import FollowUp, Forum, Seat
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

pytestmark = pytest.mark.django_db

NEXT_YEAR = date(2027, 1, 1)


def end(of: Forum, ends_on: date = make.TODAY, successor: Forum | None = None) -> None:
    successor_id = successor.pk if successor else None
    actions.end_forum(of, ends_on=ends_on, successor_id=successor_id, actor=make.operator())


def test_a_forum_ends_with_its_seats_and_says_what_follows_it() -> None:
    of, after = make.forum("Nätverket"), make.forum("Skolnätverket")
    placed = make.seat(of)

    end(of, successor=after)

    kept = Forum.objects.get(pk=of.pk)
    assert (kept.ends_on, kept.successor_id) == (make.TODAY, after.pk)
    assert Seat.objects.get(pk=placed.pk).ends_on == make.TODAY


def test_a_seat_that_had_ended_keeps_its_day() -> None:
    of = make.forum()
    placed = make.seat(of, ends_on=date(2024, 1, 1))

    end(of)

    assert Seat.objects.get(pk=placed.pk).ends_on == date(2024, 1, 1)


def test_no_seat_outlives_its_forum() -> None:
    of = make.forum()
    placed = make.seat(of, ends_on=NEXT_YEAR)

    end(of)

    assert Seat.objects.get(pk=placed.pk).ends_on == make.TODAY


def test_a_seat_that_had_not_begun_does_not_hinder() -> None:
    of = make.forum()
    make.seat(of, starts_on=NEXT_YEAR)

    end(of)

    assert Forum.objects.get(pk=of.pk).ends_on == make.TODAY


def test_what_it_has_left_to_do_stays_open() -> None:
    of, owner = make.forum(), make.position()
    left = FollowUp.objects.create(
        municipality_id=of.municipality_id,
        forum=of,
        key="ring",
        what="Ring",
        owner=owner,
        due_on=make.TODAY,
    )

    end(of)

    assert FollowUp.objects.get(pk=left.pk).is_open


def test_it_is_still_found_among_all_and_no_longer_offered() -> None:
    of = make.forum("Nätverket")
    end(of)

    reader = make.actor(Role.PARTICIPANT)
    assert [each.name for each in queries.forums(reader)] == ["Nätverket"]
    assert queries.forum_choices(reader) == []


def test_what_has_ended_does_not_end_again_later() -> None:
    of = make.forum()
    end(of)

    with pytest.raises(RuleBrokenError, match="redan avslutats"):
        end(of, NEXT_YEAR)


def test_an_end_to_come_may_be_moved_nearer() -> None:
    of = make.forum()
    end(of, NEXT_YEAR)

    end(of)

    assert Forum.objects.get(pk=of.pk).ends_on == make.TODAY


def test_a_forum_cannot_follow_itself() -> None:
    of = make.forum()

    with pytest.raises(RuleBrokenError, match="efterträda sig självt"):
        end(of, successor=of)
