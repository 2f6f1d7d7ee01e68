"""What stands in a cell, by the cell's name, and what is wrong in it."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from django.utils.translation import gettext as _

from samsyn.exchange.problems import Problem, Report
from samsyn.kernel.identity import holds_personal_number

Value: TypeAlias = str | int | float | bool | date | datetime | object
_BLANKS = re.compile(r"[ \t\u00a0\u2007\u202f]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the name of the cell that it stands in, as Organ!C7."""

    value: Value
    place: str

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, int | float) and not isinstance(self.value, bool)

    @property
    def text(self) -> str:
        """The value as a person would type it."""
        return as_text(self.value)


def as_text(value: Value) -> str:
    match value:
        case str():
            return value.strip()
        case bool():
            return "ja" if value else "nej"
        case float():
            return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
        case datetime():
            return str(value.date()) if not value.time().isoformat().strip("0:") else str(value)
        case _:
            return str(value)


def alike(text: str) -> str:
    """What two texts have in common that a person takes for the same."""
    return _BLANKS.sub(" ", text.replace("\n", " ")).strip(" *:").casefold()


def cell_name(sheet: str, row: int, column: int) -> str:
    """Name a cell as the spreadsheet does; rows and columns count from nought.

    >>> cell_name("Organ", 6, 2), cell_name("Organ", 0, 27)
    ('Organ!C7', 'Organ!AB1')
    """
    return f"{sheet}!{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    name, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


class CellReport(Report):
    """Tells what is wrong by the cell, where a file of text has lines."""

    def __init__(self, whole: Report, file: str) -> None:
        super().__init__()
        self._whole, self._file = whole, file
        self.place = ""

    def wrong(self, line: int, what: str, right: str = "", *steps: str) -> None:  # noqa: ARG002
        self.say(self.place, what, right)

    def say(self, place: str, what: str, right: str = "") -> None:
        self.count += 1
        self._whole.tell(Problem(self._file, 0, place, what, right))

    @property
    def has_room(self) -> bool:
        return self._whole.has_room


def is_fit(cell: Cell, report: CellReport) -> bool:
    """Refuse what must not stand in any cell, without repeating it."""
    report.place = cell.place
    if holds_personal_number(cell.text):
        wrong = _("Här står något som liknar ett personnummer.")
        report.wrong(0, wrong, _("ta bort det, det behövs inte"))
        return False
    return True
