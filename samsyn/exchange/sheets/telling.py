"""What the rows of each register say, of what the municipality has."""

from collections.abc import Iterator
from typing import Any

from samsyn.access.api import Actor
from samsyn.exchange.queries import stored
from samsyn.exchange.records import Entry
from samsyn.exchange.sheets import contacts
from samsyn.exchange.sheets.columns import Named, Reached
from samsyn.exchange.sheets.history import NAMES, PLACEMENTS, History
from samsyn.exchange.sheets.naming import a_day_of, at, names_of
from samsyn.exchange.sheets.registers import BODIES, Register
from samsyn.kernel.period import Period

Line = dict[str, Any]
_HISTORIES = {"names": NAMES, "placements": PLACEMENTS}


class Lines:
    """The rows of every register, with records called by name where one name is enough."""

    def __init__(self, actor: Actor) -> None:
        self._today = actor.today
        self._stored = stored(actor)
        self._names = names_of(self._stored, actor.today)

    def of(self, register: Register) -> Iterator[Line]:
        for entry in self._stored[register.kind.section]:
            if register.of:
                yield from self._history(_HISTORIES[register.name], entry)
            else:
                yield self._line(register, entry)

    def _line(self, register: Register, entry: Entry) -> Line:
        line: Line = dict(zip(register.kind.places, entry.values, strict=True))
        line |= (
            {"key": entry.key, **_days(line["period"])} if "period" in line else {"key": entry.key}
        )
        if register is BODIES:
            line |= self._now(line)
        for column in register.own:
            if isinstance(column, Reached):
                line[column.name] = contacts.shown(line["contacts"], column.way)
        return self._named(register, line)

    def _now(self, line: Line) -> Line:
        day = a_day_of(line["period"], self._today)
        told: Line = {}
        for history in _HISTORIES.values():
            width = len(history.columns)
            part = at(day, line[history.field], width) or ("",) * width
            told |= dict(zip(history.columns, part[:width], strict=True))
        return told

    def _named(self, register: Register, line: Line) -> Line:
        """Say names for keys; a function is looked for in the body that stands beside it."""
        body = line.get("body", "")
        if "position" in line:
            body = self._names["positions"].within(line["position"])
            line["body"] = body
        for column in register.own:
            if isinstance(column, Named) and column.section in self._names and line[column.name]:
                within = body if column.name == "position" else ""
                line[column.name] = self._names[column.section].shortest(line[column.name], within)
        return line

    def _history(self, history: History, entry: Entry) -> Iterator[Line]:
        """One part that lasts as long as the body is told of in the row of the body."""
        said = dict(zip(BODIES.kind.places, entry.values, strict=True))
        parts, width = said[history.field], len(history.columns)
        if len(parts) == 1 and parts[0][width] == said["period"]:
            return
        for part in parts:
            line = dict(zip(history.columns, part[:width], strict=True))
            if line.get("under"):
                line["under"] = self._names["bodies"].shortest(line["under"])
            body = self._names["bodies"].shortest(entry.key)
            yield {"body": body, **line, **_days(part[width])}


def _days(period: Period) -> Line:
    return {"starts": period.starts_on, "ends": period.last_day}
