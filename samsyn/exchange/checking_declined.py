"""Tells what does not go together in what is usual and has been declined."""

from django.utils.translation import gettext as _

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched
from samsyn.exchange.suggestions import meant
from samsyn.governance.api import usual_duties


def declined_duties(state: State) -> None:
    """What has been declined is taken back before it is declined again."""
    earlier: dict[str, Entry] = {}
    places = kind_of("declined_duties").places
    usual, said_on, back_on = (places[n] for n in ("usual", "declined_on", "taken_back_on"))
    told = [each for each in state.of("declined_duties") if each.values[said_on]]
    for entry in touched(told):
        _is_usual(state, entry, entry.values[usual])
    for entry in sorted(told, key=lambda each: each.values[said_on]):
        _declined(state, entry, earlier.get(entry.values[usual]), said_on, back_on)
        earlier[entry.values[usual]] = entry


def _is_usual(state: State, entry: Entry, key: str) -> None:
    keys = [known.key for known in usual_duties()]
    if key and key not in keys:
        wrong = _("”%(word)s” finns inte bland det vanliga.") % {"word": key[:40]}
        state.wrong(entry, "usual", wrong, meant(key, keys))


def _declined(state: State, entry: Entry, before: Entry | None, said_on: int, back_on: int) -> None:
    day, back = entry.values[said_on], entry.values[back_on]
    if back is not None and back <= day:
        wrong = _("Det kan inte tas tillbaka innan det sades.")
        state.wrong(entry, "taken_back_on", wrong, _("skriv en senare dag"))
    if before is not None and (before.values[back_on] is None or before.values[back_on] > day):
        told = entry if entry.record else before
        wrong = _("Det var redan sagt att det inte gäller.")
        state.wrong(told, "declined_on", wrong, _("ta bort det ena, eller skriv taken_back_on"))
