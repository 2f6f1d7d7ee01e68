"""Turns what goes wrong around the embedded server into one line that says what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samsyn.config.problems import ProblemError

_FULL = "Disken är full: frigör utrymme för {home} och försök igen."
_IN_USE = "Databasen i {home} används redan av en annan PostgreSQL-server: stoppa den först."

# What PostgreSQL says, and what we say instead.
_KNOWN = {
    "No space left on device": _FULL,
    "Disk quota exceeded": _FULL,
    "Check free disk space": _FULL,
    'lock file "postmaster.pid" already exists': _IN_USE,
    "pre-existing shared memory block": _IN_USE,
    "Permission denied": "Databasservern får inte läsa eller skriva i {home}: kontrollera ägaren.",
    "could not resize shared memory": "Minnet räcker inte för databasen (/dev/shm är fullt).",
    "could not map anonymous shared memory": "Minnet räcker inte för databasen.",
}


@contextmanager
def explained(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ProblemError(_of_system(error, home)) from error


def of_start(output: str, home: Path) -> ProblemError:
    """Explain why a server did not start, from what it wrote."""
    last = next((line for line in reversed(output.splitlines()) if line.strip()), "inget svar")
    unknown = f"Databasen i {home} går inte att starta: {last.strip()}"
    return ProblemError(_known(output, home) or unknown)


def of_answer(answer: str, home: Path) -> ProblemError:
    """Explain why a server that runs would not do as it was told."""
    unknown = f"Databasen svarar inte: {answer.strip().splitlines()[0]}"
    return ProblemError(_known(answer, home) or unknown)


def _known(text: str, home: Path) -> str | None:
    found = (sentence for sign, sentence in _KNOWN.items() if sign in text)
    return next((sentence.format(home=home) for sentence in found), None)


def _of_system(error: OSError, home: Path) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _FULL.format(home=home)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        place = error.filename or home
        return f"Skrivrätt saknas i {place}: välj en annan katalog med SAMSYN_HOME."
    return f"{home} går inte att använda: {error.strerror or error}."
