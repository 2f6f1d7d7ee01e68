"""Questions about the annual cycle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.governance.domain.cycle import Occurrence, State, occurrences
from samsyn.governance.models import DeclinedDuty, Duty, DutyDone, GoverningDocument, Law
from samsyn.governance.models.laws import with_number
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.duties import READ_DUTY, TAKE_BACK_DECLINED
from samsyn.governance.rules.grounds import is_owned
from samsyn.kernel.period import Period
from samsyn.organisation.api import queries as organisation

# How far back it is asked whether something was done.
_BACK, _AHEAD = timedelta(days=365), timedelta(days=400)
# What nobody has noted for longer than this is no longer something to be reminded of each day.
_RECENT = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Due:
    """One time that a duty is due."""

    duty: Duty
    when: Occurrence

    @property
    def is_open(self) -> bool:
        return self.when.state in {State.SOON, State.NOT_NOTED}


def duties(actor: Actor) -> QuerySet[Any]:
    """Every duty with its owner and what it rests on, in Swedish order."""
    rows: QuerySet[Any] = visible(actor, READ_DUTY).select_related(
        "owner", "owner_forum", "law", "agreement", "document"
    )
    return rows.order_by("title_key", "pk")


def of_today(actor: Actor) -> QuerySet[Any]:
    """Those that hold today, each with the times when it was done."""
    done = within(DutyDone, actor).order_by("due_on", "pk")
    return (
        duties(actor)
        .filter(organisation.on(actor.today))
        .prefetch_related(Prefetch("done", done, to_attr="times"))
    )


def not_ended(actor: Actor) -> QuerySet[Any]:
    """Those that hold today or will."""
    return duties(actor).filter(Q(ends_on__isnull=True) | Q(ends_on__gt=actor.today))


def declined(actor: Actor) -> QuerySet[DeclinedDuty]:
    """What of the usual somebody has said is not for us, and what was taken back of that."""
    return within(DeclinedDuty, actor).order_by("declined_on", "pk")


def may_be_taken_back(actor: Actor) -> set[UUID]:
    rows = visible(actor, TAKE_BACK_DECLINED).filter(taken_back_on__isnull=True)
    return set(rows.order_by().values_list("pk", flat=True))


def due_in(actor: Actor, rows: Iterable[Any], during: Period) -> list[Due]:
    """Each time in the period that one of the duties is due, by day; they have their `times`."""
    found = [due for duty in rows for due in _of(duty, during, actor.today)]
    return sorted(found, key=lambda due: (due.when.due_on, due.duty.title))


def _of(duty: Any, during: Period, today: date) -> Iterator[Due]:
    done = {time.due_on: time.done_on for time in duty.times}
    ahead = timedelta(days=duty.days_ahead)
    for when in occurrences(duty.rule, during, done, today, ahead):
        yield Due(duty, when)


def around_today(actor: Actor, rows: Iterable[Any]) -> list[Due]:
    during = Period(actor.today - _BACK, actor.today + _AHEAD)
    return due_in(actor, rows, during)


def duty(actor: Actor, pk: UUID) -> Any:
    """The duty with the times when it was done, the latest last."""
    done = within(DutyDone, actor).select_related("document", "meeting").order_by("due_on", "pk")
    return duties(actor).prefetch_related(Prefetch("done", done, to_attr="times")).get(pk=pk)


def my_duties(actor: Actor) -> list[Due]:
    """What the actor is to see to, herself or with a group: soon, or not noted as done."""
    mine = of_today(actor).filter(is_owned(actor))
    during = Period(actor.today - _RECENT, actor.today + _AHEAD)
    return [due for due in due_in(actor, mine, during) if due.is_open]


def not_done(actor: Actor, of: Duty) -> list[date]:
    """The times around today that nobody has said are done."""
    told = duty(actor, of.pk)
    return [d.when.due_on for d in around_today(actor, [told]) if d.when.state is not State.DONE]


def bases(actor: Actor) -> dict[str, list[tuple[str, str]]]:
    """Value and name of each law, agreement and document that something can rest on."""
    laws = within(Law, actor).order_by("title_key", "pk").values_list("pk", "title", "number")
    agreements = visible(actor, READ_AGREEMENT).order_by("title_key", "pk")
    documents = visible(actor, READ_DOCUMENT).order_by("title_key", "pk")
    return {
        "law": [(str(pk), with_number(title, number)) for pk, title, number in laws],
        "agreement": [(str(pk), title) for pk, title in agreements.values_list("pk", "title")],
        "document": [(str(pk), title) for pk, title in documents.values_list("pk", "title")],
    }


def document(actor: Actor, pk: str) -> GoverningDocument | None:
    return visible(actor, READ_DOCUMENT).get(pk=pk) if pk else None
