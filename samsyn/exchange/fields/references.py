"""Fields that hold the keys of other records."""

import sys
from collections.abc import Iterable
from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.fields.field import ABSENT, Field, Referred, Schema, Short
from samsyn.exchange.nodes import Node, Scalar, Sequence
from samsyn.exchange.problems import Report
from samsyn.exchange.text import quoted


@dataclass(frozen=True)
class Reference(Field):
    """The key of a record in another section."""

    section: str = ""
    by: str = "key"
    # Columns that repeat what the record referred to says: the column, and the field there.
    repeats: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (f"{self.column or self.name}__{self.by}",)

    @property
    def stored_in(self) -> tuple[str, ...]:
        return (f"{self.column or self.name}_id", *(column for column, _field in self.repeats))

    @property
    def sections(self) -> tuple[str, ...]:
        return (self.section,)

    def referred(self, value: Any) -> Iterable[Referred]:
        return ((self.name, self.section, value),)

    def take(self, row: Many[Any], at: int) -> str:
        return row[at] or ""

    def understand(self, node: Scalar, report: Report) -> Any:  # noqa: ARG002 - checked together
        return sys.intern(node.text)  # thousands say the same key, and keep one text together

    def expected(self) -> str:
        return _("skriv en nyckel som finns under %(section)s") % {"section": self.section}

    def schema(self) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True)
class ShortReference(Short, Reference):
    """One key for a list of one."""


@dataclass(frozen=True)
class Pair(Field):
    """The keys of two records in another section; which of them stands first says nothing.

    The lesser identifier is kept first, so that the same two are not kept twice.
    """

    section: str = ""
    columns_of: tuple[str, str] = ("", "")
    empty: Any = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(f"{column}__key" for column in self.columns_of)

    @property
    def stored_in(self) -> tuple[str, ...]:
        return tuple(f"{column}_id" for column in self.columns_of)

    @property
    def sections(self) -> tuple[str, ...]:
        return (self.section, self.section)

    def referred(self, value: Any) -> Iterable[Referred]:
        return ((self.name, self.section, key) for key in value)

    def in_key(self, value: Any) -> tuple[str, ...]:
        return tuple(value)

    def take(self, row: Many[Any], at: int) -> tuple[str, ...]:
        return tuple(sorted(row[at : at + 2]))

    def read(self, node: Node, report: Report) -> Any:
        items = node.items if isinstance(node, Sequence) else []
        keys = {item.text for item in items if isinstance(item, Scalar)}
        if len(items) == len(keys) == len(self.columns_of):
            return tuple(sorted(keys))
        report.wrong(node.line, _("Här ska två olika nycklar stå."), "[…, …]", self.name)
        return ABSENT

    def write(self, value: Any) -> str:
        return f"[{', '.join(map(quoted, value))}]"

    def schema(self) -> Schema:
        two = {"minItems": 2, "maxItems": 2, "uniqueItems": True}
        return {"type": "array", "items": {"type": "string"}, **two}
