"""How long answers took, and when it is time to lift what has none."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median


@dataclass(frozen=True, slots=True)
class Reported:
    """When a report came, by when it was to be answered, and when it was."""

    reported_on: date
    answer_by: date | None = None
    answered_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether the answer came after the day that was set; what has no day is never late."""
        if self.answer_by is None or self.answered_on is None:
            return False
        return self.answered_on > self.answer_by


@dataclass(frozen=True, slots=True)
class Answers:
    """Of so many reports: how many were answered and in how many days, and how many were late.

    `waits_too_long` are those without an answer on the day that is asked of.
    """

    reports: int
    answered: int
    median_days: float | None
    longest_days: int | None
    late: int
    waits_too_long: int


def answers(reports: Collection[Reported], day: date) -> Answers:
    """
    >>> first = Reported(date(2026, 1, 1), date(2026, 3, 2), date(2026, 1, 11))
    >>> late = Reported(date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 10))
    >>> waits = Reported(date(2026, 1, 1), date(2026, 1, 31))
    >>> answers([first, late, waits], date(2026, 2, 1))
    Answers(reports=3, answered=2, median_days=25.0, longest_days=40, late=1, waits_too_long=1)
    >>> answers([], date(2026, 2, 1)).median_days is None
    True
    """
    waited = sorted(_days(reports))
    return Answers(
        reports=len(reports),
        answered=len(waited),
        median_days=float(median(waited)) if waited else None,
        longest_days=waited[-1] if waited else None,
        late=sum(each.is_late for each in reports),
        waits_too_long=sum(
            each.answered_on is None and each.answer_by is not None and each.answer_by < day
            for each in reports
        ),
    )


def _days(reports: Iterable[Reported]) -> Iterable[int]:
    return (
        (each.answered_on - each.reported_on).days
        for each in reports
        if each.answered_on is not None
    )
