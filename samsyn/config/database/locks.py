"""File locks that end with the process that holds them, however it ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samsyn.config.problems import ProblemError


@contextmanager
def waiting(path: Path) -> Iterator[None]:
    """Hold `path` alone; whoever comes second waits."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def alone(path: Path, refusal: str) -> Iterator[None]:
    """Hold `path` alone; whoever comes second is refused."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ProblemError(refusal) from None
        yield


@contextmanager
def shared(path: Path) -> Iterator[None]:
    """Use `path` together with others."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextmanager
def if_free(path: Path) -> Iterator[bool]:
    """Hold `path` alone if nobody else has it, and say whether we do."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
