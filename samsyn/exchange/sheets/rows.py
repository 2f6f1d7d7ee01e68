"""A row of a sheet, and the record of the file that it becomes."""

from dataclasses import dataclass, field
from typing import Any

from samsyn.exchange.fields import ABSENT
from samsyn.exchange.records import Record
from samsyn.exchange.sheets.registers import Register


@dataclass(slots=True)
class Row:
    """What the cells of a row say by column; `places` is where each column stands."""

    register: Register
    number: int
    places: dict[str, str]
    values: dict[str, Any]
    is_broken: bool = False
    key: str = ""

    def said(self, name: str) -> Any:
        return self.values.get(name, ABSENT)

    def text(self, name: str) -> str:
        """What the cell says, or nothing when there is no such column."""
        value = self.said(name)
        return value if isinstance(value, str) else ""

    def where(self, name: str = "") -> str:
        """The cell of the column, or the first cell of the row."""
        place = self.places.get(name) or next(iter(self.places.values()), "")
        return f"{place}{self.number}"


# What a field of the file is called where it has another name, or several columns, in a sheet.
_COLUMNS = {
    "period": ("ends", "starts"),
    "names": ("name",),
    "placements": ("under",),
    "contacts": ("email", "phone", "address", "web"),
    "given_name": ("given_name", "full_name"),
    "family_name": ("family_name", "full_name"),
}


@dataclass(slots=True)
class RowRecord(Record):
    """A record that tells what is wrong in it by the cell."""

    row: Row | None = field(default=None)

    def where(self, name: str) -> tuple[int, str]:
        if self.row is None:
            return super().where(name)
        columns = _COLUMNS.get(name, (name,))
        there = next((each for each in columns if each in self.row.places), "")
        return 0, self.row.where(there)
