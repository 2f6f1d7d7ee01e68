import re
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from docx.oxml.ns import qn

from samsyn.printing.api import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Inserted,
    Language,
    Link,
    Numbered,
    Paragraph,
    Removed,
    Table,
    as_word,
)
from tests.printing.documents import meeting_pack, minutes
from tests.printing.reading import word, word_text

# What may stand in an element, in the order that ECMA-376 demands; Word refuses any other.
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs suppressAutoHyphens "
    "spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs strike color sz szCs u lang",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook tblCaption",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW tcBorders",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "style": "name basedOn next qFormat pPr rPr tblPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "numbering": "abstractNum num",
    "settings": "removePersonalInformation defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}


def _document(*blocks: Block, **given: Any) -> Document:
    return Document(title="Protokoll", made_on=date(2025, 10, 24), blocks=blocks, **given)


def _parts(printed: bytes) -> Iterator[ET.Element]:
    with zipfile.ZipFile(BytesIO(printed)) as package:
        for name in package.namelist():
            yield ET.fromstring(package.read(name))


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize("element", sorted(_ORDERS))
def test_elements_stand_in_the_order_of_the_standard(element: str) -> None:
    order = _ORDERS[element].split()
    found = [
        [order.index(_name(child)) for child in parent]
        for part in _parts(as_word(minutes(2, draft="Utkast")))
        for parent in part.iter()
        if _name(parent) == element
    ]

    assert found
    assert [places for places in found if places != sorted(places)] == []


def test_every_style_in_use_is_there() -> None:
    printed = [*_parts(as_word(minutes(1, draft="Utkast"))), *_parts(as_word(meeting_pack()))]
    used = {
        each.get(qn("w:val"))
        for part in printed
        for each in part.iter()
        if _name(each) in {"pStyle", "rStyle", "tblStyle", "basedOn", "next"}
    }

    there = {style.get(qn("w:styleId")) for part in printed for style in part.iter(qn("w:style"))}
    assert used - there == set()


def test_headings_are_headings() -> None:
    found = word(as_word(_document(Heading("Närvarande"), Heading("Beslut", 2))))

    assert [(each.text, each.style.name) for each in found.paragraphs if each.style] == [
        ("Protokoll", "Title"),
        ("Närvarande", "Heading 1"),
        ("Beslut", "Heading 2"),
    ]


def test_says_its_language() -> None:
    for language, locale in ((Language.SWEDISH, "sv-SE"), (Language.ENGLISH, "en-GB")):
        found = word(as_word(_document(language=language)))

        [lang] = found.styles.element.iter(qn("w:lang"))
        assert lang.get(qn("w:val")) == locale
        assert found.core_properties.language == locale


def test_tells_the_title_and_the_day_and_not_who_made_it() -> None:
    about = word(as_word(_document())).core_properties

    assert (about.title, about.author, about.last_modified_by) == ("Protokoll", "", "")
    assert about.created is not None
    assert about.created.date() == date(2025, 10, 24)


def test_the_first_row_of_a_table_is_its_head() -> None:
    table = Table("Uppföljningar", (Column("Nr"), Column("Dagar", is_number=True)), (("1", "38"),))

    [found] = word(as_word(_document(table))).tables

    head, row = found.rows
    assert [cell.text for cell in head.cells] == ["Nr", "Dagar"]
    assert head._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert row._tr.find(f".//{qn('w:tblHeader')}") is None
    assert found._tbl.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == "Uppföljningar"


def test_each_numbered_list_begins_anew() -> None:
    lists = word(as_word(_document(Numbered(("a", "b")), Bullets(("c",)), Numbered(("d",), 5))))

    used = [number.get(qn("w:val")) for number in lists.element.iter(qn("w:numId"))]
    starts = lists.part.numbering_part.element.iter(qn("w:startOverride"))
    assert used == ["2", "2", "1", "3"]
    assert [start.get(qn("w:val")) for start in starts] == ["1", "5"]


def test_pages_are_numbered_by_fields() -> None:
    [section] = word(as_word(_document(footer="KS 2025/0412"))).sections

    for footer in (section.footer, section.first_page_footer):
        fields = [each.get(qn("w:instr")) for each in footer._element.iter(qn("w:fldSimple"))]
        assert fields == [" PAGE ", " NUMPAGES "]
        assert footer.paragraphs[0].text.startswith("KS 2025/0412")


def test_contents_lead_to_the_headings() -> None:
    found = word(as_word(_document(Heading("Ett"), Heading("Två", 2), has_contents=True)))

    links = found.element.iter(qn("w:hyperlink"))
    marks = found.element.iter(qn("w:bookmarkStart"))
    assert [link.get(qn("w:anchor")) for link in links] == [
        mark.get(qn("w:name")) for mark in marks
    ]


def test_a_correction_is_told_in_words_and_by_strokes() -> None:
    found = word(as_word(_document(Paragraph((Removed("15.30"), Inserted("15.25"))))))

    runs = {run.text: run for run in found.paragraphs[-1].runs}
    assert found.paragraphs[-1].text == "[struket: 15.30][tillagt: 15.25]"
    assert (runs["15.30"].font.strike, runs["15.25"].underline) == (True, True)


def test_leads_only_to_places_that_are_open() -> None:
    links = (Link("a", "javascript:alert(1)"), Link("b", "https://a.se/å?x=<'\">"), Link("c", "x"))

    found = word(as_word(_document(Paragraph(links))))

    targets = [each.target_ref for each in found.part.rels.values() if each.is_external]
    assert targets == ["https://a.se/%C3%A5?x=%3C'%22%3E"]
    assert found.paragraphs[-1].text == "abc"


def test_what_people_write_is_never_interpreted() -> None:
    written = "</w:t><w:br/> & $title ${body} &lt; ]]>"

    assert word_text(as_word(_document(Paragraph(written)))).endswith(written)


def test_a_document_without_anything_opens() -> None:
    assert word_text(as_word(_document())) == "Protokoll"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert as_word(minutes(2)) == as_word(minutes(2))


def test_no_part_is_left_with_a_hole() -> None:
    with zipfile.ZipFile(BytesIO(as_word(meeting_pack()))) as package:
        assert [
            name for name in package.namelist() if re.search(r"\$\w", package.read(name).decode())
        ] == []
