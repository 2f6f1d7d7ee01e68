"""Tells what of activities, lists and what is ordered does not go together."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.checking_governance import no_doubles
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched

_OVER = frozenset({"done", "dropped"})


def series(state: State) -> None:
    for entry, value in _told(state, "series"):
        is_measured = value["before"] is not None or value["after"] is not None
        if is_measured and not (value["measure"] and value["measured"] is not None):
            wrong = _("Det står inte vad som mättes, eller hur många som svarade.")
            state.wrong(entry, "measure", wrong, "measure: …, measured: …")


def activities(state: State) -> None:
    for entry, value in _told(state, "activities"):
        if value["rating"] is not None and not value["answered"]:
            wrong = _("Det står inte hur många som gav betyget.")
            state.wrong(entry, "rating", wrong, "answered: …")


def tasks(state: State) -> None:
    for entry, value in _told(state, "tasks"):
        is_over = value["state"] in _OVER
        if is_over != bool(value["ended_on"]) or (is_over and not value["result"]):
            wrong = _("Det som är avslutat ska ha dag, läge och vad det blev.")
            state.wrong(entry, "state", wrong, "state: done, ended_on: …, result: …")
        starts_on, due_on = value["starts_on"], value["due_on"]
        if starts_on and due_on and due_on < starts_on:
            wrong = _("Det ska vara klart innan det börjar.")
            state.wrong(entry, "due_on", wrong, _("rätta den ena dagen"))


def commissions(state: State) -> None:
    for entry, value in _told(state, "commissions"):
        no_doubles(state, entry, "deliveries", [row[0] for row in value["deliveries"]])
        for number, (_on, is_missed, note) in enumerate(value["deliveries"], 1):
            if is_missed and not note:
                wrong = _("Det står inte varför det inte blev av.")
                state.wrong(entry, f"deliveries[{number}]", wrong, "note: …")


def _told(state: State, section: str) -> Iterable[tuple[Entry, dict[str, Any]]]:
    places = kind_of(section).places
    for entry in touched(state.of(section)):
        yield entry, {name: entry.values[place] for name, place in places.items()}
