"""What a process needs before it can work: the database up, and Django ready in one role."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from samsyn.config.env import Role, environment


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
    from django.db import OperationalError, connections

    from samsyn.config.database.failures import of_answer

    django.setup()
    try:
        yield
    except OperationalError as error:
        raise of_answer(str(error), environment().home) from error
    finally:
        connections.close_all()
