from datetime import date
from html.parser import HTMLParser
from typing import Any

from samsyn.printing.api import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Inserted,
    Language,
    Link,
    Numbered,
    Paragraph,
    Removed,
    Strong,
    Table,
    as_html,
)
from tests.printing.documents import meeting_pack, minutes

_WITHOUT_END = {"br"}


class _Balance(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)
        if tag not in _WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def _document(*blocks: Block, **given: Any) -> Document:
    return Document(title="Protokoll", made_on=date(2025, 10, 24), blocks=blocks, **given)


def test_every_element_is_ended() -> None:
    for document in (meeting_pack(), minutes(2, draft="Utkast")):
        balance = _Balance()
        balance.feed(as_html(document))

        assert (balance.wrong, balance.open) == ([], [])


def test_everything_is_escaped() -> None:
    bad = '<script>alert("1")</script>'
    printed = as_html(
        _document(
            Paragraph((bad, Strong(bad), Link(bad, f"https://a.se/{bad}"), Inserted(bad))),
            Table(bad, (Column(bad),), ((bad,),)),
            Callout(bad, (bad,)),
            Heading(bad),
            sender=bad,
            lead=bad,
            draft=bad,
            footer=bad,
        )
    )

    assert "<script" not in printed
    assert printed.count("&lt;script&gt;") == 15
    assert 'alert("1")' not in printed


def test_is_not_styled() -> None:
    printed = as_html(minutes(1, draft="Utkast"))

    assert " style=" not in printed


def test_the_headings_follow_on_that_of_the_page() -> None:
    printed = as_html(_document(Heading("Närvarande"), Heading("Beslut", 2)), title_level=2)

    assert "<h2>Protokoll</h2>\n<h3>Närvarande</h3>\n<h4>Beslut</h4>" in printed


def test_says_its_language() -> None:
    assert as_html(_document(language=Language.ENGLISH)).startswith('<article lang="en">')


def test_a_table_has_a_caption_and_heads_of_columns() -> None:
    table = Table("Debt", (Column("Nr"), Column("Dagar", is_number=True)), (("1", "38"),))

    assert (
        '<table><caption>Debt</caption><thead><tr><th scope="col">Nr</th>'
        '<th scope="col" class="number">Dagar</th></tr></thead>'
        '<tbody><tr><td>1</td><td class="number">38</td></tr></tbody></table>'
    ) in as_html(_document(table))


def test_a_correction_is_told_in_words_and_by_elements() -> None:
    printed = as_html(_document(Paragraph((Removed("15.30"), Inserted("15.25")))))

    assert "[struket: <del>15.30</del>][tillagt: <ins>15.25</ins>]" in printed


def test_a_list_begins_with_its_number() -> None:
    assert '<ol start="4"><li>a</li></ol>' in as_html(_document(Numbered(("a",), 4)))


def test_leads_only_to_places_that_are_open() -> None:
    links = (Link("a", " JavaScript:alert(1)"), Link("b", "https://a.se/"))

    assert '<p>a<a href="https://a.se/">b</a></p>' in as_html(_document(Paragraph(links)))


def test_a_new_line_stays_one() -> None:
    assert "<p>ett<br>två</p>" in as_html(_document(Paragraph("ett\r\ntvå")))
