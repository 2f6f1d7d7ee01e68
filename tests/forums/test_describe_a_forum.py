from typing import Any

import pytest
from django.db import IntegrityError

from samsyn.forums import actions
from samsyn.forums.models import Forum
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

pytestmark = pytest.mark.django_db


def describe(of: Forum, **told: Any) -> Forum:
    actions.describe_forum(of, told, actor=make.operator())
    return Forum.objects.get(pk=of.pk)


def test_what_is_told_is_kept_and_the_rest_stays() -> None:
    of = make.forum(charter={"purpose": "En gemensam bild."})

    kept = describe(of, goals="Fler i skolan.", school_forms=["compulsory"], age_from=6)

    assert (kept.purpose, kept.goals) == ("En gemensam bild.", "Fler i skolan.")
    assert (kept.school_forms, kept.age_from, kept.age_to) == (["compulsory"], 6, None)


def test_the_line_breaks_of_a_text_are_kept() -> None:
    assert describe(make.forum(), goals="Ett:\nnärvaro\n\nTvå: tidigt").goals == (
        "Ett:\nnärvaro\n\nTvå: tidigt"
    )


@pytest.mark.parametrize(
    ("low", "high"), [(6, 16), (0, 120), (None, 17), (6, None), (16, 16), (None, None)]
)
def test_ages_in_order_are_kept(low: int | None, high: int | None) -> None:
    kept = describe(make.forum(), age_from=low, age_to=high)

    assert (kept.age_from, kept.age_to) == (low, high)


@pytest.mark.parametrize(("low", "high"), [(17, 6), (-1, 6), (0, 121)])
def test_ages_that_nobody_has_are_refused(low: int, high: int) -> None:
    with pytest.raises(RuleBrokenError, match="lägsta åldern"):
        describe(make.forum(), age_from=low, age_to=high)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("school_forms", ["lekskola"]),
        ("basis", "känsla"),
        ("documentation", "band"),
        ("reach", "alla"),
        ("level", "hög"),
    ],
)
def test_a_choice_that_there_is_not_is_refused(field: str, value: Any) -> None:
    with pytest.raises(IntegrityError):
        describe(make.forum(), **{field: value})


def test_a_forum_cannot_answer_to_itself() -> None:
    of = make.forum()

    with pytest.raises(RuleBrokenError, match="under sig självt"):
        describe(of, above_id=of.pk)


def test_two_forums_cannot_answer_to_each_other() -> None:
    top = make.forum("Styrgruppen")
    part = make.forum("Arbetsgruppen", {"above_id": top.pk})

    with pytest.raises(RuleBrokenError, match="under sig självt"):
        describe(top, above_id=part.pk)


def test_a_personal_number_changes_nothing() -> None:
    of = make.forum(charter={"purpose": "En gemensam bild."})

    with pytest.raises(RuleBrokenError, match="personnummer"):
        describe(of, purpose="20180101-2392", goals="Fler i skolan.")

    kept = Forum.objects.get(pk=of.pk)
    assert (kept.purpose, kept.goals) == ("En gemensam bild.", "")
