"""Tells what of minutes does not go together, and what would change what someone has approved."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.kinds import Values, kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched

# What someone has approved stays as it was, also while others have not yet.
_APPROVED = ("why", "made", "content")
_POSITION, _WHEN = 0, 2  # places in an approval


def minutes(state: State) -> None:
    changed = (entry for entry in touched(state.of("minutes")) if entry.is_changed)
    for entry in changed:
        if _changes_what_is_approved(entry):
            wrong = _("Anteckningarna är justerade och ändras inte.")
            state.wrong(entry, "", wrong, _("låt dem stå som de var, eller skriv en ny version"))
        else:
            _hold_together(state, entry, _named(entry.values))


def _named(values: Values) -> dict[str, Any]:
    return dict(zip(kind_of("minutes").places, values, strict=True))


def _changes_what_is_approved(entry: Entry) -> bool:
    if entry.before is None:
        return False
    before, now = _named(entry.before), _named(entry.values)
    approved = {each for each in before["approvals"] if each[_WHEN]}
    if before["approved"]:
        return True
    differs = any(before[name] != now[name] for name in _APPROVED)
    return bool(approved) and (differs or not approved <= set(now["approvals"]))


def _hold_together(state: State, entry: Entry, said: dict[str, Any]) -> None:
    if said["version"] > 1 and not said["why"]:
        wrong = _("En rättelse ska ha varför.")
        state.wrong(entry, "version", wrong, "why: …")
    if bool(said["approved"]) != all(each[_WHEN] for each in said["approvals"]):
        wrong = _("Anteckningar är justerade när alla som ska har justerat, och först då.")
        right = _("skriv approved när ingen återstår, annars vem som återstår i approvals")
        state.wrong(entry, "approved", wrong, right)
    if said["dispatches"] and not said["approved"]:
        wrong = _("Bara justerade anteckningar skickas ut.")
        state.wrong(entry, "dispatches", wrong, "approved: …")
    _refuse_twice(state, entry, said["approvals"])


def _refuse_twice(state: State, entry: Entry, approvals: tuple[Values, ...]) -> None:
    for position, count in Counter(each[_POSITION] for each in approvals).items():
        if count > 1:
            wrong = _("%(position)s justerar två gånger.") % {"position": position}
            state.wrong(entry, "approvals", wrong, _("låt den stå en gång"))
