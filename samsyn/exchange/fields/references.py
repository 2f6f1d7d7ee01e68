"""Fields that hold the key of another record."""

from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.fields.field import Field, Schema, Short
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.problems import Report


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

    def take(self, row: Many[Any], at: int) -> str:
        return row[at] or ""

    def understand(self, node: Scalar, report: Report) -> Any:  # noqa: ARG002 - checked together
        return node.text

    def expected(self) -> str:
        return _("skriv en nyckel som finns under %(section)s") % {"section": self.section}

    def schema(self) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True)
class ShortReference(Short, Reference):
    """One key for a list of one."""
