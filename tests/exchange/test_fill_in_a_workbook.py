"""A workbook that people have filled in: names for keys, days in several shapes, own short cuts."""

from datetime import date, datetime
from typing import Any

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from samsyn.organisation.models import Appointment, Body, Person, Position
from tests.exchange.files import exported, import_text
from tests.exchange.workbooks import Rows, bring_in, changed, with_member, workbook

WHOLE: dict[str, Rows] = {
    "Uppdrag": [
        ["Organ", "Funktion", "Person", "Från och med", "Andel"],
        ["Barn- och ungdomsnämnden", "ordförande", "Sandberg, Karin", "2023", 50],
    ],
    "Personer": [["Förnamn", "Efternamn"], ["Karin", "Sandberg"]],
    "Funktioner": [["Organ", "Titel"], ["Barn- och ungdomsnämnden", "Ordförande"]],
    "Organ": [["Namn", "Slag"], ["Barn- och ungdomsnämnden", "Nämnd"]],
}


def test_a_whole_municipality_without_keys(actor: Actor) -> None:
    bring_in(workbook(WHOLE), actor)

    held = Appointment.objects.get()
    assert Body.objects.get().key == "barn-och-ungdomsnamnden"
    assert Position.objects.get().key == "barn-och-ungdomsnamnden-ordforande"
    assert Person.objects.get().key == "karin-sandberg"
    assert (held.starts_on, held.share_percent) == (date(2023, 1, 1), 50)


def test_the_same_again_changes_nothing(actor: Actor) -> None:
    bring_in(workbook(WHOLE), actor)

    assert changed(bring_in(workbook(WHOLE), actor)) == []


def test_a_name_with_a_letter_in_another_case_is_the_same(actor: Actor) -> None:
    import_text("bodies: {bun: {kind: board, name: BUN}}", actor)

    bring_in(workbook({"Organ": [["Namn", "Slag"], ["bun ", "enhet"]]}), actor)

    assert [body.key for body in Body.objects.all()] == ["bun"]


def test_two_new_records_with_one_name_have_a_key_each(actor: Actor) -> None:
    import_text("bodies: {a: {kind: board, name: A}, b: {kind: board, name: B}}", actor)
    rows: Rows = [["Nyckel", "Organ", "Titel"], ["a-b-chef", "A", "B chef"], [None, "A", "B-chef"]]

    bring_in(workbook({"Funktioner": rows}), actor)

    keys = sorted(Position.objects.values_list("key", flat=True))
    assert keys == ["a-b-chef", "a-b-chef-2"]


DAYS: list[tuple[Any, date]] = [
    (date(2023, 5, 1), date(2023, 5, 1)),
    (datetime(2023, 5, 1), date(2023, 5, 1)),  # noqa: DTZ001 - as in a cell
    ("2023-05-01", date(2023, 5, 1)),
    ("2023-05", date(2023, 5, 1)),
    (2023, date(2023, 1, 1)),
    (20230501, date(2023, 5, 1)),
]


@pytest.mark.parametrize(("written", "day"), DAYS)
def test_a_day_in_the_shapes_that_people_write(actor: Actor, written: Any, day: date) -> None:
    rows: Rows = [["Namn", "Slag", "Från och med"], ["N", "nämnd", written]]

    bring_in(workbook({"Organ": rows}), actor)

    assert Body.objects.get().starts_on == day


def test_days_are_the_same_in_a_workbook_that_counts_from_1904(actor: Actor) -> None:
    rows: Rows = [["Namn", "Slag", "Från och med"], ["N", "nämnd", date(2023, 5, 1)]]

    bring_in(workbook({"Organ": rows}, date_1904=True), actor)

    assert Body.objects.get().starts_on == date(2023, 5, 1)


def test_digits_in_a_cell_of_text_keep_their_noughts(actor: Actor) -> None:
    rows: Rows = [["Förnamn", "Efternamn", "Telefon"], ["A", "B", "0322616000"]]

    bring_in(workbook({"Personer": rows}), actor)

    assert "value: 0322616000" in str(exported(actor)["persons.yaml"]).replace('"', "")


def test_a_last_day_alone_leaves_the_first(actor: Actor) -> None:
    bring_in(workbook(WHOLE), actor)
    rows: Rows = [
        ["Organ", "Funktion", "Person", "Till och med"],
        ["Barn- och ungdomsnämnden", "Ordförande", "karin-sandberg", "2026"],
    ]

    bring_in(workbook({"Uppdrag": rows}), actor)

    held = Appointment.objects.get()
    assert (held.starts_on, held.ends_on) == (date(2023, 1, 1), date(2027, 1, 1))


def test_a_column_that_is_not_there_leaves_what_it_would_say(actor: Actor) -> None:
    import_text("bodies: {bun: {kind: board, name: N, short_name: X, own_authority: ja}}", actor)

    bring_in(workbook({"Organ": [["Nyckel", "Slag"], ["bun", "enhet"]]}), actor)

    assert "short_name: X" in exported(actor)["bodies.yaml"]


def test_an_empty_cell_empties(actor: Actor) -> None:
    import_text("bodies: {bun: {kind: board, name: N, short_name: X}}", actor)

    bring_in(workbook({"Organ": [["Nyckel", "Namn", "Kortform"], ["bun", "N", None]]}), actor)

    assert "short_name" not in exported(actor)["bodies.yaml"]


def test_rows_and_titles_that_say_nothing_are_passed_over(actor: Actor) -> None:
    rows: Rows = [["Våra organ"], [], ["Namn", "Slag"], [], ["Exempel: X", "nämnd"], ["N", "nämnd"]]

    bring_in(workbook({"Organ": rows, "Tomt": []}), actor)

    assert Body.objects.count() == 1


def test_a_formula_in_a_column_that_is_left_out_is_no_matter(actor: Actor) -> None:
    rows: Rows = [["Namn", "Slag", "Antal"], ["N", "nämnd", None], [None, None, "=COUNTA(A2)"]]

    bring_in(workbook({"Organ": rows}), actor, said=exchange.Said(meanings={"antal": "-"}))

    assert Body.objects.count() == 1


def test_pictures_and_the_like_are_not_unpacked(actor: Actor) -> None:
    content = workbook({"Organ": [["Namn", "Slag"], ["N", "nämnd"]]})

    bring_in(with_member(content, "xl/media/image1.png", lambda _none: b"not a picture"), actor)

    assert Body.objects.count() == 1
