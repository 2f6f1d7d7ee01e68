"""Tells what of forums and their meetings does not go together."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.checking import no_circle, one_at_a_time
from samsyn.exchange.days import write_period
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched
from samsyn.forums.api import Rhythm, why_never


def forums(state: State) -> None:
    wrong, right = _("Forumet svarar till sig självt."), _("ange ett annat forum")
    no_circle(state, "forums", "above", wrong, right)
    places = kind_of("forums").places
    for entry in touched(state.of("forums")):
        low, high = entry.values[places["age_from"]], entry.values[places["age_to"]]
        if low is not None and high is not None and low > high:
            wrong = _("Den lägsta åldern är högre än den högsta.")
            state.wrong(entry, "age_from", wrong, _("låt dem byta plats"))
        _rhythms(state, entry, entry.values[places["rhythms"]])
        _lacks(state, entry, entry.values[places["lacks"]])


def _rhythms(state: State, entry: Entry, rhythms: Iterable[Any]) -> None:
    for number, (per, times, every, weekday, _at, _who, _words, days, _source) in enumerate(
        rhythms, 1
    ):
        row = Rhythm(per=per, times=times, every=every, weekday=weekday)
        row.starts_on, row.ends_on = days.starts_on, days.ends_on
        if never := why_never(row):
            state.wrong(entry, f"rhythms[{number}]", never)


def _lacks(state: State, entry: Entry, lacks: Iterable[Any]) -> None:
    for number, (_kind, _text, _body, _noted, mended_on, how, _source) in enumerate(lacks, 1):
        if bool(mended_on) != bool(how):
            wrong = _("Det som är åtgärdat ska ha både dag och hur.")
            state.wrong(entry, f"lacks[{number}]", wrong, "mended_on: …, how: …")


def meetings(state: State) -> None:
    places = kind_of("meetings").places
    for entry in touched(state.of("meetings")):
        starts, ends = entry.values[places["starts_at"]], entry.values[places["ends_at"]]
        if ends is not None and (starts is None or ends <= starts):
            wrong = _("Mötet slutar innan det börjar.")
            state.wrong(entry, "ends_at", wrong, _("skriv ett senare klockslag"))
        is_off = entry.values[places["state"]] in {"cancelled", "missed"}
        if entry.values[places["why_not"]] and not is_off:
            wrong = _("Bara ett möte som inte blev av har why_not.")
            state.wrong(entry, "why_not", wrong, "state: cancelled")
        _attendances(state, entry, entry.values[places["attendances"]])


def _attendances(state: State, entry: Entry, attendances: Iterable[Any]) -> None:
    for number, (body, _position, person, wording, *_rest) in enumerate(attendances, 1):
        if not (body or person or wording):
            wrong = _("Det står inte vem som kallades.")
            state.wrong(entry, f"attendances[{number}]", wrong, "body: …")


def decisions(state: State) -> None:
    """A number is used once in a forum and a year."""
    taken: dict[tuple[Any, ...], str] = {}
    places = kind_of("decisions").places
    for entry in sorted(state.of("decisions"), key=lambda each: each.record is not None):
        known = tuple(entry.values[places[name]] for name in ("forum", "year", "number"))
        if entry.record is not None and known in taken:
            wrong = _("Numret har redan beslutet %(other)s.") % {"other": taken[known]}
            state.wrong(entry, "number", wrong, _("skriv ett annat nummer"))
        taken.setdefault(known, entry.key)


def follow_ups(state: State) -> None:
    places = kind_of("follow_ups").places
    for entry in touched(state.of("follow_ups")):
        told = [entry.values[places[name]] for name in ("closed_on", "closed_as", "result")]
        if any(told) and not all(told):
            wrong = _("Det som är avslutat ska ha dag, hur och resultat.")
            state.wrong(entry, "closed_on", wrong, "closed_on: …, closed_as: …, result: …")


def school_terms(state: State) -> None:
    one_at_a_time(state, "school_terms")
    for entry in touched(state.of("school_terms")):
        term, breaks = entry.values
        for name, days in breaks:
            if not term.covers(days):
                wrong = _("%(name)s ligger utanför terminen.") % {"name": name}
                right = _("håll lovet inom %(term)s") % {"term": write_period(term)}
                state.wrong(entry, "breaks", wrong, right)


def hand_overs(state: State) -> None:
    """What is accepted has been relied on; the site does not let it be changed either."""
    places = kind_of("hand_overs").places
    for entry in touched(state.of("hand_overs")):
        leaver, successor = entry.values[places["leaver"]], entry.values[places["successor"]]
        if bool(successor) != bool(entry.values[places["accepted"]]):
            wrong = _("Det som är mottaget ska ha både av vem och när.")
            state.wrong(entry, "successor", wrong, "successor: …, accepted: …")
        elif successor == leaver:
            state.wrong(entry, "successor", _("Den som lämnar kan inte själv ta emot."))
        elif entry.before and entry.before[places["accepted"]] and entry.is_changed:
            wrong = _("Överlämningen är mottagen och ändras inte.")
            state.wrong(entry, "", wrong, _("låt den stå som den var, eller ta bort den ur filen"))
