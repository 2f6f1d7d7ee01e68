"""Who of a municipality that does not exist can be asked to a meeting."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from samsyn.exchange.made_up.organisation import Organisation
from samsyn.kernel.period import Period
from samsyn.organisation.api import BodyKind

Seated = tuple[str, str]  # the keys of a body and of a function in it

_BODY, _PERSON, _PERIOD = 0, 1, 2  # places in a function and in an appointment


class Staff:
    """The functions of the bodies that remain, and who held each of them when."""

    def __init__(self, organisation: Organisation) -> None:
        self.elected: list[Seated] = []
        self.employed: list[Seated] = []
        self._held: dict[str, list[tuple[Period, str]]] = defaultdict(list)
        self._find_functions(organisation)
        for each in organisation.entries("appointments"):
            self._held[each.values[0]].append((each.values[_PERIOD], each.values[_PERSON]))

    def _find_functions(self, organisation: Organisation) -> None:
        for each in organisation.entries("positions"):
            body = each.values[_BODY]
            if organisation.said("bodies", body, "period").ends_on is None:
                kind = organisation.said("bodies", body, "kind")
                is_elected = kind in {BodyKind.COUNCIL, BodyKind.EXECUTIVE_BOARD, BodyKind.BOARD}
                (self.elected if is_elected else self.employed).append((body, each.key))

    def changes(self, position: str) -> Iterator[tuple[str, date, str]]:
        """Who left the function, the first day without her, and who held it then."""
        for period, who in self._held[position]:
            if period.ends_on:
                yield who, period.ends_on, self.holder(position, period.ends_on)

    def holder(self, position: str, day: date) -> str:
        """Who held the function on the day; nobody when it was vacant."""
        return next((who for period, who in self._held[position] if day in period), "")
