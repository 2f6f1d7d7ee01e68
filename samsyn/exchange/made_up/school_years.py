"""When the schools of a municipality that does not exist teach."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.spans import History
from samsyn.exchange.records import Entry
from samsyn.kernel.period import Period, through

# Weeks of the year, as ISO 8601 counts them.
_WINTER_BREAKS, _AUTUMN_BREAK = (8, 9, 10), 44
_SPRING_FROM, _SPRING_TO, _AUTUMN_FROM, _AUTUMN_TO = (2, 24, 34, 51)
_MONDAY, _FRIDAY = 1, 5


def school_terms(random: Random, history: History) -> list[Entry]:
    """Two terms for each year that is told of, in the order of their names."""
    week = random.choice(_WINTER_BREAKS)
    found = [
        each
        for year in range(history.begins.year, history.last_year + 1)
        for each in _terms(year, week)
    ]
    return sorted(found, key=lambda each: each.key)


def _terms(year: int, winter_break: int) -> Iterator[Entry]:
    spring = through(_day(year, _SPRING_FROM, _MONDAY), _day(year, _SPRING_TO, _FRIDAY))
    autumn = through(_day(year, _AUTUMN_FROM, _MONDAY), _day(year, _AUTUMN_TO, _FRIDAY))
    yield _term(f"Vårterminen {year}", spring, _break("Sportlov", year, winter_break))
    yield _term(f"Höstterminen {year}", autumn, _break("Höstlov", year, _AUTUMN_BREAK))


def _term(name: str, days: Period, free: Values) -> Entry:
    return entry("school_terms", name, period=days, breaks=(free,))


def _break(name: str, year: int, week: int) -> Values:
    monday = _day(year, week, _MONDAY)
    days = through(monday, monday + timedelta(days=4))
    return part("school_terms", "breaks", name=name, period=days)


def _day(year: int, week: int, weekday: int) -> date:
    return date.fromisocalendar(year, week, weekday)
