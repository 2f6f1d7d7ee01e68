"""Tells what of areas, proposals and assignments does not go together."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.checking_governance import no_doubles
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched


def areas(state: State) -> None:
    place = kind_of("priority_areas").places["bases"]
    for entry in touched(state.of("priority_areas")):
        no_doubles(state, entry, "bases", [each[0] for each in entry.values[place]])


def proposals(state: State) -> None:
    places = kind_of("proposals").places
    for entry in touched(state.of("proposals")):
        answers = entry.values[places["answers"]]
        no_doubles(state, entry, "answers", [each[0] for each in answers])
        _answers(state, entry, answers, entry.values[places["made_on"]])


def _answers(state: State, entry: Entry, answers: Iterable[Any], made_on: Any) -> None:
    for number, (_body, reply, answered_on, *_rest) in enumerate(answers, 1):
        path = f"answers[{number}]"
        if bool(reply) != bool(answered_on):
            wrong = _("Ett svar ska ha både vad och när.")
            state.wrong(entry, path, wrong, "reply: …, answered_on: …")
        elif answered_on and made_on and answered_on < made_on:
            state.wrong(entry, path, _("Svaret är före förslaget."), _("rätta den ena dagen"))


def assignments(state: State) -> None:
    places = kind_of("assignments").places
    for entry in touched(state.of("assignments")):
        said = [entry.values[places[name]] for name in ("ended_as", "ended_on", "result")]
        if any(said[:2]) and not all(said):
            wrong = _("Det som är avslutat ska ha dag, hur och resultat.")
            state.wrong(entry, "ended_as", wrong, "ended_on: …, ended_as: …, result: …")
