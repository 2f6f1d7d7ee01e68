"""Records as they stand in a file, made of what is said of them; the rest of them is empty."""

from functools import cache
from typing import Any
from uuid import UUID

from samsyn.exchange.fields import Field, Parts, Whole
from samsyn.exchange.kinds import Values, kind_of
from samsyn.exchange.records import Entry

_NO_ROW = UUID(int=0)


def entry(section: str, key: str, **said: Any) -> Entry:
    return Entry(key, _NO_ROW, tuple((_empty(section) | said).values()))


def part(section: str, *path: str, **said: Any) -> Values:
    """One row of a list in a record, or one small record in it; the path is of fields."""
    return tuple(({each.name: each.empty for each in _inner(section, *path)} | said).values())


def named(section: str, *path: str, values: Values) -> dict[str, Any]:
    """A row of a list as it is read: by the names of its fields."""
    return dict(zip((each.name for each in _inner(section, *path)), values, strict=True))


@cache
def _empty(section: str) -> dict[str, Any]:
    return {field.name: field.empty for field in kind_of(section).fields}


@cache
def _inner(section: str, *path: str) -> tuple[Field, ...]:
    fields = kind_of(section).fields
    for name in path:
        field = next(each for each in fields if each.name == name)
        if not isinstance(field, Parts | Whole):
            raise TypeError(f"{section}.{name} holds no fields")
        fields = field.fields
    return fields
