"""Tells what of indicators, their values, and what initiatives are measured by does not fit."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched
from samsyn.initiatives.api import LogicKind
from samsyn.kernel.period import Period

_HUNDRED = 100
_NUMBERED = frozenset({"known", "about"})
_SERIES = slice(0, 3)  # of a value: whom it is of


def indicators(state: State) -> None:
    for entry, value in _told(state, "indicators"):
        _targets(state, entry, value["targets"])
        days = [row[0] for row in value["lights"]]
        _no_doubles(state, entry, "lights", days, _("Det finns redan en bedömning den dagen."))


def _targets(state: State, entry: Entry, rows: Iterable[Any]) -> None:
    seen: list[Period] = []
    for number, (period, _number, baseline, baseline_on, _decided) in enumerate(rows, 1):
        path = f"targets[{number}]"
        if any(period.overlaps(other) for other in seen):
            wrong = _("Det finns redan ett mål för den tiden.")
            state.wrong(entry, path, wrong, _("ändra en av perioderna"))
        if (baseline is None) != (baseline_on is None):
            wrong = _("Skriv både utgångsvärdet och dess dag.")
            state.wrong(entry, path, wrong, "baseline: …, baseline_on: …")
        seen.append(period)


def measurements(state: State) -> None:
    measures = {entry.key: entry.values for entry in state.of("indicators")}
    at = kind_of("indicators").places["measure"]
    periods: defaultdict[str, list[Period]] = defaultdict(list)
    places = kind_of("measurements").places
    for entry in sorted(state.of("measurements"), key=lambda each: each.record is not None):
        indicator, period = (entry.values[places[name]] for name in ("indicator", "period"))
        if entry.record is not None and any(period.overlaps(p) for p in periods[indicator]):
            wrong = _("Perioden överlappar en annan period med värden för samma indikator.")
            state.wrong(entry, "period", wrong, _("ändra en av perioderna"))
        periods[indicator].append(period)
    for entry, value in _told(state, "measurements"):
        told = measures.get(value["indicator"])
        _values(state, entry, value["values"], str(told[at]) if told else "")


def _values(state: State, entry: Entry, rows: Iterable[Any], measure: str) -> None:
    series = [row[_SERIES] for row in rows]
    _no_doubles(state, entry, "values", series, _("Det finns redan ett värde för den perioden."))
    for number, row in enumerate(rows, 1):
        wrong = _fault(row, measure)
        if wrong:
            state.wrong(entry, f"values[{number}]", wrong, "number: …")


def _fault(row: Any, measure: str) -> str:
    """What cannot be of a value; nothing when it can."""
    _sex, _area, _form, known, number, numerator, denominator, *_rest = row
    if (known in _NUMBERED) != (number is not None) or (number is None and numerator):
        return _("Skriv ett tal, eller varför det inte finns något.")
    if number is None:
        return ""
    if (numerator is None) != (denominator is None):
        return _("Skriv både täljare och nämnare, eller ingen av dem.")
    if numerator is not None and measure in {"count", "value"}:
        return _("Ett antal eller ett värde har ingen täljare och nämnare.")
    return _misfit(number, numerator, denominator, measure)


def _misfit(number: Any, numerator: Any, denominator: Any, measure: str) -> str:
    if number < 0 and measure != "value":
        return _("Ett antal kan inte vara mindre än noll.")
    if measure == "share" and (number > _HUNDRED or (numerator or 0) > (denominator or _HUNDRED)):
        return _("En andel kan inte vara mer än 100 procent.")
    return _("Ett antal är ett helt tal.") if measure == "count" and number % 1 else ""


def steps(state: State) -> None:
    order = LogicKind.values
    for entry, value in _told(state, "logic_steps"):
        after = state.find("logic_steps", value["after"]) if value["after"] else None
        if after is None:
            continue
        places = kind_of("logic_steps").places
        if after.values[places["initiative"]] != value["initiative"]:
            wrong = _("Steget måste följa på ett steg i samma insats.")
            state.wrong(entry, "after", wrong)
        elif order.index(after.values[places["kind"]]) >= order.index(value["kind"]):
            wrong = _("Steget följer på något som kommer efter det.")
            state.wrong(entry, "after", wrong, _("välj ett tidigare steg"))


def claims(state: State) -> None:
    for entry, value in _told(state, "claims"):
        if not (value["indicator"] or value["said_by"]):
            wrong = _("Ange ett mått, eller vem som säger det: utan mått är det en upplevelse.")
            state.wrong(entry, "said_by", wrong, "said_by: …")


def _no_doubles(state: State, entry: Entry, field: str, said: list[Any], wrong: str) -> None:
    for number, value in enumerate(said):
        if value in said[:number]:
            state.wrong(entry, f"{field}[{number + 1}]", wrong, _("låt det stå en gång"))


def _told(state: State, section: str) -> Iterable[tuple[Entry, dict[str, Any]]]:
    places = kind_of(section).places
    for entry in touched(state.of(section)):
        yield entry, {name: entry.values[place] for name, place in places.items()}
