"""Other tables that agree with everything that is shown: the proof that a figure is hidden."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from highspy import Highs, HighsModelStatus, HighsVarType

from samsyn.kernel.errors import DomainError
from samsyn.statistics.breakdowns import Family, Key, Sum

# Far above any figure of a municipality; the solver wants an end.
_ENDLESS = 10_000_000
# What it costs to move a figure that is hidden already, so that none moves without need.
_A_LITTLE = 0.001


class NoTableError(DomainError):
    """No other table was found: the figures contradict each other."""


class Tables:
    """Every way in which the figures could be others while their sums still hold.

    Each figure has two columns, by how much it goes up and by how much it goes down. What is asked
    after differs little from what was asked before, so the solver starts where it stood. It is not
    trusted: its answer is rounded to whole numbers and counted over. What is `known` never moves.
    """

    def __init__(
        self, told: Family, costs: Mapping[Key, float], known: Collection[Key] = ()
    ) -> None:
        self._family, self._known = told, known
        self._at = {key: place for place, key in enumerate(told.counts)}
        self._size = len(self._at)
        self._solver = _solver()
        self._add_columns(costs)
        self._terms: dict[Key, list[tuple[int, int]]] = defaultdict(list)
        for row, each in enumerate(told.sums):
            self._add_row(row, each)

    def free(self, keys: Iterable[Key]) -> None:
        """Let these move at hardly any cost: they are hidden already."""
        for key in keys:
            for column in self._columns(key):
                self._solver.changeColCost(column, _A_LITTLE)

    def move(self, key: Key, step: int) -> Mapping[Key, int]:
        """Move `key` by `step` and with it what costs the least; answers how far each moved."""
        up, down = self._columns(key)
        forth, back = (up, down) if step > 0 else (down, up)
        self._solver.changeColBounds(forth, abs(step), abs(step))
        self._solver.changeColBounds(back, 0, 0)
        try:
            return self._solve()
        finally:
            self._open(key)

    def _columns(self, key: Key) -> tuple[int, int]:
        return self._at[key], self._at[key] + self._size

    def _room(self, key: Key) -> tuple[int, int]:
        """How far up and how far down it can go."""
        if key in self._known:
            return 0, 0
        count = self._family.counts[key]
        return (_ENDLESS if count.limit is None else count.limit - count.number), count.number

    def _open(self, key: Key) -> None:
        for column, room in zip(self._columns(key), self._room(key), strict=True):
            self._solver.changeColBounds(column, 0, room)

    def _add_columns(self, costs: Mapping[Key, float]) -> None:
        for side in (0, 1):
            for key in self._at:
                self._solver.addCol(costs[key], 0, self._room(key)[side], 0, [], [])

    def _add_row(self, row: int, each: Sum) -> None:
        signs = {**dict.fromkeys(each.parts, 1), each.whole: -1}
        for key, sign in signs.items():
            self._terms[key].append((row, sign))
        up = [self._at[key] for key in signs]
        down = [place + self._size for place in up]
        values = [*map(float, signs.values()), *(float(-sign) for sign in signs.values())]
        self._solver.addRow(0, 0, len(values), [*up, *down], values)

    def _solve(self) -> Mapping[Key, int]:
        moved = self._answer()
        if self._holds(moved):
            return moved
        self._be(HighsVarType.kInteger)
        moved = self._answer()
        self._be(HighsVarType.kContinuous)
        if not self._holds(moved):
            raise NoTableError
        return moved

    def _be(self, kind: HighsVarType) -> None:
        for column in range(2 * self._size):
            self._solver.changeColIntegrality(column, kind)

    def _answer(self) -> Mapping[Key, int]:
        self._solver.run()
        if self._solver.getModelStatus() != HighsModelStatus.kOptimal:
            raise NoTableError
        found = self._solver.getSolution().col_value
        steps = zip(found[: self._size], found[self._size :], strict=True)
        moved = zip(self._at, (round(up - down) for up, down in steps), strict=True)
        return {key: by for key, by in moved if by}

    def _holds(self, moved: Mapping[Key, int]) -> bool:
        """Count it over: no figure is below nought or above its limit, and every sum holds."""
        rooms = ((by, self._room(key)) for key, by in moved.items())
        off: Counter[int] = Counter()
        for key, by in moved.items():
            for row, sign in self._terms[key]:
                off[row] += sign * by
        return all(-down <= by <= up for by, (up, down) in rooms) and not any(off.values())


def _solver() -> Highs:
    """One thread, no presolve: each question is small, and starts from the answer before."""
    solver = Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("presolve", "off")):
        solver.setOptionValue(option, value)
    return solver
