"""Questions about deviations: which there are, how far they have come, and what they rest on."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from samsyn.access.api import Actor, Role, roles_in_municipality, visible, within
from samsyn.forums.api import Forum, Seat, leads
from samsyn.governance.api import Limit, secretaries
from samsyn.initiatives.models import (
    Deviation,
    DeviationParty,
    DeviationRoutine,
    DeviationState,
    DeviationStep,
    Ending,
)
from samsyn.initiatives.rules.deviations import READ_DEVIATION
from samsyn.organisation.api import Body, holds, keepers
from samsyn.organisation.api import queries as organisation

_MOST_ORIGINALS = 300

OPEN = Q(closed_on__isnull=True)
UNANSWERED = OPEN & Q(answered_on__isnull=True)
# What most of those who collaborate meet; each municipality writes its own words beside them.
USUAL_CATEGORIES = (
    *("information kom inte fram", "väntetid", "ansvar oklart", "part kom inte"),
    *("rutin följdes inte", "sekretess", "resurser"),
    # The auditors' own words for why collaboration did not work, as among the risks.
    *("stuprörstänk", "personalomsättning", "otydliga syften", "parallella spår"),
)


# What tells of something that did not work; not what was the same, taken back or something else.
COUNTED = Q(ending="")


def overdue(day: date) -> Q:
    return UNANSWERED & Q(answer_by__lt=day)


def to_lift(day: date) -> Q:
    """What has had no answer for so long that the routine says to lift it."""
    return UNANSWERED & Q(lift_by__lte=day) & ~Q(state=DeviationState.LIFTED)


def deviations(actor: Actor) -> QuerySet[Any]:
    """The register: those that the actor may read, each with its parties."""
    return _told(visible(actor, READ_DEVIATION), actor)


def by_link(actor: Actor, deviation_id: UUID) -> Any:
    """The one that a link has opened, as the register tells it."""
    return _told(within(Deviation, actor), actor).get(pk=deviation_id)


def _told(rows: QuerySet[Deviation], actor: Actor) -> QuerySet[Any]:
    told = rows.select_related("forum", "handler", "lifted_to", "reporter", "agreement")
    between = Prefetch("parties", _named(within(DeviationParty, actor), actor), to_attr="between")
    return (
        told.select_related("initiative").prefetch_related(between).order_by("-reported_on", "pk")
    )


def _named(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    named: QuerySet[Any] = rows.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        body_key=organisation.name_on(actor.today, "body_id", column="name_key"),
    )
    return named.order_by("body_key", "pk")


def of_party(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """The ids of those that a body is a party to."""
    rows = within(DeviationParty, actor).filter(body=body_id)
    return rows.order_by().values("deviation_id")


def in_forum(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """What was reported in the forum, or has been lifted to it."""
    return deviations(actor).filter(Q(forum=forum_id) | Q(lifted_to=forum_id))


def parties_in_use(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of every body that is a party to something, as everyone may count them."""
    used = within(DeviationParty, actor).order_by().values("body_id")
    rows = organisation.bodies(actor).filter(pk__in=used)
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def forums_in_use(actor: Actor) -> list[tuple[str, str]]:
    used = within(Deviation, actor).order_by().values("forum_id")
    rows = within(Forum, actor).filter(pk__in=used).order_by("name_key", "pk")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def categories(actor: Actor) -> list[str]:
    """Every word of those that the actor may read, so that all write it alike.

    The words are anyone's own, and by a link nothing that others have written is read.
    """
    used = visible(actor, READ_DEVIATION).exclude(category="").order_by("category")
    return list(used.values_list("category", flat=True).distinct())


def years(actor: Actor) -> list[int]:
    """The years in which something has been reported, and this one; the latest first."""
    found = within(Deviation, actor).order_by().values_list("reported_on__year", flat=True)
    return sorted({actor.today.year, *found.distinct()}, reverse=True)


def steps(actor: Actor, deviation_id: UUID) -> QuerySet[Any]:
    """What has been done with it, in order."""
    rows: QuerySet[Any] = within(DeviationStep, actor).filter(deviation=deviation_id)
    return rows.select_related("by", "handler", "forum").order_by("ordinal", "pk")


def deviations_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Deviation]:
    return visible(actor, READ_DEVIATION).filter(pk__in=ids).order_by("pk")


def originals(actor: Actor, but: UUID) -> list[tuple[str, str]]:
    """Value and words of those that another may be the same as, the latest first."""
    rows = visible(actor, READ_DEVIATION).exclude(pk=but).exclude(ending=Ending.DUPLICATE)
    told = rows.order_by("-reported_on", "pk").values_list("pk", "reported_on", "title")
    return [(str(pk), f"{day.isoformat()} {title}") for pk, day, title in told[:_MOST_ORIGINALS]]


