"""Measures each page under load, and what it costs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tools.bench import processes
from tools.bench.figures import Figure, Who, lists
from tools.bench.floors import Insider, asked_again
from tools.bench.loading import FULL, ONE, ONE_PAGE, PASSWORD, VISITORS, Loaded
from tools.bench.visitors import Times, Visitor, crowd

_FILES = 1  # for each visitor and round: a file takes as long as many pages


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site is, and which processes it is."""

    port: int
    pid: int
    home: Path

    @property
    def roots(self) -> tuple[int, int]:
        return self.pid, processes.postmaster(self.home)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of answers, with the processor time of site and database for each."""

    times: Times
    site_cpu: float
    database_cpu: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A page in several rounds; the best is the one that other work disturbed least."""

    figure: Figure
    rounds: Sequence[Round]
    queries: int
    floor: Times

    @property
    def best(self) -> Round:
        return min(self.rounds, key=lambda each: each.times.percentile(0.95))

    @property
    def cheapest(self) -> Round:
        return min(self.rounds, key=lambda each: each.site_cpu + each.database_cpu)


def signed_in(site: Site, emails: Sequence[str]) -> list[Visitor]:
    visitors = [Visitor(site.port) for _ in emails]
    for visitor, email in zip(visitors, emails, strict=True):
        visitor.sign_in(email, PASSWORD)
    return visitors


def measure(
    site: Site,
    loaded: Loaded,
    figures: Sequence[Figure],
    rounds: Sequence[tuple[int, float]],
    advance: Callable[[], None],
) -> Iterator[Measured]:
    """Ask for every page in each round: how often each visitor asks, and the pause between (s)."""
    crowds = {who: signed_in(site, emails) for who, emails in loaded.emails.items()}
    crowds[Who.STRANGER] = [Visitor(site.port) for _ in range(VISITORS)]
    insiders = {who: Insider(emails[0]) for who, emails in loaded.emails.items()}
    found: dict[str, list[Round]] = {figure.name: [] for figure in figures}
    for (count, pause), figure in product(rounds, figures):
        found[figure.name].append(_round(site, crowds[figure.by], figure, count, pause))
        advance()
    for figure in figures:
        insider = insiders.get(figure.by)
        heard = insider.statements(figure.paths[0]) if insider else []
        yield Measured(figure, found[figure.name], len(heard), asked_again(heard, VISITORS))


def _round(
    site: Site, visitors: Sequence[Visitor], figure: Figure, count: int, pause: float
) -> Round:
    times_each = _FILES if "hamta=" in figure.paths[0] else count
    before = [processes.cpu_milliseconds(root) for root in site.roots]
    times = crowd(visitors, figure.paths, times_each, pause)
    after = [processes.cpu_milliseconds(root) for root in site.roots]
    asked = len(visitors) * (times_each + 1)
    used = [(last - first) / asked for first, last in zip(before, after, strict=True)]
    return Round(times, *used)


def queries_by_length(loaded: Mapping[int, Loaded]) -> Iterator[tuple[str, list[int]]]:
    """Count the questions of each list with one row, with one page and with many pages."""
    insiders = [
        Insider(loaded[size].emails[Who.ADMINISTRATOR][0]) for size in (ONE, ONE_PAGE, FULL)
    ]
    for figure in lists():
        path = figure.paths[0]
        yield figure.name, [len(insider.statements(path)) for insider in insiders]
