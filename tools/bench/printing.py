"""How fast a document of some twenty pages is printed, beside its floors."""

import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO

import typst

from samsyn.printing.api import (
    Block,
    Bullets,
    Column,
    Document,
    Fact,
    Heading,
    Paragraph,
    Table,
    as_pdf,
    as_text,
    as_word,
)
from tools.bench.table import Line

NAME = "printing"
HEAD = ("a document of some 20 pages (ms)", "first", "best", "floor", "goal", "", "kB")
_GOAL = 100
_ITEMS = 20
_SAID = (
    "Under hösten har elevernas närvaro följts varje vecka, och skolorna har arbetat enligt den "
    "gemensamma rutinen. Elevhälsan deltar från tredje veckan, och fritidsgårdarna har haft öppet "
    "också på söndagar. Deltagarna ser ett behov av gemensam introduktion för nyanställda."
)
_BARE = '#set text(lang: "sv")\n#for line in sys.inputs.text.split("\\n") { par(line) }'


@dataclass(frozen=True, slots=True)
class Printed:
    """What a printer took each time (ms), what the least would be, and how large the file was."""

    name: str
    milliseconds: Sequence[float]
    floor: float
    kilobytes: float


def rounds(count: int, advance: Callable[[], None]) -> Iterator[Printed]:
    """Print a document that nobody has seen before in each round: typst remembers much."""
    for name, printer, floor in (("PDF", as_pdf, _bare_pdf), ("Word", as_word, _bare_word)):
        documents = [document(number) for number in range(count)]
        times = [_taken(partial(printer, each)) for each in documents]
        floors = [_taken(floor(each)) for each in documents]
        advance()
        yield Printed(name, times, min(floors), len(printer(documents[0])) / 1_000)


def document(number: int) -> Document:
    blocks = [block for item in range(1, _ITEMS + 1) for block in _item(number, item)]
    return Document(
        title=f"Protokoll {number}: samverkansforum för barn och unga",
        made_on=date(2025, 10, 24),
        facts=(Fact("Diarienummer", f"KS 2025/{number}"),),
        has_contents=True,
        blocks=tuple(blocks),
    )


def lines(found: Sequence[Printed]) -> Iterator[Line]:
    for each in found:
        best = min(each.milliseconds)
        yield (
            each.name,
            f"{each.milliseconds[0]:.0f}",
            f"{best:.0f}",
            f"{each.floor:.0f}",
            str(_GOAL),
            "over" if best > _GOAL else "",
            f"{each.kilobytes:.0f}",
        )


def _item(number: int, item: int) -> Iterator[Block]:
    yield Heading(f"§ {item} Lägesbild {number}")
    yield from (Paragraph(f"{part}. {number}. {_SAID}") for part in range(5))
    yield Heading("Beslut", 2)
    yield Bullets((f"Forumet godkänner lägesbild {number}.", "Läget redovisas igen i mars."))
    yield Table(
        "Uppföljningar",
        (Column("Nr"), Column("Vad som ska göras"), Column("Dagar", is_number=True)),
        tuple((f"{item}/{row}", f"{number}. {_SAID[:90]}", str(row)) for row in range(8)),
    )


def _bare_pdf(given: Document) -> Callable[[], object]:
    """Set the same words as bare paragraphs, without tags, tables or a look."""
    text = as_text(given)
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))
    return lambda: compiler.compile(_BARE.encode(), format="pdf", sys_inputs={"text": text})


def _bare_word(given: Document) -> Callable[[], object]:
    """Pack the parts of the same file anew."""
    with zipfile.ZipFile(BytesIO(as_word(given))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return lambda: _packed(parts)


def _packed(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def _taken(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return 1_000 * (time.perf_counter() - start)
