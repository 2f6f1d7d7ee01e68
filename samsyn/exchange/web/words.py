"""Says in words what a file changes: fields by their labels, records by their names, and days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samsyn.exchange.events import BrokenOffError, from_yaml
from samsyn.exchange.fields import (
    ABSENT,
    Choice,
    Day,
    Days,
    Field,
    Flag,
    Pair,
    Parts,
    Reference,
    Text,
    Whole,
)
from samsyn.exchange.gathering import Nodes
from samsyn.exchange.kinds import Kind, Name
from samsyn.exchange.models import Deed
from samsyn.exchange.plans import Difference
from samsyn.exchange.problems import Report
from samsyn.kernel.period import Period
from samsyn.pages.api import formats

_NOTHING = frozenset({None, "", ABSENT, Period()})


@dataclass(frozen=True, slots=True)
class Told:
    """A field as it was and as it becomes; a list tells only what is not in both."""

    label: str
    before: list[str]
    after: list[str]

    def __str__(self) -> str:
        before, after = "; ".join(self.before), "; ".join(self.after) or "–"
        return f"{self.label}: {before} → {after}" if before else f"{self.label}: {after}"


@dataclass(frozen=True, slots=True)
class Value:
    """A field with what stands in a file for it, understood; `text` is what could not be."""

    field: Field
    value: Any
    text: str = ""

    def words(self, name: Name) -> list[str]:
        return [self.text] if self.text else in_words(self.field, self.value, name)


def understood(kind: Kind, difference: Difference) -> tuple[Value, Value] | None:
    """Read a difference back from its two texts; a field that is no more is passed over."""
    place = kind.places.get(difference.field)
    if place is None:
        return None
    field = kind.fields[place]
    return _value(field, difference.before), _value(field, difference.after)


def _value(field: Field, text: str) -> Value:
    if not text:
        return Value(field, field.empty)
    try:
        nodes = Nodes(from_yaml(text.encode()), Report())
        found = field.read(nodes.node(nodes.next()), Report())
    except (BrokenOffError, StopIteration):
        found = ABSENT
    return Value(field, None, text) if found is ABSENT else Value(field, found)


def tell(what: str, pairs: Iterable[tuple[Value, Value]], name: Name) -> Iterator[Told]:
    for before, after in pairs:
        old = [] if what == Deed.CREATED else before.words(name)
        new = after.words(name)
        if isinstance(after.field, Parts | Whole):
            gone, come = [x for x in old if x not in new], [x for x in new if x not in old]
            old, new = gone, come
        yield Told(label_of(after.field), old, new)


def label_of(field: Field) -> str:
    """The label of a field, up to where it begins to explain."""
    return capfirst(str(field.label).partition(";")[0].partition(":")[0])


def in_words(field: Field, value: Any, name: Name) -> list[str]:
    """A value as a person says it, each part of a list by itself; nothing for an empty one."""
    if isinstance(field, Parts):
        return [_part(field, part, name) for part in value]
    if isinstance(field, Whole):
        told = zip(field.fields, value, strict=bool(value))
        return [word for inner, each in told for word in in_words(inner, each, name)]
    said = _one(field, value, name)
    return [said] if said else []


def _part(field: Parts, part: tuple[Any, ...], name: Name) -> str:
    said = zip(field.fields, part, strict=True)
    return ", ".join(word for inner, value in said for word in in_words(inner, value, name))


def _one(field: Field, value: Any, name: Name) -> str:
    if value in _NOTHING:
        return ""
    match field:
        case Flag():
            said = _("ja") if value else _("nej")
        case Reference() | Pair():
            said = ", ".join(name(*each) for each in _referred(field, value))
        case Choice():
            said = str(field.choices(value).label)
        case Days():
            said = formats.period(value)
        case Day():
            said = formats.short_day(value)
        case Text(lines=True):
            said = _("”%(quote)s”") % {"quote": value}
        case _:
            said = str(value)
    return said


def referred(values: Iterable[Value]) -> Iterator[tuple[str, str]]:
    """Yield section and key of every record that the values refer to."""
    for each in values:
        if not each.text:
            yield from _referred(each.field, each.value)


def _referred(field: Field, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(field, Reference) and value and value is not ABSENT:
        yield field.section, value
    elif isinstance(field, Pair) and value is not ABSENT:
        yield from ((field.section, key) for key in value)
    elif isinstance(field, Parts):
        for part in value:
            for inner, each in zip(field.fields, part, strict=True):
                yield from _referred(inner, each)
