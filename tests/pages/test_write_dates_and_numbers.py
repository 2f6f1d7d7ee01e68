from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from samsyn.kernel.period import Period
from samsyn.pages import formats

DAY = date(2022, 11, 17)


def printed(filters: str, value: object) -> str:
    """Print a value through a template, with every kind of blank as a plain one."""
    text = Template("{% load samsyn %}{{ value|" + filters + " }}").render(
        Context({"value": value})
    )
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("filters", "swedish", "english"),
    [
        ("day", "17 november 2022", "17 November 2022"),
        ("short_day", "17 nov 2022", "17 Nov 2022"),
        ("weekday_and_day", "Torsdag 17 november 2022", "Thursday 17 November 2022"),
        ("week", "vecka 46", "week 46"),
        ("iso", "2022-11-17", "2022-11-17"),
    ],
)
def test_a_day_is_written_in_the_language_of_the_page(
    filters: str, swedish: str, english: str
) -> None:
    in_swedish = printed(filters, DAY)
    with translation.override("en"):
        in_english = printed(filters, DAY)

    assert (in_swedish, in_english) == (swedish, english)


def test_a_moment_is_shown_in_the_time_of_the_installation() -> None:
    noon_in_london = datetime(2022, 11, 17, 12, 5, tzinfo=UTC)

    assert printed("moment", noon_in_london) == "17 november 2022 kl. 13.05"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "shown"),
    [
        (date(2023, 1, 1), date(2027, 1, 1), "1 jan 2023 – 31 dec 2026"),
        (date(2023, 1, 1), None, "från 1 jan 2023 tills vidare"),
        (None, date(2027, 1, 1), "t.o.m. 31 dec 2026"),
        (None, None, "tills vidare"),
    ],
)
def test_a_period_is_shown_with_its_last_day_in(
    starts_on: date | None, ends_on: date | None, shown: str
) -> None:
    assert printed("period", Period(starts_on, ends_on)) == shown


def test_whatever_has_a_first_and_a_last_day_can_be_shown_as_a_period() -> None:
    @dataclass
    class Appointment:
        starts_on = date(2024, 5, 1)
        ends_on = date(2024, 6, 1)

    assert printed("period", Appointment()) == "1 maj 2024 – 31 maj 2024"


@pytest.mark.parametrize(
    ("value", "filters", "swedish", "english"),
    [
        (1234567, "number", "1 234 567", "1,234,567"),
        (Decimal("1234.5"), "number", "1 234,5", "1,234.5"),
        (-3, "number", "\u22123", "\u22123"),
        (0, "number", "0", "0"),
        (2.345, "number:2", "2,35", "2.35"),
        (0.123, "percent", "12 %", "12%"),
        (0.1234, "percent:1", "12,3 %", "12.3%"),
        (0, "percent", "0 %", "0%"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(
    value: float, filters: str, swedish: str, english: str
) -> None:
    in_swedish = printed(filters, value)
    with translation.override("en"):
        in_english = printed(filters, value)

    assert (in_swedish, in_english) == (swedish, english)


def test_thousands_are_kept_together_by_a_thin_blank_that_does_not_break() -> None:
    assert formats.number(1000) == "1\u202f000"


@pytest.mark.parametrize("filters", ["day", "period", "moment", "number", "percent"])
def test_nothing_is_written_for_nothing(filters: str) -> None:
    assert printed(filters, None) == ""
