"""On what grounds someone may change an initiative: its owners, and its boards' coordinators."""

from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q

from samsyn.access.api import Action, Actor, Role, Rule, within
from samsyn.governance.api import by_owners, secretaries
from samsyn.initiatives.models import Responsibility
from samsyn.organisation.api import queries as organisation

if TYPE_CHECKING:
    from collections.abc import Callable


def coordinators(initiative: str) -> Rule:
    """Permit those who coordinate a board that answers for the initiative today."""

    def condition(actor: Actor) -> Q:
        today = within(Responsibility, actor).filter(organisation.on(actor.today))
        own = today.filter(secretaries("body_id").condition(actor))
        return Q(**{f"{initiative}__in": own.order_by().values("initiative_id")})

    return Rule((Role.COORDINATOR,), condition, "in the body")


def by_those_who_answer(
    model: type[Model],
    path: str = "",
    seen_by: Action[Any] | None = None,
) -> "Callable[..., Action[Any]]":
    """What the owners of the initiative at `path` do, and the coordinators of its boards."""
    row = f"{path}pk" if not path else path.removesuffix("__") + "_id"
    return by_owners(model, path, seen_by, context="initiatives", more=(coordinators(row),))
