"""Questions about consultation rounds."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from samsyn.access.api import Actor, Membership, roles_in_municipality, visible, within
from samsyn.forums.api import Forum, Seat
from samsyn.governance.models import Statement
from samsyn.governance.rules.consultations import (
    MAKE_STATEMENT,
    READ_CONSULTATION,
    SEND_FROM_FORUM,
)
from samsyn.organisation import api as organisation
from samsyn.organisation.api import ContactKind, ContactPoint

OPEN = Q(compiled_on__isnull=True)


def consultations(actor: Actor) -> QuerySet[Any]:
    """The register: each with how many were asked and how many have answered."""
    rows: QuerySet[Any] = visible(actor, READ_CONSULTATION).select_related("forum", "document")
    made = Q(statements__stated_on__isnull=False)
    counted: QuerySet[Any] = rows.annotate(
        asked=Count("statements"), made=Count("statements", filter=made)
    )
    return counted.order_by("-answer_by", "pk")


def consultation(actor: Actor, pk: UUID) -> Any:
    return consultations(actor).select_related("edition").defer(*_HEAVY).get(pk=pk)


# What is wanted only when the file is taken away.
_HEAVY = ("edition__content", "edition__text")


def consultations_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    return visible(actor, READ_CONSULTATION).filter(pk__in=ids).order_by("pk")


def statements(actor: Actor, consultation_id: UUID) -> QuerySet[Any]:
    """What each body has said, or not said, in Swedish order; the round has been entered."""
    rows: QuerySet[Any] = within(Statement, actor).filter(consultation_id=consultation_id)
    told: QuerySet[Any] = rows.select_related("stated_by").annotate(
        body_name=organisation.queries.name_on(actor.today, "body_id"),
        body_key=organisation.queries.name_on(actor.today, "body_id", column="name_key"),
    )
    return told.order_by("body_key", "pk")


def mine_to_make(actor: Actor, consultation_id: UUID) -> frozenset[UUID]:
    """The statements of the round that the actor may write."""
    rows = visible(actor, MAKE_STATEMENT).filter(consultation_id=consultation_id)
    return frozenset(rows.values_list("pk", flat=True))


def awaited_of_me(actor: Actor) -> QuerySet[Any]:
    """Statements that bodies where the actor holds a function have not made, the soonest first."""
    bodies = organisation.queries.functions_of_account(actor).order_by().values("body_id")
    rows: QuerySet[Any] = within(Statement, actor).filter(
        stated_on__isnull=True, consultation__compiled_on__isnull=True, body__in=bodies
    )
    told: QuerySet[Any] = rows.select_related("consultation").annotate(
        body_name=organisation.queries.name_on(actor.today, "body_id")
    )
    return told.order_by("consultation__answer_by", "pk")


def awaited_until(actor: Actor, first: date, last: date) -> QuerySet[Any]:
    """Statements not made in rounds whose last day is within the days."""
    rows: QuerySet[Any] = within(Statement, actor).filter(
        stated_on__isnull=True,
        consultation__compiled_on__isnull=True,
        consultation__answer_by__range=(first, last),
    )
    return rows.select_related("consultation").order_by("consultation__answer_by", "pk")


def bodies_of_forum(actor: Actor, forum: Forum) -> list[UUID]:
    """The bodies that have a seat in the forum today."""
    rows = within(Seat, actor).filter(organisation.queries.on(actor.today), forum=forum)
    return list(rows.order_by("body_id").values_list("body_id", flat=True).distinct())


def forums_to_ask_from(actor: Actor) -> QuerySet[Any]:
    """The living forums that the actor may send rounds from."""
    rows = visible(actor, SEND_FROM_FORUM).filter(organisation.queries.on(actor.today))
    return rows.order_by("name_key", "pk")


def addresses_of(actor: Actor, bodies: Collection[UUID]) -> Mapping[UUID, list[str]]:
    """Where each body is written to: those with a function there who can sign in, or the body."""
    found: dict[UUID, list[str]] = defaultdict(list)
    emails = _emails(actor)
    for body, person in _held(actor, bodies):
        if person in emails:
            found[body].append(emails[person])
    points = within(ContactPoint, actor).filter(kind=ContactKind.EMAIL, body__in=bodies)
    for body, email in points.order_by("pk").values_list("body_id", "value"):
        if not found[body]:
            found[body] = [email]
    return {body: list(dict.fromkeys(told)) for body, told in found.items()}


def _held(actor: Actor, bodies: Collection[UUID]) -> QuerySet[Any, Any]:
    rows = within(organisation.Appointment, actor).filter(
        organisation.queries.on(actor.today),
        position__body__in=bodies,
        kind__in=organisation.queries.HOLDS,
    )
    return rows.order_by("starts_on", "pk").values_list("position__body_id", "person_id")


def _emails(actor: Actor) -> Mapping[UUID, str]:
    """The address of every person who can sign in today."""
    let_in = roles_in_municipality(actor).order_by().values("account_id")
    rows = within(Membership, actor).filter(account__is_active=True, account__in=let_in)
    return dict(rows.values_list("person_id", "account__email"))


def functions_in(actor: Actor, body_id: UUID) -> list[tuple[str, str]]:
    """Value and name of every function in the body today."""
    rows = organisation.queries.positions_of_body(actor, body_id, actor.today)
    return [(str(row.pk), row.title) for row in rows]
