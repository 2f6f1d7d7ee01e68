"""On what grounds someone may do something in the forums.

Duties follow functions: who today holds the convener's, the chair's or the secretary's leads the
forum, and who holds a function that has a seat takes part in it.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, Model, Q, QuerySet, UUIDField
from django.db.models.functions import Coalesce

from samsyn.access.api import Action, Actor, Membership, Role, Rule, has_role, prepared, within
from samsyn.forums.models import Forum, Reach, Seat
from samsyn.organisation import api as organisation
from samsyn.organisation.api import among, anyone, functions_held, keepers, overseers

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_managers = has_role(Role.DIRECTOR, Role.POLITICIAN)


# Each names the functions held but once: to plan a question takes longer than to answer it, and
# every question about what is said at the meetings asks both.


class _Ids(Func):
    template = "array[%(expressions)s]"
    output_field = ArrayField(UUIDField())


class _Each(Func):
    template = "unnest(array[%(expressions)s])"
    output_field = UUIDField()


def _led() -> "QuerySet[Any]":
    leading = _Ids("convener_id", "chair_id", "secretary_id")
    rows = within(Forum, prepared.SOMEONE).annotate(leading=leading)
    held = ArraySubquery(functions_held().order_by().values("pk"))
    return rows.filter(leading__overlap=held).values("pk")


def _with_a_seat() -> "QuerySet[Any]":
    """A seat is for a function or, if it names none, for every function of the body."""
    now = organisation.queries.on(prepared.SOMEONE.today)
    rows = within(Seat, prepared.SOMEONE).annotate(whose=Coalesce("position_id", "body_id"))
    held = functions_held().order_by().values_list(_Each("pk", "body_id"))
    return rows.filter(now, whose__in=held).values("forum_id")


@cache
def leads(path: str) -> Rule:
    """Permit those who today hold a function that leads the forum at `path`."""
    return Rule((), among(path, "forums led", _led), "leads the forum")


@cache
def takes_part(path: str) -> Rule:
    """Permit those who today hold a function that leads the forum, or has a seat in it."""
    led = leads(path).condition
    seated = among(path, "forums with a seat", _with_a_seat)
    return Rule((), lambda actor: led(actor) | seated(actor), "takes part in the forum")


@cache
def _is_to_read(forum: str) -> Rule:
    """Permit those whom the forum says that its notes are for; its participants always."""
    return Rule((), _reached(f"{forum}_id", f"{forum}__reach"), "is to read the notes")


@cache
def is_meant_for(forum: str, reach: str) -> Rule:
    """Permit those whom what hangs on the forum says at `reach` that it is for."""
    return Rule((), _reached(forum, reach), "is meant to use it")


def _reached(forum: str, reach: str) -> Callable[[Actor], Q]:
    part = takes_part(forum).condition

    def condition(actor: Actor) -> Q:
        everyone = Q(**{reach: Reach.EVERYONE}) & anyone.condition(actor)
        managers = Q(**{reach: Reach.MANAGERS}) & _managers.condition(actor)
        return part(actor) | everyone | managers

    return condition


def readers(forum: str) -> tuple[Rule, ...]:
    """Permit those who may read what is said at the meetings of the forum."""
    return (overseers, _is_to_read(forum))


def leaders(path: str) -> tuple[Rule, ...]:
    """Permit those who lead the forum at `path`, and the keepers of them all."""
    return (keepers, leads(path))


@cache
def is_own(path: str) -> Rule:
    """Permit the person herself, who may have left the function already."""
    own = among(path, "person of account", _own_person)
    return Rule((), own, "is the person")


def _own_person() -> "QuerySet[Any]":
    rows = within(Membership, prepared.SOMEONE).filter(account_id=prepared.SOMEONE.account_key)
    return rows.values("person_id")


def by_leaders(
    model: type[Model], forum: str, seen_by: Action[Any] | None = None
) -> "Callable[..., Action[Any]]":
    """What those who lead the forum at `forum` do with a row, and more if told; by name, label."""

    def action(name: str, label: "_StrPromise", *more: Rule) -> Action[Any]:
        return Action(
            name=f"forums.{name}",
            model=model,
            label=label,
            permitted=(*leaders(forum), *more),
            seen_by=seen_by,
        )

    return action
