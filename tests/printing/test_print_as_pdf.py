from datetime import date
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pypdf
import pytest

from samsyn.printing.api import (
    Block,
    Column,
    Document,
    Heading,
    Inserted,
    Language,
    Link,
    Paragraph,
    Removed,
    Table,
    as_pdf,
)
from tests.printing.documents import meeting_pack, minutes
from tests.printing.reading import failures, pdf_pages, pdf_root, pdf_text


def _document(*blocks: Block, **given: Any) -> Document:
    return Document(title="Protokoll", made_on=date(2025, 10, 24), blocks=blocks, **given)


@pytest.mark.parametrize(
    "document", [meeting_pack(), minutes(draft="Utkast")], ids=["pack", "minutes"]
)
def test_can_be_read_aloud(document: Document) -> None:
    assert failures(as_pdf(document)) == []


def test_says_its_language_title_and_that_it_is_tagged() -> None:
    root = pdf_root(as_pdf(_document()))

    assert root["/Lang"] == "sv-SE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_carries_the_title_the_day_and_no_author() -> None:
    about = pypdf.PdfReader(BytesIO(as_pdf(_document()))).metadata

    assert about is not None
    assert about.title == "Protokoll"
    assert about.creation_date is not None
    assert about.creation_date.date() == date(2025, 10, 24)
    assert about.author is None


def test_speaks_the_language_of_the_document() -> None:
    printed = as_pdf(_document(Heading("Attendance"), language=Language.ENGLISH, has_contents=True))

    assert pdf_root(printed)["/Lang"] == "en-GB"
    assert "Contents" in pdf_text(printed)


def test_every_page_tells_its_number_and_how_many_there_are() -> None:
    pages = pdf_pages(as_pdf(minutes()))

    assert len(pages) > 2
    assert [f"{number} ({len(pages)})" in text for number, text in enumerate(pages, 1)] == (
        [True] * len(pages)
    )


def test_the_pages_after_the_first_tell_the_title_and_that_it_is_a_draft() -> None:
    first, second, *_ = pdf_pages(as_pdf(minutes(draft="Utkast, inte justerat")))

    assert first.count("Utkast, inte justerat") == 1
    assert second.startswith("Protokoll: samverkansforum för barn och unga den 23 oktober 2025")
    assert "Utkast, inte justerat" in second


def test_a_title_without_end_leaves_room_for_the_text() -> None:
    pages = pdf_pages(as_pdf(_document(*[Paragraph("Rad")] * 60, footer="sidfot " * 200)))

    assert pages[1].count("sidfot") < 20


def test_the_head_of_a_table_stands_again_on_each_page() -> None:
    table = Table("Uppföljningar", (Column("Nummer"), Column("Ansvar")), (("1", "x"),) * 90)

    pages = pdf_pages(as_pdf(_document(table)))

    assert len(pages) > 1
    assert all("Nummer" in text for text in pages)


def test_the_caption_stands_above_the_table_and_on_its_page() -> None:
    table = Table("Uppföljningar", (Column("Nummer"),), (("ett",), ("två",)))

    for before in range(30, 45):
        pages = pdf_pages(as_pdf(_document(*[Paragraph("Rad")] * before, table)))
        [sheet] = [text for text in pages if "Uppföljningar" in text]
        assert sheet.index("Uppföljningar") < sheet.index("Nummer") < sheet.index("ett")


def test_has_contents_only_when_asked() -> None:
    heading = Heading("Närvarande")

    assert pdf_text(as_pdf(_document(heading))).count("Närvarande") == 1
    assert pdf_text(as_pdf(_document(heading, has_contents=True))).count("Närvarande") == 2


def test_a_correction_is_told_in_words() -> None:
    text = pdf_text(as_pdf(_document(Paragraph(("kl. ", Removed("15.30"), Inserted("15.25"))))))

    assert "[struket: 15.30][tillagt: 15.25]" in text


