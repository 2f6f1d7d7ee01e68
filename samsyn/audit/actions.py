"""The one way to write the trail."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import models
from psycopg.sql import SQL, Composable

from samsyn.audit.models import Event, Outcome


def record(
    action: str,
    *,
    at: datetime,
    municipality_id: UUID | None,
    account_id: UUID | None,
    outcome: Outcome,
    concerning: models.Model | None = None,
    object_type: str = "",
    object_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Add an event, in the caller's transaction."""
    if concerning is not None:
        object_type, object_id = concerning._meta.label_lower, concerning.pk
    Event.objects.create(
        at=at,
        municipality_id=municipality_id,
        account_id=account_id,
        action=action,
        object_type=object_type,
        object_id=object_id,
        reason=reason,
        outcome=outcome,
    )


_EVENTS_AT_A_TIME = 5_000
_INSERT = SQL("""
insert into audit_event
    (id, at, municipality_id, account_id, action, object_type, object_id, reason, outcome)
select gen_random_uuid(), %s, %s, %s, %s, object_type, object_id, '', %s
from unnest(%s::text[], %s::uuid[]) as changed (object_type, object_id)
""")


def record_many(
    action: str,
    objects: Iterable[tuple[str, UUID]],
    *,
    at: datetime,
    municipality_id: UUID,
    account_id: UUID | None,
    write: Callable[[Composable, list[Any]], None],
) -> None:
    """Add an event for each object, by its type and identifier, that one act has changed.

    `write` carries out a statement, in the caller's transaction.
    """
    rows = iter(objects)
    same: list[Any] = [at, municipality_id, account_id, action, Outcome.DONE]
    while batch := list(islice(rows, _EVENTS_AT_A_TIME)):
        kinds, ids = zip(*batch, strict=True)
        write(_INSERT, [*same, _array(kinds), _array(ids)])


def _array(words: Iterable[object]) -> str:
    """Write what has no sign to be quoted; to write a list takes the driver longer than all."""
    return f"{{{','.join(map(str, words))}}}"
