"""Paragraphs, runs and cells as WordprocessingML (ECMA-376, part 1).

The order of the elements within another is the standard's: Word refuses a file that has another.
"""

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

TAB = "<w:r><w:tab/></w:r>"
TEXT_WIDTH = 9070  # twentieths of a point between the margins of `document.xml`
_ADDRESS_SIGNS = ":/?#[]@!$&'()*+,;=%~"


def paragraph(style: str, content: str, properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def words(text: str, properties: str = "") -> str:
    """Write a run; a new line of the text is one of the paragraph.

    >>> words("Jag & du")
    '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">Jag &amp; du</w:t></w:r>'
    """
    if not text:
        return ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def styled(style: str, text: str) -> str:
    """Write a run in a style for characters."""
    return words(text, f'<w:rStyle w:val="{style}"/>')


def bookmarked(number: int, content: str) -> str:
    place = f'w:id="{number}"'
    return (
        f'<w:bookmarkStart {place} w:name="{_bookmark(number)}"/>{content}<w:bookmarkEnd {place}/>'
    )


def inner_link(number: int, text: str) -> str:
    """Write a link to what is bookmarked."""
    link = styled("Hyperlink", text)
    return f'<w:hyperlink w:anchor="{_bookmark(number)}" w:history="1">{link}</w:hyperlink>'


def outer_link(key: str, text: str) -> str:
    """Write a link whose address stands under the key among the relationships."""
    return f'<w:hyperlink r:id="{key}" w:history="1">{styled("Hyperlink", text)}</w:hyperlink>'


def address(url: str) -> str:
    """Write an address as an attribute, with nothing in it but what an address may hold."""
    return quoteattr(quote(url, safe=_ADDRESS_SIGNS))


def in_list(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def aligned(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


def table_start(caption: str, widths: Iterable[int]) -> str:
    named = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0"'
        f' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{named}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def row(cells: Iterable[str], *, is_head: bool = False, is_whole: bool = True) -> str:
    """Write a row; the head stands again on each page, and a whole row on one."""
    properties = "<w:cantSplit/>" * is_whole + "<w:tblHeader/>" * is_head
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _bookmark(number: int) -> str:
    return f"_Toc{number}"
