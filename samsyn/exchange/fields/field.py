"""What every field can: be read, written, stored and described."""

from collections.abc import Iterable
from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from samsyn.exchange import text
from samsyn.exchange.nodes import Node, Scalar
from samsyn.exchange.problems import Report

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


Schema = dict[str, Any]
# Where in a record a key stands, the section that it is to be found in, and the key.
Referred = tuple[str, str, str]


class _Absent:
    """Stands for what a file does not say."""

    def __repr__(self) -> str:
        return "absent"


ABSENT: Final = _Absent()


@dataclass(frozen=True)
class Field:
    """One field of a record; `column` is what the model calls it."""

    name: str
    label: "_StrPromise"
    column: str = ""
    is_required: bool = False
    empty: Any = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """What is fetched for the field from the model's table."""
        return (self.column or self.name,)

    @property
    def stored_in(self) -> tuple[str, ...]:
        """The columns that the field is written to."""
        return self.columns

    @property
    def sections(self) -> tuple[str, ...]:
        """Of each word that the value is told by: the section that it is a key in, if it is one."""
        return ("",)

    @property
    def refers(self) -> bool:
        """Tell whether a value may hold keys of other records."""
        return any(self.sections)

    def referred(self, value: Any) -> Iterable[Referred]:  # noqa: ARG002 - most hold none
        """The keys of other records that the value holds."""
        return ()

    def in_key(self, value: Any) -> tuple[str, ...]:
        """The words by which a record without a key is told from others."""
        return (str(value),)

    def take(self, row: Many[Any], at: int) -> Any:
        """Make the value of what was fetched."""
        return row[at]

    def give(self, value: Any) -> tuple[Any, ...]:
        """Make what is written to the columns."""
        return (value,)

    def read(self, node: Node, report: Report) -> Any:
        """Make the value of what the file says, or ABSENT with what is wrong told."""
        if not isinstance(node, Scalar):
            report.wrong(
                node.line, _("Här ska ett värde stå, inte en lista eller post."), "", self.name
            )
            return ABSENT
        if node.is_empty:
            return self._emptied(node, report)
        return self.understand(node, report)

    def _emptied(self, node: Scalar, report: Report) -> Any:
        if self.is_required:
            report.wrong(node.line, _("Fältet får inte vara tomt."), self.expected(), self.name)
            return ABSENT
        return self.empty

    def understand(self, node: Scalar, report: Report) -> Any:
        """Make the value of a text that is not empty."""
        raise NotImplementedError

    def expected(self) -> str:
        """What would be right, in words."""
        return ""

    def write(self, value: Any) -> str:
        """Write the value as it stands in a file."""
        return text.quoted(value)

    def write_if(self, value: Any) -> str:
        """Write the value, or nothing for the one that is understood."""
        return "" if value == self.empty else self.write(value)

    def schema(self) -> Schema:
        raise NotImplementedError

    def describe(self) -> Schema:
        """The field in JSON Schema; what may be emptied may be null."""
        told = self.schema()
        if not self.is_required:
            told = {"anyOf": [told, {"type": "null"}]}
        return {"description": str(self.label), **told}


@dataclass(frozen=True)
class Short(Field):
    """A short way to write a list of one; it is never kept itself."""

    empty: Any = ABSENT

    @property
    def columns(self) -> tuple[str, ...]:
        return ()

    def _emptied(self, _node: Scalar, _report: Report) -> str:
        return ""
