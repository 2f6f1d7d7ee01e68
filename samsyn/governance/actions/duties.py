"""Every change to the annual cycle."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.governance import searchable
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.domain.cycle import falls_due
from samsyn.governance.models import Duty, DutyDone, GoverningDocument, Recurs
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"what", "agenda"})
_LINES = frozenset({"title", "place", "basis"})


class NeverDueError(RuleBrokenError):
    """A rule by which it would never be due."""


def add_duty(told: Mapping[str, Any], *, actor: Actor) -> Duty:
    """Add what recurs; refuses a rule by which it never would."""
    refuse_ended_owner(told, actor)
    duty = Duty(municipality_id=actor.municipality_id, **kept(told, _TEXTS, _LINES))
    _refuse_never_due(duty)
    with one_change():
        duty.key = free_key(Duty, actor.municipality_id, duty.title)
        duty.save(force_insert=True)
        searchable.show_duties([duty.pk], actor=actor)
    return duty


def change_duty(duty: Duty, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write it anew; the times when it was done stay as they were."""
    refuse_ended_owner(told, actor, of=duty)
    for field, value in kept(told, _TEXTS, _LINES).items():
        setattr(duty, field, value)
    _refuse_never_due(duty)
    with one_change():
        duty.save(update_fields=list(told))
        searchable.show_duties([duty.pk], actor=actor)


def do_duty(
    duty: Duty,
    due_on: date,
    done_on: date,
    result: str = "",
    *,
    document: GoverningDocument | None = None,
    actor: Actor,
) -> DutyDone:
    """Say that it was done the time that it was due, and what came of it."""
    refuse_to_come(done_on, actor)
    with one_change():
        return DutyDone.objects.create(
            municipality_id=actor.municipality_id,
            duty=duty,
            due_on=due_on,
            done_on=done_on,
            result=guarded(result),
            document=document,
        )


def _refuse_never_due(duty: Duty) -> None:
    if duty.starts_on and duty.ends_on and duty.ends_on <= duty.starts_on:
        raise NeverDueError(_("Perioden slutar innan den börjar."))
    if not _says_when(duty):
        raise NeverDueError(
            _(
                "Skriv när det ska vara gjort: en dag, en vecka eller "
                "hur många månader efter förra gången."
            )
        )
    if duty.every > 1 and duty.counts_from is None:
        raise NeverDueError(_("Skriv från vilken dag det räknas."))
    if not falls_due(duty.rule):
        raise NeverDueError(_("Så som det står infaller det aldrig. Ändra dagen eller perioden."))


def _says_when(duty: Duty) -> bool:
    said = {
        Recurs.DAY: duty.by_month and duty.by_day,
        Recurs.WEEK: duty.week,
        Recurs.MONTHS: duty.counts_from,
    }
    return bool(said[Recurs(duty.recurs)])
