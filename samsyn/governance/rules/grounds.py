"""On what grounds someone may change what is governed by: she keeps it all, or owns the thing.

The owner is a function; where a group owns, those who lead the group do.
"""

from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q

from samsyn.access.api import Action, Actor, Role, Rule, has_role_in_body
from samsyn.forums.api import leads
from samsyn.organisation.api import holds, keepers

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def owners(path: str = "") -> tuple[Rule, ...]:
    """Permit the keepers of them all, who holds the owning function and who leads the group."""
    return (keepers, holds(f"{path}owner_id"), leads(f"{path}owner_forum_id"))


def is_owned(actor: Actor) -> Q:
    """What a function of hers owns, or a group that she leads."""
    return holds("owner_id").condition(actor) | leads("owner_forum_id").condition(actor)


def secretaries(path: str) -> Rule:
    """Permit those who coordinate the body at `path`: a board's own secretary does."""
    return has_role_in_body(Role.COORDINATOR, path=path)


def by_owners(
    model: type[Model],
    path: str = "",
    seen_by: Action[Any] | None = None,
    *,
    context: str = "governance",
    more: tuple[Rule, ...] = (),
) -> "_Named":
    """What those who own the thing at `path` do with a row, and more if told; by name, label."""
    return _Named(context, model, (*owners(path), *more), seen_by)


class _Named:
    def __init__(
        self,
        context: str,
        model: type[Model],
        rules: tuple[Rule, ...],
        seen_by: Action[Any] | None,
    ) -> None:
        self._context, self._model, self._rules, self._seen_by = context, model, rules, seen_by

    def __call__(self, name: str, label: "_StrPromise", *more: Rule) -> Action[Any]:
        return Action(
            name=f"{self._context}.{name}",
            model=self._model,
            label=label,
            permitted=(*self._rules, *more),
            seen_by=self._seen_by,
        )
