"""What is done in the initiatives of a municipality that does not exist."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.initiatives.api import ActivityKind, Grade, TaskState, Whom

# They grow with the initiatives that go on beside each other: ten years make 60 000.
_ACTIVITIES = 600
_SERIES, _TASKS, _COMMISSIONS = 20, 60, 6  # for each year that is told of
_WALKS, _MISSED = 12, 9
_A_WEEK, _A_MONTH = timedelta(days=7), timedelta(days=30)
_DONE = {
    ActivityKind.VISIT: "Besök i klasser",
    ActivityKind.LECTURE: "Föreläsning om nätet",
    ActivityKind.SESSION: "Träff i gruppen",
    ActivityKind.TRAINING: "Utbildning i metoden",
    ActivityKind.GUARDIANS: "Samtal med vårdnadshavare",
    ActivityKind.PRESENCE: "Kväll på torget",
    ActivityKind.EVENT: "Öppet hus",
}
_TO_DO = ("Se över belysningen", "Boka lokaler", "Skriv slutrapporten", "Ordna en workshop")
_PLACES = ("Torget", "Skolgården", "Biblioteket", "Ishallen")
_DIGITS = 5


class Activities:
    """Made as it is written, upon the initiatives and agreements that are there already."""

    def __init__(
        self,
        random: Random,
        staff: Staff,
        initiatives: Sequence[str],
        agreements: Sequence[str],
        history: History,
    ) -> None:
        self._random, self._staff, self._history = random, staff, history
        self._initiatives, self._agreements = initiatives, agreements
        self._series = [
            (f"serie-{n:03}", random.choice(initiatives)) for n in range(_SERIES * history.years)
        ]

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        years = self._history.years
        yield "series", (self._group(key, of) for key, of in self._series)
        yield "activities", (self._activity(n) for n in range(_ACTIVITIES * years * years))
        yield "tasks", (self._task(number) for number in range(_TASKS * years))
        if self._agreements:
            yield "commissions", (self._order(number) for number in range(_COMMISSIONS * years))

    def _initiative(self) -> str:
        return self._random.choice(self._initiatives)

    def _body(self) -> str:
        return self._random.choice(self._staff.employed)[0]

    def _group(self, key: str, initiative: str) -> Entry:
        random, before = self._random, Decimal(self._random.randint(40, 80))
        return entry(
            "series",
            key,
            initiative=initiative,
            title=f"Grupp {key[-3:]}",
            sessions=random.randint(4, 10),
            led_by="skolpsykologer",
            starts_on=self._history.day(random),
            invited=random.randint(3, 14),
            measure="skolnärvaro i procent",
            measured=random.randint(2, 12),
            before=before.quantize(Decimal("0.01")),
            after=(before + random.randint(-3, 15)).quantize(Decimal("0.01")),
        )

    def _activity(self, number: int) -> Entry:
        random = self._random
        kind = random.choice(list(_DONE))
        told: dict[str, Any] = {"initiative": self._initiative()}
        if kind is ActivityKind.SESSION:
            series, initiative = random.choice(self._series)
            told = {"initiative": initiative, "series": series}
        elif kind is ActivityKind.VISIT:
            told |= {"grades": (random.choice(Grade.values),), "classes": random.randint(1, 4)}
        elif kind is ActivityKind.TRAINING:
            rating = Decimal(random.randint(20, 50)) / 10
            told |= {
                "whom": Whom.ADULTS.value,
                "answered": random.randint(1, 30),
                "rating": rating.quantize(Decimal("0.01")),
            }
        return entry(
            "activities",
            f"aktivitet-{number:0{_DIGITS}}",
            kind=kind.value,
            what=_DONE[kind],
            held_on=self._history.day(random),
            body=self._body(),
            place=random.choice(_PLACES),
            participants=random.randint(0, 60),
            **told,
        )

    def _task(self, number: int) -> Entry:
        begins = self._history.day(self._random)
        due_on = begins + self._random.randint(1, 12) * _A_MONTH
        ended: dict[str, Any] = {}
        if due_on < NOW - _A_MONTH:
            ended = {"state": TaskState.DONE.value, "ended_on": due_on, "result": "Det är gjort."}
        return entry(
            "tasks",
            f"uppgift-{number:03}",
            initiative=self._initiative(),
            what=self._random.choice(_TO_DO),
            owner=self._random.choice(self._staff.employed)[1],
            starts_on=begins,
            due_on=due_on,
            **ended,
        )

    def _order(self, number: int) -> Entry:
        first = self._history.day(self._random)
        return entry(
            "commissions",
            f"bestallning-{number:03}",
            agreement=self._random.choice(self._agreements),
            initiative=self._initiative(),
            body=self._body(),
            what="Trygghetsvandringar",
            year=first.year,
            ordered=_WALKS,
            remuneration="per vandring",
            amount_each=Decimal("1500.00"),
            deliveries=in_order(self._deliveries(first)),
        )

    def _deliveries(self, first: date) -> Iterator[Values]:
        for number in range(_WALKS):
            day = first + number * _A_WEEK
            if day >= NOW:
                return
            is_missed = self._random.randrange(_MISSED) == 0
            note = "Två var sjuka." if is_missed else ""
            yield part("commissions", "deliveries", on=day, missed=is_missed, note=note)
