"""How far apart groups are: girls and boys, areas, school forms, in the latest period shown."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samsyn.initiatives.models import Measure
from samsyn.initiatives.queries.cells import Shown
from samsyn.initiatives.web import indicator_words as words
from samsyn.statistics.shares import gap

_SEX, _AREA, _FORM = range(3)


def gap_of(indicator: Any, shown: Sequence[Shown]) -> list[str]:
    """A sentence for each way of dividing, on the largest gap between two groups."""
    told = (_widest(indicator, shown, at) for at in (_SEX, _AREA, _FORM))
    return [sentence for sentence in told if sentence]


def _widest(indicator: Any, shown: Sequence[Shown], at: int) -> str:
    groups = [each for each in shown if each.cell.value is not None and _is_of(each, at)]
    latest = [each for each in groups if each.starts_on == groups[0].starts_on] if groups else []
    ordered = sorted(latest, key=lambda each: each.cell.value or 0.0)
    if not ordered[1:]:
        return ""
    low, high = ordered[0], ordered[-1]
    told = {
        "high": capfirst(words.series(high.series)),
        "low": words.series(low.series),
        "by": words.number(Measure.VALUE, (high.cell.value or 0) - (low.cell.value or 0)),
        "period": words.span(high.period),
    }
    if indicator.measure != Measure.SHARE:
        return _("%(high)s ligger %(by)s över %(low)s (%(period)s).") % told
    sentence = _("%(high)s ligger %(by)s procentenheter över %(low)s (%(period)s).") % told
    return f"{sentence} {_chance(high, low)}".strip()


def _is_of(each: Shown, at: int) -> bool:
    return bool(each.series[at]) and sum(map(bool, each.series)) == 1


def _chance(high: Shown, low: Shown) -> str:
    """Whether chance alone could make the gap, where it is known what the shares are counted on."""
    counted = [(each.cell.numerator, each.cell.base) for each in (high, low)]
    (one, of_one), (other, of_other) = counted
    if one is None or other is None or not of_one or not of_other:
        return ""
    if gap((one, of_one), (other, of_other)).is_certain:
        return _("Det är mer än slumpen brukar ge.")
    return _("Det kan vara slump.")
