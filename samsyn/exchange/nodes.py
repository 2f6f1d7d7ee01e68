"""What stands in a file, one record at a time, with the line of each value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from django.utils.translation import gettext as _

from samsyn.exchange.events import Event, Sign
from samsyn.exchange.problems import Report

_NOTHING = frozenset({"", "~", "null"})


@dataclass(slots=True)
class Scalar:
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


class Nodes:
    """Takes the signs one by one, and makes a node of those that belong together."""

    def __init__(self, events: Iterator[Event], report: Report) -> None:
        self.next: Callable[[], Event] = events.__next__
        self._report = report

    def entries(self) -> Iterator[tuple[Scalar, Event]]:
        """Yield each key of a mapping that has begun, with the sign that its value begins with."""
        seen: dict[str, int] = {}
        while (event := self.next()).sign is not Sign.END:
            is_quoted = event.sign is Sign.QUOTED
            if not (is_quoted or event.sign is Sign.WORD):
                self._report.wrong(event.line, _("Ett fältnamn kan inte vara en lista eller post."))
                self.node(event)
                self.node(self.next())
                continue
            key = Scalar(event.text, event.line, is_quoted)
            self._notice_twice(key, seen)
            yield key, self.next()

    def _notice_twice(self, key: Scalar, seen: dict[str, int]) -> None:
        if key.text in seen:
            self._report.wrong(
                key.line,
                _("Nyckeln står redan på rad %(line)d.") % {"line": seen[key.text]},
                _("låt den stå en gång"),
                key.text,
            )
        seen.setdefault(key.text, key.line)

    def node(self, event: Event) -> Node:
        """Make a node of what begins with the sign."""
        sign = event.sign
        if sign is Sign.WORD:
            return Scalar(event.text, event.line, is_quoted=False)
        if sign is Sign.QUOTED:
            return Scalar(event.text, event.line, is_quoted=True)
        if sign is Sign.LIST:
            return Sequence(event.line, list(self._items()))
        return Mapping(event.line, [(key, self.node(value)) for key, value in self.entries()])

    def _items(self) -> Iterator[Node]:
        while (event := self.next()).sign is not Sign.END:
            yield self.node(event)
