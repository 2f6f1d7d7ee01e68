"""What is printed: a document of blocks, known to every printer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from samsyn.printing.characters import clean, one_line, shortened, title_line
from samsyn.printing.widths import shares

_WEB = frozenset({"http", "https"})
_OPEN = _WEB | {"mailto", "tel"}
_LONGEST_ADDRESS = 2_000
_LONGEST_WHOLE_ROW = 600
_LARGEST_FIRST = 32_767  # of Word


class Language(StrEnum):
    SWEDISH = "sv"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str

    @property
    def target(self) -> str:
        """Where the link leads; empty when that is not a place to send a reader."""
        url = clean(self.url).strip()
        try:
            parts = urlsplit(url)
        except ValueError:
            return ""
        leads = parts.hostname if parts.scheme in _WEB else parts.path
        is_open = parts.scheme in _OPEN and leads and len(url) <= _LONGEST_ADDRESS
        return url if is_open and not any(map(str.isspace, url)) else ""


@dataclass(frozen=True, slots=True)
class Inserted:
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    text: str


Run: TypeAlias = str | Strong | Emphasis | Link | Inserted | Removed
Text: TypeAlias = str | tuple[Run, ...]


def runs(text: Text) -> tuple[Run, ...]:
    """Return a text as its runs.

    >>> runs("Bifall"), runs((Strong("Beslut:"), " bifall"))
    (('Bifall',), (Strong(text='Beslut:'), ' bifall'))
    """
    return (text,) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """Return the words alone.

    >>> plain((Strong("Beslut:"), " bifall"))
    'Beslut: bifall'
    """
    return "".join(run if isinstance(run, str) else run.text for run in runs(text))


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Items numbered from `first`, which is not negative, or ValueError is raised."""

    items: tuple[Text, ...]
    first: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.first <= _LARGEST_FIRST:
            raise ValueError(f"no list begins with {self.first}")


@dataclass(frozen=True, slots=True)
class Fact:
    term: str
    text: Text


@dataclass(frozen=True, slots=True)
class Facts:
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column; widths are weighed against each other, and found by what is held if all are 0."""

    label: str
    is_number: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a caption; each row has a text for each column, or ValueError is raised."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]

    def __post_init__(self) -> None:
        if not self.columns or {len(row) for row in self.rows} - {len(self.columns)}:
            raise ValueError(f"the rows of “{self.caption}” do not fit its columns")

    @property
    def widths(self) -> list[float]:
        """The share of the width that each column takes; together 1."""
        if any(column.width for column in self.columns):
            widths = [max(column.width, 1) for column in self.columns]
            return [width / sum(widths) for width in widths]
        return shares(
            [
                (column.label, [plain(row[place]) for row in self.rows])
                for place, column in enumerate(self.columns)
            ]
        )


def stays_whole(row: tuple[Text, ...]) -> bool:
    """Tell whether a row is short enough to be kept on one page."""
    return sum(len(plain(text)) for text in row) <= _LONGEST_WHOLE_ROW


@dataclass(frozen=True, slots=True)
class Quote:
    text: Text
    source: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """What must not be missed, in a box."""

    title: str
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign; `signed` tells when and how, once it is done."""

    name: str
    role: str
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    places: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | Facts
    | Table
    | Quote
    | Callout
    | Signatures
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document; its headings go down one level at a time, or ValueError is raised.

    `draft` is the mark of what is not settled ("Utkast"); `sender` stands above the title.
    Contents are for what has pages: HTML and text go without.
    """

    title: str
    made_on: date
    blocks: tuple[Block, ...]
    language: Language = Language.SWEDISH
    sender: str = ""
    lead: str = ""
    facts: tuple[Fact, ...] = ()
    draft: str = ""
    footer: str = ""
    has_contents: bool = False

    @property
    def running_head(self) -> tuple[str, str]:
        """The title and the draft mark, as they have room above each page."""
        return shortened(title_line(self.title), 90), shortened(one_line(self.draft), 30)

    @property
    def running_foot(self) -> str:
        return shortened(one_line(self.footer), 100)

    def __post_init__(self) -> None:
        above = 0
        for heading in (block for block in self.blocks if isinstance(block, Heading)):
            if heading.level > above + 1:
                raise ValueError(f"the heading “{heading.text}” skips a level")
            above = heading.level


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Make a paragraph of each part of a written text that a blank line parts from the next.

    >>> paragraphs("Kort möte.\\n\\nNästa gång\\nses vi.")
    (Paragraph(text='Kort möte.'), Paragraph(text='Nästa gång\\nses vi.'))
    """
    parts = "\n".join(line.strip() for line in clean(text).split("\n")).split("\n\n")
    return tuple(Paragraph(part.strip("\n")) for part in parts if part.strip())
