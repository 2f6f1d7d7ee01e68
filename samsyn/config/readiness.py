"""What must hold before the site may open."""

from functools import cache

from django.conf import settings
from django.core.checks import run_checks
from django.core.checks.messages import ERROR
from django.db import connection

from samsyn.config.database.faults import faults_of_role
from samsyn.config.database.migrations import refuse_missing_migrations
from samsyn.config.problems import ProblemError


def refuse_unready() -> None:
    """Refuse to serve as a role that may too much, or a release that does not fit its database."""
    if not settings.SECRET_KEY:
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
