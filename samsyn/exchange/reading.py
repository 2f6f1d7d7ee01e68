"""Reads files into records, and tells everything that is wrong in them by themselves."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.utils.text import slugify
from django.utils.translation import gettext as _

from samsyn.exchange import events, files, kinds, places, versions
from samsyn.exchange.events import BrokenOffError, Event, Sign
from samsyn.exchange.fields import ABSENT, refuse_field, refuse_missing
from samsyn.exchange.gathering import Nodes
from samsyn.exchange.kinds import Kind
from samsyn.exchange.nodes import Mapping, Node, Scalar
from samsyn.exchange.problems import Report
from samsyn.exchange.records import Outcome, Part, Record

Advance = Callable[[int], None]
Wait = Callable[[], None]
Signs = Callable[[files.File, bytes], Iterator[Event]]
_SIGNS_AT_A_TIME = 2_000
_HEADER = ("samsyn", "municipality")


def _signs(file: files.File, data: bytes) -> Iterator[Event]:
    return events.from_json(data.decode()) if file.is_json else events.from_yaml(data)


def read(
    found: Iterable[files.File],
    *,
    signs: Signs = _signs,
    report: Report | None = None,
    passed_over: Iterable[str] = (),
    advance: Advance = lambda _bytes: None,
    wait: Wait = lambda: None,
) -> Outcome:
    """Read every file to the end, whatever is wrong in it or in another.

    `advance` is told now and then how many bytes more have been read; `wait` is called as often,
    and may raise when it has taken too long. `signs` tells what stands in a file of another form.
    """
    reader = _Reader(report or Report(), signs, advance, wait)
    for file in found:
        reader.read(file)
    return reader.outcome(list(passed_over))


class _Reader:
    def __init__(self, report: Report, signs: Signs, advance: Advance, wait: Wait) -> None:
        self._report, self._signs = report, signs
        self._advance, self._wait = advance, wait
        self._places = places.Places(report)
        self._names: list[str] = []
        self._seen: dict[tuple[str, str, str], Record] = {}

    def outcome(self, passed_over: list[str]) -> Outcome:
        report = self._report
        return Outcome(self._places.parts, report.problems, report.count, self._names, passed_over)

    def read(self, file: files.File) -> None:
        data = files.content(file, self._report)
        if data is None:
            self._report.has_broken_off = True
            return
        self._names.append(file.name)
        report = self._report
        nodes = Nodes(self._followed(self._signs(file, data), data), report)
        try:
            _FileReader(file.name, nodes, report, self._places, self._seen).read()
        except BrokenOffError as fault:
            report.has_broken_off = True
            report.path = []
            report.wrong(fault.line, fault.wrong, fault.right)
        except StopIteration:
            report.path = []
            report.wrong(1, _("Filen är tom."), _("börja med samsyn: 1"))

    def _followed(self, signs: Iterator[Event], data: bytes) -> Iterator[Event]:
        """Tell by the lines how far it has come."""
        lines, told = data.count(b"\n") + 1, 0
        for number, sign in enumerate(signs):
            if not number % _SIGNS_AT_A_TIME:
                self._wait()
                now = len(data) * min(sign.line, lines) // lines
                self._advance(now - told)
                told = now
            yield sign
        self._advance(len(data) - told)


class _FileReader:
    """Reads one file from its beginning to its end, a record at a time."""

    def __init__(
        self,
        name: str,
        nodes: Nodes,
        report: Report,
        known: "places.Places",
        seen: dict[tuple[str, str, str], Record],
    ) -> None:
        self._name, self._nodes, self._report = name, nodes, report
        self._places, self._seen = known, seen
        self._version: int | None = None
        self._part: Part | None = None

    def read(self) -> None:
        first = self._nodes.next()
        if first.sign is not Sign.MAPPING:
            raise BrokenOffError(
                first.line, _("Filen är ingen samverkansfil."), _("börja med samsyn: 1")
            )
        for key, value in self._nodes.entries():
            self._report.path = []
            self._section(key, value)
        self._report.path = []
        if self._version is None or self._part is None:
            self._refuse_headless(first.line)
        self._read_to_the_end()

    def _read_to_the_end(self) -> None:
        """What follows the record of the file, such as another document, is looked at too."""
        try:
            self._nodes.next()
        except StopIteration:
            return

    def _section(self, key: Scalar, value: Event) -> None:
        if key.text == "samsyn":
            self._version = versions.read_version(self._nodes.node(value), self._report)
            if self._version is None:
                raise BrokenOffError(key.line, _("Resten av filen är inte läst."))
        elif key.text == "municipality":
            node = self._nodes.node(value)
            self._part = self._places.read(node, self._name)
        elif self._version is None or self._part is None:
            self._refuse_headless(key.line)
        elif kinds.is_known(section := versions.section_now(self._version, key.text)):
            self._records(kinds.kind_of(section), value)
        else:
            self._nodes.node(value)
            refuse_field(key, [*_HEADER, *kinds.sections()], self._report)

    def _refuse_headless(self, line: int) -> None:
        missing = "samsyn: 1" if self._version is None else _("municipality: kommunens nyckel")
        raise BrokenOffError(
            line,
            _("Filen säger inte först vilket format den har och vilken kommun den gäller."),
            _("skriv %(missing)s överst") % {"missing": missing},
        )

    def _records(self, kind: Kind, value: Event) -> None:
        self._report.path = [kind.section]
        if value.sign is (Sign.MAPPING if kind.key else Sign.LIST):
            if kind.key:
                self._keyed(kind)
            else:
                self._listed(kind)
            return
        node = self._nodes.node(value)
        if isinstance(node, Scalar) and node.is_empty:
            return
        shape = _("nyckel: {fält: värde}") if kind.key else _("- fält: värde")
        self._report.wrong(node.line, _("Här ska poster stå."), shape)

    def _keyed(self, kind: Kind) -> None:
        for key, value in self._nodes.entries():
            self._report.path = [kind.section, key.text[:200]]
            if not re.fullmatch(kind.key_pattern, key.text):
                self._refuse_key(key)
            self._record(kind, key.text, self._nodes.node(value), key.line)
            self._report.path = [kind.section]

    def _refuse_key(self, key: Scalar) -> None:
        self._report.wrong(
            key.line,
            _("Nyckeln går inte att använda."),
            _("skriv den med a–z, 0–9 och bindestreck: %(key)s") % {"key": slugify(key.text)[:200]},
        )

    def _listed(self, kind: Kind) -> None:
        number = 0
        while (event := self._nodes.next()).sign is not Sign.END:
            number += 1
            self._report.path = [f"{kind.section}[{number}]"]
            self._record(kind, "", self._nodes.node(event), event.line, number)

    def _record(self, kind: Kind, key: str, node: Node, line: int, number: int = 0) -> None:
        before = self._report.count
        node = versions.record_now(self._version or versions.NEWEST, kind.section, node)
        values, lines = self._values(kind, node)
        self._refuse_unknowable(kind, values, node.line)
        is_broken = self._report.count > before
        record = Record(kind, key, values, self._name, line, lines, number, is_broken)
        if key and self._part:
            first = self._seen.setdefault((self._part.place.key, kind.section, key), record)
            if first is not record and first.file != self._name:
                where = {"file": first.file, "line": first.line}
                wrong = _("Nyckeln används redan i %(file)s:%(line)d.") % where
                self._report.wrong(line, wrong, _("låt den stå en gång"))
                return
        if self._part:
            self._part.records.setdefault(kind.section, []).append(record)

    def _refuse_unknowable(self, kind: Kind, values: tuple[object, ...], line: int) -> None:
        """A record without a key is told from others by what it says, so it has to say it."""
        missing = [field for place, field in kind.knowing if values[place] is ABSENT]
        refuse_missing(missing, line, self._report)

    def _values(self, kind: Kind, node: Node) -> tuple[tuple[object, ...], Sequence[int]]:
        values: list[object] = [ABSENT] * len(kind.fields)
        lines = array("L", [0]) * len(kind.fields)  # as plain numbers, for they are millions
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and node.is_empty):
                wrong = _("Här ska fält med värden stå.")
                self._report.wrong(node.line, wrong, _("fält: värde"))
            return tuple(values), lines
        for key, value in node.entries:
            place = kind.places.get(key.text)
            if place is None:
                refuse_field(key, list(kind.places), self._report)
            else:
                values[place] = kind.fields[place].read(value, self._report)
                lines[place] = key.line
        return tuple(values), lines
