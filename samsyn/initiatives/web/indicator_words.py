"""Indicators in words: their figures, their lights, and where they are heading."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.forums.api import SchoolForm
from samsyn.initiatives.models import Colour, Direction, Measure, Sex
from samsyn.kernel.period import Period
from samsyn.pages.api import Fact, Tag, formats
from samsyn.statistics.cells import Cell, Why
from samsyn.statistics.shares import Interval
from samsyn.statistics.trends import Trend

_COLOURS = {Colour.GREEN: "success", Colour.YELLOW: "warning", Colour.RED: "danger"}
_BETTER = {Direction.MORE: 1, Direction.LESS: -1}
_WORST_FIRST = (Colour.RED, Colour.YELLOW, Colour.GREEN)


def why_not(why: Why) -> str:
    """Say why there is no figure, in words."""
    return {
        Why.HIDDEN: _("visas inte, för få"),
        Why.FEW: _("~ för få i källan"),
        Why.WITHHELD: _(".. visas inte i källan"),
        Why.IMPOSSIBLE: _(". kan inte finnas"),
    }[why]


def figure(measure: str, cell: Cell, *, is_about: bool = False) -> str:
    """The figure with its unit, or why there is none."""
    if cell.why is not None:
        return why_not(cell.why)
    if cell.value is None:
        return ""
    return f"{'~' if is_about else ''}{number(measure, cell.value)}"


def number(measure: str, value: float) -> str:
    rounded = round(value, 1)
    told = formats.number(rounded, 0 if rounded == int(rounded) else 1)
    return f"{told}\N{NO-BREAK SPACE}%" if measure == Measure.SHARE else told


def counted_on(cell: Cell) -> str:
    """Of how many the figure is."""
    if cell.base is None:
        return ""
    base = formats.number(cell.base)
    if cell.numerator is None:
        return _("%(n)s svar") % {"n": base}
    return _("%(part)s av %(whole)s") % {"part": formats.number(cell.numerator), "whole": base}


def margin(measure: str, interval: Interval | None) -> str:
    if interval is None:
        return ""
    told = {"low": number(measure, interval.low), "high": number(measure, interval.high)}
    return _("%(low)s till %(high)s") % told


def span(period: Period) -> str:
    """The period as people say it: a year, a school year, a month, or its two days."""
    first, end = period.starts_on, period.ends_on
    if first is None or end is None:
        return formats.period(period)
    if (first.day, end.day) == (1, 1):
        if (first.month, end.year - first.year, end.month) == (1, 1, 1):
            return str(first.year)
        if (first.month, end.year - first.year, end.month) == (7, 1, 7):
            return f"{first.year}/{end.year % 100:02}"
        if (end - timedelta(days=1)).month == first.month and end - first < timedelta(days=32):
            return formats.month(first)
    return formats.period(period)


def series(told: tuple[str, str, str]) -> str:
    """Whom a value is of."""
    sex, area, form = told
    words = (
        str(Sex(sex).label) if sex else "",
        area,
        str(SchoolForm(form).label) if form else "",
    )
    return ", ".join(word for word in words if word) or _("totalt")


def light_tag(colour: str | None) -> Tag:
    """The light with its word; the colour says nothing that the word does not."""
    if not colour:
        return Tag(_("inte bedömd"), "neutral")
    return Tag(str(Colour(colour).label), _COLOURS[Colour(colour)])


def lights_of(row: Any) -> tuple[Tag, ...]:
    """The lights of an initiative's outcome measures, each colour once and the worst first."""
    found = {each.light for each in row.outcomes if each.light}
    return tuple(light_tag(colour) for colour in _WORST_FIRST if colour in found)


def trend_tag(direction: str, found: Trend | None) -> Tag | None:
    """Where it is heading, and whether that is the way that is wanted."""
    if found is None:
        return None
    if not found.direction:
        return Tag(_("ingen säker förändring"), "neutral")
    word = pgettext("trend", "ökar") if found.direction > 0 else pgettext("trend", "minskar")
    wanted = _BETTER.get(Direction(direction))
    if wanted is None:
        return Tag(word, "info")
    return Tag(word, "success" if wanted == found.direction else "warning")


def facts(row: Any) -> Iterator[Fact]:
    """What it is; what nobody has said is left out."""
    yield Fact(_("Mått"), str(row.get_measure_display()))
    yield Fact(_("Vilka det gäller"), row.population)
    yield Fact(_("Täljare"), row.numerator)
    yield Fact(_("Nämnare"), row.denominator)
    yield Fact(_("Enhet"), row.unit)
    yield Fact(_("Riktning"), str(row.get_direction_display()))
    yield Fact(_("Källa"), row.source)
    yield Fact(_("Hur ofta"), str(row.get_frequency_display()))
    yield Fact(_("Fokusområden"), ", ".join(row.focus_areas))
    yield Fact(_("Små tal"), str(row.get_disclosure_display()))
    yield Fact(_("Metod"), row.method_note)
