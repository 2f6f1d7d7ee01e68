"""Carrying out what files say: all of it, or nothing."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from samsyn.access.api import Actor, insert_many, one_change, trace
from samsyn.audit import api as audit
from samsyn.exchange.kinds import kinds
from samsyn.exchange.models import Import, ImportedChange
from samsyn.exchange.plans import Change, Plan
from samsyn.exchange.records import Entry
from samsyn.exchange.rules import IMPORT_FILE
from samsyn.exchange.storing import Store

Advance = Callable[[int], None]


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
    with one_change():
        _write(plan, actor, advance)
        return _remember(plan, file_names, actor)


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
    for show in dict.fromkeys(kind.show for kind in kinds()):
        own = (entries for _store, kind, entries in stores if kind.show is show)
        show([entry.pk for entries in own for entry in entries], actor=actor)


def _remember(plan: Plan, file_names: list[str], actor: Actor) -> Import:
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
    columns = ("id", "municipality_id", "of_id", "section", "object_id", "key", "what", "details")
    rows = (_row(change, done) for change in plan.changes)
    insert_many(ImportedChange, columns, rows)
    _leave_trace(plan, done, actor)
    return done


def _row(change: Change, done: Import) -> list[Any]:
    details = [difference._asdict() for difference in change.differences()]
    section, what = change.kind.section, change.what
    ids = (uuid4(), done.municipality_id, done.pk)
    return [
        *ids,
        section,
        change.entry.pk,
        change.key,
        str(what),
        details,
    ]


def _leave_trace(plan: Plan, done: Import, actor: Actor) -> None:
    """One event for the import, and one for each record, which its own history then shows."""
    trace(actor, IMPORT_FILE.name, concerning=done)
    audit.record_many(
        IMPORT_FILE.name,
        ((change.kind.model._meta.label_lower, change.entry.pk) for change in plan.changes),
        at=actor.now,
        municipality_id=actor.municipality_id,
        account_id=actor.account_id,
    )
