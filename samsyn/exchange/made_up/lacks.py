"""What is missing from forums that do not exist, and whether someone has noticed."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up.entries import part
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Seated, Staff
from samsyn.forums.api import LackKind

# Shares of the whole, one in so many.
_LACKING, _MENDED, _NOTED = 5, 3, 2
_LACKS = {
    "purpose": (LackKind.PURPOSE, "Varför forumet finns står ingenstans."),
    "goals": (LackKind.GOALS, "Det saknas mål som går att följa upp."),
    "decides": (LackKind.MANDATE, "Deltagarna vet inte vad de får besluta."),
    "documentation": (LackKind.MINUTES, "Mötena dokumenteras inte."),
    "follow_up": (LackKind.FOLLOW_UP, "Uppföljningen är muntlig och går inte att spåra."),
}
_OTHER_LACKS = (
    (LackKind.PERSON_DEPENDENCE, "Arbetet hänger på en enda person."),
    (LackKind.ATTENDANCE, "Flera parter kommer sällan."),
    (LackKind.STRUCTURE, "Samma frågor tas upp i ett annat forum."),
    (LackKind.EVALUATION, "Forumet har aldrig utvärderats."),
)

Said = dict[str, Any]


class Lacks:
    def __init__(self, random: Random, staff: Staff, history: History) -> None:
        self._random, self._staff, self._history = random, staff, history

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def lacking(self, seats: Sequence[Seated]) -> Said:
        """Empty some fields, and say of some of them that someone has noticed."""
        empty = [name for name in _LACKS if self._is_one_in(_LACKING)]
        told = [_LACKS[name] for name in empty if self._is_one_in(_NOTED)]
        told += [self._random.choice(_OTHER_LACKS)] if self._is_one_in(_NOTED) else []
        lacks = [self._lack(kind, text) for kind, text in told]
        if self._is_one_in(_LACKING):
            lacks.append(self._missing_party(seats))
        return dict.fromkeys(empty, "") | {"lacks": in_order(lacks)}

    def _lack(self, kind: LackKind, text: str, **said: Any) -> Values:
        day = self._history.day(self._random)
        if self._is_one_in(_MENDED):
            mended_on = min(NOW, day + timedelta(days=self._random.randrange(30, 400)))
            said |= {"mended_on": mended_on, "how": "Det är inskrivet i forumets beskrivning."}
        return part("forums", "lacks", kind=kind.value, text=text, noted_on=day, **said)

    def _missing_party(self, seats: Sequence[Seated]) -> Values:
        there = {body for body, _position in seats}
        missing = [body for body, _position in self._staff.employed if body not in there]
        body = self._random.choice(missing)
        return self._lack(LackKind.PARTY, "Parten efterfrågas men är inte med.", body=body)
