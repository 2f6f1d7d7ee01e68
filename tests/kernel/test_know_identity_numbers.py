"""Identity numbers, against published vectors when they lie beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest

from samsyn.kernel.identity import check_digit, holds_personal_number, organisation_number

VECTORS = Path(__file__).parents[3] / "shared/data/conformance/personnummer"


def vectors(name: str) -> Any:
    path = VECTORS / f"{name}.json"
    if not path.exists():
        pytest.skip("the published vectors are not beside the project")
    return json.loads(path.read_text(encoding="utf-8"))


def in_every_form(number: str) -> list[str]:
    """Write twelve digits as people do."""
    short, last = number[2:8], number[8:]
    return [number, f"{number[:8]}-{last}", short + last, f"{short}-{last}", f"{short}+{last}"]


@pytest.mark.parametrize("kind", ["allPins", "allCoords"])
def test_every_published_number_is_recognised(kind: str) -> None:
    unseen = [number for number in vectors(kind) if not holds_personal_number(number)]

    assert unseen == []


@pytest.mark.parametrize("kind", ["allPins", "allCoords"])
def test_a_published_number_is_recognised_in_every_form_within_a_text(kind: str) -> None:
    few = vectors(kind)[::97]

    texts = [f"Elev {form}, saknas." for number in few for form in in_every_form(number)]

    assert [text for text in texts if not holds_personal_number(text)] == []


@pytest.mark.parametrize("kind", ["allPins", "allCoords"])
def test_a_published_number_with_another_check_digit_is_none(kind: str) -> None:
    wrong = [f"{number[:11]}{(int(number[11]) + 1) % 10}" for number in vectors(kind)]

    assert [number for number in wrong if holds_personal_number(number)] == []


@pytest.mark.parametrize(
    "form", ["long_format", "short_format", "separated_format", "separated_long"]
)
def test_the_list_of_valid_and_invalid_numbers_is_followed(form: str) -> None:
    rows = [row for row in vectors("list") if row["integer"]]

    told = {row[form]: holds_personal_number(row[form]) for row in rows}

    assert told == {row[form]: row["valid"] for row in rows}


@pytest.mark.parametrize("form", ["short_format", "separated_format"])
def test_every_published_organisation_number_is_read(form: str) -> None:
    numbers = vectors("orgnumber")

    read = [organisation_number(row[form]) for row in numbers]

    assert read == [row["separated_format"] for row in numbers]


def test_no_personal_number_is_an_organisation_number() -> None:
    numbers = [number[2:] for number in vectors("allPins")]

    assert [number for number in numbers if organisation_number(number)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "212000-1356",  # another check digit
        "210000-1355",  # the third digit is below two: a birth date
        "012000-1355",
        "212000-135",
        "16212000-1355",
        "２１２０００１３５５",  # noqa: RUF001 - digits of another script
        "=1+1",
    ],
)
def test_what_is_no_organisation_number_is_not_read(text: str) -> None:
    assert organisation_number(text) is None


@pytest.mark.parametrize("text", ["2120001355", "212000-1355", "212000 1355", " 21 2000-1355 "])
def test_an_organisation_number_is_written_in_one_way(text: str) -> None:
    assert organisation_number(text) == "212000-1355"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dnr 2025.355",
        "Telefon 0322-61 60 00",
        "212000-1355",  # Alingsås kommun
        "20180101-2393",
        "99120180101-2392",  # a part of a longer number
        "20180101-23921",
        "20181301-2391",  # there is no thirteenth month
    ],
)
def test_other_numbers_are_no_personal_numbers(text: str) -> None:
    assert not holds_personal_number(text)


def test_the_29th_of_february_is_a_birthday_in_a_leap_year_only() -> None:
    def born(day: str) -> str:
        return f"{day}239{check_digit(f'{day}239')}"

    assert holds_personal_number(born("000229"))
    assert not holds_personal_number(born("010229"))
