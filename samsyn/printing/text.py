"""Prints documents as plain text, for a letter that every program can show."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import assert_never

from samsyn.printing.characters import clean, one_line, title_line
from samsyn.printing.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Emphasis,
    Fact,
    Facts,
    Heading,
    Inserted,
    Link,
    Numbered,
    PageBreak,
    Paragraph,
    Quote,
    Removed,
    Run,
    Signature,
    Signatures,
    Strong,
    Table,
    Text,
    runs,
)
from samsyn.printing.words import WORDS, Words

_WIDTH = 72
_GAP = "  "


def as_text(document: Document) -> str:
    """Print in lines of at most 72 characters; only a word that is longer passes that."""
    words = WORDS[document.language]
    head = [
        _wrapped(one_line(document.sender)),
        _underlined(title_line(document.title), "="),
        one_line(document.draft).upper(),
        _wrapped(_text(document.lead, words)),
        _facts(document.facts, words),
    ]
    blocks = [_block(block, words) for block in document.blocks]
    parts = [*head, *blocks, _wrapped(one_line(document.footer))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, words: Words) -> str:
    match block:
        case Heading(text, level):
            line = title_line(text)
            return _underlined(line, "-") if level == 1 else _wrapped(line)
        case Paragraph(text):
            return _wrapped(_text(text, words))
        case Bullets(items):
            return "\n".join(_wrapped(_text(item, words), "- ") for item in items)
        case Numbered(items, first):
            numbered = enumerate(items, first)
            return "\n".join(_wrapped(_text(item, words), f"{at}. ") for at, item in numbered)
        case Facts(facts):
            return _facts(facts, words)
        case Table():
            return _table(block, words)
        case Quote(text, source):
            lines = [_text(text, words), one_line(source)]
            return "\n".join(_wrapped(line, "> ", "> ") for line in lines if line)
        case Callout(title, texts):
            lines = [one_line(title), *(_text(text, words) for text in texts)]
            return "\n".join(_wrapped(line, "! ", "! ") for line in lines if line)
        case Signatures(places):
            return "\n\n".join(map(_signature, places))
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _facts(facts: tuple[Fact, ...], words: Words) -> str:
    pairs = ((one_line(fact.term), _text(fact.text, words)) for fact in facts)
    return "\n".join(_wrapped(f"{term}: {text}", "", _GAP) for term, text in pairs)


def _table(table: Table, words: Words) -> str:
    """Print in columns where they have room, and otherwise each row as a list of its own."""
    labels = [one_line(column.label) for column in table.columns]
    rows = [[_text(text, words) for text in row] for row in table.rows]
    lines = _columns(table, labels, rows) or _records(labels, rows)
    return "\n".join(filter(None, [_wrapped(one_line(table.caption)), lines]))


def _columns(table: Table, labels: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [labels, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    is_broken = any("\n" in text for row in rows for text in row)
    if is_broken or sum(widths) + len(_GAP) * (len(widths) - 1) > _WIDTH:
        return ""
    sides = [str.rjust if column.is_number else str.ljust for column in table.columns]
    return "\n".join(
        _GAP.join(
            side(text, width) for side, text, width in zip(sides, line, widths, strict=True)
        ).rstrip()
        for line in [labels, ["-" * width for width in widths], *rows]
    )


def _records(labels: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(_record(labels, row)) for row in rows)


def _record(labels: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    for place, (label, text) in enumerate(zip(labels, row, strict=True)):
        yield _wrapped(f"{label}: {text}", _GAP if place else "- ", _GAP * 2)


def _signature(place: Signature) -> str:
    lines = map(one_line, (place.signed, place.name, place.role))
    return "\n".join(["_" * 36, *filter(None, lines)])


def _underlined(text: str, line: str) -> str:
    wrapped = _wrapped(text)
    return f"{wrapped}\n{line * max(map(len, wrapped.split(chr(10))))}"


def _wrapped(text: str, first: str = "", later: str | None = None) -> str:
    """Wrap each line of the text, with one sign before the first and another before the rest."""
    rest = " " * len(first) if later is None else later
    lines = text.split("\n")
    return "\n".join(
        fill(
            line,
            _WIDTH,
            initial_indent=rest if place else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for place, line in enumerate(lines)
    )


def _text(text: Text, words: Words) -> str:
    return "".join(_run(run, words) for run in runs(text))


def _run(run: Run, words: Words) -> str:
    match run:
        case str():
            return clean(run)
        case Strong(text) | Emphasis(text):
            return clean(text)
        case Link(text):
            is_told = run.target and run.target.removeprefix("mailto:") != clean(text)
            return f"{clean(text)} ({run.target})" if is_told else clean(text)
        case Inserted(text) | Removed(text):
            before, after = words.around(run)
            return before + clean(text) + after
        case _:
            assert_never(run)
