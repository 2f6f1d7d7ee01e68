"""Builds the database, and shows how far it has come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from samsyn.config.database.addresses import address
from samsyn.config.database.migrations import migrate
from samsyn.config.env import environment


def build() -> int:
    """Apply what is missing and return how many steps that was."""
    return migrate(address(environment(), "app")["user"], _bar)


@contextmanager
def _bar(length: int) -> Iterator[Callable[[], None]]:
    with click.progressbar(length=length, label="Bygger databasen", hidden=not length) as bar:
        yield lambda: bar.update(1)
