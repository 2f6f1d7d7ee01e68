"""What is to be done again and again, such as a digest; each context registers its own at start."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import InterfaceError, OperationalError

from samsyn.access.api import Actor, acting_in, within
from samsyn.post.models import DutyRun

_FIRST_WAIT = timedelta(minutes=5)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Duty:
    name: str
    act: Callable[[Actor], None]
    every: timedelta


_DUTIES: dict[str, Duty] = {}


def duty(name: str, act: Callable[[Actor], None], *, every: timedelta) -> None:
    """Have `act` called in every municipality, at most once in `every`, in a transaction.

    The actor is the operator, at the moment of the call. What is done has to be right when done
    twice: letters name their occasion. One that fails is tried again soon, and stops no other.
    """
    _DUTIES[name] = Duty(name, act, every)


def do_due(municipality_id: UUID) -> int:
    """Do every duty of a municipality that is due, and return how many were done."""
    return sum(_do(each, municipality_id) for each in tuple(_DUTIES.values()))


def _do(duty: Duty, municipality_id: UUID) -> bool:
    try:
        with acting_in(municipality_id) as actor:
            run = _due_run(duty, actor)
            if run is None:
                return False
            duty.act(actor)
            run.done_at, run.due_at, run.failures = actor.now, actor.now + duty.every, 0
            run.save(update_fields=["done_at", "due_at", "failures"])
    except (InterfaceError, OperationalError):
        raise  # the database is away, and whoever called will wait for it
    except Exception:
        logger.exception("The duty %s failed.", duty.name)
        _put_off(duty, municipality_id)
        return False
    return True


def _due_run(duty: Duty, actor: Actor) -> DutyRun | None:
    """Take the duty if it is due and nobody else does it now."""
    first = DutyRun(municipality_id=actor.municipality_id, name=duty.name, due_at=actor.now)
    DutyRun.objects.bulk_create([first], ignore_conflicts=True)
    rows = within(DutyRun, actor).filter(name=duty.name, due_at__lte=actor.now)
    return rows.select_for_update(skip_locked=True, no_key=True).first()


def _put_off(duty: Duty, municipality_id: UUID) -> None:
    with acting_in(municipality_id) as actor:
        first = DutyRun(municipality_id=municipality_id, name=duty.name, due_at=actor.now)
        DutyRun.objects.bulk_create([first], ignore_conflicts=True)
        run = within(DutyRun, actor).select_for_update(no_key=True).get(name=duty.name)
        run.due_at = actor.now + min(_FIRST_WAIT * 2 ** min(run.failures, 10), duty.every)
        run.failures = min(run.failures + 1, 1_000)
        run.save(update_fields=["due_at", "failures"])
