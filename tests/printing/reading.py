"""Reads a printed file back, by programs that are not ours."""

from io import BytesIO
from typing import Any

import docx
import page
import pypdf
from docx.document import Document as WordDocument

NO_WIDTH = str.maketrans("", "", "\u200b\u00ad")


def pdf_pages(printed: bytes) -> list[str]:
    """Return the text of each page, without what only says where a word may be broken."""
    pages = pypdf.PdfReader(BytesIO(printed)).pages
    return [sheet.extract_text().translate(NO_WIDTH) for sheet in pages]


def pdf_text(printed: bytes) -> str:
    return "\n".join(pdf_pages(printed))


def pdf_root(printed: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(printed)).trailer["/Root"]


def failures(printed: bytes) -> list[str]:
    """Return what PDF/UA-1 finds fault with."""
    report = page.validate_pdf_bytes(printed, profile="ua1")
    return [] if report.is_compliant else [str(failure) for failure in report.failures]


def word(printed: bytes) -> WordDocument:
    return docx.Document(BytesIO(printed))


def word_text(printed: bytes) -> str:
    found = word(printed)
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in found.paragraphs), *cells])


def without_blanks(text: str) -> str:
    """Leave the signs alone: lines and blanks are where there was room for them."""
    return "".join(text.translate(NO_WIDTH).split())
