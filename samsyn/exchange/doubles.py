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
    for kind in kinds():
        called = _called(plan, kind)
        for change in plan.changes:
            if change.kind is kind and change.entry.is_new and change.entry.record:
                other = _other(kind, change.entry, called)
                if other is not None:
                    yield _told(change.entry, other)


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
