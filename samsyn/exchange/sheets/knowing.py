"""Finds out which records the rows of a workbook are about, and which they name."""

import re
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from samsyn.exchange.fields import ABSENT
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.sheets.cells import CellReport
from samsyn.exchange.sheets.columns import Named
from samsyn.exchange.sheets.naming import NotFoundByNameError, names_of
from samsyn.exchange.sheets.rows import Row

Rows = dict[str, list[Row]]
_MOST_LISTED = 5


class Acquaintance:
    """Goes through the registers in an order where each names what stands in those before."""

    def __init__(
        self, rows: Rows, stored: dict[str, list[Entry]], report: CellReport, today: date
    ) -> None:
        self._all, self._report = rows, report
        self._names = names_of(stored, today)
        self._bodies = {entry.key: entry.values[0] for entry in stored["positions"]}
        self._seen: dict[tuple[str, str], Row] = {}

    def make(self) -> None:
        """Give every row its key, and put keys where its cells name others."""
        self._know("bodies")
        for row in self._rows("persons"):
            self._take_name_apart(row)
        self._know("persons")
        self._refer("bodies", "names", "placements", "positions")
        self._know("positions")
        self._refer("appointments")

    def _rows(self, register: str) -> list[Row]:
        return self._all.get(register, [])

    def _wrong(self, row: Row, column: str, wrong: str, right: str = "") -> None:
        self._report.say(row.where(column), wrong, right)
        row.is_broken = True

    def _called(self, row: Row, section: str) -> tuple[str, str]:
        """The name that the row is known by, and the body that it is known within."""
        if section == "positions":
            return row.text("title"), row.text("body") or self._bodies.get(row.text("key"), "")
        if section == "persons":
            given, family = row.text("given_name"), row.text("family_name")
            return f"{given} {family}" if given and family else "", ""
        return row.text("name"), ""

    def _take_name_apart(self, row: Row) -> None:
        """Take "Sandberg, Karin" and "Karin Sandberg" for what they are."""
        whole = row.text("full_name")
        if not whole:
            return
        family, comma, given = (said.strip() for said in whole.partition(","))
        if not comma:
            given, _blank, family = (said.strip() for said in whole.rpartition(" "))
        if given and family:
            row.values |= {"given_name": given, "family_name": family}
            return
        wrong = _("”%(name)s” är inte ett helt namn.") % {"name": whole[:60]}
        self._wrong(row, "full_name", wrong, _("skriv förnamn och efternamn"))

    def _know(self, section: str) -> None:
        """Find which record each row is; those with keys first, so that none takes their place."""
        rows = self._rows(section)
        for row in sorted(rows, key=lambda row: not row.text("key")):
            row.key = row.text("key") or self._key_by_name(row, section)
            if row.key and self._is_usable(row, section):
                name, within = self._called(row, section)
                if name:
                    self._names[section].add(row.key, name, within=within)
            else:
                row.key, row.is_broken = "", True

    def _key_by_name(self, row: Row, section: str) -> str:
        name, within = self._called(row, section)
        names = self._names[section]
        if not name:
            if not row.is_broken:
                wrong = _("Raden har varken nyckel eller namn.")
                self._wrong(row, "key", wrong, _("skriv vad posten heter"))
            return ""
        found = names.now(name, within)
        if len(found) == 1:
            return found[0]
        if found or (found := names.of(name, within)):
            wrong = _("Det framgår inte vilken ”%(name)s” som menas.") % {"name": name[:60]}
            right = _("skriv nyckeln: %(keys)s") % {"keys": ", ".join(sorted(found)[:_MOST_LISTED])}
            self._wrong(row, "", wrong, right)
            return ""
        return names.free_key(f"{within} {name}" if within else name)

    def _is_usable(self, row: Row, section: str) -> bool:
        if not re.fullmatch(kind_of(section).key_pattern, row.key):
            right = _("skriv den med a–z, 0–9 och bindestreck: %(key)s")
            wrong = _("Nyckeln går inte att använda.")
            self._wrong(row, "key", wrong, right % {"key": slugify(row.key)[:200]})
            return False
        first = self._seen.setdefault((section, row.key), row)
        if first is not row:
            wrong = _("Samma post står redan i %(place)s.") % {"place": first.where()}
            right = _("låt den stå en gång, eller ge dem var sin nyckel")
            self._wrong(row, "key", wrong, right)
        return first is row

    def _refer(self, *registers: str) -> None:
        """Put keys where the cells name records."""
        for register in registers:
            for row in self._rows(register):
                for column in row.register.columns:
                    if isinstance(column, Named) and column.section in self._names:
                        self._point_out(row, column)

    def _point_out(self, row: Row, column: Named) -> None:
        said = row.text(column.name)
        if not said:
            return
        within = row.text("body") if column.name == "position" else ""
        try:
            row.values[column.name] = self._names[column.section].find(said, within)
        except NotFoundByNameError as fault:
            row.values[column.name] = ABSENT
            self._wrong(row, column.name, fault.wrong, fault.right)
