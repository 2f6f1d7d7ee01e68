from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Body, BodyName
from tests import factories as make

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2024, 1, 1)


def test_the_old_name_is_shown_on_a_day_before_the_change() -> None:
    board = make.body("Barn- och ungdomsnämnden")

    actions.rename_body(board, "Utbildningsnämnden", starts_on=NEW_YEAR, actor=make.operator())

    reader = make.actor(Role.PARTICIPANT)
    then = queries.bodies(reader, date(2023, 6, 1)).get(pk=board.pk)
    now = queries.bodies(reader, make.TODAY).get(pk=board.pk)
    assert (then.name, now.name) == ("Barn- och ungdomsnämnden", "Utbildningsnämnden")


def test_a_name_that_ends_before_the_next_begins_leaves_no_gap() -> None:
    board = make.body()

    with pytest.raises(RuleBrokenError, match="glapp"):
        actions.rename_body(
            board, "Nya", starts_on=NEW_YEAR, ends_on=date(2025, 1, 1), actor=make.operator()
        )

    assert BodyName.objects.filter(body=board).count() == 1


def test_a_name_that_overlaps_another_is_refused() -> None:
    board = make.body()
    actions.rename_body(board, "Andra", starts_on=date(2025, 1, 1), actor=make.operator())

    with pytest.raises(RuleBrokenError, match="redan ett annat namn"):
        actions.rename_body(
            board, "Tredje", starts_on=NEW_YEAR, ends_on=date(2025, 6, 1), actor=make.operator()
        )


def test_a_name_between_two_others_is_fitted_in() -> None:
    board = make.body("Första")
    actions.rename_body(board, "Tredje", starts_on=date(2025, 1, 1), actor=make.operator())

    actions.rename_body(board, "Andra", starts_on=NEW_YEAR, actor=make.operator())

    rows = BodyName.objects.filter(body=board).order_by("starts_on")
    assert [(row.name, row.ends_on) for row in rows] == [
        ("Första", NEW_YEAR),
        ("Andra", date(2025, 1, 1)),
        ("Tredje", None),
    ]


def test_a_name_that_ends_before_it_begins_is_refused() -> None:
    board = make.body()

    with pytest.raises(RuleBrokenError, match="slutar innan den börjar"):
        actions.rename_body(
            board, "Nya", starts_on=NEW_YEAR, ends_on=date(2023, 1, 1), actor=make.operator()
        )


def test_two_names_from_the_same_day_are_refused() -> None:
    board = make.body()

    with pytest.raises(RuleBrokenError, match="redan ett namn den dagen"):
        actions.rename_body(board, "Nya", starts_on=make.LONG_AGO, actor=make.operator())


@pytest.mark.parametrize("name", ["x" * 10_000, "", " ", "två\nrader"])
def test_a_name_that_is_not_one_line_is_refused(name: str) -> None:
    board = make.body()

    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        actions.rename_body(board, name, starts_on=NEW_YEAR, actor=make.operator())


def test_the_database_refuses_a_gap_that_slips_past_the_action() -> None:
    board = make.body()

    with pytest.raises(IntegrityError, match="day without a name"):
        leave_a_gap(board)


@transaction.atomic
def leave_a_gap(board: Body) -> None:
    BodyName.objects.filter(body=board).update(ends_on=NEW_YEAR)
    connection.cursor().execute("set constraints all immediate")
