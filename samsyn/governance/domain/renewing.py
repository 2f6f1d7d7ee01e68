"""When an agreement goes on by itself, and by which day someone has to have given notice."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_A_DAY = timedelta(days=1)
# Beyond it a day cannot be reckoned from.
_LAST_YEAR = 9_000


class Renews(StrEnum):
    FIXED = "fixed"
    UNTIL_TERMINATED = "until_terminated"
    ONE_YEAR = "one_year"
    TWO_YEARS = "two_years"


@dataclass(frozen=True, slots=True)
class Terms:
    """How long an agreement applies; the end day is not in.

    One that goes on by itself has no end day until someone has given notice. What `renews` does
    not say is not known: neither that it ends nor that it goes on.
    """

    starts_on: date | None = None
    ends_on: date | None = None
    renews: Renews | None = None
    notice_months: int | None = None

    def renews_after(self, day: date) -> date | None:
        """The next day on which it goes on by itself; none for what has an end or needs no renewal.

        >>> Terms(date(2023, 3, 15), renews=Renews.ONE_YEAR).renews_after(date(2026, 11, 17))
        datetime.date(2027, 1, 1)
        >>> Terms(date(2023, 3, 15), renews=Renews.TWO_YEARS).renews_after(date(2026, 11, 17))
        datetime.date(2027, 3, 15)
        >>> Terms(date(2024, 2, 29), renews=Renews.TWO_YEARS).renews_after(date(2026, 2, 27))
        datetime.date(2026, 2, 28)
        """
        from_day = max(day, self.starts_on or day)
        if self.ends_on is not None or from_day.year > _LAST_YEAR:
            return None
        if self.renews == Renews.ONE_YEAR:
            return date(from_day.year + 1, 1, 1)
        if self.renews == Renews.TWO_YEARS and self.starts_on is not None:
            return self._two_years_on(self.starts_on, day)
        return None

    def notice_by(self, day: date) -> date | None:
        """The last day to give notice before it goes on; past the last, that of the time after.

        >>> year = Terms(date(2023, 1, 1), renews=Renews.ONE_YEAR, notice_months=3)
        >>> year.notice_by(date(2026, 9, 30)), year.notice_by(date(2026, 10, 1))
        (datetime.date(2026, 9, 30), datetime.date(2027, 9, 30))
        """
        if self.notice_months is None:
            return None
        renewal = self.renews_after(day)
        while renewal is not None:
            last = months_on(renewal, -self.notice_months) - _A_DAY
            if last >= day:
                return last
            renewal = self.renews_after(renewal)
        return None

    def ends_if_given_notice(self, day: date) -> date | None:
        """The first day that it no longer applies, when notice is given on the day.

        >>> Terms(renews=Renews.UNTIL_TERMINATED, notice_months=3).ends_if_given_notice(
        ...     date(2026, 11, 30)
        ... )
        datetime.date(2027, 2, 28)
        >>> Terms(renews=Renews.ONE_YEAR, notice_months=3).ends_if_given_notice(date(2026, 11, 17))
        datetime.date(2028, 1, 1)
        """
        if self.notice_months is None or self.ends_on is not None:
            return None
        if self.renews == Renews.UNTIL_TERMINATED:
            return months_on(day, self.notice_months)
        last = self.notice_by(day)
        return months_on(last + _A_DAY, self.notice_months) if last else None

    def _two_years_on(self, start: date, day: date) -> date:
        passed = max((day.year - start.year) // 2 - 1, 0)
        found = months_on(start, 24 * (passed + 1))
        while found <= day:
            passed += 1
            found = months_on(start, 24 * (passed + 1))
        return found


def months_on(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month.

    >>> months_on(date(2026, 11, 30), 3), months_on(date(2027, 1, 1), -3)
    (datetime.date(2027, 2, 28), datetime.date(2026, 10, 1))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
