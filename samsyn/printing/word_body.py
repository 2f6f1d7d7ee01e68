"""What stands in a Word file between the first paragraph and the last."""

from collections.abc import Iterator
from dataclasses import dataclass, field
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
    stays_whole,
)
from samsyn.printing.word_markup import (
    TAB,
    TEXT_WIDTH,
    aligned,
    bookmarked,
    cell,
    in_list,
    inner_link,
    outer_link,
    paragraph,
    row,
    styled,
    table_start,
    words,
)
from samsyn.printing.words import WORDS

BULLETS = 1  # the list that every bullet belongs to; the numbered ones follow on it
_DEEPEST_IN_CONTENTS = 2


@dataclass(slots=True)
class Body:
    """Writes the body, and remembers what other parts of the file must know of it.

    `targets` are the addresses of the links, and `starts` the first numbers of the numbered lists.
    """

    document: Document
    targets: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    _headings: int = 0

    def written(self) -> str:
        return "\n".join([*self._head(), *map(self._block, self.document.blocks)])

    def _head(self) -> Iterator[str]:
        document = self.document
        yield self._line("Sender", document.sender)
        yield self._line("Title", title_line(document.title))
        yield self._line("Draft", document.draft)
        if document.lead:
            yield self._paragraph("Subtitle", document.lead)
        yield self._facts(Facts(document.facts))
        if document.has_contents:
            yield from self._contents()

    def _contents(self) -> Iterator[str]:
        """List the headings as links, without page numbers, so that there is nothing to update."""
        yield self._line("ContentsHeading", WORDS[self.document.language].contents)
        headings = (block for block in self.document.blocks if isinstance(block, Heading))
        for number, heading in enumerate(headings, 1):
            if heading.level <= _DEEPEST_IN_CONTENTS:
                link = inner_link(number, title_line(heading.text))
                yield paragraph(f"TOC{heading.level}", link)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(text):
                return self._paragraph("", text)
            case Bullets(items):
                return self._list("ListBullet", items, BULLETS)
            case Numbered(items, first):
                self.starts.append(first)
                return self._list("ListNumber", items, BULLETS + len(self.starts))
            case Facts():
                return self._facts(block)
            case Table():
                return self._table(block)
            case Quote(text, source):
                return self._paragraph("Quote", text) + self._line("QuoteSource", source)
            case Callout():
                return self._callout(block)
            case Signatures(places):
                return "".join(map(self._signature, places))
            case PageBreak():
                return paragraph("PageBreak", "")
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        self._headings += 1
        text = words(title_line(heading.text))
        return paragraph(f"Heading{heading.level}", bookmarked(self._headings, text))

    def _list(self, style: str, items: tuple[Text, ...], number: int) -> str:
        return "".join(self._paragraph(style, item, in_list(number)) for item in items)

    def _facts(self, facts: Facts) -> str:
        return "".join(
            paragraph("Fact", styled("Strong", one_line(fact.term)) + TAB + self._runs(fact.text))
            for fact in facts.facts
        )

    def _callout(self, callout: Callout) -> str:
        texts = (self._paragraph("Callout", text) for text in callout.texts)
        return "".join(
            [self._line("CalloutTitle", callout.title), *texts, paragraph("AfterBox", "")]
        )

    def _signature(self, place: Signature) -> str:
        return (
            paragraph("Signed", words(one_line(place.signed)))
            + paragraph("SignatureName", words(one_line(place.name)))
            + paragraph("SignatureRole", words(one_line(place.role)))
        )

    def _table(self, table: Table) -> str:
        widths = [round(share * TEXT_WIDTH) for share in table.widths]
        labels = tuple(column.label for column in table.columns)
        head = row(self._cells(table, "TableHeading", labels, widths), is_head=True)
        rows = (
            row(self._cells(table, "TableText", texts, widths), is_whole=stays_whole(texts))
            for texts in table.rows
        )
        caption = one_line(table.caption)
        start = self._line("Caption", caption) + table_start(caption, widths)
        return "".join([start, head, *rows, "</w:tbl>", paragraph("AfterBox", "")])

    def _cells(
        self, table: Table, style: str, texts: tuple[Text, ...], widths: list[int]
    ) -> Iterator[str]:
        for column, text, width in zip(table.columns, texts, widths, strict=True):
            side = aligned("right" if column.is_number else "left")
            yield cell(width, self._paragraph(style, text, side))

    def _line(self, style: str, text: str) -> str:
        line = one_line(text)
        return paragraph(style, words(line)) if line else ""

    def _paragraph(self, style: str, text: Text, properties: str = "") -> str:
        return paragraph(style, self._runs(text), properties)

    def _runs(self, text: Text) -> str:
        return "".join(map(self._run, runs(text)))

    def _run(self, run: Run) -> str:
        match run:
            case str():
                return words(clean(run))
            case Strong(text):
                return styled("Strong", clean(text))
            case Emphasis(text):
                return styled("Emphasis", clean(text))
            case Link():
                return self._link(run)
            case Inserted(text):
                return self._change(run, words(clean(text), '<w:u w:val="single"/>'))
            case Removed(text):
                return self._change(run, words(clean(text), "<w:strike/>"))
            case _:
                assert_never(run)

    def _change(self, change: Inserted | Removed, changed: str) -> str:
        before, after = WORDS[self.document.language].around(change)
        return words(before) + changed + words(after)

    def _link(self, link: Link) -> str:
        if not link.target:
            return words(clean(link.text))
        self.targets.append(link.target)
        return outer_link(f"link{len(self.targets)}", clean(link.text))
