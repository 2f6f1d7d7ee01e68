"""Every change to a project's list, and to what is ordered and delivered."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance.api import kept, refuse_ended_owner, refuse_to_come
from samsyn.initiatives.models import Commission, Delivery, Initiative, Task, TaskState
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.sources.api import uncite

_TEXTS = frozenset({"result"})
_LINES = frozenset({"what", "remuneration"})
_OVER = frozenset({TaskState.DONE, TaskState.DROPPED})


class TaskIsOverError(RuleBrokenError):
    pass


class HasDeliveriesError(RuleBrokenError):
    pass


def add_task(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Task:
    refuse_ended_owner(told, actor)
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        return Task.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            key=free_key(Task, actor.municipality_id, said["what"]),
            **said,
        )


def change_task(task: Task, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write anew what is to be done, by whom and by when, and whether it has begun."""
    _refuse_over(task)
    refuse_ended_owner(told, actor, of=task)
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(task, field, value)
        task.save(update_fields=list(said))


def end_task(task: Task, state: TaskState, on: date, result: str, *, actor: Actor) -> None:
    """Close it in writing: done, or not going to be and why."""
    _refuse_over(task)
    refuse_to_come(on, actor)
    with one_change():
        task.state, task.ended_on, task.result = state, on, guarded(result)
        task.save(update_fields=["state", "ended_on", "result"])


def _refuse_over(task: Task) -> None:
    if task.state in _OVER:
        raise TaskIsOverError(_("Den är redan avslutad i skrift, och står kvar."))


def order(
    initiative: Initiative, agreement_id: UUID, told: Mapping[str, Any], *, actor: Actor
) -> Commission:
    """Write what is ordered under an agreement for the initiative: how many, and what is paid."""
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        return Commission.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            agreement_id=agreement_id,
            key=free_key(Commission, actor.municipality_id, said["what"]),
            **said,
        )


def change_commission(commission: Commission, told: Mapping[str, Any], *, actor: Actor) -> None:
    del actor
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(commission, field, value)
        commission.save(update_fields=list(said))


def remove_commission(commission: Commission, *, actor: Actor) -> None:
    if within(Delivery, actor).filter(commission=commission).exists():
        raise HasDeliveriesError(_("Det finns leveranser inskrivna, och beställningen står kvar."))
    with one_change():
        uncite([commission.pk], actor=actor)
        commission.delete()


def deliver(
    commission: Commission, on: date, note: str = "", *, is_missed: bool = False, actor: Actor
) -> Delivery:
    """Write that it was delivered on a day, or that it was not and why."""
    refuse_to_come(on, actor)
    with one_change():
        return Delivery.objects.create(
            municipality_id=actor.municipality_id,
            commission=commission,
            on=on,
            is_missed=is_missed,
            note=guarded(note),
        )


def remove_delivery(delivery: Delivery, *, actor: Actor) -> None:
    del actor
    with one_change():
        delivery.delete()
