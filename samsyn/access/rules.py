"""Permission as a condition in the database, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db.models import BooleanField, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from samsyn.access.domain import Actor
from samsyn.access.models import Assignment, PersonalLink, Role
from samsyn.access.prepared import SOMEONE, Text, ground

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EVERY_ROLE = tuple(Role)

_EVERYWHERE = Q(body__isnull=True)

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Rule:
    """Permits the rows that meet `condition`; `reach` says in words how far it goes.

    `alone` is the same rule for one of its roles, to tell which of several it was that permitted.
    """

    roles: tuple[Role, ...]
    condition: Callable[[Actor], Q]
    reach: str
    alone: Callable[[Role], Rule] | None = None


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


@dataclass(frozen=True, slots=True)
class Purpose:
    """What someone without an account may do by a personal link, with one row of the model.

    The page at `url_name` takes the link's token, and nothing else.
    """

    name: str
    model: type[Model]
    label: _StrPromise
    url_name: str
    lasts: timedelta = timedelta(days=90)

    def __post_init__(self) -> None:
        if self.name in PURPOSES:
            raise ValueError(f"two purposes are named {self.name}")
        PURPOSES[self.name] = self


PURPOSES: dict[str, Purpose] = {}


def held_today(actor: Actor, *roles: Role) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=actor.today),
        municipality_id=actor.municipality_id,
        account_id=actor.account_key,
        account__is_active=True,
        role__in=roles,
        starts_on__lte=actor.today,
    )


@cache
def _written(held: Callable[..., QuerySet[Assignment]], roles: tuple[Role, ...], only: Q) -> Text:
    """Write the question once and for all: every query of every page asks who may see its rows."""
    rows = held(SOMEONE, *roles).filter(only).order_by().values("pk")
    return rows.query.sql_with_params()


def _holds(actor: Actor, roles: tuple[Role, ...], only: Q) -> Q:
    """Ask the question of an actor: a role that has ended counts no more at the next query."""
    text, values = ground(_written(held_today, roles, only), actor)
    return Q(RawSQL(f"exists ({text})", values, output_field=BooleanField()))  # noqa: S611 - Django's own text


def has_role(*roles: Role) -> Rule:
    """Permit those who today hold one of the roles anywhere in the municipality."""
    return Rule(roles, lambda actor: _holds(actor, roles, Q()), "anywhere")


def has_role_everywhere(*roles: Role) -> Rule:
    """Permit those who today hold one of the roles in the whole municipality, not in a body."""
    return Rule(roles, lambda actor: _holds(actor, roles, _EVERYWHERE), "everywhere")


def has_role_in_body(*roles: Role, path: str) -> Rule:
    """Permit those who today hold one of the roles in the body found at `path`."""

    def condition(actor: Actor) -> Q:
        held = held_today(actor, *roles)
        everywhere = _holds(actor, roles, _EVERYWHERE)
        bodies = held.filter(body__isnull=False).values("body_id")
        return everywhere | Q(**{f"{path}__in": bodies})

    return Rule(roles, condition, "in the body", partial(has_role_in_body, path=path))


def has_link(purpose: Purpose, path: str = "pk") -> Rule:
    """Permit whoever came by a link for the purpose, on what it is about, found at `path`."""

    def condition(actor: Actor) -> Q:
        links = PersonalLink.objects.filter(
            pk=actor.link_key,
            municipality_id=actor.municipality_id,
            purpose=purpose.name,
            object_type=purpose.model._meta.label_lower,
            revoked_at__isnull=True,
            expires_at__gt=actor.now,
        )
        return Q(**{f"{path}__in": links.values("object_id")})

    return Rule((), condition, by_link(purpose))


def by_link(purpose: Purpose) -> str:
    return f"by a link: {purpose.name}"
