"""YAML and JSON as one stream of signs, with lines, and with every value as text.

Nothing is guessed from how a value looks: `no` is a text until a field asks for a yes or a no.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, NoReturn, TypeAlias

import yaml
from django.utils.translation import gettext as _
from yaml import CBaseLoader

from samsyn.exchange.nodes import Scalar


class Sign(Enum):
    MAPPING = "{"
    LIST = "["
    END = "}"


@dataclass(slots=True)
class Mark:
    """Where a mapping or a list begins or ends."""

    sign: Sign
    line: int


Event: TypeAlias = Scalar | Mark


class BrokenOffError(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, line: int, wrong: str, right: str = "") -> None:
        super().__init__(wrong)
        self.line, self.wrong, self.right = line, wrong, right


_DEEPEST = 10
_SHOWN = 20


def from_yaml(data: bytes) -> Iterator[Event]:
    """Read by libyaml; aliases, tags and further documents are refused where they stand."""
    parser = CBaseLoader(data)
    try:
        yield from _signs(parser)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BrokenOffError(mark.line + 1 if mark else 1, *_explained(error)) from error
    except yaml.YAMLError as error:
        raise BrokenOffError(1, _("Filen går inte att läsa som YAML."), str(error)) from error
    finally:
        parser.dispose()


def _signs(parser: Any) -> Iterator[Event]:
    documents = depth = 0
    next_event = parser.get_event
    while (event := next_event()) is not None:
        kind, line = type(event), event.start_mark.line + 1
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_marks(event, line)
            yield Scalar(event.value, line, bool(event.style))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            depth -= 1
            yield Mark(Sign.END, line)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            depth += 1
            _refuse_marks(event, line)
            _refuse_depth(depth, line)
            yield Mark(Sign.MAPPING if kind is yaml.MappingStartEvent else Sign.LIST, line)
        elif kind is yaml.AliasEvent:
            _refuse_alias(f"*{event.anchor}", line)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            _refuse_further(documents, line)


def _refuse_further(documents: int, line: int) -> None:
    if documents > 1:
        raise BrokenOffError(
            line, _("Filen innehåller flera dokument."), _("dela den i en fil för varje")
        )


def _refuse_marks(event: Any, line: int) -> None:
    if event.anchor is not None:
        _refuse_alias(f"&{event.anchor}", line)
    if event.tag is not None:
        raise BrokenOffError(
            line,
            _("Märket %(tag)s används inte i samverkansfilen.") % {"tag": event.tag[:_SHOWN]},
            _("ta bort det, fältet vet vad värdet är"),
        )


def _refuse_alias(text: str, line: int) -> NoReturn:
    raise BrokenOffError(
        line,
        _("Hänvisningen %(text)s används inte i samverkansfilen.") % {"text": text[:_SHOWN]},
        _("skriv ut värdet, eller sätt det inom citattecken om det är text"),
    )


def _refuse_depth(depth: int, line: int) -> None:
    if depth > _DEEPEST:
        raise BrokenOffError(line, _("Uppgifterna ligger för djupt i varandra."))


def _explained(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    said = f"{error.context or ''} {error.problem or ''}"
    for phrase, wrong, right in _sentences():
        if phrase in said:
            return wrong, right
    return _("Filen går inte att läsa som YAML (%(why)s).") % {"why": said.strip()}, ""


def _sentences() -> tuple[tuple[str, str, str], ...]:
    """What libyaml says, in the order in which it is looked for, and what that means."""
    indent = _("ställ raden i linje med de andra i samma post, med mellanslag")
    return (
        (
            "mapping values are not allowed",
            _("Här står ett kolon som inte kan stå här."),
            _("sätt texten inom citattecken om kolonet hör till den, annars: kontrollera indraget"),
        ),
        (
            "found character that cannot start",
            _("Värdet börjar med ett tecken som inte kan inleda ett värde, eller raden med tabb."),
            _("dra in med mellanslag, och sätt text som börjar med @ eller ` i citattecken"),
        ),
        (
            "could not find expected ':'",
            _("Det saknas ett kolon efter fältets namn."),
            _("skriv fält: värde"),
        ),
        (
            "unexpected end of stream",
            _("Ett citattecken avslutas aldrig."),
            _("sätt ett citattecken till där texten slutar"),
        ),
        (
            "flow",
            _("En lista eller post inom parentes är fel skriven eller avslutas aldrig."),
            _("skriv {fält: värde, fält: värde} eller [värde, värde]"),
        ),
        ("did not find expected key", _("Indraget stämmer inte med raderna ovanför."), indent),
        (
            "escape",
            _("Ett omvänt snedstreck följs av något som inte går att tolka."),
            _("skriv \\\\ om det hör till texten, eller använd enkla citattecken"),
        ),
        ("did not find expected", _("Raden hör inte ihop med raderna ovanför."), indent),
    )


_TOKEN = re.compile(r'[{}\[\]]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],:"]+|\n')
_OPEN = {"{": Sign.MAPPING, "[": Sign.LIST}


def from_json(text: str) -> Iterator[Event]:
    """Read JSON as the same signs; checked as a whole first, so that the tokens can be trusted."""
    _check_json(text)
    line, depth = 1, 0
    for sign in _TOKEN.findall(text):
        if sign == "\n":
            line += 1
        elif sign in _OPEN:
            depth += 1
            _refuse_depth(depth, line)
            yield Mark(_OPEN[sign], line)
        elif sign in "}]":
            depth -= 1
            yield Mark(Sign.END, line)
        elif sign[0] == '"':
            yield Scalar(json.loads(sign), line, is_quoted=True)
        else:
            yield Scalar(sign, line, is_quoted=False)


def _check_json(text: str) -> None:
    try:
        json.loads(text, object_pairs_hook=_forget, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise BrokenOffError(
            error.lineno,
            _("Filen går inte att läsa som JSON (%(why)s, tecken %(column)s på raden).")
            % {"why": error.msg, "column": error.colno},
        ) from error
    except RecursionError as error:
        raise BrokenOffError(1, _("Uppgifterna ligger för djupt i varandra.")) from error


def _forget(_pairs: object) -> None:
    """Keep nothing: the check must not need room for the whole file."""
