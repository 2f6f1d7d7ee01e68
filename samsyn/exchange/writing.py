"""Writes what a municipality has as files, always in the same order and the same layout.

One line for each field and each part of a list, so that a small change is a small difference.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from samsyn.access.api import Actor, Municipality
from samsyn.exchange.fields import ABSENT, Field, Parts, Sources
from samsyn.exchange.kinds import Kind, kinds
from samsyn.exchange.queries import entries
from samsyn.exchange.records import Entry
from samsyn.exchange.text import quoted
from samsyn.exchange.versions import NEWEST


def write(actor: Actor, municipality: Municipality) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name of each file with its text, piece by piece."""
    told = (municipality.key, municipality.name, municipality.code)
    yield "municipality.yaml", iter([head(*told)])
    for kind in kinds():
        yield f"{kind.section}.yaml", section(kind, municipality.key, entries(actor, kind))


def head(key: str, name: str, code: str) -> str:
    """The file that says who the municipality is."""
    values = {"key": key, "name": name, "code": code}
    rows = "".join(f"  {field}: {quoted(value)}\n" for field, value in values.items())
    return f"samsyn: {NEWEST}\nmunicipality:\n{rows}"


def section(kind: Kind, key: str, found: Iterator[Entry]) -> Iterator[str]:
    """The file of a section; one that is empty has its file too: what was left out is seen."""
    first = next(found, None)
    yield f"samsyn: {NEWEST}\nmunicipality: {quoted(key)}\n{kind.section}:"
    if first is None:
        yield " {}\n" if kind.key else " []\n"
        return
    yield "\n"
    yield _record(kind, first)
    for entry in found:
        yield _record(kind, entry)


def _record(kind: Kind, entry: Entry) -> str:
    lines = list(_lines(kind, entry.values))
    if kind.key:
        head = f"  {quoted(entry.key)}:"
        if not lines:
            return f"{head} {{}}\n"
        return "".join((f"{head}\n", *(f"    {line}\n" for line in lines)))
    return "".join(f"  {'- ' if not n else '  '}{line}\n" for n, line in enumerate(lines))


def _lines(kind: Kind, values: Iterable[Any]) -> Iterator[str]:
    shortened = kind.shorten(tuple(values))
    for field, value in zip(kind.fields, shortened, strict=True):
        if value != field.empty and value is not ABSENT:
            yield from _field(field, value)


def _field(field: Field, value: Any) -> Iterator[str]:
    if not isinstance(field, Parts) or (isinstance(field, Sources) and len(value) == 1):
        yield f"{field.name}: {field.write(value)}"
        return
    yield f"{field.name}:"
    for one in value:
        yield f"  - {field.write_one(one)}"


def file_names() -> list[str]:
    """The files that an export consists of."""
    return ["municipality.yaml", *(f"{kind.section}.yaml" for kind in kinds())]
