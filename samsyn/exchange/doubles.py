"""Finds what may be there already under another key: never refused, since namesakes exist."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from samsyn.exchange.kinds import Kind, kinds
from samsyn.exchange.plans import Plan
from samsyn.exchange.problems import Problem
from samsyn.exchange.records import Entry


def doubles(plan: Plan) -> Iterator[Problem]:
    """Tell of each new record that is called the same as another, at its line in the file."""
    new = _new_by_section(plan)
    for kind in kinds():
        if kind.section in new:
            called = _called(plan, kind)
            for entry in new[kind.section]:
                other = _other(kind, entry, called)
                if other is not None:
                    yield _told(entry, other)


def _new_by_section(plan: Plan) -> dict[str, list[Entry]]:
    new: dict[str, list[Entry]] = defaultdict(list)
    for change in plan.changes:
        if change.entry.is_new and change.entry.record:
            new[change.kind.section].append(change.entry)
    return new


def _called(plan: Plan, kind: Kind) -> dict[str, list[Entry]]:
    called: dict[str, list[Entry]] = defaultdict(list)
    for entry in plan.state.of(kind.section):
        for name in kind.called(entry.values):
            called[name.casefold()].append(entry)
    return called


def _other(kind: Kind, entry: Entry, called: dict[str, list[Entry]]) -> Entry | None:
    """Of two that are new, the later is told of, and the earlier is the one it is like."""
    for name in kind.called(entry.values):
        for other in called[name.casefold()]:
            if other is entry:
                break
            return other
    return None


def _told(entry: Entry, other: Entry) -> Problem:
    record = entry.record
    if record is None:
        raise ValueError("a double stands in a file")
    wrong = _("Det finns redan en post som heter likadant: %(key)s.") % {"key": other.key}
    right = _("använd den nyckeln om det är samma")
    return Problem(record.file, record.line, record.path, wrong, right)
