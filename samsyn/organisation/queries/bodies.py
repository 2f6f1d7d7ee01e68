"""Questions about bodies: what they are called, and where they lie."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import (
    F,
    Field,
    Func,
    IntegerField,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.expressions import RawSQL

from samsyn.access.api import Actor, prepared, visible, within
from samsyn.organisation.models import Body, BodyName, Placement, Position
from samsyn.organisation.queries.periods import on
from samsyn.organisation.queries.positions import positions, vacant
from samsyn.organisation.rules import READ_BODY, READ_POSITION

SOMEONE, SOMETHING = prepared.SOMEONE, prepared.SOMETHING


class _NameOn(Func):
    """Written by hand: as a subquery of Django's it took longer to write than to answer."""

    template = """(
        select called.%(column)s
        from organisation_bodyname called, (values (%(expressions)s)) asked (body_id, day)
        where called.body_id = asked.body_id
        order by coalesce(called.starts_on <= asked.day, true) desc,
            abs(called.starts_on - asked.day) nulls last
        limit 1
    )"""
    output_field = TextField()


def name_on(day: date | F, body: str = "pk", *, column: str = "name") -> Func:
    """What the body at `body` is called on the day, or before its first name: the first."""
    return _NameOn(F(body), day if isinstance(day, F) else Value(day), column=column)


def bodies(actor: Actor, day: date | None = None) -> QuerySet[Any]:
    """Every body with what it is called on the day, in Swedish order."""
    named = visible(actor, READ_BODY).annotate(
        name=name_on(day or actor.today),
        name_key=name_on(day or actor.today, column="name_key"),
    )
    return named.order_by("name_key", "pk")


def bodies_with_counts(actor: Actor) -> QuerySet[Any]:
    """The list of bodies: which body each lies under today, its functions and the vacant ones."""
    rows: QuerySet[Any] = bodies(actor).annotate(
        parent_pk=_asked("parent", actor, UUIDField()),
        parent_name=name_on(actor.today, "parent_pk"),
        positions_now=_asked("positions", actor, IntegerField()),
        vacancies=_asked("vacancies", actor, IntegerField()),
    )
    return rows


def _asked(name: str, actor: Actor, kind: "Field[Any, Any]") -> RawSQL:
    question = prepared.written(("of a body", name), _OF_A_BODY[name])
    return prepared.about(question, actor, '"organisation_body"."id"', kind)


def _parent() -> "QuerySet[Any, Any]":
    here = within(Placement, SOMEONE).filter(on(SOMEONE.today), body=SOMETHING)
    return here.values_list("parent_id")


def _positions() -> QuerySet[Position]:
    return visible(SOMEONE, READ_POSITION).filter(on(SOMEONE.today), body=SOMETHING).order_by()


def _number(rows: QuerySet[Position]) -> "QuerySet[Any, Any]":
    return rows.values_list(Func(Value(1), function="count"))


_OF_A_BODY: Mapping[str, Callable[[], "QuerySet[Any, Any]"]] = {
    "parent": _parent,
    "positions": lambda: _number(_positions()),
    "vacancies": lambda: _number(vacant(_positions(), SOMEONE.today)),
}


def body_names(actor: Actor, body_id: UUID) -> QuerySet[BodyName]:
    rows = within(BodyName, actor).filter(body_id=body_id)
    return rows.order_by(F("starts_on").desc(nulls_last=True), "pk")


def names_of_some_bodies(actor: Actor, ids: list[UUID]) -> Mapping[UUID, str]:
    return dict(bodies(actor).filter(pk__in=ids).values_list("pk", "name"))


def names_ever(actor: Actor) -> QuerySet[BodyName]:
    """Every name that a body has or has had, those of today first."""
    rows = within(BodyName, actor).filter(
        body__in=visible(actor, READ_BODY).order_by().values("pk")
    )
    return rows.order_by(F("ends_on").desc(nulls_first=True), "pk")


def placements(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """Where the body has lain, with what the one above was called when it came there."""
    rows: QuerySet[Any] = within(Placement, actor).filter(body_id=body_id)
    named: QuerySet[Any] = rows.annotate(parent_name=name_on(F("starts_on"), "parent_id"))
    return named.order_by(F("starts_on").desc(nulls_last=True), "pk")


def bodies_under(actor: Actor, body_id: UUID, day: date) -> QuerySet[Any]:
    below = within(Placement, actor).filter(on(day), parent_id=body_id).values("body_id")
    return bodies(actor, day).filter(on(day), pk__in=below)


def above_each(actor: Actor) -> Mapping[UUID, UUID]:
    """Which body each lies under today."""
    rows = within(Placement, actor).filter(on(actor.today)).order_by("pk")
    return dict(rows.values_list("body_id", "parent_id"))


@dataclass(frozen=True, slots=True)
class Step:
    """A body on the way through the hierarchy."""

    body_id: UUID
    name: str


def way_up(actor: Actor, body_id: UUID, day: date) -> list[Step]:
    """The bodies above, from the top."""
    return [step for step in way_to(actor, body_id, day) if step.body_id != body_id]


_WAY_UP = """
with recursive up (id, steps) as (
    select %s::uuid, 0
    union all
    select placed.parent_id, steps + 1
    from organisation_placement placed join up on placed.body_id = up.id
    where placed.municipality_id = %s and daterange(placed.starts_on, placed.ends_on) @> %s::date
) select id, steps from up
"""


def way_to(actor: Actor, body_id: UUID, day: date) -> list[Step]:
    """The bodies above, from the top, and the body itself."""
    with connection.cursor() as cursor:
        cursor.execute(_WAY_UP, [body_id, actor.municipality_id, day])
        steps: dict[UUID, int] = dict(cursor.fetchall())
    found = bodies(actor, day).filter(pk__in=list(steps)).values_list("pk", "name")
    return [Step(pk, name) for pk, name in sorted(found, key=lambda row: -steps[row[0]])]


def possible_parents(actor: Actor, body: Body | None = None) -> list[tuple[str, str]]:
    """Value and name of every living body, as a form offers them."""
    living = bodies(actor).filter(on(actor.today))
    if body is not None:
        living = living.exclude(pk=body.pk)
    return [(str(pk), name) for pk, name in living.values_list("pk", "name")]


def positions_with_bodies(actor: Actor) -> QuerySet[Any]:
    """The register of functions: with what each body is called, and the holders today."""
    rows: QuerySet[Any] = positions(actor).annotate(
        body_name=name_on(actor.today, "body_id"),
        body_key=name_on(actor.today, "body_id", column="name_key"),
    )
    return rows


def vacancies_with_bodies(actor: Actor) -> QuerySet[Any]:
    """Functions that nobody holds today, with what each body is called."""
    return vacant(positions_with_bodies(actor), actor.today)
