"""Tells what of agreements, decisions and documents does not go together."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.checking import no_circle
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched
from samsyn.governance.api import Duty, falls_due

_APPROVED = frozenset({"approved", "partly"})


def laws(state: State) -> None:
    no_circle(state, "laws", "replaced_by", _("Lagen ersätter sig själv."), _("ange en annan lag"))
    _once(state, "laws", "number", _("Numret har redan lagen %(other)s."))
    places = kind_of("laws").places
    for entry in touched(state.of("laws")):
        no_doubles(
            state, entry, "provisions", [part[1] for part in entry.values[places["provisions"]]]
        )


def _once(state: State, section: str, field: str, told: str) -> None:
    """A value that two records may not have, while several may have none."""
    place = kind_of(section).places[field]
    taken: dict[Any, str] = {}
    for entry in sorted(state.of(section), key=lambda each: each.record is not None):
        value = entry.values[place]
        if entry.record is not None and value in taken:
            state.wrong(entry, field, told % {"other": taken[value]})
        if value:
            taken.setdefault(value, entry.key)


def documents(state: State) -> None:
    wrong, right = _("Dokumentet ersätter sig självt."), _("ange ett annat dokument")
    no_circle(state, "governing_documents", "replaces", wrong, right)
    places = kind_of("governing_documents").places
    for entry in touched(state.of("governing_documents")):
        _remarks(state, entry, entry.values[places["remarks"]])
        if entry.values[places["deciding_body"]] and entry.values[places["deciding_forum"]]:
            wrong = _("Dokumentet är beslutat av antingen ett organ eller ett forum.")
            state.wrong(entry, "deciding_forum", wrong, _("ta bort det ena"))
        for number, (forum, position) in enumerate(entry.values[places["concerns"]], 1):
            if bool(forum) == bool(position):
                wrong = _("Ange antingen ett forum eller en funktion.")
                state.wrong(entry, f"concerns[{number}]", wrong, "forum: …")


def _remarks(state: State, entry: Entry, remarks: Iterable[Any]) -> None:
    for number, (_text, _noted, mended_on, how, _source) in enumerate(remarks, 1):
        if bool(mended_on) != bool(how):
            wrong = _("Det som är åtgärdat ska ha både dag och hur.")
            state.wrong(entry, f"remarks[{number}]", wrong, "mended_on: …, how: …")


def agreements(state: State) -> None:
    for field in ("predecessor", "details"):
        wrong = _("Avtalet efterträder eller ligger under sig självt.")
        no_circle(state, "agreements", field, wrong, _("ange ett annat avtal"))
    places = kind_of("agreements").places
    for entry in touched(state.of("agreements")):
        _remarks(state, entry, entry.values[places["remarks"]])
        no_doubles(
            state, entry, "parties", [party for party, *_rest in entry.values[places["parties"]]]
        )
        _limits(state, entry, entry.values[places["limits"]])
        _active(state, entry)


def no_doubles(state: State, entry: Entry, field: str, values: Iterable[Any]) -> None:
    """Tell of each value that stands more than once in a list of the record."""
    seen: set[Any] = set()
    for number, value in enumerate(values, 1):
        if value in seen:
            wrong = _("%(value)s står två gånger.") % {"value": value}
            state.wrong(entry, f"{field}[{number}]", wrong, _("låt det stå en gång"))
        seen.add(value)


def _limits(state: State, entry: Entry, limits: Iterable[Any]) -> None:
    for number, (_what, amount, unit, month, day, _source) in enumerate(limits, 1):
        is_time, is_day = bool(amount and unit), bool(month and day)
        if is_time == is_day or any((amount, unit)) != is_time or any((month, day)) != is_day:
            wrong = _("Gränsen är antingen en tid eller en dag på året.")
            state.wrong(entry, f"limits[{number}]", wrong, "amount: 3, unit: weeks")


def _active(state: State, entry: Entry) -> None:
    """The database refuses it too; here it is told with its line."""
    places = kind_of("agreements").places
    said = [entry.values[places[name]] for name in ("follow_up", "follow_up_on", "follow_up_owner")]
    if entry.values[places["activated_on"]] and not all(said):
        wrong = _("Avtalet är aktiverat utan att det står hur, när och av vem det följs upp.")
        state.wrong(
            entry, "activated_on", wrong, "follow_up: …, follow_up_on: …, follow_up_owner: …"
        )


def matters(state: State) -> None:
    places = kind_of("matters").places
    for entry in touched(state.of("matters")):
        if entry.values[places["agreement"]] and entry.values[places["document"]]:
            wrong = _("Ärendet gäller antingen ett avtal eller ett styrdokument.")
            state.wrong(entry, "document", wrong, _("ta bort det ena"))


def steps(state: State) -> None:
    places = kind_of("steps").places
    written = kind_of("matters").places["written_on"]
    for entry in touched(state.of("steps")):
        value = {name: entry.values[place] for name, place in places.items()}
        matter = state.find("matters", value["matter"])
        if value["outcome"] and value["decided_on"] is None:
            state.wrong(entry, "decided_on", _("Ett utfall ska ha en dag."), "decided_on: …")
        for earlier, later in (("prepared_on", "decided_on"), ("decided_on", "signed_on")):
            if value[earlier] and value[later] and value[later] < value[earlier]:
                wrong = _("%(later)s är före %(earlier)s.") % {"later": later, "earlier": earlier}
                state.wrong(entry, later, wrong, _("rätta den ena dagen"))
        memo, decided_on = matter.values[written] if matter else None, value["decided_on"]
        prepared_on = value["prepared_on"]
        # A board that prepared the matter before the memo did so without it.
        waits = value["kind"] == "decides" and memo and (not prepared_on or prepared_on >= memo)
        if waits and decided_on and decided_on < memo:
            wrong = _("Beslutet är före tjänsteskrivelsen.")
            state.wrong(entry, "decided_on", wrong, _("rätta den ena dagen"))
        if value["to_sign"] and not value["signs"] and value["kind"] != "signs":
            wrong = _("Steget ska inte skrivas under.")
            state.wrong(entry, "to_sign", wrong, "signs: ja")
        _expeditions(state, entry, value["expeditions"])


def _expeditions(state: State, entry: Entry, expeditions: Iterable[Any]) -> None:
    for number, (body, to_whom, sent_on, received_on, _source) in enumerate(expeditions, 1):
        path = f"expeditions[{number}]"
        if not (body or to_whom):
            state.wrong(entry, path, _("Det står inte vem beslutet skickas till."), "body: …")
        if received_on and (sent_on is None or received_on < sent_on):
            wrong = _("Det kan inte ha kommit fram innan det skickades.")
            state.wrong(entry, path, wrong, "sent_on: …")


def duties(state: State) -> None:
    places = kind_of("duties").places
    for entry in touched(state.of("duties")):
        value = {name: entry.values[place] for name, place in places.items()}
        no_doubles(state, entry, "done", [each[0] for each in value["done"]])
        if not _has_one_rule(value):
            wrong = _("Det står inte på ett enda sätt när det ska vara gjort.")
            state.wrong(entry, "recurs", wrong, _RULES[value["recurs"]])
        elif not falls_due(_duty(value).rule):
            wrong = _("Så som det står infaller det aldrig.")
            state.wrong(entry, "recurs", wrong, _("ändra dagen eller perioden"))


def _duty(value: dict[str, Any]) -> Duty:
    names = ("recurs", "every", "by_month", "by_day", "week", "counts_from")
    days = value["period"]
    return Duty(
        **{name: value[name] for name in names}, starts_on=days.starts_on, ends_on=days.ends_on
    )


_RULES = {
    "day": "by_month: 3, by_day: 1",
    "week": "week: 11",
    "months": "every: 24, counts_from: 2024-07-01",
}


def _has_one_rule(value: dict[str, Any]) -> bool:
    said = {name for name in ("by_month", "by_day", "week") if value[name] is not None}
    counted = value["counts_from"] is not None
    wanted = {"day": {"by_month", "by_day"}, "week": {"week"}, "months": set()}
    needs_start = value["recurs"] == "months" or value["every"] > 1
    return said == wanted[value["recurs"]] and (counted or not needs_start)
