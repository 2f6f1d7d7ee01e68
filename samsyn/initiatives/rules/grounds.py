"""On what grounds someone may change an initiative: its owners, and its boards' coordinators."""

from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q

from samsyn.access.api import Action, Actor, Role, Rule, prepared, within
from samsyn.governance.api import by_owners, secretaries
from samsyn.initiatives.models import Partner, Responsibility
from samsyn.organisation.api import among, functions_held
from samsyn.organisation.api import queries as organisation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet


def coordinators(initiative: str) -> Rule:
    """Permit those who coordinate a board that answers for the initiative today."""

    def condition(actor: Actor) -> Q:
        today = within(Responsibility, actor).filter(organisation.on(actor.today))
        own = today.filter(secretaries("body_id").condition(actor))
        return Q(**{f"{initiative}__in": own.order_by().values("initiative_id")})

    return Rule((Role.COORDINATOR,), condition, "in the body")


def _worked_in() -> "QuerySet[Any]":
    """The initiatives that some body of hers answers for or takes part in today."""
    bodies = functions_held().order_by().values("body_id")
    now = organisation.on(prepared.SOMEONE.today)
    answering = within(Responsibility, prepared.SOMEONE).filter(now, body__in=bodies).order_by()
    taking_part = within(Partner, prepared.SOMEONE).filter(now, body__in=bodies).order_by()
    ids = answering.values("initiative_id")
    return ids.union(taking_part.values("initiative_id"), all=True)


@cache
def works_in(initiative: str) -> Rule:
    """Permit those who today hold a function in a body that answers for it or takes part."""
    rows = among(initiative, "initiatives that bodies work in", _worked_in)
    return Rule((), rows, "works in the initiative")


def by_those_who_answer(
    model: type[Model],
    path: str = "",
    seen_by: Action[Any] | None = None,
    *more: Rule,
) -> "Callable[..., Action[Any]]":
    """What the owners of the initiative at `path` do, and the coordinators of its boards."""
    row = f"{path}pk" if not path else path.removesuffix("__") + "_id"
    return by_owners(model, path, seen_by, context="initiatives", more=(coordinators(row), *more))
