"""`make bench`: how fast the site and the file are, beside what would be the fastest possible."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from samsyn.config.process import working_as
from tools.bench import serving


@click.command
@click.option("--home", type=click.Path(path_type=Path), help="Keep the database here.")
@click.option("--port", default=8470, show_default=True, help="First of two ports to serve on.")
@click.option("--neighbours", default=50, show_default=True, help="Municipalities beside.")
@click.option("--rounds", default=3, show_default=True, help="Rounds; the best one counts.")
@click.option("--count", default=8, show_default=True, help="Pages per visitor and round.")
@click.option("--pause", default=0.0, show_default=True, help="Seconds to read a page in.")
@click.option("--only", default="", help="Measure only what has one of these in its name.")
def main(home: Path | None, port: int, **wanted: Any) -> None:
    """Measure the site under load, the collaboration file and the printers; none fails if slow."""
    with _home(home) as place:
        serving.settle(place, port)
        serving.run("migrate")
        with working_as("app"):
            from tools.bench.report import Wanted, report  # noqa: PLC0415 - needs Django ready

            for line in report(place, Wanted(port, **wanted)):
                click.echo(line)


@contextmanager
def _home(kept: Path | None) -> Iterator[Path]:
    if kept is not None:
        yield kept.absolute()
        return
    folder = Path(tempfile.mkdtemp(prefix="samsyn-bench-"))
    folder.chmod(0o711)  # the server may run as another user
    try:
        yield folder / "home"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