@pytest.mark.parametrize(
    "written",
    [
        '#panic("x")',
        "$x^2$ \\ *b* _i_ `c`",
        "<etikett> @hänvisning",
        '"} ]) #set page()',
        "// bort",
    ],
)
def test_what_people_write_is_never_interpreted(written: str) -> None:
    assert written in pdf_text(as_pdf(_document(Paragraph(written), Heading(written))))


def test_a_sign_that_no_font_has_is_shown_to_be_missing() -> None:
    printed = as_pdf(_document(Paragraph("Bra möte 👍🏽 å 中 \u0378!")))

    assert "Bra möte □□ å □ □!" in pdf_text(printed)
    assert failures(printed) == []


def test_a_letter_stays_without_a_mark_that_no_font_has() -> None:
    text = pdf_text(as_pdf(_document(Paragraph('Citat: "\u0e31 och 0\u0e31 och é\u0e31'))))

    assert 'Citat: "□ och 0□ och é□' in text


def test_other_scripts_can_be_read() -> None:
    printed = as_pdf(_document(Paragraph("Привет, γειά, żółw, العربية")))

    assert "Привет, γειά, żółw" in pdf_text(printed)
    assert "□" not in pdf_text(printed)


def test_an_endless_word_goes_on_on_the_next_line() -> None:
    pages = pdf_pages(as_pdf(_document(Paragraph("x" * 10_000))))

    assert "".join(pages).count("x") == 10_000
    assert max(len(line) for text in pages for line in text.splitlines()) < 100


def test_a_text_of_long_words_is_printed() -> None:
    """Typst gives up on what nests too deeply, as a rule for each long word would."""
    word = "samverkansavtalets "

    assert pdf_text(as_pdf(_document(Paragraph(word * 700)))).count("samver") == 700


def test_an_address_can_be_copied() -> None:
    address = "https://www.tyreso.se/barn-och-utbildning/samverkan/handlingsplan.html"
    table = Table("", (Column("a"), Column("b")), ((f"se {address} för mer", "ord " * 50),))

    [text] = pypdf.PdfReader(BytesIO(as_pdf(_document(table)))).pages
    assert address in text.extract_text().replace("\n", "").replace("/ ", "/")


def test_leads_only_to_places_that_are_open() -> None:
    links = (Link("a", "javascript:alert(1)"), Link("b", "https://a.se/"), Link("c", "file:///x"))

    reader = pypdf.PdfReader(BytesIO(as_pdf(_document(Paragraph(links)))))

    found = [note.get_object() for sheet in reader.pages for note in sheet.get("/Annots", [])]
    assert [note["/A"]["/URI"] for note in found] == ["https://a.se/"]


def test_what_has_been_printed_is_not_kept_in_memory() -> None:
    """In a process of its own, where nothing else comes and goes."""
    with get_context("spawn").Pool(1) as pool:
        after_one, after_eight = pool.apply(_memory_of_printing)

    assert after_eight - after_one < 60


def test_only_fonts_of_the_printer_itself_are_used() -> None:
    """Those of the machine would make the same document look different on each."""
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0]
        for sheet in pypdf.PdfReader(BytesIO(as_pdf(meeting_pack()))).pages
        for font in sheet["/Resources"]["/Font"].values()  # type: ignore[index]
    }

    assert names == {"LibertinusSerif"}


def test_the_same_document_gives_the_same_bytes() -> None:
    assert as_pdf(minutes(2)) == as_pdf(minutes(2))
    assert as_pdf(minutes(2)) != as_pdf(minutes(3))


def _memory_of_printing() -> tuple[float, float]:
    """Return the megabytes held after one document, and after some more."""
    held = []
    for number in range(8):
        as_pdf(minutes(20, draft=f"Utkast {number}"))
        lines = Path("/proc/self/status").read_text().splitlines()
        [kibibytes] = [int(line.split()[1]) for line in lines if line.startswith("VmRSS:")]
        held.append(kibibytes / 1_024)
    return held[0], held[-1]
