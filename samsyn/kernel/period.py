"""Half-open periods of days: the end day is not in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


class BackwardPeriodError(ValueError):
    """A period has to end after it begins."""


@dataclass(frozen=True, slots=True, order=False)
class Period:
    """Days from `starts_on` up to but not including `ends_on`; None is without limit.

    >>> term = Period(date(2023, 1, 1), date(2027, 1, 1))
    >>> date(2026, 12, 31) in term, date(2027, 1, 1) in term
    (True, False)
    >>> Period(date(2024, 1, 1), date(2024, 1, 1))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    BackwardPeriodError: 2024-01-01 is not after 2024-01-01
    """

    starts_on: date | None = None
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on <= self.starts_on:
            raise BackwardPeriodError(f"{self.ends_on} is not after {self.starts_on}")

    def __contains__(self, day: date) -> bool:
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day < self.ends_on
        )

    @property
    def last_day(self) -> date | None:
        """The last day that is in, as people say it ("till och med").

        >>> Period(None, date(2027, 1, 1)).last_day
        datetime.date(2026, 12, 31)
        """
        return self.ends_on - timedelta(days=1) if self.ends_on else None

    def overlaps(self, other: Period) -> bool:
        """Share at least one day.

        >>> Period(None, date(2024, 1, 1)).overlaps(Period(date(2024, 1, 1), None))
        False
        """
        return _before(self.starts_on, other.ends_on) and _before(other.starts_on, self.ends_on)

    def covers(self, other: Period) -> bool:
        """Hold every day of `other`.

        >>> Period(date(2023, 1, 1), None).covers(Period(date(2024, 1, 1), date(2025, 1, 1)))
        True
        """
        starts = self.starts_on is None or (
            other.starts_on is not None and self.starts_on <= other.starts_on
        )
        ends = self.ends_on is None or (other.ends_on is not None and other.ends_on <= self.ends_on)
        return starts and ends


def through(starts_on: date | None, last_day: date | None) -> Period:
    """Make a period from its first and last day, as people write them.

    >>> through(date(2023, 1, 1), date(2026, 12, 31)).ends_on
    datetime.date(2027, 1, 1)
    """
    return Period(starts_on, last_day + timedelta(days=1) if last_day else None)


def gaps(whole: Period, parts: Iterable[Period]) -> list[Period]:
    """Find the days of `whole` that no part holds; the parts must not overlap.

    >>> year = Period(date(2024, 1, 1), date(2025, 1, 1))
    >>> gaps(year, [Period(date(2024, 1, 1), date(2024, 3, 1))])
    [Period(starts_on=datetime.date(2024, 3, 1), ends_on=datetime.date(2025, 1, 1))]
    """
    found = []
    day = whole.starts_on
    for part in in_order(part for part in parts if part.overlaps(whole)):
        if part.starts_on is not None and _before(day, part.starts_on):
            found.append(Period(day, part.starts_on))
        if part.ends_on is None:
            return found
        day = part.ends_on
    if _before(day, whole.ends_on):
        found.append(Period(day, whole.ends_on))
    return found


def in_order(periods: Iterable[Period]) -> Sequence[Period]:
    return sorted(periods, key=lambda period: period.starts_on or date.min)


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end
