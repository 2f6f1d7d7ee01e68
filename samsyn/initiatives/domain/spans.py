"""Periods as people write them over figures, and when the next figure is due."""

from __future__ import annotations

import re
from datetime import date, timedelta

from samsyn.kernel.errors import DomainError
from samsyn.kernel.period import BackwardPeriodError, Period, through

_DAY = r"(\d{4}-\d{2}-\d{2})"
_DAYS = re.compile(rf"{_DAY}(?:\s?(?:/|–|--|till|t\.?o\.?m\.?)\s?{_DAY})?", re.ASCII)
_YEAR = re.compile(r"(\d{4})")
_SCHOOL_YEAR = re.compile(r"(\d{4})\s?/\s?(\d{2}|\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_QUARTER = re.compile(
    r"(?:kv|kvartal|q)\s?([1-4])\s(\d{4})|(\d{4})\s?(?:kv|kvartal|q|k)\s?([1-4])", re.IGNORECASE
)
_TERM = re.compile(r"(vt|ht|vår(?:termin|en)?|höst(?:termin|en)?)\s?(\d{4}|\d{2})", re.IGNORECASE)
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "second_year": 24}
_LAST_MONTH = 12
# A school year begins in July, so that the terms make a whole.
_SCHOOL_YEAR_BEGINS = 7


class NotASpanError(DomainError):
    """What stands there is no period."""


def read_span(text: str) -> Period:
    """Read a year, a school year, a term, a quarter, a month or two days, the last of them in.

    >>> read_span("2023") == read_span("2023-01-01 till 2023-12-31")
    True
    >>> read_span("2023/24").starts_on, read_span("ht 2023").ends_on
    (datetime.date(2023, 7, 1), datetime.date(2024, 1, 1))
    >>> read_span("2023 kv 2").starts_on, read_span("2023-12").ends_on
    (datetime.date(2023, 4, 1), datetime.date(2024, 1, 1))
    """
    said = text.strip().removeprefix("\ufeff")
    try:
        found = _of_days(said) or _of_months(said)
    except (ValueError, OverflowError) as fault:
        raise NotASpanError(text) from fault
    if found is None:
        raise NotASpanError(text)
    return found


def _of_days(said: str) -> Period | None:
    match = _DAYS.fullmatch(said)
    if match is None:
        return None
    first, last = match.groups()
    try:
        return through(date.fromisoformat(first), date.fromisoformat(last or first))
    except BackwardPeriodError as fault:
        raise NotASpanError(said) from fault


def _of_months(said: str) -> Period | None:
    if match := _YEAR.fullmatch(said):
        return months(date(int(match[1]), 1, 1), 12)
    if (match := _SCHOOL_YEAR.fullmatch(said)) and (int(match[1]) + 1) % 100 == int(match[2]) % 100:
        return months(date(int(match[1]), _SCHOOL_YEAR_BEGINS, 1), 12)
    if match := _MONTH.fullmatch(said):
        return months(date(int(match[1]), int(match[2]), 1), 1)
    if match := _QUARTER.fullmatch(said):
        quarter, year = int(match[1] or match[4]), int(match[2] or match[3])
        return months(date(year, 3 * quarter - 2, 1), 3)
    if match := _TERM.fullmatch(said):
        year = int(f"20{match[2]}"[-4:])
        return months(date(year, 1 if match[1][0].lower() == "v" else 7, 1), 6)
    return None


def months(first: date, number: int) -> Period:
    """So many months from a first day.

    >>> months(date(2023, 11, 1), 3).ends_on
    datetime.date(2024, 2, 1)
    """
    return Period(first, _later(first, number))


def _later(first: date, number: int) -> date:
    count = first.month - 1 + number
    return date(first.year + count // _LAST_MONTH, count % _LAST_MONTH + 1, 1)


def next_span(last: Period | None, frequency: str, today: date) -> Period | None:
    """Give the period whose figure is waited for; None when nobody knows when it comes.

    A survey every second year tells of one year at a time.

    >>> year = Period(date(2023, 1, 1), date(2024, 1, 1))
    >>> next_span(year, "year", date(2026, 1, 1)).starts_on
    datetime.date(2024, 1, 1)
    >>> next_span(year, "second_year", date(2026, 1, 1))
    Period(starts_on=datetime.date(2025, 1, 1), ends_on=datetime.date(2026, 1, 1))
    >>> next_span(year, "irregular", date(2026, 1, 1))
    """
    step = _MONTHS.get(frequency)
    if step is None:
        return None
    if last is None or last.starts_on is None or last.ends_on is None:
        first = date(today.year, 1, 1)
        whole = months(_later(first, -_LAST_MONTH), _LAST_MONTH)
        return whole if step >= _LAST_MONTH else months(first, step)
    if step > _LAST_MONTH:
        begins = _later(last.starts_on.replace(day=1), step)
        return Period(begins, begins + (last.ends_on - last.starts_on))
    if last.ends_on.day == 1:
        return months(last.ends_on, step)
    return Period(last.ends_on, last.ends_on + (last.ends_on - last.starts_on))


# How long after its period a figure can be waited for, before it is late.
WAIT = timedelta(days=90)
