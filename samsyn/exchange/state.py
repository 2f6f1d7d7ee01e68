"""The municipality as it will be: what it has, with what the files say laid over it."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from samsyn.exchange.fields import ABSENT
from samsyn.exchange.kinds import Kind, kind_of, kinds
from samsyn.exchange.problems import Problem, Report
from samsyn.exchange.records import Entry, Part, Record
from samsyn.kernel.period import Period

Stored = dict[str, list[Entry]]
Wait = Callable[[], None]


class State:
    """Every record of the municipality by section, with where to tell what does not fit."""

    def __init__(
        self, stored: Stored, part: Part, report: Report, *, is_operator: bool, wait: Wait
    ) -> None:
        self.report = report
        # Called again and again where it may take long; raises when it has taken too long.
        self.wait = wait
        self.is_operator = is_operator
        self._part = part
        self._before: dict[tuple[str, str], Period] = {}
        self.entries = stored
        self.known = {
            section: {kind_of(section).known(each.key, each.values): each for each in entries}
            for section, entries in stored.items()
        }

    def said(self, section: str) -> list[Record]:
        return self._part.records.get(section, [])

    def of(self, section: str) -> Iterable[Entry]:
        return self.entries[section]

    def find(self, section: str, known: Hashable) -> Entry | None:
        """The record with the key, or of a kind without keys: the one that is known by the same."""
        return self.known.get(section, {}).get(known)

    def add(self, kind: Kind, record: Record) -> Entry:
        entry = Entry(record.key, uuid4(), None, record)
        entry.values = kind.empties
        self.entries[kind.section].append(entry)
        self.known[kind.section][kind.known(record.key, record.values)] = entry
        return entry

    def wrong(self, entry: Entry, field: str, what: str, right: str = "") -> None:
        """Tell what does not fit in a record, at the line of the field that says so."""
        record = entry.record
        if record is None:
            self.report.tell(Problem("", 0, entry.key, what, right))
        elif not record.is_broken:
            line, path = record.where(field)
            self.report.tell(Problem(record.file, line, path, what, right))

    def said_again(self, record: Record, first: Record) -> None:
        """Tell of a record that the files hold twice."""
        wrong = _("Samma post står redan i %(file)s:%(line)d.")
        told = wrong % {"file": first.file, "line": first.line}
        right = _("låt den stå en gång")
        self.report.tell(Problem(record.file, record.line, record.path, told, right))


def lay_over(stored: Stored, part: Part, report: Report, *, is_operator: bool, wait: Wait) -> State:
    """Lay what the files say over what there is, section by section, and complete it."""
    state = State(stored, part, report, is_operator=is_operator, wait=wait)
    for kind in kinds():
        if kind.meet:
            kind.meet(state)
        else:
            _meet(state, kind)
        kind.settle(state)
    return state


def _meet(state: State, kind: Kind) -> None:
    """Lay each record over the one that is known by the same, or add it."""
    for record in state.said(kind.section):
        state.wait()
        if record.is_broken and not kind.key:
            continue
        entry = state.find(kind.section, kind.known(record.key, record.values))
        if entry and entry.record and not kind.key:
            state.said_again(record, entry.record)
        else:
            lay(entry or state.add(kind, record), record)


def lay(entry: Entry, record: Record) -> None:
    """What the record does not say is left as it is."""
    entry.record = record
    both = zip(entry.values, record.values, strict=True)
    entry.values = tuple([before if said is ABSENT else said for before, said in both])


def value(kind: Kind, entry: Entry, name: str) -> Any:
    return entry.values[kind.places[name]]


def touched(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.record is not None)
