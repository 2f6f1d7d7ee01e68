"""The whole measurement: load, serve, ask, and tell."""

import os
import platform
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import psycopg

from samsyn.access import api as access
from samsyn.config.database.addresses import address
from samsyn.config.env import environment
from tools.bench import (
    bringing,
    loading,
    printing,
    processes,
    protecting,
    serving,
    spreadsheet,
)
from tools.bench.deviation_figures import deviation_figures, deviations_in
from tools.bench.figures import Figure, Who, figures
from tools.bench.forum_figures import forum_figures, met_in, track_figures
from tools.bench.governance_figures import governance_figures, governed_in
from tools.bench.indicator_figures import indicator_figures, indicators_in
from tools.bench.initiative_figures import begun_in, initiative_figures
from tools.bench.measuring import Measured, Site, measure, queries_by_length
from tools.bench.table import Line, table

_HEAD = ("page, 8 users at once (ms)", "p50", "p95", "goal", "", "SQL p95", "site", "db", "queries")
_MEMORY_GOAL, _START_GOAL = 250, 5
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    port: int
    neighbours: int
    rounds: int
    count: int
    only: str
    pause: float


def report(home: Path, wanted: Wanted) -> Iterator[str]:
    """Measure the site, the collaboration file and the printers, or one of them."""
    yield _machine()
    if wanted.only not in {bringing.NAME, printing.NAME, protecting.NAME}:
        yield from _site(home, wanted)
    if not wanted.only or wanted.only == bringing.NAME:
        yield ""
        yield from _bringing(home, wanted.rounds)
    if wanted.only in {"", printing.NAME}:
        yield ""
        yield from _printing(wanted.rounds)
    if wanted.only in {"", protecting.NAME}:
        yield ""
        yield from _protecting(wanted.rounds)


def _site(home: Path, wanted: Wanted) -> Iterator[str]:
    loaded = _load(home, wanted.neighbours)
    yield ""
    with serving.served("serve", wanted.port) as (pid, _):
        site = Site(wanted.port, pid, home)
        yield from table(_HEAD, list(_pages(site, loaded, wanted)))
        whole = list(_memory(site))
    whole += _from_a_spreadsheet(loaded, wanted)
    yield ""
    yield from table(("queries of a list", "1 row", "25", "many", ""), list(_queries(loaded)))
    if not wanted.only:
        whole += _starts(home, wanted.port + 1)
    yield ""
    yield from table(("the whole", "measured", "goal", ""), whole)
    yield ""
    yield from _notes(wanted)


def _load(home: Path, neighbours: int) -> Mapping[int, loading.Loaded]:
    today = access.clock.now().date()
    count = len(loading.sizes(neighbours))
    with click.progressbar(length=count, label="Making up municipalities") as bar:
        return loading.load(home, neighbours, today, lambda: bar.update(1))


def _machine() -> str:
    with psycopg.connect(**address(environment(), "app")) as server:
        version = server.info.server_version // 10_000, server.info.server_version % 10_000
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores (load {load:.1f} before), {platform.machine()}, "
        f"Python {platform.python_version()}, PostgreSQL {version[0]}.{version[1]}"
    )


def _pages(site: Site, loaded: Mapping[int, loading.Loaded], wanted: Wanted) -> Iterator[Line]:
    full, many = loaded[loading.FULL], loaded[loading.MANY_FORUMS]
    met = met_in(full.made.municipality_id, full.emails[Who.ADMINISTRATOR])
    of_forums = forum_figures(met)
    governed = governance_figures(governed_in(full.made.municipality_id))
    begun = initiative_figures(begun_in(full.made.municipality_id))
    deviated = deviation_figures(deviations_in(full.made.municipality_id))
    indicated = indicator_figures(indicators_in(full.made.municipality_id))
    of_initiatives = [*begun, *deviated, *indicated]
    asked = [
        (full, _chosen([*figures(full.made), *of_forums, *governed, *of_initiatives], wanted)),
        (many, _chosen(track_figures(), wanted)),
    ]
    length = sum(len(chosen) for _of, chosen in asked) * wanted.rounds
    with click.progressbar(length=length, label="Asking for pages") as bar:
        counts = [(wanted.count, wanted.pause)] * wanted.rounds
        for of, chosen in asked:
            yield from map(_line, measure(site, of, chosen, counts, lambda: bar.update(1)))


def _chosen(found: Iterable[Figure], wanted: Wanted) -> list[Figure]:
    parts = wanted.only.split(",")
    return [figure for figure in found if any(part in figure.name for part in parts)]


