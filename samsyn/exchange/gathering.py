"""Takes the signs of a file one by one, and makes a node of those that belong together."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from samsyn.exchange.events import Event, Sign
from samsyn.exchange.nodes import Mapping, Node, Scalar, Sequence
from samsyn.exchange.problems import Report

# An enumeration takes its time to find its members, and there are millions of signs.
_END, _LIST = Sign.END, Sign.LIST


class Nodes:
    """The nodes of one file, from its beginning to its end."""

    def __init__(self, events: Iterator[Event], report: Report) -> None:
        self.next: Callable[[], Event] = events.__next__
        self._report = report

    def entries(self) -> Iterator[tuple[Scalar, Event]]:
        """Yield each key of a mapping that has begun, with the sign that its value begins with."""
        seen: dict[str, int] = {}
        while (key := self.next()).sign is not _END:
            if not isinstance(key, Scalar):
                self._report.wrong(key.line, _("Ett fältnamn kan inte vara en lista eller post."))
                self.node(key)
                self.node(self.next())
                continue
            if key.text in seen:
                self._tell_twice(key, seen[key.text])
            else:
                seen[key.text] = key.line
            yield key, self.next()

    def _tell_twice(self, key: Scalar, line: int) -> None:
        wrong = _("Nyckeln står redan på rad %(line)d.") % {"line": line}
        self._report.wrong(key.line, wrong, _("låt den stå en gång"), key.text)

    def node(self, event: Event) -> Node:
        """Make a node of what begins with the sign."""
        if isinstance(event, Scalar):
            return event
        if event.sign is _LIST:
            return Sequence(event.line, list(self._items()))
        return Mapping(event.line, [(key, self.node(value)) for key, value in self.entries()])

    def _items(self) -> Iterator[Node]:
        while (event := self.next()).sign is not _END:
            yield self.node(event)
