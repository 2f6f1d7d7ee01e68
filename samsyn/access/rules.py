"""Permission as a condition in the database, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db.models import BooleanField, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from samsyn.access.domain import Actor
from samsyn.access.models import Assignment, Role

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EVERY_ROLE = tuple(Role)

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Rule:
    """Permits the rows that meet `condition`; `reach` says in words how far it goes."""

    roles: tuple[Role, ...]
    condition: Callable[[Actor], Q]
    reach: str


@dataclass(frozen=True, slots=True)
class Action(Generic[Row]):
    """Permitted if any rule holds, forbidden if any in `never` holds; no rules: nobody.

    An actor who may not take the action on a row, but sees it through `seen_by`, is told so in a
    sentence; anyone else cannot tell the row from a missing one.
    """

    name: str
    model: type[Row]
    label: _StrPromise
    permitted: tuple[Rule, ...] = ()
    never: tuple[Rule, ...] = ()
    seen_by: Action[Row] | None = None

    def __post_init__(self) -> None:
        if self.name in ACTIONS:
            raise ValueError(f"two actions are named {self.name}")
        ACTIONS[self.name] = self

    def condition(self, actor: Actor) -> Q:
        allowed = Q(pk__in=[])
        for rule in self.permitted:
            allowed |= rule.condition(actor)
        for rule in self.never:
            allowed &= ~rule.condition(actor)
        return allowed


ACTIONS: dict[str, Action[Any]] = {}


def held_today(actor: Actor, *roles: Role) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=actor.today),
        municipality_id=actor.municipality_id,
        account_id=actor.account_key,
        account__is_active=True,
        role__in=roles,
        starts_on__lte=actor.today,
    )


def _exists(rows: QuerySet[Assignment]) -> Q:
    """Write the question out here: Django would write it anew for each query that it is part of.

    That is most of the time that a page takes, since every query asks who may see its rows.
    """
    text, bound = rows.order_by().values("pk").query.sql_with_params()
    return Q(RawSQL(f"exists ({text})", bound, output_field=BooleanField()))  # noqa: S611 - Django's


def has_role(*roles: Role) -> Rule:
    """Permit those who today hold one of the roles anywhere in the municipality."""
    return Rule(roles, lambda actor: _exists(held_today(actor, *roles)), "anywhere")


def has_role_everywhere(*roles: Role) -> Rule:
    """Permit those who today hold one of the roles in the whole municipality, not in a body."""

    def condition(actor: Actor) -> Q:
        return _exists(held_today(actor, *roles).filter(body__isnull=True))

    return Rule(roles, condition, "everywhere")


def has_role_in_body(*roles: Role, path: str) -> Rule:
    """Permit those who today hold one of the roles in the body found at `path`."""

    def condition(actor: Actor) -> Q:
        held = held_today(actor, *roles)
        everywhere = _exists(held.filter(body__isnull=True))
        bodies = held.filter(body__isnull=False).values("body_id")
        return everywhere | Q(**{f"{path}__in": bodies})

    return Rule(roles, condition, "in the body")
