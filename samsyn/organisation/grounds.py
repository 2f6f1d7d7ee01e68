"""On what grounds someone may do something with what hangs on the functions."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from samsyn.access.api import (
    EVERY_ROLE,
    Actor,
    Role,
    Rule,
    has_role,
    has_role_everywhere,
    prepared,
)
from samsyn.organisation.models import Position
from samsyn.organisation.queries import functions_of_account

anyone = has_role(*EVERY_ROLE)
keepers = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR)
overseers = has_role(Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR)


def functions_held() -> QuerySet[Position]:
    """The functions that SOMEONE holds today."""
    return functions_of_account(prepared.SOMEONE)


def among(path: str, name: str, rows: Callable[[], QuerySet[Any]]) -> Callable[[Actor], Q]:
    """Those whose `path` is one of the rows; only for an actor who has a role at all."""

    def condition(actor: Actor) -> Q:
        question = prepared.written(name, lambda: rows().order_by())
        found = RawSQL(*prepared.ground(question, actor))  # noqa: S611 - Django's own text
        return Q(**{f"{path}__in": found}) & anyone.condition(actor)

    return condition


# In the municipality where she holds it: whichever function it is.
holds_some = Rule(
    (),
    among("pk", "municipalities of functions", lambda: functions_held().values("municipality_id")),
    "holds some function",
)


@cache
def holds(path: str) -> Rule:
    """Permit those who today hold the function at `path`."""
    rows = among(path, "functions of account", lambda: functions_held().values("pk"))
    return Rule((), rows, "holds the function")
