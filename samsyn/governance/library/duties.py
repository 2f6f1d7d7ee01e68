"""What recurs in most collaborations, each as it is begun here, and where it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml

_DUTIES = Path(__file__).with_name("duties.yaml")
_MEETING = "meeting"
_SUMMER, _MIDSUMMER_WEEK = 7, 26


class Recurring(Protocol):
    """As much of a duty as tells what it is."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def by_month(self) -> int | None: ...
    @property
    def week(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class KnownDuty:
    """Something that is usual; `words` are by which a duty of another title is known as it."""

    key: str
    kind: str
    title: str
    recurs: str
    words: tuple[str, ...]
    every: int = 1
    by_month: int | None = None
    by_day: int | None = None
    week: int | None = None
    counts_from: date | None = None
    twice: bool = False
    what: str = ""
    agenda: tuple[str, ...] = ()
    law: str = ""
    place: str = ""
    source: str = ""
    url: str = ""

    def is_met_by(self, duty: Recurring) -> bool:
        """Whether the duty is this one: begun here, or called so and at the same time of year.

        A paper for a meeting is no meeting, and what recurs by the month covers both halves.
        """
        if duty.key == self.key:
            return True
        if (duty.kind == _MEETING) != (self.kind == _MEETING):
            return False
        return self._is_called(duty.title.casefold()) and self._is_then(duty)

    def _is_called(self, title: str) -> bool:
        return any(all(word in title for word in said.split()) for said in self.words)

    def _is_then(self, duty: Recurring) -> bool:
        return not self.twice or _half(duty) in {None, _half(self)}


def _half(duty: Recurring) -> int | None:
    """Which half of the year it is due in; nothing when it may be in either."""
    if duty.week is not None:
        return 1 if duty.week <= _MIDSUMMER_WEEK else 2
    if duty.by_month is not None:
        return 1 if duty.by_month < _SUMMER else 2
    return None


@cache
def usual_duties() -> tuple[KnownDuty, ...]:
    told: Mapping[str, dict[str, Any]] = yaml.safe_load(_DUTIES.read_text("utf-8"))["duties"]
    return tuple(_duty(key, said) for key, said in told.items())


def unmet(duties: Iterable[Recurring]) -> list[KnownDuty]:
    """Those of the usual that none of the duties is."""
    had = list(duties)
    return [known for known in usual_duties() if not any(map(known.is_met_by, had))]


def _duty(key: str, said: Mapping[str, Any]) -> KnownDuty:
    several = {name: tuple(said.get(name, ())) for name in ("words", "agenda")}
    return KnownDuty(key=key, **{**said, **several})
