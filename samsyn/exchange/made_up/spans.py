"""When things happen in a municipality that does not exist."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samsyn.kernel.period import Period

# The last year told of; a year of its own and not this one, or the files would change with it.
_LAST_YEAR = 2026
NOW = date(_LAST_YEAR, 11, 1)
_FIRST_TERM, _YEARS_OF_TERM = 2023, 4  # the elections of 2022 took office at New Year
_TENURES = (1, 2, 3, 3, 4, 4, 5, 6, 8)  # years in a function, as often as they stand here
_DAYS_OF_YEAR = 365


@dataclass(frozen=True)
class History:
    """The years that are told of; they end in 2026."""

    years: int

    @property
    def last_year(self) -> int:
        return _LAST_YEAR

    @property
    def begins(self) -> date:
        return date(_LAST_YEAR - self.years + 1, 1, 1)

    def terms(self) -> Iterator[tuple[str, Period]]:
        """Every term of office that touches the years: its name and its days."""
        first = _FIRST_TERM
        while first > self.begins.year:
            first -= _YEARS_OF_TERM
        for year in range(first, _LAST_YEAR + 1, _YEARS_OF_TERM):
            end = year + _YEARS_OF_TERM
            yield f"{year}–{end - 1}", Period(date(year, 1, 1), date(end, 1, 1))

    def day(self, random: Random) -> date:
        """Some day of the years, not the first nor one to come."""
        return self.begins + timedelta(days=random.randrange(30, (NOW - self.begins).days))

    def tenures(self, random: Random, life: Period) -> Iterator[Period]:
        """Periods that follow on each other, a short gap now and then, the last one still open."""
        start = life.starts_on or self.begins
        while start < (life.ends_on or NOW):
            end = start + timedelta(days=_length(random))
            if end >= (life.ends_on or NOW):
                yield Period(start, life.ends_on)
                return
            yield Period(start, end)
            start = end + timedelta(days=random.choice((0, 0, 0, 30, 90)))


def _length(random: Random) -> int:
    return random.choice(_TENURES) * _DAYS_OF_YEAR + random.randrange(-180, 180)
