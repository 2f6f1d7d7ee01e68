"""Carrying out what files say: all of it, or nothing."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from samsyn.access.api import (
    Actor,
    check_references,
    count_anew,
    insert_many,
    one_change,
    trace,
    write,
    writing_ahead,
)
from samsyn.audit import api as audit
from samsyn.exchange.kinds import Show, kind_of, kinds
from samsyn.exchange.models import Import, ImportedChange
from samsyn.exchange.plans import Change, Difference, Plan
from samsyn.exchange.records import Entry
from samsyn.exchange.rules import IMPORT_FILE
from samsyn.exchange.storing import Store
from samsyn.search import api as search
from samsyn.sources.api import Citation

Advance = Callable[[int], None]

# So few are found soon enough, whatever the database believes of its tables.
_MANY = 1_000
_COLUMNS = ("section", "object_id", "key", "what", "details")


def carry_out(
    plan: Plan,
    file_names: list[str],
    *,
    actor: Actor,
    advance: Advance = lambda _count: None,
) -> Import | None:
    """Write what the plan says, and that it was done; nothing if nothing differs."""
    if not plan.changes:
        return None
    with one_change(), writing_ahead():
        done = _begin(plan, file_names, actor)
        _write(plan, actor, advance)
        # What the database alone has to do comes first: it is done while the rest is made ready.
        _leave_traces(plan, actor)
        check_references()
        _remember(plan, done)
        _show(plan, actor)
    if len(plan.changes) >= _MANY:
        transaction.on_commit(partial(count_anew, _written(plan)), robust=True)
    return done


def _write(plan: Plan, actor: Actor, advance: Advance) -> None:
    changed: dict[str, list[Entry]] = defaultdict(list)
    for change in plan.changes:
        changed[change.kind.section].append(change.entry)
    stores = [(Store(kind, plan.state, actor), kind, changed[kind.section]) for kind in kinds()]
    for store, _kind, entries in stores:
        store.write(entries)
        advance(len(entries))
    for store, _kind, entries in stores:
        store.write_parts(entries)
    for store, _kind, entries in stores:
        store.cite(entries)


def _written(plan: Plan) -> set[type[Model]]:
    """What the import has written rows of."""
    changed = [kind_of(section) for section in {section for section, _what in plan.counts()}]
    parts = (table.model for kind in changed for table in kind.tables.values())
    beside = (Citation, ImportedChange, audit.Event, search.Entry)
    return {*(kind.model for kind in changed), *parts, *beside}


def _show(plan: Plan, actor: Actor) -> None:
    changed: dict[Show, list[UUID]] = defaultdict(list)
    for change in plan.changes:
        changed[change.kind.show].append(change.entry.pk)
    for show, ids in changed.items():
        show(ids, actor=actor)


def _begin(plan: Plan, file_names: list[str], actor: Actor) -> Import:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for (section, what), count in plan.counts().items():
        counts[section][what] = count
    done = Import(
        municipality_id=actor.municipality_id,
        at=actor.now,
        account_id=actor.account_id,
        file_names=file_names,
        counts=counts,
    )
    done.save(force_insert=True)
    trace(actor, IMPORT_FILE.name, concerning=done)
    return done


def _remember(plan: Plan, done: Import) -> None:
    own = {"municipality_id": done.municipality_id, "of_id": done.pk}
    insert_many(ImportedChange, _COLUMNS, map(_row, plan.changes), **own)


def _row(change: Change) -> tuple[Any, ...]:
    details = [_told(difference) for difference in change.differences()]
    return change.kind.section, change.entry.pk, change.key, change.what, details


def _told(difference: Difference) -> dict[str, str]:
    """A field and its texts; what was empty goes without saying."""
    field, before, after = difference
    return {"field": field, "after": after, **({"before": before} if before else {})}


def _leave_traces(plan: Plan, actor: Actor) -> None:
    """One event for each record, which its own history then shows."""
    audit.record_many(
        IMPORT_FILE.name,
        ((change.kind.model._meta.label_lower, change.entry.pk) for change in plan.changes),
        at=actor.now,
        municipality_id=actor.municipality_id,
        account_id=actor.account_id,
        write=write,
    )
