"""Reads the text of a file: run as a program of its own, which may take only so much.

What someone sends may be made to take for ever, or all the memory there is. This program then ends
and the site goes on. It is given the media type and the file, and says the text.
"""

import io
import resource
import sys
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from zipfile import ZipFile

MOST_SECONDS = 10
MOST_LETTERS = 100_000
_MOST_MEMORY = 1_000_000_000
_MOST_PAGES = 500
_LARGEST_PART = 50_000_000
_PDF = "application/pdf"
# Where the words are in each kind of Office file.
_PARTS = ("word/document.xml", "xl/sharedStrings.xml", "ppt/slides/slide")


def text_of(media_type: str, content: bytes) -> str:
    """Return what can be read, to its first hundred thousand letters."""
    pieces = _of_pdf(content) if media_type == _PDF else _of_office(content)
    kept, letters = [], 0
    for piece in pieces:
        kept.append(piece)
        letters += len(piece)
        if letters > MOST_LETTERS:
            break
    return "\n".join(kept).replace("\x00", "")[:MOST_LETTERS]


def _of_pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - slow to import, and most files are no PDF

    for page in PdfReader(io.BytesIO(content)).pages[:_MOST_PAGES]:
        yield page.extract_text()


def _of_office(content: bytes) -> Iterator[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        for part in archive.infolist():
            if part.filename.startswith(_PARTS) and part.file_size <= _LARGEST_PART:
                with archive.open(part) as file:
                    yield from _paragraphs(file.read(_LARGEST_PART))


def _paragraphs(xml: bytes) -> Iterator[str]:
    """The text of each paragraph: its runs stand in elements that are called `t`."""
    words: list[str] = []
    for _event, element in ET.iterparse(io.BytesIO(xml)):  # noqa: S314 - bounded above
        name = element.tag.rpartition("}")[2]
        if name == "t":
            words.append(element.text or "")
        elif name in {"p", "si"}:
            yield "".join(words)
            words.clear()
            element.clear()


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    read = text_of(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(read.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
