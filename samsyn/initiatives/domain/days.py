"""Days as people write them over what was done, with the time of day that may stand beside."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from samsyn.kernel.errors import DomainError

_CLOCK = r"\d{1,2}[.:]\d{2}(?::\d{2})?"
_TIME = re.compile(
    rf"(?:^|[\s,T]+)(?:kl\.?|klockan)?\s?({_CLOCK}(?:\s?[-–]\s?{_CLOCK})?)$", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"^(?:den\s|(?:mån|tis|on[s]|tors|fre|lör|sön)(?:dag(?:en)?)?,?\s(?:den\s)?)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})[\s/.,-]{1,2}'?(\d{4}|\d{2})", re.ASCII)
_IN_WORDS = re.compile(
    r"(\d{1,2})[.:]?(?::?e|a)?\s?([a-zA-Z]{3,9})\.?,?\s[-']?(\d{4}|\d{2})", re.ASCII
)
_WITHOUT_YEAR = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}|\d{1,2}\s?[a-zA-Z]{3,9}", re.ASCII)
# What a spreadsheet stores when a cell of days is shown as a number.
_SERIAL = re.compile(r"[2-7]\d{4}", re.ASCII)
_FIRST_SERIAL = date(1899, 12, 30)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan januari january", "feb februari february", "mar mars march", "apr april"),
            *("maj may", "jun juni june", "jul juli july", "aug augusti august"),
            *("sep sept september", "okt oct oktober october", "nov november"),
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_OLDEST = 1900


class NotADayError(DomainError):
    """What stands there is no day."""


class NoYearError(NotADayError):
    """A day and a month, of any year."""


class NoSuchDayError(NotADayError):
    """Written as a day, but the calendar has none."""


@lru_cache(maxsize=4096)
def read_day(text: str) -> tuple[date, str]:
    """Read a day, and the time of day as it stands there.

    >>> {str(read_day(text)[0]) for text in ("2025-03-04", "4/3 2025", "4/3-25", "4 mars 2025")}
    {'2025-03-04'}
    >>> read_day("tisdag 4 mar 2025 kl 13.00–14.30")
    (datetime.date(2025, 3, 4), '13.00–14.30')
    >>> str(read_day("45720")[0]), str(read_day("2025-03-04 13:00")[1])
    ('2025-03-04', '13:00')
    """
    said = " ".join(text.split())
    time = _TIME.search(said)
    day = _day(_WEEKDAY.sub("", said[: time.start()] if time else said).strip(" ,"), text)
    return day, time[1] if time else ""


def _day(said: str, text: str) -> date:
    if _SERIAL.fullmatch(said):
        return _FIRST_SERIAL + timedelta(days=int(said))
    year, month, day = _parts(said, text)
    whole = year if year >= 100 else 2000 + year  # noqa: PLR2004 - two digits are of our century
    try:
        found = date(whole, month, day)
    except ValueError as fault:
        raise NoSuchDayError(text) from fault
    if found.year < _OLDEST:
        raise NoSuchDayError(text)
    return found


def _parts(said: str, text: str) -> tuple[int, int, int]:
    """Year, month and day, in whichever order they stand."""
    if match := _YEAR_FIRST.fullmatch(said):
        year, month, day = (part for part in match.groups() if part)
        return int(year), int(month), int(day)
    if match := _DAY_FIRST.fullmatch(said):
        return int(match[3]), int(match[2]), int(match[1])
    if (match := _IN_WORDS.fullmatch(said)) and match[2].lower() in _MONTHS:
        return int(match[3]), _MONTHS[match[2].lower()], int(match[1])
    raise (NoYearError if _WITHOUT_YEAR.fullmatch(said) else NotADayError)(text)
