"""What a process needs before it can work: the database up, and Django ready in one role."""

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from samsyn.config.env import Role, environment
from samsyn.config.problems import ProblemError

_NO_SUCH_TABLE = "42P01"
_PR_SET_PDEATHSIG = 1


def obey_parent() -> None:
    """Stop when the parent says so, or is gone."""
    # Ctrl-C reaches every process of the terminal's group; told twice to stop, a worker hangs.
    os.setpgrp()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@contextmanager
def working_as(role: Role = "app") -> Iterator[None]:
    """Keep the database up and Django ready; a process works in one role only."""
    from samsyn.config.database.embedded import running_database

    os.environ["SAMSYN_DATABASE_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    environment.cache_clear()
    with running_database(environment()), _django():
        yield


@contextmanager
def _django() -> Iterator[None]:
    import django
    from django.db import OperationalError, ProgrammingError, connections

    from samsyn.config.database.failures import of_answer

    django.setup()
    try:
        yield
    except OperationalError as error:
        raise of_answer(str(error), environment().home) from error
    except ProgrammingError as error:
        if getattr(error.__cause__, "sqlstate", "") != _NO_SUCH_TABLE:
            raise
        raise ProblemError("Databasen är inte byggd: kör samsyn migrate.") from error
    finally:
        connections.close_all()
