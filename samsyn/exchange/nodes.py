"""What stands in a file, one record at a time, with the line of each value."""

from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

_NOTHING = frozenset({"", "~", "null"})


@dataclass(slots=True)
class Scalar:
    """A value as text; it stands as it is among the signs of a file, which begins nothing."""

    sign: ClassVar[None] = None
    text: str
    line: int
    is_quoted: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether the value says that there is none."""
        return not self.is_quoted and self.text in _NOTHING


@dataclass(slots=True)
class Mapping:
    line: int
    entries: list[tuple[Scalar, "Node"]] = field(default_factory=list)


@dataclass(slots=True)
class Sequence:
    line: int
    items: list["Node"] = field(default_factory=list)


Node: TypeAlias = Scalar | Mapping | Sequence
