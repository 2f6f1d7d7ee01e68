"""Prints documents as a fragment of HTML, for a page or a letter."""

from html import escape
from typing import assert_never

from samsyn.printing.characters import clean, one_line, title_line
from samsyn.printing.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Emphasis,
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


def as_html(document: Document, *, title_level: int = 1) -> str:
    """Print with the title as a heading of the level; everything is escaped, nothing is styled."""
    words = WORDS[document.language]
    head = [
        _element("p", escape(one_line(document.sender))),
        _element(f"h{title_level}", escape(title_line(document.title))),
        _element("p", _element("strong", escape(one_line(document.draft)))),
        _element("p", _text(document.lead, words)),
        _facts(Facts(document.facts), words),
    ]
    blocks = [_block(block, words, title_level) for block in document.blocks]
    foot = _element("footer", escape(one_line(document.footer)))
    inner = "\n".join(part for part in [*head, *blocks, foot] if part)
    return f'<article lang="{document.language}">\n{inner}\n</article>'


def _block(block: Block, words: Words, title_level: int) -> str:
    match block:
        case Heading(text, level):
            return _element(f"h{min(level + title_level, 6)}", escape(title_line(text)))
        case Paragraph(text):
            return _element("p", _text(text, words))
        case Bullets(items):
            return _element("ul", _items(items, words))
        case Numbered(items, first):
            return _element("ol", _items(items, words), "" if first == 1 else f' start="{first}"')
        case Facts():
            return _facts(block, words)
        case Table():
            return _table(block, words)
        case Quote(text, source):
            said = _element("p", _text(text, words))
            return _element("blockquote", said + _element("footer", escape(one_line(source))))
        case Callout(title, texts):
            told = "".join(_element("p", _text(text, words)) for text in texts)
            title = _element("p", _element("strong", escape(one_line(title))))
            return _element("aside", title + told, ' class="callout"')
        case Signatures(places):
            return _element("ul", "".join(map(_signature, places)), ' class="signatures"')
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _facts(facts: Facts, words: Words) -> str:
    pairs = (
        f"<dt>{escape(one_line(fact.term))}</dt><dd>{_text(fact.text, words)}</dd>"
        for fact in facts.facts
    )
    return _element("dl", "".join(pairs))


def _table(table: Table, words: Words) -> str:
    classes = [' class="number"' if column.is_number else "" for column in table.columns]
    head = "".join(
        f'<th scope="col"{kind}>{escape(one_line(column.label))}</th>'
        for column, kind in zip(table.columns, classes, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{kind}>{_text(text, words)}</td>" for text, kind in zip(row, classes, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    caption = _element("caption", escape(one_line(table.caption)))
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _signature(place: Signature) -> str:
    lines = (place.name, place.role, place.signed)
    return _element("li", "<br>".join(escape(one_line(line)) for line in lines if one_line(line)))


def _items(items: tuple[Text, ...], words: Words) -> str:
    return "".join(f"<li>{_text(item, words)}</li>" for item in items)


def _text(text: Text, words: Words) -> str:
    return "".join(_run(run, words) for run in runs(text))


def _run(run: Run, words: Words) -> str:
    match run:
        case str():
            return _lines(run)
        case Strong(text):
            return _element("strong", _lines(text))
        case Emphasis(text):
            return _element("em", _lines(text))
        case Link(text):
            target = f' href="{escape(run.target)}"'
            return _element("a", _lines(text), target) if run.target else _lines(text)
        case Inserted(text):
            return _change("ins", text, words.around(run))
        case Removed(text):
            return _change("del", text, words.around(run))
        case _:
            assert_never(run)


def _change(name: str, text: str, around: tuple[str, str]) -> str:
    before, after = around
    return f"{before}<{name}>{_lines(text)}</{name}>{after}"


def _lines(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _element(name: str, content: str, attributes: str = "") -> str:
    """Write an element, or nothing if it would be empty."""
    return f"<{name}{attributes}>{content}</{name}>" if content else ""
