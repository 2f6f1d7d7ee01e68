from datetime import date

import pytest

from samsyn.forums import actions
from samsyn.forums.models import Forum, ForumKind, Level, Reach
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def test_a_forum_begins_with_what_is_known() -> None:
    leads = make.position(title="Folkhälsostrateg")

    of = make.forum(
        "BUS arbetsgrupp",
        {"purpose": "Gemensam uppföljning.", "convener_id": leads.pk},
        level=Level.STRATEGIC,
        kind=ForumKind.WORKING_GROUP,
        starts_on=date(2023, 1, 1),
    )

    kept = Forum.objects.get(pk=of.pk)
    assert (kept.key, kept.name, kept.purpose) == (
        "bus-arbetsgrupp",
        "BUS arbetsgrupp",
        "Gemensam uppföljning.",
    )
    assert (kept.level, kept.kind, kept.convener_id) == ("strategic", "working_group", leads.pk)
    assert (kept.starts_on, kept.ends_on) == (date(2023, 1, 1), None)


def test_what_is_written_there_is_for_its_participants_until_someone_says_otherwise() -> None:
    kept = Forum.objects.get(pk=make.forum().pk)

    assert kept.reach == Reach.PARTICIPANTS
    assert not kept.shows_contributions


def test_two_forums_of_one_name_get_keys_of_their_own() -> None:
    assert [make.forum("Stormöten").key, make.forum("Stormöten").key] == [
        "stormoten",
        "stormoten-2",
    ]


def test_the_same_key_may_be_used_in_another_municipality() -> None:
    assert make.forum().key == make.forum(municipality_id=TYRESO).key


@pytest.mark.parametrize("name", ["", " ", "x" * 201, "två\nrader"])
def test_a_name_that_is_not_one_line_is_refused(name: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.forum(name)

    assert not Forum.objects.exists()


def test_a_purpose_may_be_as_long_as_anyone_needs_and_no_longer() -> None:
    assert len(make.forum(charter={"purpose": "x" * 20_000}).purpose) == 20_000

    with pytest.raises(RuleBrokenError, match="högst 20 000 tecken"):
        make.forum(charter={"purpose": "x" * 20_001})


@pytest.mark.parametrize("field", ["purpose", "goals", "not_discussed"])
def test_a_personal_number_is_refused_wherever_it_is_written(field: str) -> None:
    with pytest.raises(RuleBrokenError, match="personnummer"):
        make.forum(charter={field: "Det gäller 20180101-2392."})

    assert not Forum.objects.exists()


def test_a_function_that_has_ended_cannot_convene() -> None:
    gone = make.position(title="Utredare")
    gone.ends_on = make.TODAY
    gone.save(update_fields=["ends_on"])

    with pytest.raises(RuleBrokenError, match="Funktionen Utredare har upphört"):
        make.forum(charter={"convener_id": gone.pk})


def test_a_function_of_another_municipality_cannot_convene() -> None:
    foreign = make.position(make.body(municipality_id=TYRESO))

    with pytest.raises(RuleBrokenError):
        make.forum(charter={"convener_id": foreign.pk})


def test_a_forum_cannot_end_before_it_begins() -> None:
    of = make.forum(starts_on=date(2024, 1, 1))

    with pytest.raises(RuleBrokenError):
        actions.end_forum(of, ends_on=date(2023, 1, 1), actor=make.operator())
