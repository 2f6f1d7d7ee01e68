"""What is wrong in a file, where it stands, and what would be right."""

from dataclasses import dataclass

_MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Problem:
    file: str
    line: int
    path: str
    wrong: str
    right: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        told = f"{self.wrong} – {self.right}" if self.right else self.wrong
        return ": ".join(part for part in (place, self.path, told) if part)


class Report:
    """Collects every problem; `file` and `path` say where the reader is."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.count = 0
        self.file = ""
        self.path: list[str] = []
        self.has_broken_off = False

    def wrong(self, line: int, what: str, right: str = "", *steps: str) -> None:
        self.tell(Problem(self.file, line, ".".join((*self.path, *steps)), what, right))

    def tell(self, problem: Problem) -> None:
        self.count += 1
        if len(self.problems) < _MOST_KEPT:
            self.problems.append(problem)

    @property
    def has_room(self) -> bool:
        """Tell whether a further problem will be read by anyone: suggestions cost."""
        return self.count < _MOST_KEPT // 50
