"""How initiatives that do not exist have gone: phases, what was told of them, and decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up.entries import part
from samsyn.exchange.made_up.spans import NOW
from samsyn.exchange.made_up.staff import Staff
from samsyn.initiatives.api import Course, Demand, EvaluationKind, InitiativeKind, Phase
from samsyn.kernel.period import Period

_A_QUARTER, _A_YEAR = timedelta(days=91), timedelta(days=365)
# Shares of the whole, one in so many.
_UNTOLD, _UNDECIDED, _LACKING, _UNDATED = 5, 4, 3, 9
_GOES_ON = (Course.CONTINUE, Course.CHANGE, Course.SCALE)
_RESULTS = (
    "Närvaron ökade i de årskurser som var med.",
    "Föräldrarna säger att de fick hjälp tidigare än förut.",
    "Den är välbesökt, men ingen har mätt vad den leder till.",
    "Väntetiden är kortare. Övergångarna till gymnasiet är inte löst.",
)
_LESSONS = (
    "Samma personer från början till slut gjorde skillnad.",
    "Utan en ägare i förvaltningen stannar det.",
    "Målet ska vara skrivet före starten.",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of it: the kind that it is now, and how long it lives."""

    kind: InitiativeKind
    life: Period
    decisions: tuple[Values, ...]


class Courses:
    def __init__(self, random: Random, staff: Staff, documents: list[str]) -> None:
        self._random, self._staff, self._documents = random, staff, documents

    def moves(self, begun: date) -> tuple[str, tuple[Values, ...]]:
        """The phase that it has come to, and how; a quarter of a year in each, or the last."""
        last = min((NOW - begun) // _A_QUARTER, self._random.randrange(len(Phase)))
        phases = list(Phase)[: last + 1]
        return phases[-1].value, tuple(
            self._move(n, phase, begun + (n - 1) * _A_QUARTER) for n, phase in enumerate(phases, 1)
        )

    def _move(self, ordinal: int, phase: Phase, day: date) -> Values:
        return part(
            "initiatives",
            "moves",
            ordinal=ordinal,
            phase=phase.value,
            moved_on=day,
            by=self._function(),
            why="Det är dags att gå vidare.",
            lacked=self._lacked(phase),
        )

    def _lacked(self, phase: Phase) -> tuple[str, ...]:
        if phase is Phase.INITIATE or self._random.randrange(_LACKING):
            return ()
        return (Demand.OUTCOME_MEASURE.value,)

    def evaluations(self, life: Period) -> tuple[Values, ...]:
        """One for each year that it has lived, and the next to come."""
        day = (life.starts_on or NOW) + _A_YEAR
        days = []
        while day < min(life.ends_on or NOW, NOW) + _A_YEAR:
            days.append(day)
            day += _A_YEAR
        return in_order(self._evaluation(each) for each in days)

    def _evaluation(self, due_on: date) -> Values:
        told: dict[str, Any] = {}
        if due_on < NOW and self._random.randrange(_UNTOLD):
            is_dated = self._random.randrange(_UNDATED)
            told = {
                **({"done_on": due_on} if is_dated else {"done_year": due_on.year}),
                "result": self._random.choice(_RESULTS),
                "lessons": self._random.choice(_LESSONS),
                "report": self._random.choice(self._documents),
            }
        return part(
            "initiatives",
            "evaluations",
            kind=EvaluationKind.FOLLOW_UP.value,
            form="Gemensam genomgång",
            due_on=due_on,
            owner=self._function(),
            **told,
        )

    def ended(self, kind: InitiativeKind, life: Period) -> Ended:
        """Decide what becomes of it when its time is out, or leave it undecided."""
        day = life.ends_on
        if day is None or day > NOW or not self._random.randrange(_UNDECIDED):
            return Ended(kind, life, ())
        course = self._random.choice(list(Course))
        return Ended(*_after(kind, life, course), tuple(self._decision(course, day)))

    def _decision(self, course: Course, day: date) -> Iterator[Values]:
        body, _position = self._random.choice(self._staff.elected)
        yield part(
            "initiatives",
            "decisions",
            course=course.value,
            decided_on=day - _A_QUARTER,
            from_on=day,
            until_on=_until(course, day),
            body=body,
            why=self._random.choice(_RESULTS),
            budget_owner=body if course is Course.REGULAR else "",
            then="Närvaron följs upp varje läsår." if course is not Course.STOP else "",
        )

    def _function(self) -> str:
        return self._random.choice(self._staff.employed)[1]


def _until(course: Course, day: date) -> date | None:
    return day + 2 * _A_YEAR if course in {Course.EXTEND, *_GOES_ON} else None


def _after(kind: InitiativeKind, life: Period, course: Course) -> tuple[InitiativeKind, Period]:
    if course is Course.REGULAR:
        return InitiativeKind.OPERATION, Period(life.starts_on, None)
    if course is Course.STOP or life.ends_on is None:
        return kind, life
    return kind, Period(life.starts_on, _until(course, life.ends_on))
