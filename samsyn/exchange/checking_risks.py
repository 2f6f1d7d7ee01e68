"""Tells what of risks, recommendations and rounds does not go together."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched


def risks(state: State) -> None:
    for entry, value in _told(state, "risks"):
        _whole(state, entry, value, ("closed_on", "outcome"))
        _not_before(state, entry, value, "found_on", ("due_on", "closed_on"))
        _once(state, entry, "judgements", value["judgements"])
        if value["judgements"] and value["kind"] != "risk":
            wrong = _("Bara en risk har sannolikhet och konsekvens.")
            state.wrong(entry, "judgements", wrong, "kind: risk")


def recommendations(state: State) -> None:
    for entry, value in _told(state, "recommendations"):
        if bool(value["audit"]) == bool(value["record"]):
            wrong = _("Ange granskningen: antingen ett styrdokument eller en källa.")
            state.wrong(entry, "audit", wrong, "record: …")
        _whole(state, entry, value, ("answered_on", "answer"))
        _whole(state, entry, value, ("closed_on", "closed_as", "closed_by", "result"))
        later = ("answered_on", "due_on", "closed_on")
        _not_before(state, entry, value, "given_on", later)


def consultations(state: State) -> None:
    for entry, value in _told(state, "consultations"):
        if not (value["text"] or value["document"]):
            wrong = _("Det står inte vad remissen gäller.")
            state.wrong(entry, "text", wrong, "text: …")
        if not value["statements"]:
            wrong = _("Remissen är inte skickad till något organ.")
            state.wrong(entry, "statements", wrong, "statements: [{body: …}]")
        _whole(state, entry, value, ("compiled_on", "summary"))
        _not_before(state, entry, value, "sent_on", ("answer_by", "compiled_on"))
        _once(state, entry, "statements", value["statements"])
        _statements(state, entry, value["statements"])


def _statements(state: State, entry: Entry, statements: Iterable[Any]) -> None:
    for number, part in enumerate(statements, 1):
        _body, stated_on, stated_by, text, regard, because, changed = part
        path = f"statements[{number}]"
        if bool(stated_on) != bool(text) or (not text and any((stated_by, regard))):
            wrong = _("Ett yttrande ska ha både dag och text.")
            state.wrong(entry, path, wrong, "stated_on: …, text: …")
        elif _is_met_without_a_reason(regard, because, changed):
            wrong = _("Det står inte varför yttrandet inte helt är tillgodosett.")
            state.wrong(entry, path, wrong, "regard: …, because: …")


def _is_met_without_a_reason(regard: str, because: str, changed: str) -> bool:
    if not regard:
        return bool(because or changed)
    return regard != "met" and not because


def _told(state: State, section: str) -> Iterable[tuple[Entry, dict[str, Any]]]:
    places = kind_of(section).places
    for entry in touched(state.of(section)):
        yield entry, {name: entry.values[place] for name, place in places.items()}


def _whole(state: State, entry: Entry, value: dict[str, Any], names: tuple[str, ...]) -> None:
    """All of it or nothing: what is answered and closed is so in writing."""
    said = [name for name in names if value[name]]
    if said and len(said) < len(names):
        lacking = [name for name in names if name not in said]
        wrong = _("%(said)s står utan %(lacking)s.")
        told = {"said": ", ".join(said), "lacking": ", ".join(lacking)}
        state.wrong(entry, said[0], wrong % told, ", ".join(f"{name}: …" for name in lacking))


def _not_before(
    state: State, entry: Entry, value: dict[str, Any], first: str, later: tuple[str, ...]
) -> None:
    start: date = value[first]
    for name in later:
        if value[name] and value[name] < start:
            wrong = _("%(later)s är före %(earlier)s.") % {"later": name, "earlier": first}
            state.wrong(entry, name, wrong, _("rätta den ena dagen"))


def _once(state: State, entry: Entry, field: str, parts: Iterable[Any]) -> None:
    """The first of each part tells it from the others."""
    seen: set[Any] = set()
    for number, (value, *_rest) in enumerate(parts, 1):
        if value in seen:
            wrong = _("%(value)s står två gånger.") % {"value": value}
            state.wrong(entry, f"{field}[{number}]", wrong, _("låt det stå en gång"))
        seen.add(value)