def _line(measured: Measured) -> Line:
    best, cheapest = measured.best, measured.cheapest
    slow, goal = best.times.percentile(0.95), measured.figure.goal
    return (
        measured.figure.name,
        f"{best.times.percentile(0.5):.0f}",
        f"{slow:.0f}",
        str(goal or ""),
        _verdict(slow, goal),
        f"{measured.floor.percentile(0.95):.0f}" if measured.queries else "",
        f"{cheapest.site_cpu:.1f}",
        f"{cheapest.database_cpu:.1f}",
        str(measured.queries or ""),
    )


def _verdict(value: float, goal: int | None) -> str:
    return "over" if goal is not None and value > goal else ""


def _queries(loaded: Mapping[int, loading.Loaded]) -> Iterator[Line]:
    for name, counts in queries_by_length(loaded):
        verdict = "" if len(set(counts)) == 1 else "grows"
        yield (name, *map(str, counts), verdict)


def _memory(site: Site) -> Iterator[Line]:
    alone, database = (processes.memory_mebibytes(root) for root in site.roots)
    yield _whole("memory of the site after the load (MiB, PSS)", alone, _MEMORY_GOAL)
    yield ("the same with PostgreSQL (MiB)", f"{alone + database:.0f}", "", "")


def _from_a_spreadsheet(loaded: Mapping[int, loading.Loaded], wanted: Wanted) -> Iterator[Line]:
    if any(part in spreadsheet.NAME for part in wanted.only.split(",")):
        full = loaded[loading.FULL]
        emails = full.emails[Who.ADMINISTRATOR]
        yield from spreadsheet.lines(full.made.municipality_id, emails[0])


def _starts(home: Path, port: int) -> Iterator[Line]:
    """Start the demonstration twice in a home of its own: the second time everything is there."""
    demo = home.parent / f"{home.name}-demo"
    shutil.rmtree(demo, ignore_errors=True)
    seconds = []
    try:
        for _ in range(1 + _TRIES):
            with serving.served("demo", port, SAMSYN_HOME=str(demo)) as (_pid, taken):
                seconds.append(taken)
    finally:
        shutil.rmtree(demo, ignore_errors=True)
    yield ("samsyn demo, the first time (s)", f"{seconds[0]:.1f}", "", "")
    yield _whole("samsyn demo, the second time (s)", min(seconds[1:]), _START_GOAL)
    yield ("samsyn --help (s)", f"{min(serving.run('--help') for _ in range(_TRIES)):.2f}", "", "")


def _whole(name: str, value: float, goal: int) -> Line:
    return (name, f"{value:.1f}", str(goal), _verdict(value, goal))


def _bringing(home: Path, count: int) -> Iterator[str]:
    length = bringing.length(count)
    with click.progressbar(length=length, label="Bringing in and taking out") as bar:
        found = bringing.rounds(home, count, lambda: bar.update(1))
    yield from table(bringing.HEAD, list(bringing.lines(found)))
    yield ""
    yield from _notes_on_bringing(count)


def _notes_on_bringing(count: int) -> Iterator[str]:
    yield "records, rows: of the first round; a meeting with all its items is one record."
    yield "parsed: the same files through yaml.CSafeLoader, the fastest safe loader there is."
    yield "copied: the same rows through COPY, into bare tables (import) or out (the other two)."
    yield f"measured: once Django is ready; the best of {count} rounds, a municipality for each."
    yield "MB: the most memory that any round held, PostgreSQL not counted."
    yield "own: processor time of the command alone. all: the command from its start to its end."


def _pace(pause: float) -> str:
    return f"with {pause:g} s to read each in" if pause else "without a pause"


def _notes(wanted: Wanted) -> Iterator[str]:
    yield (
        f"p50 and p95: the best of {wanted.rounds} rounds of {loading.VISITORS} x {wanted.count} "
        f"pages, asked {_pace(wanted.pause)}; other work on the machine makes them worse."
    )
    yield "SQL p95: what the first such page asks, asked by psycopg on as many connections at once."
    yield "site, db: processor time of the site and of PostgreSQL per page, ms; cheapest round."
    yield "A file holds the whole list and has no goal of its own: it is not a page."


def _printing(count: int) -> Iterator[str]:
    with click.progressbar(length=2, label="Printing") as bar:
        found = list(printing.rounds(count, lambda: bar.update(1)))
    yield from table(printing.HEAD, list(printing.lines(found)))
    yield ""
    yield "floor: typst with the same words as bare paragraphs (PDF), to pack the same file (Word)."
    yield f"first: with the start of the printer. best: of {count} rounds, a new document for each."


def _protecting(count: int) -> Iterator[str]:
    with click.progressbar(length=protecting.length(), label="Protecting") as bar:
        found = list(protecting.rounds(count, lambda: bar.update(1)))
    yield from table(protecting.HEAD, list(protecting.lines(found)))
