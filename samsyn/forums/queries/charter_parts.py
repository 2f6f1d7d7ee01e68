"""What hangs on a charter, asked for by the page of the forum.

It asks for so much that the questions are written once: that took longer than to have the answers.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Model, QuerySet

from samsyn.access.api import Actor, prepared, within
from samsyn.forums.models import FormerName, Forum, Lack, StandingItem
from samsyn.forums.queries.charter import forums
from samsyn.organisation.api import queries as organisation

Row = TypeVar("Row", bound=Model)


def standing_items(actor: Actor, forum_id: UUID) -> list[StandingItem]:
    return _of_forum(StandingItem, _standing_items, actor, forum_id)


def lacks(actor: Actor, forum_id: UUID) -> list[Any]:
    """What is missing, the open ones first; with what a missing party is called today."""
    return _of_forum(Lack, _lacks, actor, forum_id)


def former_names(actor: Actor, forum_id: UUID) -> list[FormerName]:
    return _of_forum(FormerName, _former_names, actor, forum_id)


def below(actor: Actor, forum_id: UUID) -> list[Any]:
    return _of_forum(Forum, _below, actor, forum_id)


def _of_forum(
    model: type[Row],
    asked: Callable[[], QuerySet[Any]],
    actor: Actor,
    forum_id: UUID,
) -> list[Row]:
    question = prepared.written(("of a forum", asked), asked)
    return list(prepared.rows(model, question, actor, forum_id))


def _parts(model: type[Row]) -> QuerySet[Row]:
    return within(model, prepared.SOMEONE).filter(forum_id=prepared.SOMETHING)


def _standing_items() -> QuerySet[StandingItem]:
    return _parts(StandingItem).order_by("ordinal", "pk")


def _lacks() -> QuerySet[Any]:
    called = organisation.name_on(prepared.SOMEONE.today, "body_id")
    named: QuerySet[Any] = _parts(Lack).annotate(body_name=called)
    return named.order_by(F("mended_on").desc(nulls_first=True), "kind", "noted_on", "pk")


def _former_names() -> QuerySet[FormerName]:
    return _parts(FormerName).order_by(F("ends_on").desc(nulls_last=True), "pk")


def _below() -> QuerySet[Any]:
    rows = forums(prepared.SOMEONE).filter(above_id=prepared.SOMETHING)
    return rows.filter(organisation.on(prepared.SOMEONE.today))
