"""Asks of all that was found at once which of it the actor may see."""

from functools import partial
from typing import Any

from django.db.models import QuerySet

from samsyn.access.api import Action, Actor, prepared, visible
from samsyn.search.kinds import Kind
from samsyn.search.matches import Sql, joined, listed

_NOTHING = Sql("select null, null::uuid")


def seen_of(found: Sql, kinds: list[Kind], actor: Actor) -> Sql:
    """Write the beginning of a `with`, whose `seen` is what of `found` the actor may see.

    The objects found are asked for in one array of each kind: one by one, thousands take longer,
    and all that may be seen of a kind is mostly more than what was found.
    """
    actions = [kind.action for kind in kinds]
    written = prepared.written_together(
        ("seen by", *((each.model, each.permitted, each.never) for each in actions)),
        [partial(_visible, action) for action in actions],
    )
    grounds = [_named(name, _bound(asked, actor)) for name, asked in written.grounds.items()]
    of_each = zip(kinds, written.questions, strict=True)
    permitted = [_permitted(kind, _bound(asked, actor)) for kind, asked in of_each if asked[0]]
    objects = joined(" union all ", permitted or [_NOTHING])
    seen = Sql(f"select * from found where (kind, object_id) in {objects.text}", objects.bound)  # noqa: S608
    of_kind = Sql("select kind, array_agg(object_id) as ids from found group by kind")
    pieces = [_named("found", found), _named("of_kind", of_kind), *grounds, _named("seen", seen)]
    return listed(", ", pieces)


def _visible(action: Action[Any]) -> QuerySet[Any]:
    return visible(prepared.SOMEONE, action).order_by().values("pk")


def _permitted(kind: Kind, visible_of_it: Sql) -> Sql:
    return Sql(
        f"""select %s, id from ({visible_of_it.text}) as visible (id)
        where id = any ((select ids from of_kind where kind = %s)::uuid[])""",  # noqa: S608
        (kind.name, *visible_of_it.bound, kind.name),
    )


def _named(name: str, question: Sql) -> Sql:
    return Sql(f"{name} as materialized ({question.text})", question.bound)


def _bound(question: prepared.Text, actor: Actor) -> Sql:
    text, values = question
    return Sql(text, tuple(prepared.bound(values, actor)))
