"""When something is to be looked over the next time."""

from calendar import monthrange
from datetime import date

_A_YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day some months on, or the last of the month.

    >>> months_after(date(2026, 11, 17), 12)
    datetime.date(2027, 11, 17)
    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    >>> months_after(date(2026, 3, 31), -1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
