"""How fast a collaboration file is brought in and taken out, beside its floors."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samsyn.config import env
from samsyn.config.database.addresses import DATABASE, superuser_address
from samsyn.config.database.embedded import running_database
from tools.bench import serving
from tools.bench.copying import copied
from tools.bench.table import Line

HEAD = (
    *("records/s", "records", "rows", "parsed", "copied", "measured", "goal", ""),
    *("MB", "goal", "", "own (s)", "all (s)"),
)
NAME = "import"
_IN, _AGAIN, _OUT = _NAMES = ("import", "import again", "export")
# The registers alone, and with ten years of meetings: the records of those are long.
_SHAPES = {"registers": ("--forums", "0"), "with meetings": ()}
_PARSED, _COPIED_IN, _COPIED_OUT, _NONE = "parsed", "copied in", "copied out", ""
_FLOORS = {
    _IN: (_PARSED, _COPIED_IN),
    _AGAIN: (_PARSED, _COPIED_OUT),
    _OUT: (_NONE, _COPIED_OUT),
}
_GOALS = {_IN: 5_000, _AGAIN: 5_000, _OUT: 10_000}
_MEMORY_GOAL = 500


@dataclass(frozen=True, slots=True)
class Cost:
    """What it cost, once Django was ready; `whole` is the command from start to end.

    Its own part is the processor's time, without what it waited for: PostgreSQL, or its turn.
    """

    seconds: float
    own: float
    megabytes: float
    whole: float
    done: Any


@dataclass(frozen=True, slots=True)
class Round:
    """One municipality brought in, taken out, and brought in again as it was taken out."""

    records: int
    rows: int
    costs: Mapping[str, Cost]
    floors: Mapping[str, float]


def rounds(home: Path, count: int, advance: Callable[[], None]) -> dict[str, list[Round]]:
    """Let each round of a shape have a made-up municipality, in a database of its own."""
    return {shape: list(_rounds(home, shape, count, advance)) for shape in _SHAPES}


def length(count: int) -> int:
    return len(_SHAPES) * count


def _rounds(home: Path, shape: str, count: int, advance: Callable[[], None]) -> Iterator[Round]:
    with _place(home) as place:
        surroundings = {"SAMSYN_HOME": str(place / "home")}
        with running_database(env.read(os.environ | surroundings)):
            serving.run("migrate", **surroundings)
            made = place / "made up"
            asked = ("--municipalities", str(count), *_SHAPES[shape])
            serving.run("generate", str(made), *asked, **surroundings)
            for folder in sorted(made.iterdir()):
                yield _round(folder, place / "exported" / folder.name, surroundings)
                advance()


@contextmanager
def _place(home: Path) -> Iterator[Path]:
    place = home.parent / f"{home.name}-import"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o711, parents=True)  # the database may run as another user
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _round(folder: Path, exported: Path, surroundings: Mapping[str, str]) -> Round:
    costs = {
        _IN: spent("import", folder, surroundings),
        _OUT: spent("export", exported, surroundings),
        _AGAIN: spent("import", exported, surroundings),
    }
    parsed = spent("parse", folder, surroundings)
    where = superuser_address(env.read(os.environ | surroundings), DATABASE)
    bare = copied(where, folder.name)
    floors = {_PARSED: parsed.seconds, _COPIED_IN: bare.taken_in, _COPIED_OUT: bare.taken_out}
    return Round(parsed.done, bare.rows, costs, floors)


def spent(what: str, folder: Path, surroundings: Mapping[str, str]) -> Cost:
    """Do one thing in a process of its own, which can tell what memory that took."""
    start = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "tools.bench.once", what, str(folder)],
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | surroundings,
    ).stdout
    whole = time.perf_counter() - start
    return Cost(**json.loads(told.splitlines()[-1]), whole=whole)


def lines(found: Mapping[str, Sequence[Round]]) -> Iterator[Line]:
    return (line for shape, of in found.items() for line in _lines(shape, of))


def _lines(shape: str, found: Sequence[Round]) -> Iterator[Line]:
    """A line for each command; the best round is the one that other work disturbed least."""
    for name in _NAMES:
        costs = [each.costs[name] for each in found]
        rate = max(each.records / each.costs[name].seconds for each in found)
        yield (
            f"{name}, {shape}",
            *(str(found[0].records), str(found[0].rows)),
            *(_floor(found, floor) for floor in _FLOORS[name]),
            *(f"{rate:.0f}", str(_GOALS[name]), "under" if rate < _GOALS[name] else ""),
            *_memory(max(cost.megabytes for cost in costs)),
            f"{min(cost.own for cost in costs):.1f}",
            f"{min(cost.whole for cost in costs):.1f}",
        )


def _memory(most: float) -> Line:
    return f"{most:.0f}", str(_MEMORY_GOAL), "over" if most > _MEMORY_GOAL else ""


def _floor(found: Sequence[Round], name: str) -> str:
    if name == _NONE:
        return ""
    return f"{max(each.records / each.floors[name] for each in found):.0f}"
