"""What changed when, and what was so on a chosen day."""

from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.organisation import actions, queries
from samsyn.organisation.domain import Turn
from samsyn.organisation.models import Body
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY_1, DAY_2, DAY_3 = date(2023, 1, 1), date(2024, 1, 1), date(2025, 1, 1)


def told(body: Body) -> list[tuple[date, Turn, str, str]]:
    found = queries.history(make.actor(Role.PARTICIPANT), Body.objects.get(pk=body.pk))
    return [(change.on, change.turn, change.what, change.who) for change in found]


def test_it_begins_with_the_founding() -> None:
    assert told(make.body()) == [(make.LONG_AGO, Turn.FOUNDED, "", "")]


def test_a_change_of_name_tells_both_names() -> None:
    board = make.body("Gamla")
    actions.rename_body(board, "Nya", starts_on=DAY_1, actor=make.operator())

    change = queries.history(make.actor(Role.PARTICIPANT), board)[0]

    assert (change.on, change.turn, change.what, change.before) == (
        DAY_1,
        Turn.RENAMED,
        "Nya",
        "Gamla",
    )


def test_a_new_place_is_told_by_the_name_of_that_day() -> None:
    top, unit = make.body("Toppen"), make.body("Enheten")
    actions.place_body(unit, top.pk, starts_on=DAY_1, actor=make.operator())
    actions.rename_body(top, "Toppen efteråt", starts_on=DAY_2, actor=make.operator())

    assert told(unit)[0] == (DAY_1, Turn.PLACED, "Toppen", "")


def test_who_took_up_and_left_what_is_told_newest_first() -> None:
    board = make.body()
    chief = make.position(board, "Chef", starts_on=DAY_1)
    make.appointment(chief, make.person("Anna", "Lind"), starts_on=DAY_2, ends_on=DAY_3)

    assert told(board) == [
        (DAY_3, Turn.LEFT, "Chef", "Anna Lind"),
        (DAY_2, Turn.TOOK_UP, "Chef", "Anna Lind"),
        (DAY_1, Turn.POSITION_MADE, "Chef", ""),
        (make.LONG_AGO, Turn.FOUNDED, "", ""),
    ]


def test_the_end_of_a_function_and_of_the_body_is_told() -> None:
    board = make.body()
    actions.end_position(make.position(board, "Chef"), ends_on=DAY_2, actor=make.operator())
    actions.end_body(board, ends_on=DAY_3, actor=make.operator())

    assert [(on, turn) for on, turn, _, _ in told(board)][:2] == [
        (DAY_3, Turn.ENDED),
        (DAY_2, Turn.POSITION_ENDED),
    ]


def test_what_happened_in_another_body_is_not_told() -> None:
    board = make.body()
    make.appointment(make.position(make.body("En annan")))

    assert told(board) == [(make.LONG_AGO, Turn.FOUNDED, "", "")]


def test_a_body_on_a_chosen_day_has_the_functions_and_holders_of_that_day() -> None:
    board = make.body()
    old, new = make.position(board, "Gammal"), make.position(board, "Ny", starts_on=DAY_2)
    make.appointment(old, make.person("Anna"), ends_on=DAY_1)
    make.appointment(old, make.person("Bo"), starts_on=DAY_1)
    make.appointment(new, make.person("Cia"), starts_on=DAY_2)
    reader = make.actor(Role.PARTICIPANT)

    def on(day: date) -> list[tuple[str, list[str]]]:
        found = queries.positions_of_body(reader, board.pk, day)
        return [(p.title, [held.person.given_name for held in p.held]) for p in found]  # type: ignore[attr-defined]

    assert on(date(2022, 12, 31)) == [("Gammal", ["Anna"])]
    assert on(DAY_1) == [("Gammal", ["Bo"])]
    assert on(DAY_2) == [("Gammal", ["Bo"]), ("Ny", ["Cia"])]


def test_a_day_before_the_first_name_shows_the_first_name() -> None:
    board = make.body("Socialnämnden", starts_on=DAY_1)

    reader = make.actor(Role.PARTICIPANT)
    assert queries.bodies(reader, date(2000, 1, 1)).get(pk=board.pk).name == "Socialnämnden"
