"""Deviations of a municipality that does not exist, and the routine for them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import themes
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.forums import Forum
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.initiatives.api import PROFILES, DeviationKind, DeviationState, Ending, StepTaken

# In all, however many years are told of.
_DEVIATIONS = 400
_A_DAY, _CLOSED = timedelta(days=1), 90
# The way of those who state a number of days.
_PROFILE = next(each for each in PROFILES if each.days is not None)
_ANSWERED = _PROFILE.days or 0
_NO_DEVIATION = 0.04
_CATEGORIES = ("information kom inte fram", "väntetid", "ansvar oklart", "part kom inte")


class Deviations:
    """Made as it is written; the forums are there already."""

    def __init__(
        self, random: Random, staff: Staff, forums: Sequence[Forum], history: History
    ) -> None:
        self._random, self._staff = random, staff
        self._forums, self._history = forums, history

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        yield "deviation_routines", iter([self._routine()])
        yield "deviations", (self._deviation(number) for number in range(_DEVIATIONS))

    def _function(self) -> str:
        return self._random.choice(self._staff.employed)[1]

    def _routine(self) -> Entry:
        told: dict[str, Any] = {"title": "Så tar vi hand om avvikelser", "days": _ANSWERED}
        told |= {"how": _PROFILE.how, "local_first": _PROFILE.is_local_first}
        more = {"lift_after": 14, "receiver": self._function(), "invented": True}
        return entry("deviation_routines", "rutin", **told, **more)

    def _deviation(self, number: int) -> Entry:
        random, reported_on = self._random, self._history.day(self._random)
        parties = sorted({random.choice(self._staff.employed)[0] for _each in range(2)})
        category, handler = random.choice(_CATEGORIES), self._function()
        return entry(
            "deviations",
            f"avvikelse-{number:04}",
            title=f"{category.capitalize()}: {random.choice(themes.THEMES).name}",
            kind=DeviationKind.DEVIATION.value,
            what="Det blev inte som det var tänkt.",
            category=category,
            tried="De som berörs har talat med varandra.",
            happened_on=reported_on,
            reported_on=reported_on,
            parties=in_order(part("deviations", "parties", body=body) for body in parties),
            forum=random.choice(self._forums).key,
            reporter=self._function(),
            handler=handler,
            answer_by=reported_on + _A_DAY * _ANSWERED,
            invented=True,
            **self._course(reported_on, handler),
        )

    def _course(self, reported_on: date, handler: str) -> dict[str, Any]:
        """What had been done with it by now: first a handler, then an answer, then the end."""
        answered_on = reported_on + _A_DAY * self._random.randrange(1, _CLOSED)
        closed_on = reported_on + _A_DAY * _CLOSED
        steps = [_step(1, StepTaken.HANDED, reported_on, handler=handler)]
        told: dict[str, Any] = {"state": DeviationState.HANDLED.value}
        if answered_on < NOW:
            steps.append(_step(2, StepTaken.ANSWERED, answered_on, by=handler, text="Det är löst."))
            told = {"state": DeviationState.ANSWERED.value, "answered_on": answered_on}
        if closed_on < NOW:
            steps.append(_step(3, StepTaken.CLOSED, closed_on, by=handler, text="Mallen är ny."))
            told |= {"state": DeviationState.CLOSED.value, "closed_on": closed_on}
            told |= self._ending()
        return told | {"steps": tuple(steps)}

    def _ending(self) -> dict[str, Any]:
        """Some turned out not to be any."""
        if self._random.random() < _NO_DEVIATION:
            return {"ending": Ending.NO_DEVIATION.value}
        return {"changed": "Mallen är ny."}


def _step(place: int, kind: StepTaken, on: date, **told: Any) -> Values:
    return part("deviations", "steps", ordinal=place, kind=kind.value, taken_on=on, **told)
