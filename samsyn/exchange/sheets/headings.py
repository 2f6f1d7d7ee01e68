"""Which column each heading of a sheet is, and what is suggested where that is not known."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from samsyn.exchange.sheets.cells import alike
from samsyn.exchange.sheets.columns import Column
from samsyn.exchange.sheets.registers import Register, register, registers

LEFT_OUT = "-"
_LIKELY = 0.72
# The headings of a sheet to what each is read as: the name of a column, or LEFT_OUT.
Meanings = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the headings of a sheet were said to be, the last time that they were met."""

    register: str
    meanings: Meanings


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet by their place in it, and the register that it is read as."""

    sheet: str
    row: int
    texts: dict[int, str]
    register: Register
    meanings: Meanings

    @property
    def is_named(self) -> bool:
        """Tell whether the sheet itself says which register it is."""
        return register(self.sheet) is self.register

    @property
    def unknown(self) -> dict[int, str]:
        return {at: text for at, text in self.texts.items() if self.meaning(text) is None}

    def meaning(self, text: str) -> str | None:
        """What the heading is read as, or None when nobody has said."""
        said = self.meanings.get(alike(text))
        if said is not None:
            return said
        column = self.register.knows(text)
        return column.name if column else None

    def columns(self) -> dict[int, Column]:
        found = {}
        for at, text in self.texts.items():
            meaning = self.meaning(text)
            if meaning and meaning != LEFT_OUT:
                found[at] = self.register.by_name[meaning]
        return found

    def suggestions(self) -> dict[str, str]:
        """What each unknown heading probably is; one that nothing resembles is left out."""
        taken = {column.name for column in self.columns().values()}
        suggested = {}
        for text in self.unknown.values():
            free = [column for column in self.register.columns if column.name not in taken]
            best = max(free, key=lambda column: _likeness(text, column), default=None)
            if best is None or _likeness(text, best) < _LIKELY:
                suggested[text] = LEFT_OUT
                continue
            taken.add(best.name)
            suggested[text] = best.name
        return suggested


def digest(texts: Mapping[int, str]) -> str:
    """What is the same for two sheets with the same headings in the same order."""
    return sha256(json.dumps([alike(text) for text in texts.values()]).encode()).hexdigest()


def recognised(
    sheet: str, texts: Mapping[int, str], chosen: str, remembered: Mapping[str, Remembered]
) -> tuple[Register, Meanings] | None:
    """Find which register a sheet is: as was said, by its name, from before, or by its headings."""
    known = remembered.get(digest(texts))
    found = register(chosen or sheet)
    if found is None and known is not None:
        found = register(known.register)
    if found is None and not chosen:
        found = _most_alike(texts)
    if found is None:
        return None
    return found, known.meanings if known and known.register == found.name else {}


def _most_alike(texts: Mapping[int, str]) -> Register | None:
    """The one register that most headings belong to, when two of them or more do."""
    points = {
        each: sum(
            max(_likeness(text, c) for c in each.columns) >= _LIKELY for text in texts.values()
        )
        for each in registers()
        if not each.of
    }
    best = max(points, key=lambda each: points[each])
    is_alone = sum(count == points[best] for count in points.values()) == 1
    return best if points[best] >= 2 and is_alone else None  # noqa: PLR2004 - one may be chance


def _likeness(heading: str, column: Column) -> float:
    said = alike(heading)
    if said in column.known_as:
        return 1.0
    if said in column.like:
        return 0.95
    words = [*column.known_as, *column.like]
    return max(SequenceMatcher(None, said, word).ratio() for word in words) * 0.94
