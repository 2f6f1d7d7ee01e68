"""Meetings that a forum has promised, in words, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from samsyn.forums.domain.cadence import Expected
from samsyn.forums.domain.compliance import Outcome, State
from samsyn.forums.domain.rhythm import Unit
from samsyn.pages.api import formats

_JULY = 7
STATES: Mapping[State, tuple[Promise, str]] = {
    State.HELD: (pgettext_lazy("möte", "hölls"), "success"),
    State.PLANNED: (pgettext_lazy("möte", "planerat"), "info"),
    State.CANCELLED: (pgettext_lazy("möte", "ställdes in"), "warning"),
    State.MISSED: (pgettext_lazy("möte", "blev inte av"), "danger"),
    State.COMING: (pgettext_lazy("möte", "inte planerat än"), "neutral"),
}
_UNKNOWN: tuple[Promise, str] = (pgettext_lazy("möte", "inget antecknat"), "warning")


@dataclass(frozen=True, slots=True)
class Promised:
    """One promised meeting as the page tells of it."""

    name: str
    state: str
    color: str
    day: date | None
    suggested_on: date | None


def told(outcome: Outcome) -> Promised:
    # That nothing is written down is not to say that it was not held.
    is_unknown = outcome.state == State.MISSED and outcome.met is None
    word, color = _UNKNOWN if is_unknown else STATES[outcome.state]
    is_coming = outcome.state == State.COMING
    return Promised(
        name_of(outcome.expected),
        str(word),
        color,
        outcome.met.day if outcome.met else None,
        outcome.expected.suggested_on if is_coming else None,
    )


def name_of(one: Expected) -> str:
    """What a promised meeting is called: vårens möte 2024, möte 2 av 4 hösten 2025 (förskolan)."""
    when = _when(one)
    said = when if one.of == 1 else _("%(when)s, möte %(number)d av %(of)d") % _number(one, when)
    return f"{said} ({one.audience})" if one.audience else said


def _number(one: Expected, when: str) -> dict[str, object]:
    return {"when": when, "number": one.number, "of": one.of}


def _when(one: Expected) -> str:
    first = one.window.starts_on or one.suggested_on
    year = {"year": first.year}
    if one.per == Unit.WEEK:
        week = one.suggested_on.isocalendar()
        return _("vecka %(week)d %(year)d") % {"week": week.week, "year": week.year}
    if one.per == Unit.MONTH:
        return formats.month(first)
    if one.per == Unit.YEAR:
        return _("året %(year)d") % year
    is_spring = first.month < _JULY
    if one.per == Unit.TERM:
        return (_("vårterminen %(year)d") if is_spring else _("höstterminen %(year)d")) % year
    return (_("våren %(year)d") if one.per == Unit.SPRING else _("hösten %(year)d")) % year
