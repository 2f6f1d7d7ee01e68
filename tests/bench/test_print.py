"""The bench tells how fast a document is printed, beside what would be the fastest."""

from io import BytesIO

import pypdf

from samsyn.printing.api import as_pdf
from tools.bench import printing
from tools.bench.printing import Printed
from tools.bench.table import table


def test_the_document_has_some_twenty_pages() -> None:
    pages = pypdf.PdfReader(BytesIO(as_pdf(printing.document(1)))).pages

    assert 18 <= len(pages) <= 22


def test_each_printer_has_its_floor_beside_it() -> None:
    pdf, word = printing.rounds(2, lambda: None)

    assert (pdf.name, word.name) == ("PDF", "Word")
    assert (len(pdf.milliseconds), len(word.milliseconds)) == (2, 2)
    assert min(pdf.floor, word.floor) > 0


def test_what_is_slower_than_its_goal_is_over_it() -> None:
    found = [Printed("PDF", [300, 101], 50, 90), Printed("Word", [300, 99], 50, 90)]

    lines = list(printing.lines(found))

    assert [line[5] for line in lines] == ["over", ""]
    assert len(list(table(printing.HEAD, lines))) == 4
