"""Reads a register of matters, and tells it as the signs of a collaboration file."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.exchange import events
from samsyn.exchange.events import BrokenOffError, Event, Mark, Sign
from samsyn.exchange.gathering import Nodes
from samsyn.exchange.matters.mapping import Columns, paragraph
from samsyn.exchange.nodes import Mapping as Node
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.nodes import Sequence as List
from samsyn.exchange.problems import Report
from samsyn.governance.api import REGISTRY_NUMBER

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 200

Said = dict[str, str]


@dataclass(slots=True)
class Step:
    line: int
    said: Said


@dataclass(slots=True)
class Matter:
    """A matter as the register tells it; `doubles` are the keys of rows that say just the same."""

    line: int
    said: Said
    steps: list[Step] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        told = self.said.get("key", "")
        return told if _KEY.fullmatch(told) else slugify(told)[:_LONGEST]

    def sameness(self) -> tuple[object, ...]:
        steps = sorted(tuple(sorted(step.said.items())) for step in self.steps)
        said = (self.said.get(name, "") for name in ("title", "registry_number"))
        return (*said, *steps)


@dataclass
class Register:
    """What stood in the register, as it really is: with doubles, and without some numbers."""

    matters: list[Matter]
    without_number: int
    unreadable: list[str]

    def notices(self) -> Iterator[str]:
        """What a reader of the register would want to know, in sentences."""
        doubles = sum(len(each.doubles) for each in self.matters)
        if doubles:
            yield ngettext(
                "%(count)d rad är ord för ord samma ärende som en annan, och läses inte in igen.",
                "%(count)d rader är ord för ord samma ärende som en annan, och läses inte in igen.",
                doubles,
            ) % {"count": doubles}
        if self.without_number:
            yield ngettext(
                "%(count)d ärende saknar diarienummer.",
                "%(count)d ärenden saknar diarienummer.",
                self.without_number,
            ) % {"count": self.without_number}
        yield from self._repeated()
        for number in dict.fromkeys(self.unreadable):
            told = _("”%(number)s” går inte att läsa som ett diarienummer, och är utelämnat.")
            yield told % {"number": number}

    def _repeated(self) -> Iterator[str]:
        numbers = Counter(each.said.get("registry_number", "") for each in self.matters)
        repeated = [(n, count) for n, count in numbers.most_common() if n and count > 1]
        if repeated:
            number, count = repeated[0]
            yield ngettext(
                "%(numbers)d diarienummer står på flera ärenden: %(number)s på %(count)d.",
                "%(numbers)d diarienummer står på flera ärenden, som %(number)s på %(count)d.",
                len(repeated),
            ) % {"numbers": len(repeated), "number": number, "count": count}


def read_register(name: str, data: bytes, columns: Columns, report: Report) -> Register:
    """Read CSV or JSON; raises BrokenOffError when it cannot be read at all."""
    report.file, report.path = name, []
    rows = _json(data, columns, report) if name.lower().endswith(".json") else _csv(data, columns)
    matters = _once(rows)
    unreadable = [number for each in matters if (number := _without_unreadable(each))]
    missing = sum(not each.said.get("registry_number") for each in matters)
    return Register(matters, missing - len(unreadable), unreadable)


def _without_unreadable(matter: Matter) -> str:
    number = matter.said.get("registry_number", "")
    if re.fullmatch(REGISTRY_NUMBER, number):
        return ""
    matter.said["registry_number"] = ""
    return number


def _once(rows: Iterable[Matter]) -> list[Matter]:
    """Leave out what stands in the register twice, word for word."""
    kept: dict[tuple[object, ...], Matter] = {}
    for row in rows:
        first = kept.setdefault(row.sameness(), row)
        if first is not row:
            first.doubles.append(row.key)
    return list(kept.values())


def _json(data: bytes, columns: Columns, report: Report) -> Iterator[Matter]:
    nodes = Nodes(events.from_json(data.decode()), report)
    try:
        root = nodes.node(nodes.next())
    except StopIteration as error:
        raise BrokenOffError(1, _("Filen är tom.")) from error
    if not isinstance(root, List):
        raise BrokenOffError(root.line, _("Registret ska vara en lista av ärenden."), "[{…}, {…}]")
    for item in root.items:
        if isinstance(item, Node):
            yield _of_node(item, columns)


def _of_node(node: Node, columns: Columns) -> Matter:
    inner = {key.text: value for key, value in node.entries}
    steps = inner.get(columns.steps)
    told = steps.items if isinstance(steps, List) else []
    return Matter(
        node.line,
        _translated(columns.matter, _texts(node)),
        [_step(each.line, _texts(each), columns) for each in told if isinstance(each, Node)],
    )


def _texts(node: Node) -> Said:
    return {
        key.text: "" if value.is_empty else " ".join(value.text.split())
        for key, value in node.entries
        if isinstance(value, Scalar)
    }


def _csv(data: bytes, columns: Columns) -> Iterator[Matter]:
    text = data.decode()
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if first.count(";") else ",")
    _refuse_unknown(rows.fieldnames or [], columns)
    found: dict[str, Matter] = {}
    for row in rows:
        said = {name: " ".join((value or "").split()) for name, value in row.items() if name}
        matter = Matter(rows.line_num, _translated(columns.matter, said))
        known = found.setdefault(matter.key or f"rad-{rows.line_num}", matter)
        known.steps.append(_step(rows.line_num, said, columns))
    yield from found.values()


def _refuse_unknown(headings: Sequence[str], columns: Columns) -> None:
    missing = [columns.matter[name] for name in ("key", "title")]
    missing = [name for name in missing if name not in headings]
    if missing:
        raise BrokenOffError(
            1,
            _("Registret har ingen kolumn som heter %(name)s.") % {"name": missing[0]},
            _("skriv i en mappning vad kolumnen heter"),
        )


def _translated(words: Mapping[str, str], said: Said) -> Said:
    return {ours: said[theirs] for ours, theirs in words.items() if said.get(theirs)}


def _step(line: int, said: Said, columns: Columns) -> Step:
    told = _translated(columns.step, said)
    for name, words in (("kind", columns.kinds), ("outcome", columns.outcomes)):
        if name in told:
            told[name] = words.get(told[name].lower(), told[name])
    if "body" in told:
        told["body"] = columns.bodies.get(told["body"], told["body"])
    if "paragraph" in told:
        told["paragraph"] = paragraph(told["paragraph"])
    return Step(line, told)


def signs(register: Register, municipality: str) -> Iterator[Event]:
    """Tell the register as a collaboration file, each sign with its line in the register."""
    yield Mark(Sign.MAPPING, 1)
    yield from _said(1, {"samsyn": "1", "municipality": municipality})
    yield from _word("matters", 1)
    yield Mark(Sign.MAPPING, 1)
    for matter in register.matters:
        yield from _word(matter.key, matter.line)
        yield Mark(Sign.MAPPING, matter.line)
        yield from _said(matter.line, matter.said, "key")
        yield Mark(Sign.END, matter.line)
    yield Mark(Sign.END, 1)
    yield from _word("steps", 1)
    yield Mark(Sign.LIST, 1)
    for matter in register.matters:
        yield from _steps(matter)
    yield Mark(Sign.END, 1)
    yield Mark(Sign.END, 1)


def _steps(matter: Matter) -> Iterator[Event]:
    in_order = sorted(matter.steps, key=lambda each: each.said.get("decided_on", ""))
    for number, step in enumerate(in_order, 1):
        yield Mark(Sign.MAPPING, step.line)
        yield from _said(step.line, {"matter": matter.key, "number": str(number), **step.said})
        yield Mark(Sign.END, step.line)


def _said(line: int, said: Said, *but: str) -> Iterator[Event]:
    for name, value in said.items():
        if value and name not in but:
            yield from _word(name, line)
            yield Scalar(value, line, is_quoted=True)


def _word(text: str, line: int) -> Iterator[Event]:
    yield Scalar(text, line, is_quoted=False)