def same_as(actor: Actor, row: Deviation) -> QuerySet[Deviation]:
    """The report that it was the same as, and those that were the same as it."""
    rows = visible(actor, READ_DEVIATION).filter(Q(pk=row.duplicate_of_id) | Q(duplicate_of=row))
    return rows.order_by("reported_on", "pk")


def mine_to_handle(actor: Actor) -> QuerySet[Any]:
    """What is open and waits for her: as handler, for a group that she leads, or to be sorted.

    Those who lead the group that it is with see what nobody handles, and what is late; where there
    is no group, the keepers and the coordinators of its parties do.
    """
    with_group = leads("lifted_to_id").condition(actor) | Q(lifted_to__isnull=True) & leads(
        "forum_id"
    ).condition(actor)
    own = within(DeviationParty, actor).filter(secretaries("body_id").condition(actor))
    of_a_party = Q(pk__in=own.order_by().values("deviation_id"))
    with_none = Q(forum__isnull=True, lifted_to__isnull=True)
    late = overdue(actor.today) | to_lift(actor.today)
    waits = (
        holds("handler_id").condition(actor)
        | with_group & (Q(handler__isnull=True) | late)
        | with_none & Q(handler__isnull=True) & (keepers.condition(actor) | of_a_party)
    )
    rows = deviations(actor).filter(OPEN & waits)
    return rows.order_by(F("answer_by").asc(nulls_last=True), "reported_on", "pk")


def due_until(actor: Actor, day: date) -> QuerySet[Any]:
    """What is to be answered by the day at the latest, or should have been; not what came today."""
    rows = within(Deviation, actor).filter(UNANSWERED, answer_by__lte=day)
    found = rows.filter(reported_on__lt=actor.today).select_related("forum", "lifted_to")
    return found.order_by("answer_by", "pk")


def addresses_of_keepers(actor: Actor) -> list[str]:
    """Where the coordinators of the whole municipality are written to."""
    rows = roles_in_municipality(actor).filter(
        role=Role.COORDINATOR, body=None, account__is_active=True
    )
    return [email.lower() for email in rows.values_list("account__email", flat=True)]


def mine_reported(actor: Actor) -> QuerySet[Any]:
    """What she has reported herself and is not closed."""
    rows = deviations(actor).filter(OPEN, account=actor.account_key)
    return rows.order_by("-reported_on", "pk")


def reported_today(actor: Actor) -> int:
    """How many have come by the same link today or, without a link, from the same account."""
    own = Q(link_id=actor.link_key) if actor.link_id else Q(account=actor.account_key)
    return within(Deviation, actor).filter(own, reported_on=actor.today).count()


def routines(actor: Actor) -> QuerySet[DeviationRoutine]:
    rows = within(DeviationRoutine, actor).select_related("agreement", "receiver")
    return rows.order_by("title_key", "pk")


def routine_of(actor: Actor, agreement_id: UUID | None) -> DeviationRoutine | None:
    """The agreement's own or, without one, that for all others."""
    rows = within(DeviationRoutine, actor).filter(Q(agreement=agreement_id) | Q(agreement=None))
    return rows.order_by(F("agreement").asc(nulls_last=True)).first()


def limit_of(actor: Actor, routine: DeviationRoutine) -> Limit | None:
    """The limit of the agreement that the routine names, if it is there."""
    rows = within(Limit, actor).filter(agreement=routine.agreement_id, what=routine.limit)
    return rows.first() if routine.limit else None


def seated_bodies(actor: Actor, forum_id: UUID) -> list[tuple[str, str]]:
    """Value and name of the bodies with a seat in the forum; all that its link tells of others."""
    seats = within(Seat, actor).filter(organisation.on(actor.today), forum=forum_id)
    return _choices(actor, seats.order_by().values("body_id"))


def met_bodies(actor: Actor, body_id: UUID) -> list[tuple[str, str]]:
    """Value and name of the bodies that sit in the same forums as the body, and itself."""
    now = organisation.on(actor.today)
    own = within(Seat, actor).filter(now, body=body_id).order_by().values("forum_id")
    seats = within(Seat, actor).filter(now, forum__in=own).order_by().values("body_id")
    return _choices(actor, seats, body_id)


def _choices(actor: Actor, ids: Any, but: UUID | None = None) -> list[tuple[str, str]]:
    rows: QuerySet[Any] = within(Body, actor).filter(pk__in=ids)
    others = rows.exclude(pk=but) if but else rows
    named = others.annotate(
        told_name=organisation.name_on(actor.today),
        told_key=organisation.name_on(actor.today, column="name_key"),
    )
    return [
        (str(pk), name)
        for pk, name in named.order_by("told_key", "pk").values_list("pk", "told_name")
    ]


def name_of_body(actor: Actor, body_id: UUID) -> str:
    """What it is called today; also for one who came by a link, and may see no other body."""
    rows: QuerySet[Any] = within(Body, actor).annotate(told_name=organisation.name_on(actor.today))
    name: str = rows.values_list("told_name", flat=True).get(pk=body_id)
    return name
