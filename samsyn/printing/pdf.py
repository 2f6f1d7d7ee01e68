"""Prints documents as PDF/UA, which a screen reader can follow, by typst.

What people wrote goes in as data and is never a part of the template's source.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, assert_never

import typst

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
    stays_whole,
)
from samsyn.printing.moments import made_at
from samsyn.printing.words import WORDS, Words

_TEMPLATE = Path(__file__).with_name("templates") / "document.typ"
_REMEMBERED = 10  # compilations
_UNSHOWN = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\(?:u\{(?P<code>[0-9a-f]+)\}|(?P<sign>.))")
_FORMAT = "Cf"  # as Unicode calls what has no shape of its own
_JOINED = {"Mn", "Mc", "Me", _FORMAT}

# Where a long address, name of a file or the like may go on to the next line. Words of letters
# alone are left to the hyphenation, up to the longest that somebody may have meant.
_LONG = re.compile(r"\S{20,}")
_JOINTS = re.compile(r"(?<=[/._?&=@-])(?=\w)")
_ENDLESS = re.compile(r"[^\s\u200b]{40}")
_BREAK = "\u200b"


def as_pdf(document: Document) -> bytes:
    """Print on A4; the same document gives the same bytes.

    A sign that no font of ours has is printed as □: PDF/UA admits no sign without a shape.
    """
    try:
        return _shown(json.dumps(_document(document), ensure_ascii=False), document)
    finally:
        _forget()


def _shown(data: str, document: Document) -> bytes:
    """Print what can be shown; which signs no font has is known only when typst has tried."""
    while True:
        try:
            return _compiled(data, document)
        except typst.TypstError as error:
            showable = data.translate(_unshown(error))
            if showable == data:
                raise
            data = showable


def _forget() -> None:
    """Let typst drop what it has worked out, which is 30 MB for each document of twenty pages.

    It does so when it has not needed it for a while, and that is counted in compilations.
    """
    compiler = typst.Compiler(font_paths=_fonts())
    for _ in range(_REMEMBERED + 1):
        compiler.compile(b"", format="svg")


@cache
def _fonts() -> typst.Fonts:
    """Those within typst alone, so that a document looks the same wherever it is printed."""
    return typst.Fonts(include_system_fonts=False)


def _compiled(data: str, document: Document) -> bytes:
    # A compiler of its own each time: it costs little, and may not be shared between threads.
    compiler = typst.Compiler(font_paths=_fonts(), root=_TEMPLATE.parent)
    printed = compiler.compile(
        _TEMPLATE,
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=["ua-1"],
        timestamp=made_at(document),
    )
    if not isinstance(printed, bytes):
        raise TypeError("typst gave no file")
    return printed


def _unshown(error: typst.TypstError) -> dict[int, str]:
    """Read from an error which signs no font has, and tell what to print instead.

    A mark that no font has may make typst miss the letter below it too, so marks go first.
    """
    texts = (found["text"] for found in _UNSHOWN.finditer(error.diagnostic))
    signs = {sign for text in texts for sign in _ESCAPED.sub(_unescaped, text)}
    marks = {sign for sign in signs if unicodedata.category(sign) in _JOINED}
    missed = marks or {sign for sign in signs if not sign.isascii()}
    return {ord(sign): "" if unicodedata.category(sign) == _FORMAT else "□" for sign in missed}


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found["code"], 16)) if found["code"] else found["sign"]


def _document(document: Document) -> dict[str, Any]:
    words = WORDS[document.language]
    title, draft = document.running_head
    return {
        "head": {"title": title, "draft": draft},
        "foot": document.running_foot,
        "title": title_line(document.title),
        "language": document.language,
        "region": words.locale.removeprefix(f"{document.language}-"),
        "contents": words.contents if document.has_contents else "",
        "sender": one_line(document.sender),
        "lead": _text(document.lead, words) if document.lead else [],
        "facts": _facts(document.facts, words),
        "draft": one_line(document.draft),
        "blocks": [_block(block, words) for block in document.blocks],
    }


def _block(block: Block, words: Words) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": _breakable(title_line(text)), "level": level}
        case Paragraph(text):
            return {"kind": "paragraph", "text": _text(text, words)}
        case Bullets(items):
            return {"kind": "bullets", "items": _texts(items, words)}
        case Numbered(items, first):
            return {"kind": "numbered", "items": _texts(items, words), "first": first}
        case Facts(facts):
            return {"kind": "facts", "facts": _facts(facts, words)}
        case Table():
            return {"kind": "table", **_table(block, words)}
        case Quote(text, source):
            return {"kind": "quote", "text": _text(text, words), "source": one_line(source)}
        case Callout(title, texts):
            return {"kind": "callout", "title": one_line(title), "texts": _texts(texts, words)}
        case Signatures(places):
            return {"kind": "signatures", "places": [_place(place) for place in places]}
        case PageBreak():
            return {"kind": "page break"}
        case _:
            assert_never(block)


def _table(table: Table, words: Words) -> dict[str, Any]:
    return {
        "caption": _breakable(one_line(table.caption)),
        "widths": table.widths,
        "columns": [
            {"label": _breakable(one_line(column.label)), "number": column.is_number}
            for column in table.columns
        ],
        "rows": [{"cells": _texts(row, words), "whole": stays_whole(row)} for row in table.rows],
    }


def _facts(facts: tuple[Fact, ...], words: Words) -> list[dict[str, Any]]:
    return [{"term": one_line(fact.term), "text": _text(fact.text, words)} for fact in facts]


def _place(place: Signature) -> dict[str, str]:
    return {
        "name": one_line(place.name),
        "role": one_line(place.role),
        "signed": one_line(place.signed),
    }


def _texts(texts: tuple[Text, ...], words: Words) -> list[list[dict[str, str]]]:
    return [_text(text, words) for text in texts]


def _text(text: Text, words: Words) -> list[dict[str, str]]:
    return [_run(run, words) for run in runs(text)]


def _run(run: Run, words: Words) -> dict[str, str]:
    match run:
        case str():
            return {"kind": "plain", "text": _lines(run)}
        case Strong(text):
            return {"kind": "strong", "text": _lines(text)}
        case Emphasis(text):
            return {"kind": "emphasis", "text": _lines(text)}
        case Link(text):
            return {"kind": "link", "text": _lines(text), "target": run.target}
        case Inserted(text):
            return _change("inserted", text, words.around(run))
        case Removed(text):
            return _change("removed", text, words.around(run))
        case _:
            assert_never(run)


def _change(kind: str, text: str, around: tuple[str, str]) -> dict[str, str]:
    before, after = around
    return {"kind": kind, "text": _lines(text), "before": before, "after": after}


def _lines(text: str) -> str:
    return _breakable(clean(text))


def _breakable(text: str) -> str:
    """Let what is too long for a line go on to the next at a joint, or anywhere.

    >>> _breakable("se www.tyreso.se/barn-och-unga").split(_BREAK)
    ['se www.', 'tyreso.', 'se/', 'barn-', 'och-', 'unga']
    """
    return _LONG.sub(_with_breaks, text)


def _with_breaks(found: re.Match[str]) -> str:
    return _ENDLESS.sub(rf"\g<0>{_BREAK}", _JOINTS.sub(_BREAK, found[0]))
