"""Tells what of deviations, and of the routines for them, does not go together."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.checking import no_circle
from samsyn.exchange.checking_governance import no_doubles
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched

# What a report has when it has come so far.
_NEEDS = {"handled": "handler", "lifted": "lifted_to", "answered": "answered_on"}
_STEP_HAS = {"handed": "handler", "lifted": "forum"}


def routines(state: State) -> None:
    _one_of_each(state)
    for entry, value in _told(state, "deviation_routines"):
        if value["limit"] and (value["days"] is not None or not value["agreement"]):
            wrong = _("Ange antingen en gräns i ett avtal eller ett eget antal dagar.")
            state.wrong(entry, "limit", wrong, "agreement: …, limit: …")


def _one_of_each(state: State) -> None:
    """An agreement has one, and all else has one together; those in the files come last."""
    place, seen = kind_of("deviation_routines").places["agreement"], set()
    rows = sorted(state.of("deviation_routines"), key=lambda entry: entry.record is not None)
    for entry in rows:
        agreement = entry.values[place]
        if agreement in seen:
            wrong = _("Det finns redan en rutin för det.")
            state.wrong(entry, "agreement", wrong, _("ange ett annat avtal"))
        seen.add(agreement)


def deviations(state: State) -> None:
    itself, another = _("Rapporten är samma som sig själv."), _("ange en annan")
    no_circle(state, "deviations", "duplicate_of", itself, another)
    for entry, value in _told(state, "deviations"):
        _state(state, entry, value)
        _days(state, entry, value)
        _steps(state, entry, value["steps"])
        no_doubles(state, entry, "parties", [row[0] for row in value["parties"]])


def _state(state: State, entry: Entry, value: dict[str, Any]) -> None:
    """How far it has come, and what it has come to have by then."""
    needed = _NEEDS.get(value["state"])
    if needed and not value[needed]:
        state.wrong(entry, "state", _lacking(value["state"], needed), f"{needed}: …")
    if value["state"] == "reported" and value["handler"]:
        wrong = _("Den som har en handläggare är inte ny.")
        state.wrong(entry, "state", wrong, "state: handled")
    _ended(state, entry, value)


def _ended(state: State, entry: Entry, value: dict[str, Any]) -> None:
    """What is closed says what was changed or, by its ending, why nothing was."""
    says = bool(value["changed"]) != bool(value["ending"])
    is_closed = value["state"] == "closed"
    if is_closed and not (value["closed_on"] and value["answered_on"] and says):
        wrong = _("En avslutad avvikelse har dag, svar och vad som ändrades, eller sitt slut.")
        right = "answered_on: …, closed_on: …, changed: …"
        state.wrong(entry, "state", wrong, right)
    if not is_closed and any(value[name] for name in ("closed_on", "changed", "ending")):
        wrong = _("Den är avslutad, men läget säger något annat.")
        state.wrong(entry, "state", wrong, "state: closed")
    if bool(value["duplicate_of"]) != (value["ending"] == "duplicate"):
        wrong = _("Bara den som är samma som en annan säger vilken.")
        state.wrong(entry, "duplicate_of", wrong, "ending: duplicate, duplicate_of: …")


def _lacking(said: str, name: str) -> str:
    return _("%(said)s står utan %(lacking)s.") % {"said": said, "lacking": name}


def _days(state: State, entry: Entry, value: dict[str, Any]) -> None:
    in_order = (
        ("happened_on", "reported_on"),
        *(("reported_on", name) for name in ("answer_by", "answered_on")),
        ("answered_on", "closed_on"),
    )
    for earlier, later in in_order:
        first: date | None = value[earlier]
        last: date | None = value[later]
        if first and last and last < first:
            wrong = _("%(later)s är före %(earlier)s.") % {"later": later, "earlier": earlier}
            state.wrong(entry, later, wrong, _("rätta den ena dagen"))


def _steps(state: State, entry: Entry, steps: Iterable[Any]) -> None:
    for number, (_place, kind, _taken_on, _by, handler, forum, text) in enumerate(steps, 1):
        had = {"handler": handler, "forum": forum}
        wanted = _STEP_HAS.get(kind)
        path = f"steps[{number}]"
        if any(bool(value) != (name == wanted) for name, value in had.items()):
            wrong = _("Bara den som fick en handläggare har en, och bara den lyfta har ett forum.")
            state.wrong(entry, path, wrong, f"{wanted}: …" if wanted else "kind: …")
        elif not text and kind != "handed":
            state.wrong(entry, path, _("Det står inte med vilka ord."), "text: …")


def _told(state: State, section: str) -> Iterable[tuple[Entry, dict[str, Any]]]:
    places = kind_of(section).places
    for entry in touched(state.of(section)):
        yield entry, {name: entry.values[place] for name, place in places.items()}
