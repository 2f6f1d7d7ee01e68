"""Writes what a municipality has as files, always in the same order and the same layout.

One line for each field and each part of a list, so that a small change is a small difference.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from samsyn.access.api import Actor, Municipality
from samsyn.exchange.fields import ABSENT, Field, Parts, Sources, Whole
from samsyn.exchange.kinds import Kind, is_known, kinds
from samsyn.exchange.queries import entries
from samsyn.exchange.records import Entry
from samsyn.exchange.text import quoted
from samsyn.exchange.versions import NEWEST

_HEAD = "municipality.yaml"
# Well below what is read in one file: an editor opens it, and little memory is held.
LARGEST = 25_000_000


File = tuple[str, Iterator[str]]


def write(actor: Actor, municipality: Municipality, *, largest: float = LARGEST) -> Iterator[File]:
    """Yield the name of each file with its text, piece by piece."""
    told = (municipality.key, municipality.name, municipality.code)
    yield _HEAD, iter([head(*told)])
    for kind in kinds():
        yield from files(kind, municipality.key, entries(actor, kind), largest)


def head(key: str, name: str, code: str) -> str:
    """The file that says who the municipality is."""
    values = {"key": key, "name": name, "code": code}
    rows = "".join(f"  {field}: {quoted(value)}\n" for field, value in values.items())
    return f"samsyn: {NEWEST}\nmunicipality:\n{rows}"


def files(kind: Kind, key: str, found: Iterator[Entry], largest: float = LARGEST) -> Iterator[File]:
    """Yield the files of a section: one, and more when it is too large to be read back as one.

    One that is empty has its file too: what was left out is seen. A text that has not been read
    when the next file is asked for is lost.
    """
    records = _Records(_record(kind, entry) for entry in found)
    for number in count(1):
        text = records.of_a_file(kind, key, largest)
        yield _file_name(kind, number), text
        deque(text, maxlen=0)
        if records.next is None:
            return


class _Records:
    """The written records of a section, as many at a time as a file may hold."""

    def __init__(self, written: Iterator[str]) -> None:
        self._written = written
        self.next = next(written, None)

    def of_a_file(self, kind: Kind, key: str, room: float) -> Iterator[str]:
        yield f"samsyn: {NEWEST}\nmunicipality: {quoted(key)}\n{kind.section}:"
        if self.next is None:
            yield " {}\n" if kind.key else " []\n"
            return
        yield "\n"
        while self.next is not None and room > 0:
            room -= len(self.next.encode())
            yield self.next
            self.next = next(self._written, None)


def _file_name(kind: Kind, number: int) -> str:
    return f"{kind.section}-{number}.yaml" if number > 1 else f"{kind.section}.yaml"


def _record(kind: Kind, entry: Entry) -> str:
    lines = _lines(kind.fields, kind.shorten(tuple(entry.values)))
    if kind.key:
        head = f"  {quoted(entry.key)}:"
        if not lines:
            return f"{head} {{}}\n"
        return "".join((f"{head}\n", *(f"    {line}\n" for line in lines)))
    return "".join(f"  {'- ' if not n else '  '}{line}\n" for n, line in enumerate(lines))


def _lines(fields: Iterable[Field], values: Iterable[Any]) -> list[str]:
    lines: list[str] = []
    for field, value in zip(fields, values, strict=True):
        if value is not ABSENT and value != field.empty:
            lines += _field(field, value)
    return lines


def _field(field: Field, value: Any) -> list[str]:
    if isinstance(field, Whole):
        return [f"{field.name}:", *(f"  {line}" for line in _lines(field.fields, value))]
    if not isinstance(field, Parts) or (isinstance(field, Sources) and len(value) == 1):
        return [f"{field.name}: {field.write(value)}"]
    return [f"{field.name}:", *(f"  - {field.write_one(one)}" for one in value)]


def is_file_of_an_export(name: str) -> bool:
    found = re.fullmatch(r"([a-z_]+)(-\d+)?\.yaml", name)
    return found is not None and (is_known(found[1]) or name == _HEAD)
