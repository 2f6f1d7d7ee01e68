"""The collaboration file as JSON: the same that the export says, in one file."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from samsyn.exchange.events import Event, Sign, from_yaml
from samsyn.exchange.nodes import Scalar

# How each file of a section begins: a mapping, `samsyn: 1` and `municipality: …`.
_HEAD = 5
_OPENING = {Sign.MAPPING: "{", Sign.LIST: "["}
_CLOSING = {Sign.MAPPING: "}", Sign.LIST: "]"}
_TRUTHS = frozenset({"true", "false"})


def as_json(files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """Yield one JSON text of all the files of an export, piece by piece."""
    for number, (_name, pieces) in enumerate(files):
        signs = from_yaml("".join(pieces).encode())
        _skip(signs, _HEAD if number else 1)
        yield "," if number else "{"
        yield from _entries(signs, "  ")
    yield "\n}\n"


def _skip(signs: Iterator[Event], count: int) -> None:
    for _sign in islice(signs, count):
        pass


def _entries(signs: Iterator[Event], indent: str) -> Iterator[str]:
    """Write what is left of a mapping that has begun."""
    separator = "\n"
    while isinstance(key := next(signs), Scalar):
        yield f"{separator}{indent}{_text(key.text)}: "
        yield from _value(next(signs), signs, indent)
        separator = ",\n"


def _items(signs: Iterator[Event], indent: str) -> Iterator[str]:
    separator = "\n"
    while (item := next(signs)).sign is not Sign.END:
        yield f"{separator}{indent}"
        yield from _value(item, signs, indent)
        separator = ",\n"


def _value(event: Event, signs: Iterator[Event], indent: str) -> Iterator[str]:
    if not isinstance(event, Scalar):
        yield from _within(event.sign, signs, indent)
    elif not event.is_quoted and (event.text in _TRUTHS or _is_number(event.text)):
        yield event.text
    else:
        yield _text(event.text)


def _within(sign: Sign, signs: Iterator[Event], indent: str) -> Iterator[str]:
    yield _OPENING[sign]
    inner = _entries if sign is Sign.MAPPING else _items
    is_empty = True
    for piece in inner(signs, f"{indent}  "):
        is_empty = False
        yield piece
    yield _CLOSING[sign] if is_empty else f"\n{indent}{_CLOSING[sign]}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _text(said: str) -> str:
    return json.dumps(said, ensure_ascii=False)
