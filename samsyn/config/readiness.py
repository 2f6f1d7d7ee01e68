"""What must hold before the site may open."""

from functools import cache

from django.core.checks import run_checks
from django.core.checks.messages import ERROR
from django.db import connection

from samsyn.config.database.faults import faults_of_role
from samsyn.config.database.migrations import refuse_missing_migrations
from samsyn.config.env import environment
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import secret_key


def refuse_unready() -> None:
    """Refuse to serve as a role that may too much, or a release that does not fit its database."""
    env = environment()
    if not secret_key(env.secret_key, env.home):
        raise ProblemError("SAMSYN_SECRET_KEY saknas: ange en nyckel på minst 32 tecken.")
    with connection.cursor() as cursor:
        faults = faults_of_role(cursor.connection)
    if faults:
        raise ProblemError(f"{faults[0]} Kör samsyn doctor.")
    refuse_missing_migrations()
    refuse_failed_checks()


@cache
def refuse_failed_checks() -> None:
    errors = [check for check in run_checks() if check.level >= ERROR]
    if errors:
        raise ProblemError(f"Installationen är inte hel: {errors[0].id} {errors[0].msg}")
