"""Records as they stand in a file, made of what is said of them; the rest of them is empty."""

from functools import cache
from typing import Any
from uuid import UUID

from samsyn.exchange.fields import Parts
from samsyn.exchange.kinds import Values, kind_of
from samsyn.exchange.records import Entry

_NO_ROW = UUID(int=0)


def entry(section: str, key: str, **said: Any) -> Entry:
    return Entry(key, _NO_ROW, tuple((_empty(section) | said).values()))


def part(section: str, field: str, **said: Any) -> Values:
    """One row of a list in a record."""
    return tuple((_empty_part(section, field) | said).values())


@cache
def _empty(section: str) -> dict[str, Any]:
    return {field.name: field.empty for field in kind_of(section).fields}


@cache
def _empty_part(section: str, name: str) -> dict[str, Any]:
    kind = kind_of(section)
    field = kind.fields[kind.places[name]]
    if not isinstance(field, Parts):
        raise TypeError(f"{section}.{name} is no list")
    return {each.name: each.empty for each in field.fields}
