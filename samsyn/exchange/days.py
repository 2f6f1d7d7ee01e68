"""Days and periods as people write them: the last day is in, and `..` is open or unknown."""

import calendar
import re
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from samsyn.kernel.period import BackwardPeriodError, Period, through

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTHS = 12
_LONGEST_SHOWN = 40
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:.]\d{2}.*", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_SEVERAL_DASHES = re.compile(r"(\d{4}(?:-\d\d)?(?:-\d\d)?)\s*(?:–|--|till|\s-\s)\s*(\d{4}[\d-]*)")


class NotADayError(ValueError):
    """Says what is wrong, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(wrong)
        self.wrong, self.right = wrong, right


def read_day(text: str) -> date:
    """Read a day written as 2023-01-31."""
    found = _DAY.fullmatch(text)
    if found is None:
        raise NotADayError(_("”%(text)s” är inte en dag.") % _shown(text), _nearest_day(text))
    return _day(text, *map(int, found.groups()))


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period:
    """Read an interval as in ISO 8601-2: 2023-01-01/2026-12-31, 2023/.., ../2026-06."""
    first, slash, last = text.partition("/")
    if not slash or "/" in last or not first or not last:
        raise NotADayError(_("”%(text)s” är inte en period.") % _shown(text), _nearest_period(text))
    try:
        return through(_edge(first, is_last=False), _edge(last, is_last=True))
    except BackwardPeriodError as error:
        wrong = _("Perioden %(text)s slutar innan den börjar.") % _shown(text)
        raise NotADayError(wrong, f"{last}/{first}") from error
    except OverflowError as error:
        raise NotADayError(_("”%(text)s” är för långt bort.") % _shown(text), "..") from error


def write_period(period: Period) -> str:
    """Write the period with its last day in.

    >>> write_period(Period(date(2023, 1, 1), date(2027, 1, 1)))
    '2023-01-01/2026-12-31'
    """
    return f"{period.starts_on or '..'}/{period.last_day or '..'}"


def _edge(text: str, *, is_last: bool) -> date | None:
    if text == "..":
        return None
    found = _PART.fullmatch(text)
    if found is None:
        raise NotADayError(_("”%(text)s” är inte en dag.") % _shown(text), _nearest_day(text))
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or day is not None:
        return read_day(text)
    return _edge_of_months(text, year, month or (_MONTHS if is_last else 1), is_last=is_last)


def _edge_of_months(text: str, year: int, month: int, *, is_last: bool) -> date:
    first = _day(text, year, month, 1)
    if not is_last:
        return first
    return first.replace(day=calendar.monthrange(year, month)[1])


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        right = _nearest_existing(year, month)
        raise NotADayError(_("Dagen %(text)s finns inte.") % _shown(text), right) from error


def _nearest_existing(year: int, month: int) -> str:
    if year < 1 or not 1 <= month <= _MONTHS:
        return _("skriv år, månad och dag som 2023-01-31")
    last = date(year, month, calendar.monthrange(year, month)[1])
    return _("månaden slutar %(day)s") % {"day": last}


def _nearest_day(text: str) -> str:
    if found := _TIME.fullmatch(text):
        return _("skriv bara dagen, utan klockslag: %(day)s") % {"day": found[1]}
    if found := _LOOSE.fullmatch(text):
        year, month, day = found.groups()
        return _("skriv %(day)s") % {"day": f"{year}-{month:0>2}-{day:0>2}"}
    return _("skriv år, månad och dag som 2023-01-31")


def _nearest_period(text: str) -> str:
    if found := _SEVERAL_DASHES.fullmatch(text):
        return _("skriv %(period)s") % {"period": f"{found[1]}/{found[2]}"}
    if _PART.fullmatch(text):
        return _("skriv %(period)s, med .. där slutet är öppet eller okänt") % {
            "period": f"{text}/.."
        }
    return _("skriv första och sista dagen som 2023-01-01/2026-12-31, med .. där det är öppet")


def _shown(text: str) -> dict[str, str]:
    return {"text": text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"}
