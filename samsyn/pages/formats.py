"""Dates, periods and numbers as people read them, in the language of the page.

Django's localised formatting is most of the cost of a list page; this is a few look-ups instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from django.utils import timezone, translation

NO_BREAK = "\u00a0"
_THIN = "\u202f"
_MINUS = "\u2212"


class HasPeriod(Protocol):
    """What has a first day and a half-open end; None is without limit."""

    @property
    def starts_on(self) -> date | None: ...
    @property
    def ends_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class _Locale:
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    week: str
    clock: str
    thousands: str
    decimal: str
    percent: str
    since: str
    through: str
    open_ended: str


_SWEDISH = _Locale(
    months=(
        *"januari februari mars april maj juni".split(),
        *"juli augusti september oktober november december".split(),
    ),
    short_months=tuple("jan feb mars apr maj juni juli aug sep okt nov dec".split()),
    weekdays=tuple("måndag tisdag onsdag torsdag fredag lördag söndag".split()),
    week="vecka",
    clock=" kl. %H.%M",
    thousands=_THIN,
    decimal=",",
    percent=f"{NO_BREAK}%",
    since="från",
    through="t.o.m.",
    open_ended="tills vidare",
)
_ENGLISH = _Locale(
    months=(
        *"January February March April May June".split(),
        *"July August September October November December".split(),
    ),
    short_months=tuple("Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec".split()),
    weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    week="week",
    clock=" at %H:%M",
    thousands=",",
    decimal=".",
    percent="%",
    since="from",
    through="until and including",
    open_ended="until further notice",
)


def _locale() -> _Locale:
    return _ENGLISH if (translation.get_language() or "sv").startswith("en") else _SWEDISH


def long_day(day: date) -> str:
    """17 november 2022."""
    return f"{day.day}{NO_BREAK}{_locale().months[day.month - 1]} {day.year}"


def month(day: date) -> str:
    """The month and the year: september 2025."""
    return f"{_locale().months[day.month - 1]}{NO_BREAK}{day.year}"


def month_name(number: int) -> str:
    """What the month is called, without its year."""
    return _locale().months[number - 1]


def short_day(day: date) -> str:
    """17 nov 2022."""
    return f"{day.day}{NO_BREAK}{_locale().short_months[day.month - 1]} {day.year}"


def weekday_and_day(day: date) -> str:
    """Torsdag 17 november 2022, to begin a sentence with."""
    return f"{_locale().weekdays[day.weekday()].capitalize()} {long_day(day)}"


def weekday_name(number: int) -> str:
    """What the day of the week is called; Monday is 1."""
    return _locale().weekdays[number - 1]


def week(day: date) -> str:
    """Vecka 46, as in ISO 8601."""
    return f"{_locale().week}{NO_BREAK}{day.isocalendar().week}"


def moment(at: datetime) -> str:
    """17 november 2022 kl. 13.00, in the time of the installation."""
    local = local_moment(at)
    return long_day(local) + local.strftime(_locale().clock)


def local_moment(at: datetime) -> datetime:
    """Return the moment as clocks here show it, without a time zone."""
    return timezone.make_naive(at) if timezone.is_aware(at) else at


def iso_moment(at: datetime) -> str:
    """2022-11-17 13:00, for tables."""
    local = local_moment(at)
    return local.strftime("%Y-%m-%d %H:%M")


def clock(at: datetime) -> str:
    local = local_moment(at)
    return local.strftime("%H:%M" if _locale() is _ENGLISH else "%H.%M")


def period(span: HasPeriod) -> str:
    """1 jan 2023 – 31 dec 2026: data are half-open, people are shown the last day."""
    starts, ends, locale = span.starts_on, span.ends_on, _locale()
    last = short_day(ends - timedelta(days=1)) if ends else ""
    if starts and last:
        return f"{short_day(starts)} – {last}"
    if starts:
        return f"{locale.since} {short_day(starts)} {locale.open_ended}"
    return f"{locale.through} {last}" if last else locale.open_ended


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """Group thousands and write the decimal sign of the language: 1 234,5."""
    locale = _locale()
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(exact):,f}".partition(".")
    text = whole.replace(",", locale.thousands)
    sign = _MINUS if exact < 0 else ""
    return f"{sign}{text}{locale.decimal}{fraction}" if fraction else f"{sign}{text}"


def short(value: Decimal) -> str:
    """Write a number without decimals that say nothing."""
    return number(value, 0 if value == value.to_integral_value() else 2)


def percent(share: float | Decimal, decimals: int = 0) -> str:
    """Write a share of one as a percentage: 0.123 is 12 %."""
    hundredfold = Decimal(str(share)) * 100
    return number(hundredfold, decimals) + _locale().percent
