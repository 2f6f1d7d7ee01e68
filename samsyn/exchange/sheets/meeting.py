"""Where rows meet what the municipality has, and become records."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from django.utils.translation import gettext as _

from samsyn.exchange.fields import ABSENT, Parts, in_order
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.problems import Report
from samsyn.exchange.records import Entry, Part, Record
from samsyn.exchange.sheets import contacts
from samsyn.exchange.sheets.cells import CellReport
from samsyn.exchange.sheets.columns import Reached
from samsyn.exchange.sheets.history import (
    NAMES,
    PLACEMENTS,
    History,
    Line,
    SaysTwoThingsError,
    parts_of,
)
from samsyn.exchange.sheets.knowing import Acquaintance, Rows
from samsyn.exchange.sheets.naming import a_day_of
from samsyn.exchange.sheets.rows import Row, RowRecord
from samsyn.kernel.period import BackwardPeriodError, Period, through

Stored = dict[str, list[Entry]]
_HISTORIES = (NAMES, PLACEMENTS)


@dataclass(slots=True)
class SheetPart(Part):
    """What a workbook says: rows, that become records when what there is is known."""

    rows: Rows = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(len(rows) for rows in self.rows.values())

    def meet(self, stored: Stored, report: Report, today: date) -> None:
        told = CellReport(report, self.place.file)
        Acquaintance(self.rows, stored, told, today).make()
        self.records = _Recorder(self, stored, told, today).records()


class _Recorder:
    """Makes records of rows whose keys are known."""

    def __init__(self, part: SheetPart, stored: Stored, report: CellReport, today: date) -> None:
        self._file, self._rows = part.place.file, part.rows
        self._report, self._today = report, today
        self._known = {
            section: {entry.key: entry for entry in stored[section]}
            for section in ("bodies", "positions", "persons")
        }
        self._held: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in stored["appointments"]:
            self._held[entry.values[0], entry.values[1]].append(entry)

    def records(self) -> dict[str, list[Record]]:
        keyed = ("positions", "persons")
        made: dict[str, list[Record]] = {"bodies": list(self._bodies())}
        for section in keyed:
            made[section] = [self._record(row) for row in self._rows.get(section, []) if row.key]
        made["appointments"] = [self._record(row) for row in self._rows.get("appointments", [])]
        return made

    def _record(self, row: Row) -> Record:
        kind, before = row.register.kind, self._before(row)
        said = {name: value for name, value in row.values.items() if name in kind.places}
        said["period"] = self._period(row, before)
        if "contacts" in kind.places:
            said["contacts"] = self._contacts(row, before)
        if before is None:
            self._refuse_missing(row, said)
        return self._made(row, said)

    def _made(self, row: Row, said: dict[str, Any]) -> Record:
        kind = row.register.kind
        values = tuple(said.get(each.name, ABSENT) for each in kind.fields)
        lines = (0,) * len(kind.fields)
        return RowRecord(
            kind, row.key, values, self._file, 0, lines, row.number, row.is_broken, row=row
        )

    def _before(self, row: Row) -> Entry | None:
        """What there is: for an appointment only when it cannot be another."""
        if row.register.kind.key:
            return self._known[row.register.kind.section].get(row.key)
        held = self._held.get((row.text("position"), row.text("person")), [])
        return held[0] if len(held) == 1 else None

    def _refuse_missing(self, row: Row, said: dict[str, Any]) -> None:
        for column in row.register.own:
            is_missing = column.is_required and said.get(column.name, ABSENT) is ABSENT
            if is_missing and not row.is_broken:
                wrong = _("Kolumnen %(heading)s saknas, och raden är ny.")
                self._wrong(row, "", wrong % {"heading": column.heading})

    def _wrong(self, row: Row, column: str, wrong: str, right: str = "") -> None:
        self._report.say(row.where(column), wrong, right)
        row.is_broken = True

    def _period(self, row: Row, before: Entry | None) -> Any:
        """Put the days together; where one has no column, it is what it was."""
        starts, ends = row.said("starts"), row.said("ends")
        if starts is ABSENT and ends is ABSENT:
            return ABSENT
        kind = row.register.kind
        was = before.values[kind.places["period"]] if before else Period()
        try:
            return through(
                was.starts_on if starts is ABSENT else starts,
                was.last_day if ends is ABSENT else ends,
            )
        except BackwardPeriodError:
            wrong = _("Sista dagen ligger före den första.")
            self._wrong(row, "ends", wrong, _("byt plats på dem, eller rätta den ena"))
            return ABSENT

    def _contacts(self, row: Row, before: Entry | None) -> Any:
        """Ways that have no column are left as they are; so is what is shown as it was."""
        kind = row.register.kind
        place = kind.places["contacts"]
        was = before.values[place] if before else ()
        columns = [each for each in row.register.columns if isinstance(each, Reached)]
        changed = {
            column.way: self._reached(row, column)
            for column in columns
            if row.said(column.name) not in (ABSENT, contacts.shown(was, column.way))
        }
        if not changed:
            return ABSENT
        kept = [one for one in was if one[0] not in changed]
        new = [one for told in changed.values() for one in told]
        return in_order([*kept, *new])

    def _reached(self, row: Row, column: Reached) -> list[tuple[str, str, str]]:
        told = contacts.understood(row.text(column.name), column.way)
        self._report.place = row.where(column.name)
        before = self._report.count
        kind = row.register.kind
        fields = cast("Parts", kind.fields[kind.places["contacts"]]).fields
        for one in told:
            for each, value in zip(fields[1:], one[1:], strict=True):
                each.read(Scalar(value, 0, is_quoted=bool(value)), self._report)
        row.is_broken |= self._report.count > before
        return told

    def _bodies(self) -> Iterator[Record]:
        """A body is told of by its own row, by its histories, or by all of them."""
        own = {row.key: row for row in self._rows.get("bodies", []) if row.key}
        told = {each.field: self._by_body(each.field) for each in _HISTORIES}
        for key in dict.fromkeys([*own, *(key for of in told.values() for key in of)]):
            yield self._body(
                key, own.get(key), {name: of.get(key, []) for name, of in told.items()}
            )

    def _by_body(self, register: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows.get(register, []):
            if row.text("body"):
                found[row.text("body")].append(row)
        return found

    def _body(self, key: str, row: Row | None, told: dict[str, list[Row]]) -> Record:
        rows = [each for of in told.values() for each in of]
        record = self._record(row) if row else self._made(replace(rows[0], key=key), {})
        said = dict(zip(record.kind.places, record.values, strict=True))
        for each in _HISTORIES:
            said |= dict.fromkeys(each.columns, ABSENT)
            line = self._line(each, said["period"], key)
            said |= self._history(each, row, told[each.field], line)
        record.values = tuple(said.values())
        record.is_broken = any(each.is_broken for each in [*rows, *([row] if row else [])])
        return record

    def _history(
        self, history: History, row: Row | None, told: list[Row], line: Line
    ) -> dict[str, Any]:
        periods = [(each, self._period(each, None)) for each in told]
        if any(each.is_broken for each in told):
            return {}
        parts = parts_of(periods, history) if told else None
        try:
            return history.laid_over(row, parts, line)
        except SaysTwoThingsError as fault:
            self._wrong(row or told[0], history.columns[0], fault.wrong, fault.right)
            return {}

    def _line(self, history: History, said: Any, key: str) -> Line:
        """What has been until now; a body that is new has been nothing."""
        places, before = kind_of("bodies").places, self._known["bodies"].get(key)
        if before is None:
            life = said if isinstance(said, Period) else Period()
            return Line((), Period(), a_day_of(life, self._today))
        stored, life = before.values[places[history.field]], before.values[places["period"]]
        return Line(stored, life, a_day_of(life, self._today))
