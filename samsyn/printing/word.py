"""Prints documents as Word, with real headings, lists and header rows.

The parts of the file lie in `templates/word` as they lie in the file.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from samsyn.printing.characters import title_line
from samsyn.printing.document import Document
from samsyn.printing.moments import made_at
from samsyn.printing.word_body import BULLETS, Body
from samsyn.printing.word_markup import address
from samsyn.printing.words import WORDS

_PARTS = Path(__file__).with_name("templates") / "word"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can tell


def as_word(document: Document) -> bytes:
    """Print as .docx; the same document gives the same bytes."""
    body = Body(document)
    head, draft = document.running_head
    given = {
        "body": body.written(),
        "links": "".join(map(_relationship, range(1, len(body.targets) + 1), body.targets)),
        "lists": "".join(
            map(_list, range(BULLETS + 1, BULLETS + 1 + len(body.starts)), body.starts)
        ),
        "locale": WORDS[document.language].locale,
        "made_at": f"{made_at(document):%Y-%m-%dT%H:%M:%SZ}",
        "title": escape(title_line(document.title)),
        "head": escape(head),
        "draft": escape(draft),
        "foot": escape(document.running_foot),
    }
    return _packed(given)


def _packed(given: Mapping[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part in sorted(path for path in _PARTS.rglob("*") if path.is_file()):
            content = Template(part.read_text(encoding="utf-8")).substitute(given)
            about = zipfile.ZipInfo(part.relative_to(_PARTS).as_posix(), _EARLIEST)
            package.writestr(about, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _relationship(number: int, target: str) -> str:
    return (
        f'<Relationship Id="link{number}" Type="{_HYPERLINK}" TargetMode="External"'
        f" Target={address(target)}/>"
    )


def _list(number: int, start: int) -> str:
    """Give each numbered list a numbering of its own, or they would go on from each other."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
